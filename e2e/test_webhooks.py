"""Webhooks: signed as the documentation says, sent again until they are taken, never to where they must not go."""

import os
import re
import time
import unittest

from e2e import webhook_host
from e2e.durability.database import Session
from e2e.likeness import ROOT, Server
from e2e.webhook_host import Behaviour, Received

# One of the many loopback addresses, another one in each run, so that port 80 is free there.
ADDRESS = f"127.71.{os.getpid() >> 8 & 255}.{os.getpid() & 127 | 1}"
OTHER_ADDRESS = ADDRESS.replace("127.71.", "127.72.")
QUICK = {"webhooks__poll_ms": 100, "webhooks__timeout_s": 3, "webhooks__tries_max": 4, "webhooks__backoff_first_s": 1,
         "webhooks__backoff_factor": 1}

server: Server
client = None
host: webhook_host.WebhookHost
other_host: webhook_host.WebhookHost


def setUpModule() -> None:
    global server, client, host, other_host
    try:
        host, other_host = webhook_host.begin(ADDRESS, 80), webhook_host.begin(OTHER_ADDRESS, 80)
    except PermissionError:
        raise unittest.SkipTest("webhooks go to port 80, which may not be opened here") from None
    unittest.addModuleCleanup(host.close)
    unittest.addModuleCleanup(other_host.close)
    server = Server(download__allow_loopback=True, ingest__poll_ms=200, schedules__poll_ms=100, feeds__pull_tries_max=1,
                    log__level="debug", **QUICK)
    unittest.addModuleCleanup(server.close)
    server.start()
    server.make_org("shop")
    client = server.client("shop")


def verifier():
    """The function that docs/webhooks.md teaches."""
    sample = re.search(r"```python\n(.*?)```", (ROOT / "docs/webhooks.md").read_text(), re.S)
    taught: dict = {}
    exec(sample[1], taught)
    return taught["verified"]


verified = verifier()


def make(path: str, *event_types: str, expect: int = 201, **more) -> dict:
    body = {"url": f"http://{ADDRESS}{path}", "event_types": list(event_types) or ["import.finished"]} | more
    answer = client.post("/v1/webhooks", body)
    if answer.status != expect:
        raise AssertionError(f"{answer.status} {answer.text}")
    return answer.json()


def wait(condition, timeout_s: float = 30):
    end = time.monotonic() + timeout_s
    while not (value := condition()):
        if time.monotonic() > end:
            raise AssertionError("it did not happen in time")
        time.sleep(0.05)
    return value


def came(path: str, count: int = 1, timeout_s: float = 30) -> list[Received]:
    """What a path received, once it is so much."""
    return wait(lambda: (all_of := host.received.get(path, [])) and len(all_of) >= count and list(all_of), timeout_s)


def came_of(path: str, event_type: str, timeout_s: float = 60) -> dict:
    """The data of the first message of a type."""
    return wait(lambda: [one.message["data"] for one in host.received.get(path, []) if one.type == event_type], timeout_s)[0]


def test(webhook: dict) -> dict:
    answer = client.post(f"/v1/webhooks/{webhook['id']}/test")
    if answer.status != 202:
        raise AssertionError(f"{answer.status} {answer.text}")
    return answer.json()


def deliveries(webhook: dict, query: str = "") -> list[dict]:
    return client.get(f"/v1/webhooks/{webhook['id']}/deliveries?limit=200{query}").json()["deliveries"]


def over(webhook: dict, delivery: dict, timeout_s: float = 30) -> dict:
    """The delivery when nothing more is tried."""
    return wait(lambda: next((one for one in deliveries(webhook) if one["id"] == delivery["id"]
                              and one["state"] in ("delivered", "failed")), None), timeout_s)


def upload(name: str, *products: str, query: str = "") -> str:
    rows = ["id\ttitle\timage_link\tprice\tavailability\tlink"]
    rows += [f"{one}\tThing {one}\thttp://{ADDRESS}/{one}.jpg\t10.00 EUR\tin_stock\thttps://shop.example/{one}"
             for one in products]
    answer = client.post(f"/v1/imports?source={name}&format=tsv{query}", "\n".join(rows) + "\n", "text/tab-separated-values")
    if answer.status != 202:
        raise AssertionError(answer.text)
    return answer.json()["id"]


class MessageTest(unittest.TestCase):
    def test_a_message_is_verified_as_the_documentation_teaches(self):
        webhook = make("/verified")
        delivery = test(webhook)
        received, = came("/verified")
        message = verified(webhook["secret"], received.headers, received.body)
        self.assertEqual((message["type"], message["data"]), ("webhook.test", {"webhook_id": webhook["id"]}))
        self.assertRegex(message["timestamp"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
        self.assertEqual(received.id, delivery["event_id"])
        self.assertEqual(received.headers["content-type"], "application/json")
        done = over(webhook, delivery)
        self.assertEqual((done["state"], done["tries"], done["http_status"]), ("delivered", 1, 204))

        other = make("/verified")["secret"]
        stale = {**received.headers, "webhook-timestamp": str(int(received.headers["webhook-timestamp"]) - 600)}
        for secret, headers, body in ((other, received.headers, received.body), (webhook["secret"], stale, received.body),
                                      (webhook["secret"], received.headers, received.body + b" "),
                                      (webhook["secret"], {**received.headers, "webhook-id": "evt_1"}, received.body)):
            with self.assertRaises(ValueError):
                verified(secret, headers, body)

    def test_events_of_imports_and_the_catalogue(self):
        path = "/events"
        make(path, "import.finished", "import.stopped", "import.failed", "import.cancelled", "product.deleted",
             "dead_letters.appeared")
        names = [f"e{number}" for number in range(30)]
        first = upload("events", *names)
        letter = came_of(path, "dead_letters.appeared")
        self.assertEqual((letter["import_id"], letter["first"]["kind"]), (first, "image"))
        self.assertIn("answered 204", letter["first"]["reason"])  # it is no photo that the receiver has there
        finished = came_of(path, "import.finished")
        self.assertEqual((finished["import_id"], finished["source"], finished["dry_run"]), (first, "events", False))
        self.assertEqual((finished["rows"], finished["images"]),
                         ({"read": 30, "broken": 0}, {"total": 30, "done": 0, "dead": 30}))
        self.assertEqual(finished["products"], {"created": 30, "changed": 0, "removed": 0})
        # Thirty photos were given up, and the messages are few.
        self.assertLess(len([1 for one in host.received[path] if one.type == "dead_letters.appeared"]), 8)

        second = upload("events", "e0")
        stopped = came_of(path, "import.stopped")
        self.assertEqual(stopped["import_id"], second)
        self.assertIn("29", stopped["reason"])
        self.assertEqual(client.post(f"/v1/imports/{second}/resume", {"allow_mass_delete": True}).status, 200)
        wait(lambda: len(self.deleted(path)) == 29, 60)
        self.assertEqual(sorted(self.deleted(path)), sorted(names[1:]))
        self.assertLess(len([1 for one in host.received[path] if one.type == "product.deleted"]), 10)

        third = client.post("/v1/imports?source=failed&format=xml", "no feed at all", "application/xml").json()["id"]
        self.assertEqual(came_of(path, "import.failed")["import_id"], third)

    @staticmethod
    def deleted(path: str) -> list[str]:
        return [product["external_id"] for one in list(host.received.get(path, [])) if one.type == "product.deleted"
                for product in one.message["data"]["products"] if product["external_id"].startswith("e")]

    def test_a_feed_that_could_not_be_pulled(self):
        make("/pulls", "feed.pull_failed")
        feed = client.post("/v1/feeds", {"name": "absent", "url": "http://127.0.0.1/absent.tsv", "format": "tsv"}).json()
        self.assertEqual(client.post(f"/v1/feeds/{feed['id']}/pull").status, 202)
        told = came_of("/pulls", "feed.pull_failed")
        self.assertEqual((told["feed_id"], told["name"], told["trigger"]), (feed["id"], "absent", "manual"))
        self.assertTrue(told["reason"])

    def test_only_what_was_asked_for_is_sent(self):
        make("/narrow", "import.failed")
        make("/wide", "product.deleted")
        upload("narrow", "n1")
        product, = wait(lambda: [one["id"] for one in client.products() if one["external_id"] == "n1"])
        self.assertEqual(client.delete(f"/v1/products/{product}").status, 204)
        told = came_of("/wide", "product.deleted")["products"]
        self.assertIn((product, "n1"), [(one["id"], one["external_id"]) for one in told])
        self.assertNotIn("/narrow", host.received)


class RetryTest(unittest.TestCase):
    def test_what_is_not_taken_is_sent_again_under_its_id(self):
        host.behaviours["/flaky"] = Behaviour(statuses=[500, 503])
        webhook = make("/flaky")
        delivery = test(webhook)
        done = over(webhook, delivery)
        self.assertEqual((done["state"], done["tries"], done["http_status"]), ("delivered", 3, 204))
        self.assertNotIn("reason", done)
        received = came("/flaky", 3)
        self.assertEqual({one.id for one in received}, {delivery["event_id"]})
        self.assertEqual(len({one.body for one in received}), 1)
        for one in received:
            verified(webhook["secret"], one.headers, one.body)
        self.assertNotIn("failing_since", client.get(f"/v1/webhooks/{webhook['id']}").json())

    def test_it_is_given_up_and_can_be_redelivered(self):
        host.behaviours["/broken"] = Behaviour(statuses=[500] * 4)
        webhook = make("/broken")
        delivery = test(webhook)
        wait(lambda: deliveries(webhook)[0]["tries"] > 0)
        path = f"/v1/webhooks/{webhook['id']}/deliveries/{delivery['id']}/redeliver"
        self.assertEqual(client.post(path).status, 409)
        given_up = over(webhook, delivery)
        self.assertEqual((given_up["state"], given_up["tries"], given_up["http_status"]), ("failed", 4, 500))
        self.assertIn("answered 500", given_up["reason"])
        self.assertIn("failing_since", client.get(f"/v1/webhooks/{webhook['id']}").json())
        self.assertEqual(client.post(path).status, 202)
        self.assertEqual(over(webhook, delivery)["state"], "delivered")
        self.assertEqual(len({one.id for one in came("/broken", 5)}), 1)

    def test_a_receiver_that_hangs_delays_no_other(self):
        host.behaviours["/hanging"] = Behaviour(hang_s=6)
        hanging, prompt = make("/hanging"), make("/prompt")
        for _ in range(8):
            test(hanging)
        self.assertEqual(over(prompt, test(prompt))["state"], "delivered")
        self.assertTrue([one for one in deliveries(hanging) if one["tries"] == 0])  # two at a time, and not all of them yet
        failed = wait(lambda: [one for one in deliveries(hanging) if "in time" in one.get("reason", "")])
        self.assertNotIn("http_status", failed[0])
        client.delete(f"/v1/webhooks/{hanging['id']}")

    def test_a_receiver_that_is_gone_is_disabled(self):
        host.behaviours["/gone"] = Behaviour(statuses=[410])
        webhook = make("/gone")
        self.assertEqual(over(webhook, test(webhook))["tries"], 1)
        path = f"/v1/webhooks/{webhook['id']}"
        self.assertIn("410", client.get(path).json()["disabled"]["reason"])
        self.assertEqual(client.post(path + "/test").status, 409)
        enabled = client.request("PATCH", path, {"paused": False}).json()
        self.assertNotIn("disabled", enabled)
        self.assertEqual(over(webhook, test(webhook))["state"], "delivered")

    def test_a_long_answer_is_a_success(self):
        host.behaviours["/talkative"] = Behaviour(statuses=[200], body=b"x" * 3_000_000)
        webhook = make("/talkative")
        done = over(webhook, test(webhook))
        self.assertEqual((done["state"], done["http_status"]), ("delivered", 200))


class HostileTest(unittest.TestCase):
    def test_redirects_are_not_followed(self):
        for place in ("http://169.254.169.254/latest/meta-data", f"http://{OTHER_ADDRESS}/inner"):
            for status in (301, 302, 303, 307, 308):
                path = f"/redirect-{status}-{len(place)}"
                host.behaviours[path] = Behaviour(statuses=[status] * 9, headers={"Location": place})
                webhook = make(path)
                test(webhook)
                tried = wait(lambda webhook=webhook: next((one for one in deliveries(webhook) if "reason" in one), None))
                self.assertEqual(tried["http_status"], status)
                self.assertIn("redirects are not followed", tried["reason"])
                client.delete(f"/v1/webhooks/{webhook['id']}")
        self.assertEqual(other_host.asked.total(), 0)

    def test_bad_urls_are_refused(self):
        for url in ("ftp://shop.example/", "http://169.254.169.254/latest", "http://10.0.0.1/", "http://[fe80::1]/",
                    "https://shop.example:8443/", "https://me:pass@shop.example/", "http://0xa9fea9fe/", "shop"):
            with self.subTest(url):
                answer = client.post("/v1/webhooks", {"url": url, "event_types": ["import.failed"]})
                self.assertEqual((answer.status, answer.fields()), (422, ["url"]), answer.text)
        webhook = make("/kept")
        answer = client.request("PATCH", f"/v1/webhooks/{webhook['id']}", {"url": "http://192.168.0.1/"})
        self.assertEqual((answer.status, answer.fields()), (422, ["url"]))
        self.assertEqual(client.post("/v1/webhooks", {"url": "https://shop.example/", "event_types": ["all"]}).status, 422)

    def test_secrets_are_kept(self):
        secrets = [make("/secret")["secret"]]
        webhook = make("/secret")
        secrets += [webhook["secret"],
                    client.post(f"/v1/webhooks/{webhook['id']}/rotate-secret").json()["secret"]]
        test(webhook)
        came("/secret")
        told = [client.get(path).text for path in ("/v1/webhooks", f"/v1/webhooks/{webhook['id']}", "/v1/audit?limit=200")]
        with Session(server) as database:
            told += [str(database.rows(f"SELECT t::text FROM {table} AS t")) for table in
                     ("webhooks", "webhook_events", "webhook_deliveries", "audit_log", "idempotency_keys")]
            told.append(str(database.rows("SELECT encode(secret_sealed, 'escape') FROM webhooks")))
        told.append(server.log())
        for secret in secrets:
            for text in told:
                self.assertNotIn(secret.removeprefix("whsec_"), text)

    def test_another_org_sees_nothing(self):
        webhook = make("/own")
        delivery = test(webhook)
        over(webhook, delivery)
        server.make_org("other")
        other = server.client("other")
        self.assertEqual(other.get("/v1/webhooks").json(), {"webhooks": []})
        path = f"/v1/webhooks/{webhook['id']}"
        for method, where, body in (("GET", path, None), ("PATCH", path, {"paused": True}), ("DELETE", path, None),
                                    ("POST", path + "/rotate-secret", None), ("POST", path + "/test", None),
                                    ("GET", path + "/deliveries", None),
                                    ("POST", f"{path}/deliveries/{delivery['id']}/redeliver", None)):
            with self.subTest(where):
                self.assertEqual(other.request(method, where, body).status, 404)


class SetupTest(unittest.TestCase):
    def test_two_secrets_sign_for_a_while(self):
        webhook = make("/rotated")
        path = f"/v1/webhooks/{webhook['id']}"
        rotated = client.post(path + "/rotate-secret").json()
        self.assertNotEqual(rotated["secret"], webhook["secret"])
        self.assertIn("former_secret_until", client.get(path).json())
        test(webhook)
        received, = came("/rotated")
        self.assertEqual(len(received.headers["webhook-signature"].split(" ")), 2)
        for secret in (webhook["secret"], rotated["secret"]):
            verified(secret, received.headers, received.body)

    def test_paused_means_nothing_is_kept(self):
        webhook = make("/paused", "product.deleted", paused=True)
        path = f"/v1/webhooks/{webhook['id']}"
        self.assertEqual(client.post(path + "/test").status, 409)
        tag = client.get(path).headers["etag"]
        self.assertEqual(client.request("PATCH", path, {"paused": False}, If_Match='"other"').status, 412)
        changed = client.request("PATCH", path, {"paused": False, "description": "for the shop"}, If_Match=tag)
        self.assertEqual((changed.status, changed.json()["paused"], changed.json()["description"]),
                         (200, False, "for the shop"))
        self.assertEqual(deliveries(webhook), [])
        self.assertEqual(over(webhook, test(webhook))["state"], "delivered")

    def test_pages_and_states(self):
        webhook = make("/pages")
        made = [test(webhook)["id"] for _ in range(5)]
        for one in made:
            over(webhook, {"id": one})
        seen, path = [], f"/v1/webhooks/{webhook['id']}/deliveries?limit=2"
        while path:
            page = client.get(path).json()
            seen += [one["id"] for one in page["deliveries"]]
            path = (f"/v1/webhooks/{webhook['id']}/deliveries?limit=2&cursor={page['next_cursor']}"
                    if "next_cursor" in page else None)
        self.assertEqual(seen, [one["id"] for one in deliveries(webhook)])
        self.assertEqual(sorted(seen), sorted(made))
        self.assertEqual(len(deliveries(webhook, "&state=delivered")), 5)
        self.assertEqual(deliveries(webhook, "&state=failed"), [])
        ids, path = [], "/v1/webhooks?limit=2"
        while path:
            page = client.get(path).json()
            ids += [one["id"] for one in page["webhooks"]]
            path = f"/v1/webhooks?limit=2&cursor={page['next_cursor']}" if "next_cursor" in page else None
        self.assertEqual(ids, [one["id"] for one in client.get("/v1/webhooks?limit=200").json()["webhooks"]])
        self.assertEqual(client.delete(f"/v1/webhooks/{webhook['id']}").status, 204)
        self.assertEqual(client.get(f"/v1/webhooks/{webhook['id']}").status, 404)


class ServerKilledTest(unittest.TestCase):
    def restart(self, **settings) -> None:
        global client
        server.settings |= {name.replace("__", "."): value for name, value in settings.items()}
        server.start()
        client = server.client("shop")

    def test_between_the_effect_and_its_delivery(self):
        webhook = make("/outlived", "product.deleted")
        upload("outlived", "o1")
        product, = wait(lambda: [one["id"] for one in client.products() if one["external_id"] == "o1"])
        server.stop()
        self.restart(webhooks__poll_ms=60_000)  # it looks once, at its start
        time.sleep(1)
        self.assertEqual(client.delete(f"/v1/products/{product}").status, 204)
        server.kill()
        self.assertNotIn("/outlived", host.received)
        self.restart(**QUICK)
        told = came_of("/outlived", "product.deleted")
        self.assertEqual([one["id"] for one in told["products"]], [product])
        self.assertEqual([one["state"] for one in deliveries(webhook)], ["delivered"])

    def test_in_the_midst_of_sending(self):
        host.behaviours["/midst"] = Behaviour(hang_s=6)
        webhook = make("/midst")
        delivery = test(webhook)
        came("/midst")
        server.kill()
        host.behaviours["/midst"] = Behaviour()
        self.restart()
        self.assertEqual(over(webhook, delivery, 60)["state"], "delivered")
        received = came("/midst", 2)
        self.assertEqual({one.id for one in received}, {delivery["event_id"]})
        for one in received:
            verified(webhook["secret"], one.headers, one.body)


if __name__ == "__main__":
    unittest.main()
