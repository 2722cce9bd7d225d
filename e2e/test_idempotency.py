"""Idempotency-Key: what comes again has its effect once, whatever happens meanwhile."""

import os
import unittest
import uuid

from e2e import idempotency
from e2e.durability.database import Session
from e2e.likeness import Server

KEYS, KILLS = 300, 3
FEED = "id\ttitle\tprice\tavailability\timage_link\n1\tThing\t5.00 EUR\tin_stock\tphotos/1.png\n"

server: Server
ann = bob = other = None  # editors: two of one org, one of another


def setUpModule() -> None:
    global server, ann, bob, other
    server = Server(ingest__poll_ms=200, ingest__sweep_ms=200)
    unittest.addModuleCleanup(server.close)
    server.start()
    shop = server.make_org("shop")
    ann, bob = (server.make_user(shop, f"{name}@shop.example", "editor") for name in ("ann", "bob"))
    other = server.make_user(server.make_org("other"), "oda@other.example", "editor")


def post(client, path: str, body, key: str, content_type: str | None = None):
    return client.request("POST", path, body, content_type, Idempotency_Key=key)


def replayed(answer) -> bool:
    return answer.headers.get("idempotency-replayed") == "true"


class IdempotencyTest(unittest.TestCase):
    def same(self, first, again) -> None:
        self.assertFalse(replayed(first), first.headers)
        self.assertTrue(replayed(again), again.text)
        for name in ("content-type", "location", "etag"):
            self.assertEqual(first.headers.get(name), again.headers.get(name))
        self.assertEqual((first.status, first.body), (again.status, again.body))

    def test_an_upload_is_imported_once(self):
        key, path = str(uuid.uuid4()), "/v1/imports?format=tsv&filename=once.tsv"
        first = post(ann, path, FEED, key, "text/tab-separated-values")
        self.assertEqual(first.status, 202, first.text)
        self.same(first, post(ann, path, FEED, f'"{key}"', "text/tab-separated-values"))
        changed = post(ann, path, FEED.replace("Thing", "Ding"), key, "text/tab-separated-values")
        elsewhere = post(ann, path.replace("once", "twice"), FEED, key, "text/tab-separated-values")
        for answer in (changed, elsewhere):
            self.assertEqual((answer.status, answer.json()["type"], answer.fields()),
                             (422, "urn:likeness:problem:idempotency-key-reused", ["Idempotency-Key"]))
        names = [imported["filename"] for imported in ann.get("/v1/imports?limit=200").json()["imports"]]
        self.assertEqual((names.count("once.tsv"), names.count("twice.tsv")), (1, 0))
        feeds = [path for path in server.data.glob("objects/**/*") if path.is_file() and "feed" in str(path)]
        with Session(server) as database:
            self.assertEqual(len(feeds), int(database.value("SELECT count(*) FROM imports")), feeds)

    def test_a_key_is_its_callers_own(self):
        key, body = str(uuid.uuid4()), {"stage": "embed"}
        first = post(ann, "/v1/dead-letters/retry", body, key)
        for client in (bob, other, server.client("shop")):
            self.assertFalse(replayed(post(client, "/v1/dead-letters/retry", body, key)))
        self.same(first, post(ann, "/v1/dead-letters/retry", body, key))

    def test_without_an_org(self):
        body, key = {"slug": "made-once", "name": "Made once"}, str(uuid.uuid4())
        first = post(server.client(), "/v1/orgs", body, key)
        self.assertEqual(first.status, 201, first.text)
        self.same(first, post(server.client(), "/v1/orgs", body, key))
        self.assertEqual(server.client().post("/v1/orgs", body).status, 409)

    def test_what_was_refused_is_not_kept(self):
        key = str(uuid.uuid4())
        self.assertEqual(post(ann, "/v1/feeds", {"name": ""}, key).status, 422)
        made = post(ann, "/v1/feeds", {"name": "refused-first"}, key)
        self.assertEqual(made.status, 201, made.text)
        taken = str(uuid.uuid4())
        self.assertEqual(post(ann, "/v1/feeds", {"name": "refused-first"}, taken).status, 409)
        self.assertEqual(ann.delete(made.headers["location"]).status, 204)
        self.assertEqual(post(ann, "/v1/feeds", {"name": "refused-first"}, taken).status, 201)

    def test_a_key_that_is_none(self):
        for key in ("", "a b", "x" * 256, '"open'):
            with self.subTest(key[:10]):
                answer = post(ann, "/v1/feeds", {"name": "never"}, key)
                self.assertEqual((answer.status, answer.fields()), (400, ["Idempotency-Key"]), answer.text)

    def test_keys_are_forgotten_in_time(self):
        key, body = str(uuid.uuid4()), {"stage": "embed"}
        post(ann, "/v1/dead-letters/retry", body, key)
        with Session(server) as database:
            count = f"SELECT count(*) FROM idempotency_keys WHERE key = '{key}'"
            self.assertEqual(database.value(count), "1")
            database.rows(f"UPDATE idempotency_keys SET expires_at = now() - interval '1 second' WHERE key = '{key}'")
            self.assertFalse(replayed(post(ann, "/v1/dead-letters/retry", {"stage": "index"}, key)))
            database.rows(f"UPDATE idempotency_keys SET expires_at = now() - interval '1 second' WHERE key = '{key}'")
            for _ in range(100):
                if database.value(count) == "0":
                    break
                database.rows("SELECT pg_sleep(0.1)")
            self.assertEqual(database.value(count), "0")

    def test_where_keys_mean_nothing(self):
        for path, body in (("/v1/search/text", {"text": "hat"}),):
            self.assertFalse(replayed(post(ann, path, body, "same")))
            self.assertFalse(replayed(post(ann, path, body, "same")))

    def test_duplicates_while_the_server_is_killed(self):
        keys = int(os.environ.get("LIKENESS_IDEMPOTENCY_KEYS", KEYS))
        with idempotency.storm_server() as stormy:
            faults, summary = idempotency.run(stormy, keys, KILLS)
        print(f"\n{summary}")
        self.assertEqual(faults, [])


if __name__ == "__main__":
    unittest.main()
