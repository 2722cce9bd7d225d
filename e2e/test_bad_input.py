"""What the server says to broken feeds and requests."""

import json
import os
import pathlib
import subprocess
import unittest

from e2e import goods
from e2e.likeness import PASSWORD, ROOT, Server, free_port

server: Server
client = None

SECRET_PATHS = (str(ROOT), "/tmp/", "/usr/", "operator.json", ".cpp")
SQL_WORDS = ("SELECT ", "INSERT ", "UPDATE ", "relation ", "pqxx", 'constraint "', "SQLSTATE")


def setUpModule() -> None:
    global server, client
    server = Server(server__json_kilobytes_max=64, ingest__feed_row_kilobytes_max=4, images__megabytes_max=1,
                    server__feed_megabytes_max=2, ingest__poll_ms=300)
    unittest.addModuleCleanup(server.close)
    server.start()
    client = server.client("shop")
    server.make_org("shop")


def feed_directory(name: str) -> pathlib.Path:
    directory = server.directory / name
    directory.mkdir()
    (directory / "good.png").write_bytes(goods.encoded(goods.stamp("food/fruit/kiwi")))
    return directory


def row(number, **more) -> dict:
    return {"id": f"r{number}", "title": "Kiwi", "image_link": "good.png"} | more


class FeedTest(unittest.TestCase):
    """Each fault is told with its line and field, and the rest of the feed goes on."""

    def run_feed(self, file: pathlib.Path, expect: int) -> dict:
        imported = server.import_feed(file, "shop", expect=expect, timeout_s=10)
        path = f"/v1/imports/{imported['id']}/errors?limit=200"
        self.errors = client.get(path).json()["errors"]
        for error in self.errors:
            for word in (str(server.directory), str(server.data), *SQL_WORDS):
                self.assertNotIn(word, error["reason"])
        return imported

    def told(self) -> dict:
        return {(error["line"], error["field"]): error["reason"] for error in self.errors}

    def test_broken_rows(self):
        feed = goods.write_feed(feed_directory("rows") / "feed.tsv", [
            row(1), row(2, title=""), row(3, price="12,5,0"), row(4, price="5.00 XXX"), row(5, availability="perhaps"),
            row(6, image_link="ftp://shop.example/a.png"), row(7, sale_price_effective_date="soon"),
            row(8, id="x" * 51), row(9, id=""), row(10, price="-3 EUR"), row(11)])
        imported = self.run_feed(feed, expect=5)
        self.assertEqual((imported["state"], imported["rows"]), ("done", {"read": 11, "broken": 9}))
        self.assertEqual(imported["products"]["created"], 2)
        told = self.told()
        for line, field, word in ((3, "title", "required"), (4, "price", "12,5,0"), (5, "price", "XXX"),
                                  (6, "availability", "in_stock"), (7, "image_link", "http"),
                                  (8, "sale_price_effective_date", "interval"), (9, "id", "50"), (10, "id", "required"),
                                  (11, "price", "")):
            self.assertIn((line, field), told)
            value = next(e["value"] for e in self.errors if (e["line"], e["field"]) == (line, field))
            self.assertIn(word, told[line, field] + value)

    def test_photos_that_are_none(self):
        directory = feed_directory("photos")
        whole = goods.encoded(goods.stamp("food/fruit/kiwi"), "JPEG")
        (directory / "cut.jpg").write_bytes(whole[:len(whole) // 3])
        (directory / "header.png").write_bytes(goods.encoded(goods.stamp("food/fruit/kiwi"))[:40])
        (directory / "text.jpg").write_text("this is no photo at all\n" * 50)
        (directory / "picture.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
        (directory / "old.bmp").write_bytes(goods.encoded(goods.stamp("food/fruit/kiwi"), "BMP"))
        (directory / "large.png").write_bytes(os.urandom(1_200_000))
        names = ["cut.jpg", "header.png", "text.jpg", "picture.svg", "old.bmp", "large.png", "absent.png"]
        rows = [row(number, image_link=name) for number, name in enumerate(names)] + [row("good")]
        imported = self.run_feed(goods.write_feed(directory / "feed.tsv", rows), expect=5)
        self.assertEqual((imported["state"], imported["images"]["done"], imported["images"]["dead"]), ("done", 1, 7))
        self.assertEqual({error["value"] for error in self.errors}, set(names))
        reasons = {error["value"]: error["reason"] for error in self.errors}
        self.assertIn("no such file", reasons["absent.png"])
        self.assertIn("JPEG", reasons["old.bmp"])
        for reason in reasons.values():
            self.assertGreater(len(reason), 10)

    def test_files_that_cannot_be_sent(self):
        """The import ends and names the photo, whatever stands where a photo should."""
        directory = feed_directory("unsendable")
        (directory / "empty.png").write_bytes(b"")
        (directory / "folder.png").mkdir()
        for name in ("empty.png", "folder.png", "x" * 300 + ".png", "/".join(["long"] * 250)):
            with self.subTest(name[:20]):
                feed = goods.write_feed(directory / "feed.tsv", [row("bad", image_link=name), row("good")])
                try:
                    self.run_feed(feed, expect=5)
                except subprocess.TimeoutExpired:
                    self.fail("the import does not end")
                self.assertEqual([error["value"] for error in self.errors], [name])

    def test_paths_that_lead_elsewhere(self):
        directory = feed_directory("paths")
        outside = server.directory / "outside.png"
        outside.write_bytes(goods.encoded(goods.stamp("food/fruit/avocado")))
        (directory / "link.png").symlink_to(outside)
        (directory / "link").symlink_to(server.directory)
        rows = [row(1, image_link="../outside.png"), row(2, image_link=str(outside)),
                row(3, image_link="a/../../outside.png"), row(4, image_link="link.png"),
                row(5, image_link="link/outside.png"), row(6, image_link="file:///etc/passwd"),
                row(7, image_link="..\\outside.png"), row(8)]
        imported = self.run_feed(goods.write_feed(directory / "feed.tsv", rows), expect=5)
        self.assertEqual(imported["rows"]["broken"], 5)
        self.assertEqual((imported["images"]["done"], imported["images"]["dead"]), (1, 2))
        outside_said = [error for error in self.errors if "outside the feed's directory" in error["reason"]]
        self.assertEqual({error["value"] for error in outside_said}, {"link.png", "link/outside.png"})

    def test_unknown_columns_are_no_fault(self):
        columns = ["ID", "g:title", "Image Link", "shoe_width", "custom_label_0"]
        cells = dict(zip(columns, ["c1", "Kiwi", "good.png", "wide", "x"], strict=True))
        feed = goods.write_feed(feed_directory("columns") / "feed.csv", [cells], columns)
        self.assertEqual(self.run_feed(feed, expect=0)["products"]["created"], 1)

    def test_no_header(self):
        feed = feed_directory("header") / "feed.tsv"
        feed.write_text("r1\tKiwi\tgood.png\nr2\tKiwi\tgood.png\n")
        imported = self.run_feed(feed, expect=6)
        self.assertEqual(imported["state"], "failed")
        self.assertIn("no column for id", imported["failure"])

    def test_empty_feed(self):
        feed = feed_directory("empty") / "feed.tsv"
        feed.write_text("")
        done = server.cli("import", feed, "--org", "shop")
        self.assertEqual(done.returncode, 6)
        self.assertIn("empty", done.stderr)
        feed.write_text("\n\n")
        self.assertIn("columns", self.run_feed(feed, expect=6)["failure"])

    def test_over_long_line_and_open_quote(self):
        feed = feed_directory("lines") / "feed.csv"
        feed.write_text("id,title,image_link\na,Kiwi,good.png\nb," + "x" * 5000 + ",good.png\nc,Kiwi,good.png\n"
                        'd,"Kiwi,good.png\n' + "e,Kiwi,good.png\n" * 300 + "f,Kiwi,good.png\n")
        imported = self.run_feed(feed, expect=5)
        self.assertEqual(imported["state"], "done")
        reasons = self.told()
        self.assertIn("longer than 4096 bytes", reasons[3, ""])
        self.assertIn("quotation mark", reasons[5, ""])
        ids = {product["external_id"] for product in client.products()}
        self.assertLessEqual({"a", "c", "d", "e", "f"}, ids)
        self.assertNotIn("b", ids)

    def test_too_many_cells_and_no_utf8(self):
        feed = feed_directory("cells") / "feed.csv"
        feed.write_bytes(b"id,title,image_link\nk1,Kiwi \xc3\xa9,good.png,more,cells\n"
                         b"k2,Ki\xffwi,good.png\nk3,Ki\0wi,good.png\n")
        self.run_feed(feed, expect=5)
        told = self.told()
        self.assertIn("5 cells", told[2, ""])
        self.assertIn("UTF-8", told[3, "title"])
        self.assertIn("zero byte", told[4, "title"])

    def test_too_large_a_feed(self):
        answer = client.post("/v1/imports", b"id,title,image_link\n" + b"x" * 2_200_000, "text/csv")
        self.assertEqual((answer.status, answer.json()["type"]), (413, "urn:likeness:problem:too-large"))

    def test_no_such_feed(self):
        done = server.cli("import", server.directory / "nowhere.tsv", "--org", "shop")
        self.assertEqual(done.returncode, 6)
        self.assertIn("nowhere.tsv", done.stderr)


class RequestTest(unittest.TestCase):
    """Requests that do not hold to the contract."""

    def refused(self, status: int, method: str, path: str, body=None, content_type: str | None = None, **headers):
        answer = client.request(method, path, body, content_type, **headers)
        self.assertEqual((answer.status, answer.content_type), (status, "application/problem+json"), answer.text)
        for word in (str(server.data), *SECRET_PATHS, *SQL_WORDS):
            self.assertNotIn(word, answer.text)
        return answer

    def test_unknown_field(self):
        answer = self.refused(422, "POST", "/v1/search/text", {"text": "kiwi", "limmit": 3})
        self.assertEqual(answer.fields(), ["limmit"])
        self.assertIn("did you mean limit?", answer.text)
        answer = self.refused(422, "POST", "/v1/search/text", {"text": "kiwi", "filter": {"brand": ["x"]}})
        self.assertEqual(answer.fields(), ["filter.brand"])
        self.assertEqual(self.refused(422, "GET", "/v1/products?limmit=3").fields(), ["limmit"])

    def test_all_faults_at_once(self):
        answer = self.refused(422, "POST", "/v1/search/text",
                              {"text": 7, "limit": 1000, "filter": {"availability": ["gone"], "currency": "euro"}})
        self.assertEqual(set(answer.fields()), {"text", "limit", "filter.availability.0", "filter.currency"})

    def test_wrong_types_and_missing(self):
        for path, body, field in (
                ("/v1/search/text", {}, "text"), ("/v1/search/text", {"text": None}, "text"),
                ("/v1/search/text", {"text": ""}, "text"), ("/v1/search/text", {"text": "   "}, "text"),
                ("/v1/search/text", {"text": "x" * 501}, "text"), ("/v1/search/text", [], "body"),
                ("/v1/search/text", {"text": "a", "limit": 0}, "limit"),
                ("/v1/search/text", {"text": "a", "limit": 2.5}, "limit"),
                ("/v1/search/text", {"text": "a", "facets": ["price"]}, "facets.0"),
                ("/v1/search/text", {"text": "a", "filter": {"currency": "QQQ", "price_max": 1}}, "filter.currency"),
                ("/v1/search/image", {"product_id": "prd_1"}, "product_id"),
                ("/v1/search/image", {"query_image_id": "prd_01900000-0000-7000-8000-000000000006"}, "query_image_id"),
                ("/v1/search/image", {"url": "ftp://shop.example/a.png"}, "url"),
                ("/v1/search/image", {"url": "https://no-such-host.invalid/a.png"}, "url"),
                ("/v1/search/multi", {"text": "a", "image": {}, "image_weight": 2}, "image_weight")):
            with self.subTest(body):
                self.assertIn(field, self.refused(422, "POST", path, body).fields())

    def test_boxes(self):
        image = client.query_image(goods.encoded(goods.stamp("food/fruit/kiwi")))
        for box in ({"x": 0, "y": 0, "width": 0, "height": 1}, {"x": 0.5, "y": 0, "width": 0.6, "height": 1},
                    {"x": -1, "y": 0, "width": 0.5, "height": 1}, {"x": 0, "y": 0, "width": 1}):
            with self.subTest(box):
                answer = self.refused(422, "POST", "/v1/search/image", {"query_image_id": image, "box": box})
                self.assertTrue(answer.fields()[0].startswith("box"), answer.text)

    def test_exactly_one_photo(self):
        two = {"product_id": "prd_01900000-0000-7000-8000-000000000006", "url": "https://shop.example/a.png"}
        for body in ({}, two):
            answer = self.refused(422, "POST", "/v1/search/image", body)
            self.assertIn("exactly one of", answer.text)

    def test_too_long_body(self):
        answer = self.refused(413, "POST", "/v1/search/text", {"text": "x" * 70_000})
        self.assertIn("65536", answer.text.replace(",", ""))
        self.refused(413, "POST", "/v1/query-images", os.urandom(1_200_000), "image/png")

    def test_wrong_content_type(self):
        answer = self.refused(415, "POST", "/v1/search/text", '{"text": "kiwi"}', "text/plain")
        self.assertIn("application/json", answer.json()["detail"])
        self.refused(415, "POST", "/v1/imports", "id\ttitle\n", "application/pdf")
        self.refused(415, "POST", "/v1/query-images", "hello", "text/plain")

    def test_query_images_that_are_none(self):
        photo = goods.encoded(goods.stamp("food/fruit/kiwi"), "JPEG")
        self.refused(415, "POST", "/v1/query-images", goods.encoded(goods.stamp("food/fruit/kiwi"), "BMP"), "image/bmp")
        self.refused(415, "POST", "/v1/query-images", b"no photo at all, but long enough", "image/jpeg")
        self.refused(422, "POST", "/v1/query-images", photo[:len(photo) // 3], "image/jpeg")
        self.refused(422, "POST", "/v1/query-images", b"", "image/jpeg")

    def test_unknown_route_and_method(self):
        self.refused(404, "GET", "/v1/nothing")
        self.refused(404, "GET", "/")
        answer = self.refused(405, "DELETE", "/v1/search/text")
        self.assertEqual(answer.headers["allow"], "POST")
        self.assertIn("POST", answer.json()["detail"])
        self.refused(405, "PATCH", "/v1/products")

    def test_malformed_json(self):
        for body in ('{"text": "kiwi"', "kiwi", '{"text": "a"} more', '{"text": "\xff"}'.encode("latin-1"), "[" * 5000):
            with self.subTest(body[:20]):
                answer = self.refused(400, "POST", "/v1/search/text", body, "application/json")
                self.assertEqual(answer.json()["type"], "urn:likeness:problem:malformed-json")
        self.refused(422, "POST", "/v1/search/text", "", "application/json")

    def test_long_header_and_target(self):
        self.refused(431, "GET", "/v1/products", X_Long="x" * 9000)
        answer = client.get("/v1/products?cursor=" + "x" * 9000)
        self.assertIn(answer.status, (414, 431))

    def test_values_that_the_database_would_not_take(self):
        imported = server.import_feed(goods.write_feed(feed_directory("values") / "feed.tsv", [row(1)]), "shop")
        for cursor in ("-5", "5x", "99999999999999999999"):
            with self.subTest(cursor):
                answer = self.refused(422, "GET", f"/v1/imports/{imported['id']}/errors?cursor={cursor}")
                self.assertEqual(answer.fields(), ["cursor"])
        with self.subTest("org that is not UTF-8"):
            answer = self.refused(422, "GET", "/v1/products", Likeness_Org="\xff")
            self.assertEqual(answer.fields(), ["Likeness-Org"])
        with self.subTest("zero byte"):
            answer = server.client().post("/v1/orgs", {"slug": "zero", "name": "a\0b"})
            self.assertEqual((answer.status, answer.fields()), (422, ["name"]), answer.text)

    def test_unknown_ids(self):
        some = "01900000-0000-7000-8000-00000000000f"
        for path in (f"/v1/products/prd_{some}", f"/v1/images/img_{some}", f"/v1/imports/imp_{some}",
                     f"/v1/imports/imp_{some}/errors", f"/v1/imports/imp_{some}/wanted-files",
                     f"/v1/query-images/qim_{some}"):
            with self.subTest(path):
                self.refused(404, "GET", path)
        self.refused(422, "GET", "/v1/products/prd_1")
        self.refused(422, "GET", "/v1/products/" + some)
        self.refused(404, "GET", f"/v1/orgs/org_{some}")

    def test_org_and_user(self):
        admin = server.client()
        self.assertEqual(admin.post("/v1/orgs", {"slug": "Bad Slug", "name": "x"}).fields(), ["slug"])
        wrong = {"slug": "good", "name": "x", "currency": "QQQ"}
        self.assertEqual(admin.post("/v1/orgs", wrong).fields(), ["currency"])
        self.assertEqual(admin.post("/v1/orgs", {"slug": "shop", "name": "x"}).status, 409)
        org = next(o["id"] for o in admin.get("/v1/orgs").json()["orgs"] if o["slug"] == "shop")
        user = {"email": "u@shop.example", "password": "short", "role": "boss"}
        answer = admin.post(f"/v1/orgs/{org}/users", user)
        self.assertEqual(set(answer.fields()), {"password", "role"})
        self.assertNotIn("short", answer.text.replace("shorter", ""))


class ContractTest(unittest.TestCase):
    """The contract is what requests are held to: another one changes the answers."""

    def test_changed_contract(self):
        document = server.client().get("/v1/openapi.json").json()
        schemas = document["components"]["schemas"]
        schemas["SearchText"]["maxLength"] = 5
        schemas["FacetName"]["enum"].remove("size")
        schemas["TextSearch"]["required"].append("limit")
        directory = server.directory
        (directory / "contract.json").write_text(json.dumps(document))
        with Server(server__contract_file=directory / "contract.json", server__port=free_port()) as other:
            other.make_org("shop")
            there = other.client("shop")
            for body, field, words in (({"text": "kiwifruit", "limit": 1}, "text", "at most 5 characters"),
                                       ({"text": "kiwi", "limit": 1, "facets": ["size"]}, "facets.0", "must be one of"),
                                       ({"text": "kiwi"}, "limit", "is required")):
                self.assertEqual(client.post("/v1/search/text", body).status, 200)
                answer = there.post("/v1/search/text", body)
                self.assertEqual((answer.status, answer.fields()), (422, [field]))
                self.assertIn(words, answer.text)
            self.assertEqual(there.search("text", text="kiwi", limit=1)["hits"], [])


class LogTest(unittest.TestCase):
    """Last by name: the log of everything above holds no secret."""

    def test_zz_no_secret_in_the_log(self):
        orgs = server.client().get("/v1/orgs").json()["orgs"]
        org = next(o["id"] for o in orgs if o["slug"] == "shop")
        user = server.make_user(org, "zoe@shop.example", "viewer")
        wrong = "wrong-password-91-zebra"
        anybody = server.client(token="")
        anybody.post("/v1/auth/login", {"email": "zoe@shop.example", "password": wrong})
        anybody.post("/v1/auth/login", '{"email": "zoe@shop.example", "password": "' + wrong, "application/json")
        server.client(token=user.token[:-3] + "abc").get("/v1/products")
        log = server.log()
        self.assertIn("database system is ready", log)
        kept = [line.split()[-1].split("=")[-1] for line in (server.data / "secrets").read_text().splitlines()]
        for secret in (PASSWORD, wrong, server.token, user.token, *kept):
            self.assertGreater(len(secret), 8)
            self.assertNotIn(secret, log)


if __name__ == "__main__":
    unittest.main()
