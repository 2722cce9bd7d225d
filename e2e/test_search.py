"""Searching a small shop by photo, by words and by both, and what a search must never show."""

import io
import unittest
import urllib.request
import uuid

from PIL import Image

from e2e import goods, shop
from e2e.likeness import Server

server: Server
ann = other = None  # an editor of the shop, and one of an org with nothing in it


def setUpModule() -> None:
    global server, ann, other
    server = Server()
    unittest.addModuleCleanup(server.close)
    server.start()
    ann, other = shop.open_shop(server)


class PhotoTest(unittest.TestCase):
    """A product is found by a changed copy of its photo."""

    def assert_found(self, change, within: int = 1, **more) -> None:
        """Each product stands among the first ones that a changed copy of its photo finds."""
        wrong = {}
        for name in shop.stamps():
            image = ann.query_image(goods.encoded(change(goods.stamp(name)), "JPEG", quality=88))
            found = ann.found("image", query_image_id=image, limit=30, **more)
            place = found.index(shop.product_id(name)) + 1 if shop.product_id(name) in found else None
            if place is None or place > within:
                wrong[name] = place
        self.assertFalse(wrong, "places of the products that stood too far behind")

    def test_turned_copy(self):
        self.assert_found(goods.turned)

    def test_relit_copy(self):
        self.assert_found(goods.relit)

    def test_pasted_copy(self):
        self.assert_found(goods.pasted, within=5)

    def test_box_around_a_pasted_copy(self):
        self.assert_found(goods.pasted, box=goods.PASTED_BOX)

    def test_box_chooses_among_two_things(self):
        both = goods.side_by_side(goods.stamp("household/dishes/mug"), goods.stamp("clothes/hats/tophat"))
        image = ann.query_image(goods.encoded(both))
        for x, product in ((0, "mug"), (0.5, "tophat")):
            box = {"x": x, "y": 0, "width": 0.5, "height": 1}
            self.assertEqual(ann.found("image", query_image_id=image, box=box)[0], product)

    def test_by_a_product(self):
        found = ann.search("image", product_id=shop.product_ids(ann)["kiwi"])["hits"]
        self.assertEqual(found[0]["product"]["external_id"], "kiwi")
        self.assertGreater(found[0]["confidence"], found[1]["confidence"])

    def test_a_product_stands_once_whatever_the_number_of_its_photos(self):
        image = ann.query_image(goods.encoded(goods.stamp("clothes/t_poloshirt")))
        for search in (ann.found("image", query_image_id=image, limit=200),
                       ann.found("text", text="shirt", limit=200),
                       ann.found("multi", image={"query_image_id": image}, text="red polo shirt", limit=200)):
            self.assertIn("t_poloshirt", search)
            self.assertEqual(len(search), len(set(search)))

    def test_query_image_is_upright_and_stripped(self):
        exif = Image.Exif()
        exif[0x0112] = 6  # turned by a quarter
        exif.get_ifd(0x8825)[1] = "N"  # where it was taken
        photo = goods.encoded(goods.stamp("food/fruit/kiwi").resize((300, 200)), "JPEG", exif=exif.tobytes())
        image = ann.query_image(photo)
        facts = ann.get(f"/v1/query-images/{image}").json()
        self.assertEqual((facts["width_px"], facts["height_px"]), (200, 300))
        picture = Image.open(io.BytesIO(ann.get(f"/v1/query-images/{image}/picture").body))
        self.assertEqual(picture.size, (200, 300))
        self.assertFalse(dict(picture.getexif()))
        self.assertEqual(ann.delete(f"/v1/query-images/{image}").status, 204)
        self.assertEqual(ann.get(f"/v1/query-images/{image}").status, 404)


class WordsTest(unittest.TestCase):
    def test_words(self):
        for text, product in (("classical guitar", "guitar_classical"), ("jacket", "t_jacket"), ("KETTLE", "kettle"),
                              ("something to hit nails: a hammer", "hammer")):
            with self.subTest(text):
                self.assertEqual(ann.found("text", text=text)[0], product)

    def test_misspelt_word(self):
        for text, product in (("strawbery", "strawberry2"), ("brocoli", "broccoli"),
                              ("clasical gitar", "guitar_classical")):
            with self.subTest(text):
                self.assertIn(product, ann.found("text", text=text)[:3])

    def test_photo_and_words(self):
        image = {"query_image_id": ann.query_image(goods.encoded(goods.stamp("food/fruit/kiwi")))}
        self.assertEqual(ann.found("multi", image=image, text="violin with bow", image_weight=1)[0], "kiwi")
        self.assertEqual(ann.found("multi", image=image, text="violin with bow", image_weight=0)[0], "violin")
        self.assertLessEqual({"kiwi", "violin"}, set(ann.found("multi", image=image, text="violin with bow")[:5]))

    def test_photo_of_a_product_and_words(self):
        image = {"product_id": shop.product_ids(ann)["blue_fedora"]}
        self.assertEqual(ann.found("multi", image=image, text="top hat of silk", image_weight=0.3)[0], "tophat")


class FilterTest(unittest.TestCase):
    """Each filter against what the feed says, in every kind of search."""

    def assert_filter(self, expected: set[str], **filters) -> None:
        kiwi = shop.product_ids(ann)["kiwi"]
        found = ann.found("image", product_id=kiwi, filter=filters, limit=200)
        self.assertEqual(set(found), expected)
        self.assertEqual(ann.found("image", product_id=kiwi, filter=filters, limit=200, exact=True), found)
        by_words = ann.found("text", text="shirt hat fruit tool", filter=filters, limit=200)
        self.assertLessEqual(set(by_words), expected)

    def chosen(self, condition) -> set[str]:
        return {row.get("item_group_id") or row["id"] for row in shop.rows() if condition(row)}

    def test_brand(self):
        self.assert_filter(self.chosen(lambda row: row["brand"] in ("Hatter", "Chord")), brands=["hatter", "Chord"])

    def test_category_is_a_beginning_of_the_path(self):
        self.assert_filter(self.chosen(lambda row: row["product_type"].startswith("Apparel > Accessories")),
                           categories=["Apparel > Accessories"])
        self.assert_filter(set(), categories=["Apparel > Access"])

    def test_color(self):
        self.assert_filter(self.chosen(lambda row: "black" in row["color"]), colors=["Black"])

    def test_size(self):
        self.assert_filter({"t_tshirt", "t_poloshirt"}, sizes=["l"])

    def test_availability(self):
        self.assert_filter({"t_poloshirt"}, availability=["preorder"])
        self.assert_filter({"t_tshirt", "t_baseballcap"}, availability=["out_of_stock"])

    def test_one_variant_meets_all(self):
        self.assert_filter({"t_poloshirt", "t_baseballcap"}, colors=["red"], sizes=["M"])
        self.assert_filter({"t_poloshirt"}, colors=["red"], sizes=["M"], availability=["in_stock"])

    def test_hit_names_the_variant_that_meets_them(self):
        hit = ann.search("text", text="baseball cap", filter={"colors": ["black"]})["hits"][0]
        variant = next(v for v in hit["product"]["variants"] if v["id"] == hit["variant_id"])
        self.assertEqual((variant["external_id"], variant["colors"]), ("t_baseballcap-black-M", ["black"]))

    def test_price_is_the_one_to_pay_now(self):
        self.assert_filter({"t_jacket", "t_pants"}, price_min=40, price_max=60)  # the jacket is on sale for 59
        self.assert_filter({"toolbox"}, price_min=28.99, price_max=29, brands=["Toolworks"])
        self.assert_filter({"violin"}, price_min=250)  # its sale is over
        self.assert_filter({"t_tshirt", "t_poloshirt", "t_baseballcap", "soccer"}, price_min=12.5, price_max=12.5)

    def test_price_in_another_currency(self):
        self.assert_filter(set(), price_max=1000, currency="USD")

    def test_facets_count_what_is_found(self):
        answer = ann.search("image", product_id=shop.product_ids(ann)["kiwi"], limit=1, filter={"categories": ["Apparel"]},
                            facets=["brand", "category", "color", "size", "availability"])
        counts = {facet["name"]: {v["value"]: v["count"] for v in facet["values"]} for facet in answer["facets"]}
        self.assertEqual(answer["found"], 12)
        self.assertEqual(counts["brand"], {"Hatter": 5, "Nordwind": 3, "Loom": 4})
        self.assertEqual(counts["category"]["Apparel"], 12)
        self.assertEqual(counts["category"]["Apparel > Accessories"], 2)
        self.assertEqual(counts["category"]["Apparel > Accessories > Gloves"], 1)
        self.assertEqual(counts["size"], {"M": 3, "L": 2, "S": 1})
        self.assertEqual(counts["color"]["red"], 4)
        self.assertEqual(counts["availability"], {"in_stock": 12, "out_of_stock": 2, "preorder": 1})


class PageTest(unittest.TestCase):
    def test_pages_neither_repeat_nor_leave_out(self):
        kiwi = shop.product_ids(ann)["kiwi"]
        whole = ann.search("image", product_id=kiwi, limit=200)
        self.assertEqual(whole["found"], 30)
        self.assertNotIn("next_cursor", whole)
        pages, body = [], {"product_id": kiwi, "limit": 7}
        while True:
            answer = ann.search("image", **body)
            self.assertEqual(answer["found"], 30)
            pages.append([hit["product"]["external_id"] for hit in answer["hits"]])
            if "next_cursor" not in answer:
                break
            body["cursor"] = answer["next_cursor"]
        self.assertEqual([len(page) for page in pages], [7, 7, 7, 7, 2])
        self.assertEqual(sum(pages, []), [hit["product"]["external_id"] for hit in whole["hits"]])

    def test_pages_with_a_filter_are_full(self):
        body = {"text": "a thing to wear", "limit": 5, "filter": {"categories": ["Apparel"]}}
        first = ann.search("text", **body)
        self.assertEqual(len(first["hits"]), 5)
        second = ann.search("text", **body, cursor=first["next_cursor"])
        ids = [hit["product"]["id"] for hit in first["hits"] + second["hits"]]
        self.assertEqual(len(ids), len(set(ids)))

    def test_cursor_belongs_to_its_search(self):
        body = {"text": "hat", "filter": {"categories": ["Apparel"]}, "limit": 2}
        cursor = ann.search("text", **body)["next_cursor"]
        for path, other_body in (("text", body | {"filter": {"brands": ["Chord"]}}),
                                 ("text", body | {"text": "violin"}),
                                 ("image", {"product_id": shop.product_ids(ann)["kiwi"], "limit": 2})):
            with self.subTest(other_body):
                answer = ann.post("/v1/search/" + path, other_body | {"cursor": cursor})
                self.assertEqual((answer.status, answer.fields()), (422, ["cursor"]), answer.text[:200])

    def test_list_of_products_in_pages(self):
        ids, path = [], "/v1/products?limit=8"
        while path:
            page = ann.get(path).json()
            ids += [product["external_id"] for product in page["products"]]
            path = f"/v1/products?limit=8&cursor={page['next_cursor']}" if "next_cursor" in page else None
        self.assertEqual(len(ids), 30)
        self.assertEqual(len(set(ids)), 30)

    def test_nonsense_for_a_cursor(self):
        known = ann.search("text", text="hat", limit=1)["next_cursor"]
        for cursor in ("nonsense", f"sea_{uuid.uuid4()}.20", known[:-1], known + "x", known[1:], known.swapcase()):
            with self.subTest(cursor):
                answer = ann.post("/v1/search/text", {"text": "hat", "cursor": cursor})
                self.assertEqual((answer.status, answer.fields()), (422, ["cursor"]), answer.text)
        self.assertEqual(ann.get("/v1/products?cursor=nonsense").status, 422)


class AnswerTest(unittest.TestCase):
    """What is around the hits. That every answer holds to the contract is checked on each request."""

    def test_envelope(self):
        answer = ann.search("text", text="guitar", limit=3)
        self.assertRegex(answer["search_id"], "^sea_")
        self.assertEqual((answer["pack"], answer["count_scope"], answer["facets"]), ("tiny-v1", "exact", []))
        self.assertLessEqual({"embed", "retrieve", "rank", "read"}, set(answer["step_ms"]))
        self.assertGreaterEqual(answer["took_ms"] * 1.05, sum(answer["step_ms"].values()))
        scores = [hit["score"] for hit in answer["hits"]]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertEqual(ann.search("text", text="kiwifruit")["hits"][0]["band"], "exact")

    def test_thumbnails(self):
        image = ann.search("text", text="violin")["hits"][0]["image_id"]
        for size in (160, 480, 1200):
            answer = ann.get(f"/v1/images/{image}/thumbnails/{size}")
            picture = Image.open(io.BytesIO(answer.body))
            self.assertEqual((answer.content_type, picture.format), ("image/webp", "WEBP"))
            self.assertLessEqual(max(picture.size), size)
        same = ann.get(f"/v1/images/{image}/thumbnails/160", If_None_Match=answer.headers["etag"])
        self.assertEqual((same.status, same.body), (304, b""))
        self.assertEqual(ann.get(f"/v1/images/{image}/thumbnails/100").status, 422)

    def test_image_facts(self):
        image = ann.get("/v1/images/" + ann.search("text", text="Rubber duck")["hits"][0]["image_id"]).json()
        self.assertEqual((image["state"], image["width_px"], image["role"]), ("done", 360, "main"))
        self.assertIn("yellow", [color["name"] for color in image["colors"]])

    def test_product(self):
        product = ann.get("/v1/products/" + shop.product_ids(ann)["t_jacket"]).json()
        variant = product["variants"][0]
        self.assertEqual(product["category_path"], ["Apparel", "Jackets"])
        self.assertEqual(variant["price"], {"amount": "89.00", "currency": "EUR", "minor": 8900})
        self.assertEqual(variant["sale_price"]["amount"], "59.00")

    def test_deleted_product_is_never_returned(self):
        feed = [{"id": "gone", "title": "Zeppelin to be deleted", "image_link": "photo.png"}]
        goods.write_feed(server.directory / "gone/feed.tsv", feed)
        photo = goods.encoded(goods.stamp("vehicles/auto/beetle"))
        (server.directory / "gone/photo.png").write_bytes(photo)
        server.import_feed(server.directory / "gone/feed.tsv", "shop")
        image = ann.query_image(photo)
        first = ann.search("image", query_image_id=image, limit=5)
        self.assertEqual(first["hits"][0]["product"]["external_id"], "gone")
        product = first["hits"][0]["product"]["id"]
        self.assertEqual(ann.delete(f"/v1/products/{product}").status, 204)
        self.assertNotIn("gone", ann.found("image", query_image_id=image, limit=200))
        self.assertNotIn("gone", ann.found("image", query_image_id=image, limit=200, exact=True))
        self.assertNotIn("gone", ann.found("text", text="Zeppelin", limit=200))
        self.assertEqual(ann.get(f"/v1/products/{product}").status, 404)
        self.assertEqual(ann.delete(f"/v1/products/{product}").status, 404)
        self.assertEqual(ann.get("/v1/images/" + first["hits"][0]["image_id"]).status, 404)
        self.assertEqual(ann.post("/v1/search/image", {"product_id": product}).status, 404)


class ServerTest(unittest.TestCase):
    def test_index_is_the_same_after_a_rebuild(self):
        before = ann.get("/v1/index").json()
        self.assertEqual((before["state"], before["products"], before["detector"]), ("ready", 30, ""))
        self.assertEqual(before["vectors"], before["stored_vectors"])
        found = ann.found("image", product_id=shop.product_ids(ann)["kiwi"], limit=30)
        self.assertEqual(ann.post("/v1/index/rebuild").status, 202)
        while (after := ann.get("/v1/index").json())["state"] == "rebuilding":
            pass
        self.assertEqual((after["vectors"], after["products"]), (before["vectors"], 30))
        self.assertEqual(ann.found("image", product_id=shop.product_ids(ann)["kiwi"], limit=30), found)

    def test_health(self):
        anybody = server.client(token="")
        self.assertEqual(anybody.get("/livez").json(), {"status": "alive"})
        ready = anybody.get("/readyz").json()
        self.assertEqual(ready["status"], "ready")
        ok = {check["name"]: check["ok"] for check in ready["checks"]}
        self.assertEqual(ok, {"postgres": True, "disk": True, "nats": True, "redis": True, "pack": True, "detector": False,
                              "index": True})

    def test_metrics_are_on_the_admin_port_only(self):
        with urllib.request.urlopen(server.admin_url + "/metrics", timeout=10) as answer:
            text = answer.read().decode()
        self.assertIn('likeness_http_request_seconds_count{route="/v1/search/text",status="200"}', text)
        self.assertIn("likeness_search_step_seconds", text)
        self.assertEqual(server.client().get("/metrics").status, 404)


if __name__ == "__main__":
    unittest.main()
