"""Lifestyle photos are shown with their product, and searched by the things on them, not as a whole."""

import pathlib
import unittest

from e2e.goods import COLUMNS, encoded, stamp, write_feed
from e2e.likeness import ROOT, Server

DETECTOR = ROOT.parent / "shared/models/yolox_nano.onnx"
PHOTOS = {"jacket": "clothes/t_jacket", "scene": "household/kettle", "duck": "household/rubberduck",
          "kiwi": "food/fruit/kiwi"}

server: Server


def setUpModule() -> None:
    global server
    server = Server(ingest__poll_ms=200)
    unittest.addModuleCleanup(server.close)
    server.start()


def write_shop(directory: pathlib.Path, scene_role: str = "lifestyle_image_link") -> pathlib.Path:
    """A jacket with a scene (a kettle), a duck, and a kiwi that has nothing but a scene."""
    (directory / "photos").mkdir(parents=True, exist_ok=True)
    for name, picture in PHOTOS.items():
        (directory / f"photos/{name}.png").write_bytes(encoded(stamp(picture)))
    return write_feed(directory / "feed.tsv", [
        {"id": "jacket", "title": "Winter jacket", "image_link": "photos/jacket.png", scene_role: "photos/scene.png"},
        {"id": "duck", "title": "Rubber duck", "image_link": "photos/duck.png"},
        {"id": "kiwi", "title": "Kiwifruit", "lifestyle_image_link": "photos/kiwi.png"},
    ], [*COLUMNS, "lifestyle_image_link"])


class LifestyleTest(unittest.TestCase):
    def setUp(self) -> None:
        org = self._testMethodName.replace("_", "-")[:30]
        self.org, self.directory = org, server.directory / org
        server.make_org(org)
        self.client = server.client(org)

    def import_shop(self, role: str = "lifestyle_image_link") -> None:
        imported = server.import_feed(write_shop(self.directory, role), self.org)
        self.assertEqual((imported["state"], imported["images"]["done"]), ("done", 4), imported)

    def found_by_the_scene(self) -> list[tuple[str, str]]:
        """Products and the locations of the photos that they were found by, best first."""
        image = self.client.query_image(encoded(stamp(PHOTOS["scene"])))
        hits = self.client.search("image", query_image_id=image, limit=3)["hits"]
        return [(hit["product"]["external_id"], self.client.get(f"/v1/images/{hit['image_id']}").json()["location"])
                for hit in hits]

    def test_a_scene_is_shown_and_not_found_as_a_whole(self):
        self.import_shop()
        self.assertNotIn(("jacket", "photos/scene.png"), self.found_by_the_scene())
        jacket = next(product for product in self.client.products() if product["external_id"] == "jacket")
        images = self.client.get(f"/v1/products/{jacket['id']}").json()["images"]
        self.assertEqual([(image["role"], image["state"]) for image in images],
                         [("main", "done"), ("lifestyle", "done")])
        self.assertEqual(self.client.get(f"/v1/images/{images[1]['id']}/thumbnails/160").status, 200)
        index = self.client.get("/v1/index").json()
        self.assertEqual((index["vectors"], index["stored_vectors"]), (6, 6), "3 wholes and 3 texts")

    def test_a_product_with_a_scene_alone_is_found_by_it(self):
        self.import_shop()
        image = self.client.query_image(encoded(stamp(PHOTOS["kiwi"])))
        self.assertEqual(self.client.found("image", query_image_id=image)[0], "kiwi")

    def test_another_role_is_understood_anew(self):
        self.import_shop()
        self.import_shop("additional_image_link")
        self.assertEqual(self.found_by_the_scene()[0], ("jacket", "photos/scene.png"))
        self.import_shop()
        self.assertNotIn(("jacket", "photos/scene.png"), self.found_by_the_scene())


@unittest.skipUnless(DETECTOR.is_file(), "needs the detector's file")
class DetectorTest(unittest.TestCase):
    def test_the_things_on_a_scene_are_found(self):
        with Server(models__detector=DETECTOR, ingest__poll_ms=200) as other:
            other.make_org("shop")
            imported = other.import_feed(write_shop(other.directory / "shop"), "shop")
            self.assertEqual(imported["images"]["done"], 4, imported)
            client = other.client("shop")
            by_id = {product["external_id"]: client.get(f"/v1/products/{product['id']}").json()
                     for product in client.products()}
            scenes = [image for product in by_id.values() for image in product["images"] if image["role"] == "lifestyle"]
            regions = {image["id"]: client.get(f"/v1/images/{image['id']}").json()["regions"] for image in scenes}
            self.assertEqual(len(regions), 2)
            photos, texts = 4, 3
            wholes = photos - 1 - sum(bool(found) for image, found in regions.items()
                                      if image == by_id["kiwi"]["images"][0]["id"])
            every = sum(len(client.get(f"/v1/images/{image['id']}").json()["regions"])
                        for product in by_id.values() for image in product["images"])
            index = client.get("/v1/index").json()
            self.assertEqual(index["vectors"], wholes + every + texts)


if __name__ == "__main__":
    unittest.main()
