"""The photos that ingest is measured on: real clothing photos where they are, else the demo shop's."""

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path

from tools.quality.machine import CHECKOUT

CLOTHING = CHECKOUT.parent / "shared" / "data" / "clothing"
DEMO = CHECKOUT / "build" / "demo" / "catalogue"


@dataclass(frozen=True)
class Workload:
    """A feed with one photo a product beside it."""

    name: str
    feed: Path
    photos: list[Path]


def photo_workload(directory: Path, count: int) -> Workload:
    """Copies the first `count` products with their main photos into the directory."""
    origin = CLOTHING if CLOTHING.is_dir() else DEMO
    if not (origin / "feed.tsv").is_file():
        raise SystemExit("there are no photos to measure: `make demo EXIT=1` makes the demo shop's")
    rows = []
    with open(origin / "feed.tsv", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            if (origin / row["image_link"]).is_file():
                rows.append({name: row.get(name, "") for name in ("id", "title", "description", "image_link", "price")})
            if len(rows) == count:
                break
    photos = []
    for row in rows:
        photo = directory / row["image_link"]
        photo.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(origin / row["image_link"], photo)
        photos.append(photo)
    return Workload(origin.name, write_feed(directory / "feed.tsv", rows), photos)


def rows_workload(directory: Path, count: int) -> Path:
    """A feed of products without photos."""
    directory.mkdir(parents=True, exist_ok=True)
    rows = ({"id": f"SKU-{number}", "title": f"Summer dress no. {number}, knee-length", "image_link": "",
             "description": "A light dress of washed linen, made for warm days, with two pockets and a belt of the same cloth.",
             "price": f"{10 + number % 90}.99 EUR", "brand": f"Brand {number % 200}", "color": "red/navy", "size": "M",
             "availability": "in_stock", "product_type": "Apparel > Dresses > Summer"} for number in range(count))
    return write_feed(directory / "feed.tsv", rows)


def write_feed(file: Path, rows) -> Path:
    """Writes rows, dictionaries of the same keys, as TSV."""
    with open(file, "w", encoding="utf-8", newline="") as stream:
        writer = None
        for row in rows:
            if writer is None:
                writer = csv.DictWriter(stream, row.keys(), delimiter="\t", lineterminator="\n")
                writer.writeheader()
            writer.writerow(row)
    return file
