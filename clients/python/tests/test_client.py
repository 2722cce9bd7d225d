"""Against the server that LIKENESS_TEST_URL names, with the shop of e2e/client_shop.py."""

import io
import os
import pathlib
import time
import unittest

from likeness_client import AuthenticatedClient, Client
from likeness_client.api.auth import login
from likeness_client.api.imports import create_import, get_import, list_wanted_files, put_import_file
from likeness_client.api.products import get_product, get_thumbnail, list_products
from likeness_client.api.query_images import create_query_image
from likeness_client.api.search import search_by_image, search_by_text
from likeness_client.models import FacetName, Filter, GetThumbnailSizePx, ImageSearch, ImportState, Login, Problem, TextSearch
from likeness_client.types import UNSET, File

URL = os.environ["LIKENESS_TEST_URL"]
FEED = pathlib.Path(os.environ["LIKENESS_TEST_FEED"])


def sign_in() -> AuthenticatedClient:
    credentials = Login(os.environ["LIKENESS_TEST_EMAIL"], os.environ["LIKENESS_TEST_PASSWORD"])
    session = login.sync(client=Client(URL), body=credentials)
    return AuthenticatedClient(URL, session.access_token)


def file(path: pathlib.Path) -> File:
    return File(io.BytesIO(path.read_bytes()))


def import_shop(client: AuthenticatedClient):
    started = create_import.sync(client=client, body=file(FEED), filename="feed.tsv")
    while True:
        now = get_import.sync(started.id, client=client)
        if now.state in (ImportState.DONE, ImportState.FAILED, ImportState.STOPPED):
            return now
        for wanted in list_wanted_files.sync(started.id, client=client).files:
            put_import_file.sync_detailed(started.id, client=client, path=wanted.path, body=file(FEED.parent / wanted.path))
        time.sleep(0.1)


class Shop(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.client = sign_in()
        imported = import_shop(cls.client)
        assert (imported.products.created, imported.images.done, imported.images.dead) == (30, 31, 0), imported

    def test_pages(self):
        ids, cursor = [], UNSET
        while True:
            page = list_products.sync(client=self.client, limit=7, cursor=cursor)
            ids += [product.external_id for product in page.products]
            cursor = page.next_cursor
            if not cursor:
                break
        self.assertEqual((len(ids), len(set(ids))), (30, 30))

    def test_search_by_photo(self):
        photo = create_query_image.sync(client=self.client, body=file(FEED.parent / "photos/kettle.png"))
        search = ImageSearch(query_image_id=photo.id, limit=3, facets=[FacetName.BRAND])
        first = search_by_image.sync(client=self.client, body=search)
        self.assertEqual(first.hits[0].product.external_id, "kettle")
        self.assertEqual(first.facets[0].name, FacetName.BRAND)
        search.cursor = first.next_cursor
        second = search_by_image.sync(client=self.client, body=search)
        shown = [hit.product.id for hit in first.hits + second.hits]
        self.assertEqual(len(shown), len(set(shown)))
        search.cursor, search.filter_ = UNSET, Filter(brands=["Homely"])
        filtered = search_by_image.sync(client=self.client, body=search)
        self.assertEqual({hit.product.brand for hit in filtered.hits}, {"Homely"})

    def test_search_by_words(self):
        found = search_by_text.sync(client=self.client, body=TextSearch("kettle"))
        self.assertEqual(found.hits[0].product.external_id, "kettle")
        thumbnail = get_thumbnail.sync(found.hits[0].image_id, GetThumbnailSizePx.VALUE_160, client=self.client)
        self.assertEqual(thumbnail.payload.read()[8:12], b"WEBP")

    def test_problems(self):
        missing = get_product.sync("prd_01900000-0000-7000-8000-000000000006", client=self.client)
        self.assertIsInstance(missing, Problem)
        self.assertEqual((missing.status, missing.type_), (404, "urn:likeness:problem:not-found"))
        wrong = list_products.sync(client=self.client, limit=0)
        self.assertEqual([fault.field for fault in wrong.errors], ["limit"])
        anonymous = list_products.sync(client=Client(URL))
        self.assertEqual(anonymous.status, 401)


if __name__ == "__main__":
    unittest.main()
