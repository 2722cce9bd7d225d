"""Preprocessing as one would write it with Pillow and with pyvips: upright pixels, thumbnails, model input, hash, colours."""

import io

import numpy
from PIL import Image, ImageOps

THUMBNAILS = (1200, 480, 160)
QUALITY = 80
MODEL_SIDE = 384
FREQUENCIES = numpy.cos(numpy.pi * numpy.outer(numpy.arange(1, 9), numpy.arange(32) + 0.5) / 32)


def effort_of(side: int, efforts: tuple[int, int]) -> int:
    """WebP's effort for a thumbnail: of large ones, of others."""
    return efforts[0] if side == THUMBNAILS[0] else efforts[1]


def hash_of(luma: numpy.ndarray) -> int:
    """64-bit pHash of a 32 x 32 picture."""
    low = FREQUENCIES @ luma.astype(numpy.float64) @ FREQUENCIES.T
    return int("".join("1" if bit else "0" for bit in (low > numpy.median(low)).ravel()), 2)


def colors_of(picture: Image.Image) -> list:
    return picture.quantize(6, Image.Quantize.MEDIANCUT).getcolors()


def with_pillow(photo: bytes, efforts: tuple[int, int]) -> None:
    picture = Image.open(io.BytesIO(photo))
    picture.draft("RGB", (1200, 1200))
    picture = ImageOps.exif_transpose(picture).convert("RGB")
    smaller = picture
    for side in THUMBNAILS:
        smaller = smaller.copy()
        smaller.thumbnail((side, side), Image.Resampling.LANCZOS)
        smaller.save(io.BytesIO(), "WEBP", quality=QUALITY, method=effort_of(side, efforts))
    ImageOps.pad(picture, (MODEL_SIDE, MODEL_SIDE), Image.Resampling.BICUBIC, color="white").tobytes()
    hash_of(numpy.asarray(smaller.convert("L").resize((32, 32), Image.Resampling.BOX)))
    colors_of(smaller.resize((64, 64), Image.Resampling.NEAREST))


def with_pyvips(photo: bytes, efforts: tuple[int, int]) -> None:
    import pyvips

    picture = pyvips.Image.thumbnail_buffer(photo, 1200, height=1200, size="down").copy_memory()
    smaller = picture
    for side in THUMBNAILS:
        if max(smaller.width, smaller.height) > side:
            smaller = smaller.thumbnail_image(side, height=side, size="down").copy_memory()
        smaller.webpsave_buffer(Q=QUALITY, effort=effort_of(side, efforts), strip=True)
    model = picture.thumbnail_image(MODEL_SIDE, height=MODEL_SIDE)
    model.gravity("centre", MODEL_SIDE, MODEL_SIDE, extend="white").write_to_memory()
    hash_of(smaller.colourspace("b-w").thumbnail_image(32, height=32, size="force").numpy())
    colors_of(Image.fromarray(smaller.thumbnail_image(64, height=64, size="force").numpy()))
