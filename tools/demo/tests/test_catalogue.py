"""Tests of the demo shop's list of goods, its feed and its query photos; they draw their own stamps."""

import contextlib
import csv
import hashlib
import io
import json
import tempfile
import unittest
from pathlib import Path

from PIL import Image, ImageDraw

from tools.demo import goods as shop
from tools.demo import make_catalogue, photos, searches


def draw_stamps(folder: Path, goods: list[shop.Goods]) -> None:
    """A coloured disc on nothing for each of the goods, with a title beside it."""
    for number, item in enumerate(goods):
        file = folder / f"{item.stamp}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        picture = Image.new("RGBA", (40 + number % 200, 60), (0, 0, 0, 0))
        ImageDraw.Draw(picture).ellipse((5, 5, 35, 55), (number % 256, 90, 160, 255))
        picture.save(file)
        file.with_suffix(".txt").write_text("A thing.\nfr.utf8=Une chose.\n", encoding="utf-8")


def make(stamps: Path, out: Path) -> int:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return make_catalogue.main(["--out", str(out), "--stamps", str(stamps)])


def digest(folder: Path) -> str:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return hashlib.sha256(b"".join(str(file.relative_to(folder)).encode() + file.read_bytes() for file in files)).hexdigest()


class GoodsTest(unittest.TestCase):
    GOODS = shop.load_goods()

    def test_the_list_is_large_enough_and_every_line_is_complete(self):
        self.assertTrue(250 <= len(self.GOODS) <= 400, len(self.GOODS))
        self.assertEqual(len({item.title for item in self.GOODS}), len(self.GOODS), "a title comes twice")
        sold = [item for item in self.GOODS if item.department not in ("Prints", "Posters")]
        self.assertGreaterEqual(len(sold), 110)

    def test_what_is_invented_is_well_formed(self):
        for item in self.GOODS:
            self.assertRegex(shop.price(item), r"^\d+\.\d9 EUR$|^\d+\.90 EUR$", item.id)
            self.assertIn(shop.brand(item), shop.BRANDS[item.department])
            self.assertRegex(item.id, r"^[a-z0-9-]+$")

    def test_a_broken_line_is_named(self):
        with tempfile.TemporaryDirectory() as name:
            file = Path(name, "goods.tsv")
            file.write_text("# comment\na/b\tTitle\tFood > Fruit\n", encoding="utf-8")
            with self.assertRaisesRegex(ValueError, "goods.tsv line 2: expected 4 fields, found 3"):
                shop.load_goods(file)
            file.write_text("a/b\tT\tFood\tred\na/b\tU\tFood\tred\n", encoding="utf-8")
            with self.assertRaisesRegex(ValueError, "line 2: the id a-b comes twice"):
                shop.load_goods(file)


class CatalogueTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.goods = shop.load_goods()
        cls.folder = tempfile.TemporaryDirectory()
        cls.stamps, cls.out = Path(cls.folder.name, "stamps"), Path(cls.folder.name, "out")
        draw_stamps(cls.stamps, cls.goods)
        cls.status = make(cls.stamps, cls.out)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def rows(self):
        with open(self.out / "feed.tsv", encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream, delimiter="\t"))

    def test_every_product_has_a_row_and_a_photo(self):
        self.assertEqual(self.status, 0)
        rows = self.rows()
        self.assertEqual([row["id"] for row in rows], [item.id for item in self.goods])
        for row in rows:
            self.assertTrue((self.out / row["image_link"]).is_file(), row["image_link"])
            self.assertTrue(row["description"].startswith("A thing."))
        self.assertEqual(len(list((self.out / "images").iterdir())), len(rows))

    def test_photos_are_white_squares_with_a_margin(self):
        cut_out = Image.new("RGBA", (100, 50), (200, 0, 0, 255))
        picture = photos.on_white(cut_out)
        self.assertEqual((picture.mode, picture.size), ("RGB", (124, 124)))
        self.assertEqual(picture.getpixel((0, 62)), (255, 255, 255))
        self.assertEqual(picture.crop((12, 37, 112, 87)).getcolors(), [(5000, (200, 0, 0))])

    def test_searches_name_products_and_photos_that_are_there(self):
        ids = {row["id"] for row in self.rows()}
        listed = json.loads((self.out / "demo.json").read_text(encoding="utf-8"))["searches"]
        self.assertEqual([(bool(search["photo"]), bool(search["text"])) for search in listed],
                         [(True, False), (False, True), (True, True)])
        for search in listed:
            self.assertIn(search["expected"], ids)
            self.assertTrue(not search["photo"] or (self.out / search["photo"]).is_file())
        self.assertEqual(len(list((self.out / "queries").iterdir())), len(searches.SCENES))

    def test_no_query_is_a_photo_of_the_catalogue(self):
        catalogue = {file.read_bytes() for file in (self.out / "images").iterdir()}
        self.assertFalse(catalogue & {file.read_bytes() for file in (self.out / "queries").iterdir()})

    def test_it_is_the_same_on_every_run_and_not_made_twice(self):
        before = digest(self.out)
        feed = (self.out / "feed.tsv").stat().st_mtime_ns
        self.assertEqual(make(self.stamps, self.out), 0)
        self.assertEqual((self.out / "feed.tsv").stat().st_mtime_ns, feed, "an up-to-date catalogue was made again")
        with tempfile.TemporaryDirectory() as other:
            self.assertEqual(make(self.stamps, Path(other, "out")), 0)
            self.assertEqual(digest(Path(other, "out")), before)

    def test_a_folder_with_something_else_is_left_alone(self):
        with tempfile.TemporaryDirectory() as other:
            Path(other, "letter.txt").write_text("mine", encoding="utf-8")
            self.assertEqual(make(self.stamps, Path(other)), 1)
            self.assertEqual([file.name for file in Path(other).iterdir()], ["letter.txt"])

    def test_missing_stamps_are_reported(self):
        self.assertEqual(make(Path(self.folder.name, "nowhere"), Path(self.folder.name, "unused")), 1)


if __name__ == "__main__":
    unittest.main()
