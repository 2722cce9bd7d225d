"""POST /v1/products:batch: a thousand lines with faults of every kind, and what becomes of products line by line."""

import concurrent.futures
import json
import os
import sys
import time
import unittest
import urllib.parse

from e2e import goods
from e2e.likeness import NO_LIMITS, Server
from e2e.photo_farm import PhotoFarm

ADDRESS = f"127.69.{os.getpid() >> 8 & 255}.{os.getpid() & 127 | 1}"
LINES = 1000
PATH = "/v1/products:batch"

server: Server


def setUpModule() -> None:
    global server
    server = Server(ingest__poll_ms=100, ingest__tries_max=1, download__allow_loopback=True, **NO_LIMITS)
    unittest.addModuleCleanup(server.close)
    server.start()


def ndjson(lines) -> str:
    return "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)


def send(client, lines, source: str = "", media: str = "application/x-ndjson", **headers) -> list[dict]:
    """The results of a batch that is taken."""
    answer = post(client, ndjson(lines), source, media, **headers)
    if answer.status != 200:
        raise AssertionError(answer.text)
    results = [json.loads(line) for line in answer.text.splitlines()]
    if answer.headers.get("location"):
        wait_for(lambda: client.get(answer.headers["location"]).json()["state"] == "done")
    return results


def post(client, body, source: str = "", media: str = "application/x-ndjson", **headers):
    query = "?source=" + urllib.parse.quote(source) if source else ""
    return client.request("POST", PATH + query, body, media, **headers)


def wait_for(check, timeout_s: float = 90):
    end = time.monotonic() + timeout_s
    while not (found := check()):
        if time.monotonic() > end:
            raise AssertionError("it did not come to pass")
        time.sleep(0.1)
    return found


def upsert(name: str, **more) -> dict:
    return {"op": "upsert", "external_id": name, "title": f"Thing {name}", "price": "5.00 EUR"} | more


# What a line may be, and what becomes of it: status, problem and field.
GOOD = [
    (lambda n: upsert(f"new-{n}"), ("created", None, None)),
    (lambda n: upsert(f"varied-{n}", variants=[{"external_id": f"varied-{n}-s", "size": "S"},
                                               {"external_id": f"varied-{n}-m", "size": "M", "price": 6.5}]),
     ("created", None, None)),
    (lambda n: upsert(f"known-{n}", title="Another title"), ("updated", None, None)),
    (lambda n: upsert(f"same-{n}"), ("unchanged", None, None)),
    (lambda n: {"op": "patch", "external_id": f"priced-{n}", "price": "7.00 EUR", "availability": "out_of_stock"},
     ("updated", None, None)),
    (lambda n: {"op": "delete", "external_id": f"doomed-{n}"}, ("deleted", None, None)),
    (lambda n: {"op": "delete", "external_id": f"nobody-{n}"}, ("unchanged", None, None)),
]
BAD = [
    (lambda n: "{\"op\": \"upsert\"", ("failed", "invalid-argument", "")),
    (lambda n: "[]", ("failed", "invalid-argument", "")),
    (lambda n: "\x00\x01\x02", ("failed", "invalid-argument", "")),
    (lambda n: {"op": "upsert", "external_id": f"bad1-{n}", "title": "x" * 70_000}, ("failed", "too-large", "")),
    (lambda n: {"op": "replace", "external_id": f"bad2-{n}"}, ("failed", "invalid-argument", "op")),
    (lambda n: {"op": "delete"}, ("failed", "invalid-argument", "external_id")),
    (lambda n: {"op": "delete", "external_id": "x" * 51}, ("failed", "invalid-argument", "external_id")),
    (lambda n: {"op": "delete", "external_id": f"bad3-{n}", "title": "no"}, ("failed", "invalid-argument", "title")),
    (lambda n: {"op": "upsert", "external_id": f"bad4-{n}"}, ("failed", "invalid-argument", "title")),
    (lambda n: upsert(f"bad5-{n}", price="a lot"), ("failed", "invalid-argument", "price")),
    (lambda n: upsert(f"bad6-{n}", price="-1 EUR"), ("failed", "invalid-argument", "price")),
    (lambda n: upsert(f"bad7-{n}", price={"amount": 5}), ("failed", "invalid-argument", "price")),
    (lambda n: upsert(f"bad8-{n}", availability="perhaps"), ("failed", "invalid-argument", "availability")),
    (lambda n: upsert(f"bad9-{n}", sale_price_effective_date="soon"),
     ("failed", "invalid-argument", "sale_price_effective_date")),
    (lambda n: upsert(f"bad10-{n}", prise=5), ("failed", "invalid-argument", "prise")),
    (lambda n: upsert(f"bad11-{n}", id="c"), ("failed", "invalid-argument", "id")),
    (lambda n: upsert(f"bad12-{n}", link="https://shop.example/" + "x" * 2000), ("failed", "invalid-argument", "link")),
    (lambda n: upsert(f"bad13-{n}", image_link="photos/b.png"), ("failed", "invalid-argument", "image_link")),
    (lambda n: upsert(f"bad14-{n}", image_link="ftp://host.example/b.png"), ("failed", "invalid-argument", "image_link")),
    (lambda n: upsert(f"bad15-{n}", description="zero \x00 byte"), ("failed", "invalid-argument", "description")),
    (lambda n: upsert(f"bad16-{n}", variants=[]), ("failed", "invalid-argument", "variants")),
    (lambda n: upsert(f"bad17-{n}", variants=[{"size": "S"}]), ("failed", "invalid-argument", "variants.0.external_id")),
    (lambda n: upsert(f"bad18-{n}", variants=[{"external_id": "s", "price": "a lot"}]),
     ("failed", "invalid-argument", "variants.0.price")),
    (lambda n: {"op": "patch", "external_id": f"unknown-{n}", "price": 5}, ("failed", "not-found", "external_id")),
    (lambda n: {"op": "patch", "external_id": f"retitled-{n}", "title": "New"}, ("failed", "invalid-argument", "title")),
    (lambda n: {"op": "patch", "external_id": f"patched-{n}", "variants": [{"external_id": "nope", "price": 1}]},
     ("failed", "not-found", "variants")),
    (lambda n: {"op": "patch", "external_id": f"mispriced-{n}", "price": "1,2,3"}, ("failed", "invalid-argument", "price")),
    (lambda n: upsert("twice"), ("failed", "invalid-argument", "external_id")),
]
KINDS = GOOD + BAD


class ThousandLinesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        server.make_org("thousand")
        cls.client = server.client("thousand")
        before = [upsert(f"{kind}-{n}") for kind in ("known", "same", "priced", "doomed", "patched", "mispriced")
                  for n in range(LINES // len(KINDS) + 1)]
        results = send(cls.client, [*before, upsert("twice")])
        assert {result["status"] for result in results} == {"created"}, results[:3]

    def test_each_line_has_its_own_end(self):
        lines, expected = [upsert("twice")], [("unchanged", None, None)]
        for number in range(LINES - 1):
            make, outcome = KINDS[number % len(KINDS)]
            lines.append(make(number // len(KINDS)))
            expected.append(outcome)
        results = send(self.client, lines)
        self.assertEqual([result["line"] for result in results], list(range(1, LINES + 1)))
        for line, result, outcome in zip(lines, results, expected):
            error = result.get("error", {})
            told = (result["status"], error.get("type", "").rpartition(":")[2] or None,
                    error["errors"][0]["field"] if error else None)
            self.assertEqual(told, outcome, (line, result))
            self.assertLessEqual(set(result), {"line", "status", "id", "error", "hints"})
            if error:
                self.assertTrue(error["detail"])
                self.assertIn(error["type"], self.client.contract.types)
        self.assertGreater(sum(result["status"] == "failed" for result in results), 500)
        products = {product["external_id"]: product for product in self.client.products()}
        for result, line in zip(results, lines):
            if result["status"] in ("created", "updated"):
                self.assertEqual(products[line["external_id"]]["id"], result["id"])
            elif result["status"] == "deleted":
                self.assertNotIn(line["external_id"], products)
        self.assertFalse([name for name in products if name.startswith("bad")])
        self.assertEqual(products["known-0"]["title"], "Another title")
        priced = products["priced-0"]["variants"][0]
        self.assertEqual((priced["price"]["minor"], priced["availability"]), (700, "out_of_stock"))
        self.assertEqual([variant["price"]["minor"] for variant in products["varied-0"]["variants"]], [500, 650])

    def test_the_same_again_changes_nothing(self):
        lines = [upsert(f"again-{n}", variants=[{"external_id": f"again-{n}-a"}, {"external_id": f"again-{n}-b"}])
                 for n in range(50)]
        self.assertEqual({result["status"] for result in send(self.client, lines)}, {"created"})
        before = self.client.products()
        self.assertEqual({result["status"] for result in send(self.client, lines)}, {"unchanged"})
        self.assertEqual(self.client.products(), before)

    def test_a_key_gives_the_same_answer_again(self):
        body = ndjson([upsert("keyed"), "nonsense"])
        first = post(self.client, body, Idempotency_Key="batch-1")
        again = post(self.client, body, Idempotency_Key="batch-1")
        self.assertEqual((again.body, again.headers["location"]), (first.body, first.headers["location"]))
        self.assertEqual(again.headers["idempotency-replayed"], "true")
        self.assertEqual(post(self.client, ndjson([upsert("other")]), Idempotency_Key="batch-1").status, 422)

    def test_batches_of_the_same_products_at_once(self):
        """Whatever their order, all are carried out, or asked to come again."""
        names = [f"busy-{n}" for n in range(40)]
        send(self.client, [upsert(name) for name in names])

        def change(number: int):
            order = names if number % 2 else names[::-1]
            lines = [{"op": "patch", "external_id": name, "price": number + 1} if n % 2 else
                     upsert(name, title=f"Thing by {number}") for n, name in enumerate(order)]
            return post(self.client, ndjson(lines))

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(change, range(16)))
        self.assertEqual({answer.status for answer in answers}, {200})


class BoundsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        server.make_org("bounds")
        cls.client = server.client("bounds")

    def test_what_is_no_batch_is_refused_as_a_whole(self):
        self.assertEqual(post(self.client, "").status, 422)
        self.assertEqual(post(self.client, "\n \n").status, 422)
        self.assertEqual(post(self.client, ndjson([upsert("a")]), media="application/json").status, 415)
        self.assertEqual(post(self.client, "x" * (16 << 20) + "x").status, 413)
        self.assertEqual(post(self.client, "{}\n" * 10_001).status, 413)
        self.assertEqual(self.client.products(), [])

    def test_ten_thousand_lines(self):
        """Figures: lines a second, new, unchanged and patched."""
        server.make_org("many")
        client, figures = server.client("many"), []
        for kind, lines in (("new", [upsert(f"p{n}", brand="Acme", color="red") for n in range(10_000)]),
                            ("unchanged", [upsert(f"p{n}", brand="Acme", color="red") for n in range(10_000)]),
                            ("patched", [{"op": "patch", "external_id": f"p{n}", "price": n + 10} for n in range(10_000)]),
                            ("deleted", [{"op": "delete", "external_id": f"p{n}"} for n in range(10_000)])):
            body, start = ndjson(lines), time.monotonic()
            answer = post(client, body, Idempotency_Key=f"many-{kind}")
            seconds = time.monotonic() - start
            self.assertEqual(answer.status, 200, answer.text[:300])
            expected = {"new": "created", "patched": "updated"}.get(kind, kind)
            self.assertEqual({json.loads(line)["status"] for line in answer.text.splitlines()}, {expected})
            figures.append(f"{kind} {len(lines) / seconds:,.0f}")
        print(f"\nproducts:batch, 10,000 lines, lines/s: {', '.join(figures)}", file=sys.stderr)

    def test_media_types(self):
        for media in ("application/x-ndjson", "application/jsonl", "application/x-ndjson; charset=utf-8"):
            self.assertEqual(send(self.client, [{"op": "delete", "external_id": "a"}], media=media),
                             [{"line": 1, "status": "unchanged"}])

    def test_quotas_leave_out_what_is_too_much(self):
        org = server.make_org("small")
        client = server.client("small")
        self.assertEqual(server.client().request("PUT", f"/v1/orgs/{org}/quota", {"products": 2}).status, 200)
        results = send(client, [upsert("a"), upsert("b"), upsert("c"), upsert("d")])
        self.assertEqual([result["status"] for result in results], ["created", "created", "failed", "failed"])
        self.assertEqual(results[2]["error"]["type"], "urn:likeness:problem:quota-exceeded")
        again = send(client, [upsert("a", title="New"), upsert("c"), {"op": "delete", "external_id": "b"}])
        self.assertEqual([result["status"] for result in again], ["updated", "created", "deleted"])


class TenancyTest(unittest.TestCase):
    def test_ids_are_the_orgs_own(self):
        for org in ("mine", "theirs"):
            server.make_org(org)
        mine, theirs = server.client("mine"), server.client("theirs")
        send(mine, [upsert("a")])
        self.assertEqual(send(theirs, [{"op": "delete", "external_id": "a"}]), [{"line": 1, "status": "unchanged"}])
        patched = send(theirs, [{"op": "patch", "external_id": "a", "price": 1}])
        self.assertEqual(patched[0]["error"]["type"], "urn:likeness:problem:not-found")
        self.assertEqual([product["variants"][0]["price"]["minor"] for product in mine.products()], [500])

    def test_who_may(self):
        org = server.make_org("roles")
        for role, status in (("viewer", 403), ("editor", 200)):
            client = server.make_user(org, f"{role}@roles.example", role)
            self.assertEqual(post(client, ndjson([upsert("a")])).status, status)
        keys = {scope: server.client("roles").post("/v1/api-keys", {"name": scope, "scopes": [scope]}).json()["key"]
                for scope in ("search", "ingest")}
        for scope, status in (("search", 403), ("ingest", 200)):
            self.assertEqual(post(server.client(token=keys[scope]), ndjson([upsert("b")])).status, status)

    def test_it_is_in_the_audit_log(self):
        server.make_org("audited")
        client = server.client("audited")
        send(client, [upsert("a"), upsert("b"), "nonsense"])
        entry = client.get("/v1/audit").json()["entries"][0]
        self.assertEqual(entry["action"], "changeProducts")
        self.assertEqual(entry["after"], {"source": "api", "lines": {"created": 2, "failed": 1}})


class SearchTest(unittest.TestCase):
    """What is sent is found, by its photo and by words, and no longer once it is gone."""

    @classmethod
    def setUpClass(cls):
        cls.photos = {f"/{name}.jpg": goods.encoded(goods.stamp(stamp), "JPEG") for name, stamp in
                      (("kiwi", "food/fruit/kiwi"), ("mug", "household/dishes/mug"), ("saw", "household/tools/saw"))}
        try:
            cls.farm = PhotoFarm(ADDRESS, 80, 0, lambda path, _: (200, {"Content-Type": "image/jpeg"}, cls.photos[path]))
        except PermissionError:
            raise unittest.SkipTest("photos are fetched from port 80, which may not be opened here") from None
        cls.addClassCleanup(cls.farm.close)
        server.make_org("searched")
        cls.client = server.client("searched")

    def test_from_a_line_to_a_hit(self):
        lines = [upsert(name, title=f"The {name}", image_link=f"http://{ADDRESS}/{name}.jpg") for name in ("kiwi", "mug")]
        send(self.client, lines)
        photo = self.client.query_image(self.photos["/kiwi.jpg"])
        self.assertEqual(self.client.found("image", query_image_id=photo)[0], "kiwi")
        vectors = self.client.get("/v1/index").json()["vectors"]

        send(self.client, [{"op": "patch", "external_id": "kiwi", "price": "99.00 EUR"}])
        self.assertEqual(self.client.found("image", query_image_id=photo, filter={"price_min": 50}), ["kiwi"])
        self.assertNotIn("kiwi", self.client.found("text", text="kiwi", filter={"price_max": 50}))
        self.assertEqual(self.client.get("/v1/index").json()["vectors"], vectors)

        send(self.client, [upsert("mug", title="The mug", image_link=f"http://{ADDRESS}/saw.jpg")])
        saw = self.client.query_image(self.photos["/saw.jpg"])
        self.assertEqual(self.client.found("image", query_image_id=saw)[0], "mug")
        self.assertEqual(self.client.get("/v1/index").json()["vectors"], vectors)

        send(self.client, [{"op": "delete", "external_id": "kiwi"}])
        self.assertEqual(self.client.found("image", query_image_id=photo), ["mug"])
        self.assertNotIn("kiwi", self.client.found("text", text="kiwi"))

    def test_products_of_a_feed(self):
        feed = goods.write_feed(server.directory / "feeds/feed.tsv", [{"id": "fed", "title": "Fed thing", "price": "5.00 EUR"}])
        server.import_feed(feed, "searched")
        source = self.client.get("/v1/imports?limit=1").json()["imports"][0]["source"]
        self.assertEqual(send(self.client, [{"op": "patch", "external_id": "fed", "price": 6}], source=source)[0]["status"],
                         "updated")


if __name__ == "__main__":
    unittest.main()
