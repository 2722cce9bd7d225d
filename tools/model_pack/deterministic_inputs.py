"""Inputs for comparing this package's graphs with other frameworks: the same everywhere, made from a seed."""

import numpy

IMAGE_SEED = 7
IMAGE_COUNT = 4
TEXTS = (
    "red summer dress",
    "Golden Delicious Apple 1.5 kg",
    "",
    "Straße in ŁÓDŹ, Ørsted café naïve",
    "ПРИВЕТ мир Ёлка",
    "黑色连衣裙 size M",
    "emoji 😀 shirt\twith\nodd\u00a0spaces and zero\u200bwidth",
    "it's $9.99 (50% off) - a/b_c #1 +x=y^z|~`<>",
    "[SEP] a word that looks special [MASK]",
    "x" * 101,
    "men's waterproof hiking boots, brown leather, size 44",
    "many words " * 100,
)


def images(size: int) -> numpy.ndarray:
    """Returns u8 [IMAGE_COUNT,size,size,3]: coarse coloured squares with finer ones and noise over them."""
    generator = numpy.random.Generator(numpy.random.PCG64(IMAGE_SEED))
    total = generator.integers(0, 40, (IMAGE_COUNT, size, size, 3))
    for cells, depth in ((4, 120), (12, 60), (48, 36)):
        coarse = generator.integers(0, depth, (IMAGE_COUNT, cells, cells, 3))
        index = numpy.arange(size) * cells // size
        total = total + coarse[:, index][:, :, index]
    return numpy.minimum(total, 255).astype(numpy.uint8)
