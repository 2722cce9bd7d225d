"""Pictures of the demo shop: cut-outs on white for the catalogue, and scenes that look like a shopper's photo."""

import math

import numpy
from PIL import Image, ImageFilter

WHITE = (255, 255, 255)
MARGIN = 0.12


def on_white(cut_out: Image.Image) -> Image.Image:
    """The cut-out at its natural size in the middle of a white square, with a margin on each side."""
    cut_out = cut_out.convert("RGBA")
    side = math.ceil(max(cut_out.size) * (1 + 2 * MARGIN))
    square = Image.new("RGBA", (side, side), (*WHITE, 255))
    square.alpha_composite(cut_out, ((side - cut_out.width) // 2, (side - cut_out.height) // 2))
    return square.convert("RGB")


def smooth_noise(generator: numpy.random.Generator, size: tuple[int, int], cells: tuple[int, int]) -> numpy.ndarray:
    """Noise of 0..1 in an array of (height, width), with `cells` (across, down) independent values."""
    coarse = generator.integers(0, 256, (cells[1], cells[0]), dtype=numpy.uint8)
    return numpy.asarray(Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC), dtype=numpy.float32) / 255


def wood(generator: numpy.random.Generator, size: tuple[int, int]) -> Image.Image:
    """Planks of brown wood."""
    width, height = size
    down = numpy.arange(height, dtype=numpy.float32)[:, None]
    grain = 0.5 + 0.5 * numpy.sin(down / 3.1 + 14 * smooth_noise(generator, size, (4, 9)))
    fibre = smooth_noise(generator, size, (6, height // 2))
    plank = (down // (height / 4)).astype(int)
    tone = generator.uniform(0.88, 1.06, 4)[numpy.clip(plank, 0, 3)]
    light = (0.72 + 0.16 * grain + 0.12 * fibre) * tone
    light = numpy.where(down % (height / 4) < 2, light * 0.45, light)
    return to_picture(light[:, :, None] * numpy.array([176, 122, 74], dtype=numpy.float32))


def cloth(generator: numpy.random.Generator, size: tuple[int, int]) -> Image.Image:
    """A bluish table cloth with folds and a weave."""
    width, height = size
    folds = 0.75 + 0.25 * smooth_noise(generator, size, (7, 5))
    weave = 0.96 + 0.04 * numpy.sin(numpy.arange(width) * 1.7)[None, :] * numpy.sin(numpy.arange(height) * 1.7)[:, None]
    return to_picture((folds * weave)[:, :, None] * numpy.array([128, 150, 168], dtype=numpy.float32))


def concrete(generator: numpy.random.Generator, size: tuple[int, int]) -> Image.Image:
    """A grey floor, lighter on one side."""
    width, height = size
    slope = numpy.linspace(0.82, 1.08, width, dtype=numpy.float32)[None, :]
    speckle = generator.normal(0, 0.035, (height, width))
    spots = 0.9 + 0.12 * smooth_noise(generator, size, (24, 18))
    return to_picture((slope * spots + speckle)[:, :, None] * numpy.array([158, 156, 150], dtype=numpy.float32))


def to_picture(values: numpy.ndarray) -> Image.Image:
    """An RGB picture from an array of 0..255, clipped."""
    return Image.fromarray(numpy.clip(values, 0, 255).astype(numpy.uint8))


def turn(cut_out: Image.Image, length_px: int, degrees: float, mirrored: bool) -> Image.Image:
    """The cut-out brought to `length_px` on its longer side, mirrored if asked, and turned."""
    scale = length_px / max(cut_out.size)
    cut_out = cut_out.convert("RGBA")
    cut_out = cut_out.resize([max(1, round(side * scale)) for side in cut_out.size], Image.Resampling.LANCZOS)
    if mirrored:
        cut_out = cut_out.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return cut_out.rotate(degrees, Image.Resampling.BICUBIC, expand=True)


def paste_with_shadow(scene: Image.Image, cut_out: Image.Image, centre: tuple[float, float]) -> None:
    """Lays the cut-out on the scene, its middle at `centre` (0..1 of width and height), over a soft shadow."""
    left = round(scene.width * centre[0] - cut_out.width / 2)
    top = round(scene.height * centre[1] - cut_out.height / 2)
    alpha = Image.new("L", scene.size, 0)
    alpha.paste(cut_out.getchannel("A"), (left + 9, top + 12))
    shadow = alpha.filter(ImageFilter.GaussianBlur(9)).point(lambda value: round(value * 0.45))
    scene.paste((18, 16, 14), (0, 0), shadow)
    scene.paste(cut_out, (left, top), cut_out)


def relight(scene: Image.Image, gamma: float, warmth: float, generator: numpy.random.Generator) -> Image.Image:
    """Another light: gamma, colour temperature (warmth > 0 is more red and less blue) and the camera's noise."""
    values = numpy.asarray(scene, dtype=numpy.float32) / 255
    values = values ** gamma * numpy.array([1 + warmth, 1, 1 - warmth], dtype=numpy.float32)
    values += generator.normal(0, 0.012, values.shape)
    return to_picture(values * 255).filter(ImageFilter.GaussianBlur(0.6))
