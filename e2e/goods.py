"""Things to sell: photos from Debian's data packages, pictures made of them, and feeds that name them."""

import csv
import functools
import gzip
import io
import pathlib
import struct

import numpy
from PIL import Image, ImageEnhance

STAMPS = pathlib.Path("/usr/share/tuxpaint/stamps")
FASHION = pathlib.Path("/usr/share/datasets/fashion-mnist/t10k-images-idx3-ubyte.gz")

COLUMNS = ["id", "item_group_id", "title", "description", "brand", "product_type", "link", "image_link",
           "additional_image_link", "price", "sale_price", "sale_price_effective_date", "availability", "color", "size"]


def stamp(name: str, side_px: int = 360) -> Image.Image:
    """A stamp on a white square."""
    picture = Image.open(STAMPS / f"{name}.png").convert("RGBA")
    picture.thumbnail((side_px, side_px))
    scale = side_px * 0.8 / max(picture.size)
    picture = picture.resize([max(1, round(length * scale)) for length in picture.size], Image.Resampling.LANCZOS)
    ground = Image.new("RGBA", (side_px, side_px), "white")
    ground.alpha_composite(picture, ((side_px - picture.width) // 2, (side_px - picture.height) // 2))
    return ground.convert("RGB")


def turned(picture: Image.Image) -> Image.Image:
    return picture.rotate(12, Image.Resampling.BICUBIC, fillcolor="white")


def relit(picture: Image.Image) -> Image.Image:
    return ImageEnhance.Color(ImageEnhance.Brightness(picture).enhance(0.75)).enhance(0.7)


def pasted(picture: Image.Image) -> Image.Image:
    """Smaller, off the middle of a larger grey picture."""
    ground = Image.new("RGB", (480, 480), (205, 208, 212))
    ground.paste(picture.resize((330, 330)), (110, 90))
    return ground


PASTED_BOX = {"x": 110 / 480, "y": 90 / 480, "width": 330 / 480, "height": 330 / 480}  # where pasted() puts it


def side_by_side(left: Image.Image, right: Image.Image) -> Image.Image:
    both = Image.new("RGB", (left.width + right.width, max(left.height, right.height)), "white")
    both.paste(left, (0, 0))
    both.paste(right, (left.width, 0))
    return both


def encoded(picture: Image.Image, kind: str = "PNG", **options) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


@functools.cache
def _fashion() -> numpy.ndarray:
    with gzip.open(FASHION) as file:
        count, height, width = struct.unpack(">4x3I", file.read(16))
        return numpy.frombuffer(file.read(), numpy.uint8).reshape(count, height, width)


def garment(number: int) -> Image.Image:
    """A small grey photo of a piece of clothing."""
    return Image.fromarray(255 - _fashion()[number]).resize((112, 112), Image.Resampling.BICUBIC).convert("RGB")


def write_feed(file: pathlib.Path, rows: list[dict], columns: list[str] | None = None) -> pathlib.Path:
    """A TSV or, by its name, CSV feed."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", newline="") as out:
        writer = csv.DictWriter(out, columns or COLUMNS, delimiter="," if file.suffix == ".csv" else "\t",
                                lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return file


def garment_feed(directory: pathlib.Path, count: int, first: int = 0) -> pathlib.Path:
    """A feed of clothing with one photo each."""
    (directory / "photos").mkdir(parents=True, exist_ok=True)
    rows = []
    for number in range(first, first + count):
        garment(number).save(directory / f"photos/{number}.png")
        rows.append({"id": f"g{number}", "title": f"Garment number {number}", "brand": "Loom",
                     "image_link": f"photos/{number}.png", "price": f"{10 + number % 50}.00 EUR"})
    return write_feed(directory / "feed.tsv", rows)
