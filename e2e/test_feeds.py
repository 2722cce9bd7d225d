"""Feeds as merchants have them: every sample of docs/samples/feeds says the same, and columns can be mapped."""

import json
import pathlib
import shutil
import unittest
import urllib.parse
import zipfile

from e2e.goods import encoded, stamp, write_feed
from e2e.likeness import Server

SAMPLES = pathlib.Path(__file__).parent.parent / "docs/samples/feeds"
PHOTOS = {"tee-red": "clothes/t_tshirt", "tee-back": "clothes/t_poloshirt", "mug": "household/dishes/mug",
          "duck": "household/rubberduck", "duck-2": "household/kettle"}

server: Server


def setUpModule() -> None:
    global server
    server = Server(ingest__poll_ms=200)
    unittest.addModuleCleanup(server.close)
    server.start()


def feed_directory(name: str) -> pathlib.Path:
    """A directory with the samples' photos, for one feed to lie in."""
    directory = server.directory / name
    (directory / "photos").mkdir(parents=True)
    for photo, picture in PHOTOS.items():
        (directory / f"photos/{photo}.png").write_bytes(encoded(stamp(picture, 120)))
    return directory


def told(client) -> list[dict]:
    """What the server says of each product, apart from what it made up itself."""
    products = []
    for listed in client.products():
        product = client.get(f"/v1/products/{listed['id']}").json()
        variants = [{name: value for name, value in variant.items() if name not in ("id", "attributes")}
                    for variant in product["variants"]]
        products.append({
            **{name: product[name] for name in ("external_id", "title", "description", "brand", "product_type",
                                                "category_path")},
            "variants": sorted(variants, key=lambda variant: variant["external_id"]),
            "images": [(image["location"], image["role"], image["state"]) for image in product["images"]]})
    return sorted(products, key=lambda product: product["external_id"])


class SamplesTest(unittest.TestCase):
    def test_every_format_makes_the_same_catalogue(self):
        samples = sorted(path for path in SAMPLES.iterdir() if path.is_file())
        self.assertGreaterEqual(len(samples), 9)
        first = None
        for number, sample in enumerate(samples):
            with self.subTest(sample.name):
                org = f"shop{number}"
                server.make_org(org)
                directory = feed_directory(org)
                imported = server.import_feed(pathlib.Path(shutil.copy(sample, directory)), org)
                self.assertEqual((imported["state"], imported["rows"]["broken"], imported["products"]["created"],
                                  imported["images"]["done"]), ("done", 0, 3, 5), imported)
                said = told(server.client(org))
                first = first or said
                self.assertEqual(said, first)
        self.assertEqual([product["external_id"] for product in first], ["cafe-mug", "cotton-t-shirt", "rubber-duck"])
        self.assertEqual(first[1]["variants"][1]["price"], {"amount": "1299.00", "currency": "EUR", "minor": 129900})

    def test_the_second_time_changes_nothing(self):
        server.make_org("twice")
        feed = pathlib.Path(shutil.copy(SAMPLES / "shopify-old.csv", feed_directory("twice")))
        server.import_feed(feed, "twice")
        again = server.import_feed(feed, "twice")
        self.assertEqual((again["products"]["created"], again["products"]["changed"]), (0, 0))


class ArchiveTest(unittest.TestCase):
    """ZIP archives, and photos whose names are all that is known of them."""

    def zip_of(self, directory: pathlib.Path) -> pathlib.Path:
        archive = directory.with_suffix(".zip")
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
            for file in sorted(directory.rglob("*")):
                if file.is_file():
                    out.write(file, file.relative_to(directory.parent))
        return archive

    def photo_directory(self, name: str) -> pathlib.Path:
        directory = server.directory / name
        for path, picture in (("Mugs/blue_mug.png", "household/dishes/mug"), ("Toys/Bath/rubber-duck.png", "household/rubberduck")):
            (directory / path).parent.mkdir(parents=True)
            (directory / path).write_bytes(encoded(stamp(picture, 120)))
        (directory / "notes.txt").write_text("no photo")
        return directory

    def test_a_feed_with_its_photos(self):
        server.make_org("zipped")
        directory = feed_directory("zipped")
        shutil.copy(SAMPLES / "shopify-old.csv", directory)
        (directory / "photos/mug.png").unlink()
        imported = server.import_feed(self.zip_of(directory), "zipped", expect=5)
        self.assertEqual((imported["format"], imported["products"]["created"]), ("zip", 3), imported)
        self.assertEqual((imported["images"]["done"], imported["images"]["dead"]), (4, 1), imported)
        self.assertIn("the archive holds no such photo", json.dumps(imported["errors"]))
        again = server.import_feed(directory.with_suffix(".zip"), "zipped", expect=5)
        self.assertEqual((again["products"]["created"], again["products"]["changed"]), (0, 0), again)

    def test_photos_alone_in_an_archive_and_in_a_directory(self):
        directory = self.photo_directory("shots")
        said = []
        for org, given in (("shots-zip", self.zip_of(directory)), ("shots-dir", directory)):
            with self.subTest(org):
                server.make_org(org)
                imported = server.import_feed(given, org)
                self.assertEqual((imported["products"]["created"], imported["images"]["done"]), (2, 2), imported)
                said.append(sorted((product["title"], product["category_path"][-2:])
                                   for product in told(server.client(org))))
        self.assertEqual(said[1], [("blue mug", ["Mugs"]), ("rubber duck", ["Toys", "Bath"])])
        self.assertEqual([title for title, _ in said[0]], ["blue mug", "rubber duck"])

    def test_that_cannot_be_read_says_why(self):
        directory = server.directory / "bad"
        directory.mkdir()
        (directory / "broken.zip").write_bytes(b"PK\x03\x04 and then nothing of the kind")
        for name in ("several", "empty"):
            with zipfile.ZipFile(directory / f"{name}.zip", "w") as out:
                out.writestr("readme.md", "nothing")
                for number in range(2 if name == "several" else 0):
                    out.writestr(f"{number}.csv", "id,title,image_link\n1,Mug,mug.png\n")
        for name, words in (("broken", "ZIP archive"), ("several", "0.csv, 1.csv"), ("empty", "neither a feed")):
            with self.subTest(name):
                server.make_org(f"bad-{name}")
                refused = server.cli("import", directory / f"{name}.zip", "--org", f"bad-{name}")
                self.assertEqual(refused.returncode, 6, refused.stdout + refused.stderr)
                self.assertIn(words, refused.stderr)


class NoPhotoTest(unittest.TestCase):
    def test_a_product_without_photo_is_found_by_words(self):
        server.make_org("wordy")
        feed = write_feed(server.directory / "wordy/feed.tsv", [{"id": "1", "title": "Copper kettle", "image_link": ""}],
                          ["id", "title", "image_link"])
        imported = server.import_feed(feed, "wordy")
        self.assertEqual((imported["state"], imported["images"]["total"]), ("done", 0))
        self.assertEqual([fault["row_kept"] for fault in imported["errors"]], [True])
        self.assertIn("1 rows name no photo", imported["errors"][0]["reason"])
        self.assertEqual(server.client("wordy").found("text", text="kettle")[0], "1")


class MappingTest(unittest.TestCase):
    def test_is_remembered_with_the_source(self):
        server.make_org("mapped")
        feed = write_feed(feed_directory("mapped") / "feed.csv",
                          [{"No": "1", "Words": "Mug", "Shot": "photos/mug.png", "Feel": "clay"}],
                          ["No", "Words", "Shot", "Feel"])
        refused = server.cli("import", feed, "--org", "mapped")
        self.assertEqual(refused.returncode, 6)
        self.assertIn("No, Words, Shot, Feel", refused.stderr)
        done = server.cli("import", feed, "--org", "mapped", "--map", "No=id", "--map", "Words=title", "--map",
                          "Shot=image_link", "--map", "Feel=material")
        self.assertEqual(done.returncode, 0, done.stderr)
        server.import_feed(feed, "mapped")
        client = server.client("mapped")
        variant = client.products()[0]["variants"][0]
        self.assertEqual((variant["external_id"], variant["attributes"]), ("1", [{"name": "material", "values": ["clay"]}]))

    def test_that_names_no_attribute_is_refused_at_once(self):
        server.make_org("wrong")
        client = server.client("wrong")
        for mapping, words in (({"a": "titel"}, "is title meant"), ({"a": 7}, "JSON object"), ([], "JSON object")):
            with self.subTest(mapping):
                answer = client.post(f"/v1/imports?mapping={urllib.parse.quote(json.dumps(mapping))}", b"a\n1\n", "text/csv")
                self.assertEqual((answer.status, answer.fields()), (422, ["mapping"]), answer.text)
                self.assertIn(words, answer.text)
        self.assertEqual(client.get("/v1/imports").json()["imports"], [])


class HintTest(unittest.TestCase):
    def test_a_wrong_gtin_loses_no_product(self):
        server.make_org("hints")
        feed = write_feed(feed_directory("hints") / "feed.tsv",
                          [{"id": "1", "title": "Mug", "image_link": "photos/mug.png", "gtin": "4006381333932"}],
                          ["id", "title", "image_link", "gtin"])
        imported = server.import_feed(feed, "hints")
        self.assertEqual((imported["rows"]["broken"], imported["products"]["created"]), (0, 1))
        self.assertEqual([(fault["field"], fault["row_kept"]) for fault in imported["errors"]], [("gtin", True)])


if __name__ == "__main__":
    unittest.main()
