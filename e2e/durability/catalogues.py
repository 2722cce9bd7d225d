"""What is imported while things break: feeds of ../shared/data, and clothing from Debian's data package."""

import csv
import dataclasses
import pathlib

from e2e import goods
from e2e.likeness import ROOT

SHARED = ROOT.parent / "shared/data"


@dataclasses.dataclass
class Catalogue:
    """A feed with its photos, and photos to search it with."""

    name: str
    feed: pathlib.Path
    products: int
    photos: int
    queries: list[bytes]


def of_shared_data(name: str, query_count: int = 30) -> Catalogue | None:
    """None where the folder is not there."""
    folder = SHARED / name
    if not (folder / "feed.tsv").exists():
        return None
    with (folder / "feed.tsv").open(newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    photos = sum(1 + len([word for word in row.get("additional_image_link", "").split(",") if word]) for row in rows)
    files = sorted((folder / "queries").rglob("*.jpg"))
    step = max(1, len(files) // query_count)
    return Catalogue(name, folder / "feed.tsv", len({row["id"] for row in rows}), photos,
                     [file.read_bytes() for file in files[::step][:query_count]])


def of_fashion(directory: pathlib.Path, count: int, host_url: str = "", query_count: int = 40) -> Catalogue:
    """One product per photo. With a host every other photo is named by its address there, the rest lie beside the feed."""
    photos = directory / "photos"
    photos.mkdir(parents=True)
    rows = []
    for number in range(count):
        goods.garment(number).save(photos / f"{number}.png")
        remote = host_url and number % 2 == 0
        rows.append({"id": f"f{number}", "title": f"Garment number {number}", "brand": "Loom",
                     "image_link": f"{host_url}/photos/{number}.png" if remote else f"photos/{number}.png",
                     "price": f"{10 + number % 50}.00 EUR"})
    feed = goods.write_feed(directory / "feed.tsv", rows)
    step = max(1, count // query_count)
    queries = [goods.encoded(goods.turned(goods.garment(number))) for number in range(0, count, step)][:query_count]
    return Catalogue("fashion", feed, count, count, queries)


