"""Makes the demo shop's catalogue from the photos of Debian's package tuxpaint-stamps-default.

Writes DIR/feed.tsv (Google Merchant names), DIR/images/, DIR/queries/, DIR/demo.json, DIR/README.txt and DIR/stamp, a hash
of everything that went in; does nothing when DIR/stamp is current.
"""

import argparse
import csv
import hashlib
import json
import shutil
import sys
from pathlib import Path

import numpy
import PIL
from PIL import Image

from . import goods as shop
from . import photos, searches

STAMPS = Path("/usr/share/tuxpaint/stamps")
COLUMNS = ["id", "title", "description", "link", "image_link", "availability", "price", "brand", "color", "size", "product_type"]
PNG_UP_TO_PX = 160
README = """The catalogue of Likeness's demo shop, made by tools/demo/make_catalogue.py.

The photos come from Tux Paint's stamps (Debian package tuxpaint-stamps-default, GPL-2, copyright 2002-2022 Bill Kendrick and
contributors). Brand, price, size, availability and link of each product are invented.
"""


def first_sentence(stamp: Path) -> str:
    """The stamp's English title."""
    text = stamp.with_suffix(".txt")
    return text.read_text(encoding="utf-8").splitlines()[0].strip() if text.is_file() else ""


def feed_row(item: shop.Goods, image: str, sentence: str) -> dict[str, str]:
    """One line of the feed."""
    return {
        "id": item.id,
        "title": item.title,
        "description": " ".join(filter(None, [sentence, shop.NOTES.get(item.department, "")])),
        "link": f"https://shop.example/p/{item.id}",
        "image_link": image,
        "availability": shop.availability(item),
        "price": shop.price(item),
        "brand": shop.brand(item),
        "color": item.color,
        "size": shop.size(item),
        "product_type": item.product_type,
    }


def write_photo(picture: Image.Image, images: Path, name: str) -> str:
    """Writes a catalogue photo, small ones without loss; returns its path relative to the feed."""
    if picture.width <= PNG_UP_TO_PX:
        picture.save(images / f"{name}.png")
        return f"images/{name}.png"
    picture.save(images / f"{name}.jpg", quality=90)
    return f"images/{name}.jpg"


def write_searches(out: Path, stamps: Path, ids: dict[str, str]) -> None:
    """Writes the query photos and demo.json; `ids` gives the product of a stamp."""
    (out / "queries").mkdir()
    for scene in searches.SCENES:
        picture = searches.draw(scene, lambda stamp: Image.open(stamps / f"{stamp}.png"))
        picture.save(out / "queries" / scene.file, quality=88)
    listed = [{"name": search.name,
               "photo": f"queries/{search.photo}" if search.photo else None,
               "box": search.box or None,
               "text": search.text or None,
               "filters": search.filters,
               "expected": ids[search.expected_stamp]} for search in searches.SEARCHES]
    (out / "demo.json").write_text(json.dumps({"searches": listed}, indent=2) + "\n", encoding="utf-8")


def make(out: Path, stamps: Path, goods: list[shop.Goods]) -> None:
    """Makes the catalogue in `out`, which must be absent or empty of it."""
    images = out / "images"
    images.mkdir(parents=True)
    (out / "README.txt").write_text(README, encoding="utf-8")
    rows = []
    for item in goods:
        stamp = stamps / f"{item.stamp}.png"
        with Image.open(stamp) as cut_out:
            image = write_photo(photos.on_white(cut_out), images, item.id)
        rows.append(feed_row(item, image, first_sentence(stamp)))
    with open(out / "feed.tsv", "w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    write_searches(out, stamps, {item.stamp: item.id for item in goods})


def inputs_hash(stamps: Path, goods: list[shop.Goods]) -> str:
    """A hash of the programs, the list, the libraries' versions and the stamps' names and sizes."""
    digest = hashlib.sha256(f"{PIL.__version__} {numpy.__version__}".encode())
    here = Path(__file__).parent
    for file in sorted([*here.glob("*.py"), shop.GOODS_FILE]):
        if file.name != "demo.py":
            digest.update(file.read_bytes())
    for item in goods:
        digest.update(f"{item.stamp} {(stamps / f'{item.stamp}.png').stat().st_size}\n".encode())
    return digest.hexdigest()


def main(arguments: list[str] | None = None) -> int:
    """Runs the program; returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.demo.make_catalogue", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="directory of the catalogue; replaced when it is out of date")
    parser.add_argument("--stamps", type=Path, default=STAMPS, help=f"directory of the stamps (default: {STAMPS})")
    options = parser.parse_args(arguments)
    if not options.stamps.is_dir():
        print(f"make_catalogue: {options.stamps} is missing: install the Debian package tuxpaint-stamps-default", file=sys.stderr)
        return 1
    goods = shop.load_goods()
    current = inputs_hash(options.stamps, goods)
    stamp = options.out / "stamp"
    if stamp.is_file() and stamp.read_text(encoding="utf-8").strip() == current:
        print(f"catalogue: {options.out} is up to date ({len(goods)} products)")
        return 0
    if options.out.exists() and not (options.out / "README.txt").is_file() and any(options.out.iterdir()):
        print(f"make_catalogue: {options.out} holds something else; name an empty directory", file=sys.stderr)
        return 1
    shutil.rmtree(options.out, ignore_errors=True)
    make(options.out, options.stamps, goods)
    stamp.write_text(current + "\n", encoding="utf-8")
    print(f"catalogue: {len(goods)} products in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
