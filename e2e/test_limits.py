"""What is bounded and guarded: rate limits, quotas, ETag and If-Match, partial answers."""

import concurrent.futures
import json
import time
import unittest

from e2e import goods, shop
from e2e.http_client import Client
from e2e.likeness import Server

server: Server
ann = other = None  # an editor of the shop, and an owner of another org
shop_id = other_id = ""

BURST = 40


def setUpModule() -> None:
    global server, ann, other, shop_id, other_id
    server = Server(limits__search_per_minute=1, limits__search_burst=BURST, quotas__refresh_ms=100,
                    limits__account_per_minute=1, limits__account_burst=5)
    unittest.addModuleCleanup(server.close)
    server.start()
    ann, other = shop.open_shop(server)
    ids = {org["slug"]: org["id"] for org in server.client().get("/v1/orgs").json()["orgs"]}
    shop_id, other_id = ids["shop"], ids["other"]


def at_once(count: int, call) -> list:
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        return list(pool.map(call, range(count)))


def eventually(question, within_s: float = 20):
    end = time.monotonic() + within_s
    while not (answer := question()):
        if time.monotonic() > end:
            raise AssertionError("it did not happen in time")
        time.sleep(0.05)
    return answer


class RateLimitTest(unittest.TestCase):
    def test_a_burst_at_once_admits_exactly_the_burst(self):
        shopper = server.make_user(shop_id, "bea@shop.example", "viewer")
        answers = at_once(3 * BURST, lambda _: shopper.post("/v1/search/text", {"text": "hat"}))
        self.assertEqual(sorted({answer.status for answer in answers}), [200, 429])
        self.assertEqual(sum(answer.status == 200 for answer in answers), BURST)
        refused = next(answer for answer in answers if answer.status == 429)
        self.assertEqual(refused.json()["type"], "urn:likeness:problem:rate-limited")
        self.assertEqual(refused.headers["ratelimit-limit"], str(BURST))
        self.assertEqual(refused.headers["ratelimit-remaining"], "0")
        self.assertIn(int(refused.headers["retry-after"]), range(30, 61))
        self.assertIn(int(refused.headers["ratelimit-reset"]), range(BURST * 60 - 60, BURST * 60 + 1))
        # Neither colleagues nor other classes nor another org share it.
        colleague = server.make_user(shop_id, "carl@shop.example", "viewer")
        self.assertEqual(colleague.post("/v1/search/text", {"text": "hat"}).status, 200)
        self.assertEqual(shopper.get("/v1/products").status, 200)
        self.assertEqual(other.post("/v1/search/text", {"text": "hat"}).headers["ratelimit-remaining"], str(BURST - 1))

    def test_an_orgs_users_together_keep_to_the_orgs_budget(self):
        org = server.make_org("crowd")
        crowd = [server.make_user(org, f"c{number}@crowd.example", "viewer") for number in range(7)]
        answers = at_once(len(crowd) * BURST, lambda i: crowd[i % len(crowd)].post("/v1/search/text", {"text": "hat"}))
        self.assertEqual(sum(answer.status == 200 for answer in answers), 5 * BURST)

    def test_the_operator_is_not_counted(self):
        answer = server.client("shop").post("/v1/search/text", {"text": "hat"})
        self.assertEqual(answer.status, 200)
        self.assertNotIn("ratelimit-limit", answer.headers)

    def test_log_ins_of_one_account_are_counted(self):
        def log_in(email: str) -> int:
            return server.client(token="").post("/v1/auth/login", {"email": email, "password": "guess"}).status

        self.assertEqual([log_in("nobody@shop.example") for _ in range(7)], [401] * 5 + [429] * 2)
        self.assertEqual(log_in("somebody@shop.example"), 401)

    def test_outcomes_are_metrics(self):
        other.get("/v1/products")
        metrics = Client(server.admin_url).get("/metrics").text
        self.assertIn('likeness_rate_limited_requests_total{class="read",outcome="admitted"}', metrics)


class QuotaTest(unittest.TestCase):
    def setUp(self) -> None:
        self.org = self._testMethodName.replace("_", "-")[5:45]
        self.org_id = server.make_org(self.org)
        self.client = server.make_user(self.org_id, f"ed@{self.org}.example", "editor")
        self.directory = server.directory / self.org

    def set_quota(self, **quota: int) -> None:
        answer = server.client().request("PUT", f"/v1/orgs/{self.org_id}/quota", quota)
        self.assertEqual(answer.status, 200, answer.text)

    def usage(self) -> dict:
        return self.client.get("/v1/usage").json()

    def write_feed(self, count: int):
        (self.directory / "photos").mkdir(parents=True, exist_ok=True)
        for number in range(count):
            goods.garment(number).save(self.directory / f"photos/{number}.png")
        return goods.write_feed(self.directory / "feed.tsv", [
            {"id": f"p{number}", "title": f"Thing {number}", "image_link": f"photos/{number}.png", "price": "10.00 EUR"}
            for number in range(count)])

    def test_products_beyond_the_quota_are_faults_and_the_rest_goes_on(self):
        self.set_quota(products=3)
        imported = server.import_feed(self.write_feed(5), self.org, expect=5)
        self.assertEqual(imported["products"]["created"], 3)
        self.assertEqual(imported["rows"], {"read": 5, "broken": 2})
        faults = self.client.get(f"/v1/imports/{imported['id']}/errors").json()["errors"]
        self.assertEqual([(fault["line"], fault["value"]) for fault in faults], [(5, "p3"), (6, "p4")])
        self.assertIn("quota products is 3", faults[0]["reason"])
        self.assertEqual(self.usage()["products"], {"used": 3, "limit": 3})
        self.assertEqual(self.usage()["images"], {"used": 3})
        product = self.client.products()[0]["id"]
        self.assertEqual(self.client.delete(f"/v1/products/{product}").status, 204)
        self.assertEqual(self.usage()["products"]["used"], 2)
        self.set_quota(products=0)
        self.assertEqual(server.import_feed(self.write_feed(5), self.org)["products"]["created"], 3)

    def test_photos_beyond_the_quota_are_left_out(self):
        self.set_quota(images=2)
        imported = server.import_feed(self.write_feed(4), self.org)
        self.assertEqual((imported["products"]["created"], imported["images"]["done"]), (4, 2))
        faults = self.client.get(f"/v1/imports/{imported['id']}/errors").json()["errors"]
        left_out = [fault for fault in faults if fault["field"] == "image_link"]
        self.assertEqual(len(left_out), 2)
        self.assertTrue(all(fault["row_kept"] for fault in left_out))
        self.assertIn("1 photos were left out", left_out[0]["reason"])

    def test_uploads_beyond_the_storage_are_refused(self):
        self.set_quota(storage_bytes=3000)
        feed = "id\ttitle\timage_link\np1\tThing\t\n" + "\n" * 4000
        answer = self.client.post("/v1/imports", feed, "text/tab-separated-values")
        self.assertEqual(answer.status, 403, answer.text)
        problem = answer.json()
        self.assertEqual(problem["type"], "urn:likeness:problem:quota-exceeded")
        self.assertEqual((problem["quota"], problem["limit"]), ("storage_bytes", 3000))
        self.assertEqual(self.client.post("/v1/imports", feed[:1000], "text/tab-separated-values").status, 202)
        self.assertEqual(self.client.post("/v1/imports", feed[:2900], "text/tab-separated-values").status, 403)
        eventually(lambda: self.usage()["storage_bytes"]["used"] >= 1000)

    def test_storage_is_measured(self):
        server.import_feed(self.write_feed(2), self.org)
        usage = eventually(lambda: (usage := self.usage()) and "storage_measured_at" in usage and usage)
        self.assertGreater(usage["storage_bytes"]["used"], 100)

    def test_searches_beyond_the_days_quota_wait_for_midnight(self):
        self.set_quota(queries_per_day=5)
        eventually(lambda: self.usage()["queries_per_day"]["limit"] == 5)
        answers = at_once(12, lambda _: self.client.post("/v1/search/text", {"text": "hat"}))
        self.assertEqual(sum(answer.status == 200 for answer in answers), 5)
        refused = next(answer for answer in answers if answer.status == 429)
        self.assertEqual(refused.json()["quota"], "queries_per_day")
        now = time.gmtime()
        left = 86400 - (now.tm_hour * 3600 + now.tm_min * 60 + now.tm_sec)
        self.assertAlmostEqual(int(refused.headers["retry-after"]), left, delta=30)
        self.assertEqual(eventually(lambda: self.usage()["queries_per_day"]["used"]), 5)
        # The operator's searches are no part of it, another org's neither.
        self.assertEqual(server.client(self.org).post("/v1/search/text", {"text": "hat"}).status, 200)

    def test_the_operator_sets_and_sees(self):
        done = server.cli("org", "quota", self.org, "--products", "7", "--storage-megabytes", "2", "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        shown = json.loads(done.stdout)
        self.assertEqual(shown["products"], {"used": 0, "limit": 7})
        self.assertEqual(shown["storage_bytes"]["limit"], 2 << 20)
        self.assertEqual(server.client().get(f"/v1/orgs/{self.org_id}/quota").json(),
                         {"products": 7, "images": None, "queries_per_day": None, "storage_bytes": 2 << 20})
        self.assertEqual(server.cli("org", "quota", self.org, "--products", "default").returncode, 0)
        self.assertNotIn("limit", server.client().get(f"/v1/orgs/{self.org_id}/usage").json()["products"])
        self.assertNotEqual(server.cli("org", "quota", self.org, "--products", "many").returncode, 0)
        path = f"/v1/orgs/{self.org_id}/quota"
        self.assertEqual(self.client.get(path).status, 403)
        self.assertEqual(self.client.request("PUT", path, {"products": 0}).status, 403)
        self.assertEqual(server.client().request("PUT", path, {"products": -1}).status, 422)
        nowhere = "/v1/orgs/org_01900000-0000-7000-8000-000000000001/quota"
        self.assertEqual(server.client().request("PUT", nowhere, {}).status, 404)


class PreconditionTest(unittest.TestCase):
    def make_feed(self, name: str) -> str:
        answer = ann.post("/v1/feeds", {"name": name})
        self.assertEqual(answer.status, 201, answer.text)
        return "/v1/feeds/" + answer.json()["id"]

    def test_what_is_unchanged_is_not_sent_again(self):
        product = ann.products()[0]["id"]
        import_id = ann.get("/v1/imports").json()["imports"][0]["id"]
        for path in (f"/v1/products/{product}", f"/v1/imports/{import_id}", self.make_feed("tagged")):
            with self.subTest(path):
                first = ann.get(path)
                tag = first.headers["etag"]
                again = ann.get(path, If_None_Match=tag)
                self.assertEqual((again.status, again.body, again.headers["etag"]), (304, b"", tag))
                self.assertEqual(ann.get(path, If_None_Match='"other"').status, 200)

    def test_of_two_writers_at_once_one_wins(self):
        feed = self.make_feed("contested")
        for turn in range(10):
            tag = ann.get(feed).headers["etag"]
            answers = at_once(8, lambda writer: ann.request(
                "PATCH", feed, {"mapping": [{"column": f"c{turn}-{writer}", "attribute": "title"}]}, If_Match=tag))
            self.assertEqual(sorted(answer.status for answer in answers), [200] + [412] * 7)
            winner = next(answer for answer in answers if answer.status == 200)
            present = ann.get(feed)
            self.assertEqual(present.json()["mapping"], winner.json()["mapping"])
            self.assertEqual(present.headers["etag"], winner.headers["etag"])

    def test_a_product_is_deleted_only_as_it_was_seen(self):
        product = "/v1/products/" + shop.product_ids(ann)["saw"]
        tag = ann.get(product).headers["etag"]
        for wrong in ('"0"', "W/" + tag):
            answer = ann.delete(product, If_Match=wrong)
            self.assertEqual((answer.status, answer.json()["type"]), (412, "urn:likeness:problem:precondition-failed"))
        self.assertEqual(ann.delete(product, If_Match="saw").status, 422)
        self.assertEqual(other.delete(product, If_Match=tag).status, 404)
        self.assertEqual(ann.delete(product, If_Match=f'"0", {tag}').status, 204)
        self.assertEqual(ann.delete(product, If_Match="*").status, 404)

    def test_quotas_are_guarded_too(self):
        path = f"/v1/orgs/{other_id}/quota"
        operator = server.client()
        tag = operator.get(path).headers["etag"]
        answers = at_once(6, lambda number: operator.request("PUT", path, {"products": 100 + number}, If_Match=tag))
        self.assertEqual(sorted(answer.status for answer in answers), [200] + [412] * 5)
        self.assertEqual(operator.request("PUT", path, {}, If_Match="*").status, 200)

    def test_orgs_are_guarded_too(self):
        """By the operator, who names the org in the path alone, and by its owner."""
        path = f"/v1/orgs/{other_id}"
        for who in (server.client(), other):
            tag = who.get(path).headers["etag"]
            self.assertEqual(who.get(path, If_None_Match=tag).status, 304)
            answers = at_once(6, lambda number: who.request("PATCH", path, {"name": f"Name {number} of {tag}"[:100]},
                                                            If_Match=tag))
            self.assertEqual(sorted(answer.status for answer in answers), [200] + [412] * 5)
            changed = next(answer for answer in answers if answer.status == 200)
            self.assertEqual(who.get(path).headers["etag"], changed.headers["etag"])
        self.assertEqual(ann.request("PATCH", path, {"name": "Mine"}, If_Match="*").status, 403)
        self.assertEqual(other.get(path + "?fields=slug").json(), {"slug": "other"})

    def test_what_cannot_be_guarded_says_so(self):
        feed = self.make_feed("unguarded")
        answer = ann.delete(feed, If_Match="*")
        self.assertEqual((answer.status, answer.fields()), (422, ["If-Match"]))


class PartialAnswerTest(unittest.TestCase):
    def test_an_item_and_a_list(self):
        product = "/v1/products/" + shop.product_ids(ann)["violin"]
        whole = ann.get(product)
        part = ann.get(product + "?fields=title,variants.price.amount")
        self.assertEqual(part.json(), {"title": whole.json()["title"], "variants": [
            {"price": {"amount": variant["price"]["amount"]}} for variant in whole.json()["variants"]]})
        # The tag is that of the whole, so that it serves If-Match.
        self.assertEqual(part.headers["etag"], whole.headers["etag"])
        page = ann.get("/v1/products?limit=3&fields=id").json()
        self.assertEqual([set(item) for item in page["products"]], [{"id"}] * 3)
        self.assertIn("next_cursor", page)
        self.assertEqual(ann.get("/v1/imports?fields=state,rows.read").json()["imports"][0].keys(), {"state", "rows"})

    def test_an_unknown_name_is_told(self):
        answer = ann.get("/v1/products?fields=id,titel,price")
        self.assertEqual((answer.status, answer.fields()), (422, ["fields", "fields"]))
        self.assertIn('"titel", which the answer does not have; did you mean "title"?',
                      answer.json()["errors"][0]["message"])


if __name__ == "__main__":
    unittest.main()
