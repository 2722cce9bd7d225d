"""Feeds that the server fetches by itself: by hand and by schedule, changed and unchanged, refused and broken."""

import base64
import datetime
import gzip
import json
import os
import stat
import time
import unittest

from e2e import feed_host
from e2e.feed_host import Page
from e2e.likeness import Server

# One of the many loopback addresses, another one in each run, so that port 80 is free there.
ADDRESS = f"127.67.{os.getpid() >> 8 & 255}.{os.getpid() & 127 | 1}"
OTHER_ADDRESS = ADDRESS.replace("127.67.", "127.68.")
SECRET = "plum-harbour-lantern-58"

server: Server
client = None
host: feed_host.FeedHost
other_host: feed_host.FeedHost


def setUpModule() -> None:
    global server, client, host, other_host
    try:
        host, other_host = feed_host.begin(ADDRESS, 80), feed_host.begin(OTHER_ADDRESS, 80)
    except PermissionError:
        raise unittest.SkipTest("feeds are fetched from port 80, which may not be opened here") from None
    unittest.addModuleCleanup(host.close)
    unittest.addModuleCleanup(other_host.close)
    server = Server(download__allow_loopback=True, ingest__poll_ms=200, schedules__poll_ms=100, feeds__pull_tries_max=3,
                    feeds__pull_backoff_first_s=1, feeds__pull_lease_s=6, server__feed_megabytes_max=1,
                    feeds__history_pulls_max=20)
    unittest.addModuleCleanup(server.close)
    server.start()
    server.make_org("shop")
    client = server.client("shop")


def feed_text(*names: str, price: int = 10) -> bytes:
    rows = ["id\ttitle\timage_link\tprice\tavailability\tlink"]
    rows += [f"{name}\tThing {name}\thttp://{ADDRESS}/no-photo.jpg\t{price}.00 EUR\tin_stock\thttps://shop.example/{name}"
             for name in names]
    return ("\n".join(rows) + "\n").encode()


def make(name: str, of=None, expect: int = 201, **more) -> dict:
    body = {"name": name, "url": f"http://{ADDRESS}/{name}.tsv", "format": "tsv"} | more
    answer = (of or client).post("/v1/feeds", body)
    if answer.status != expect:
        raise AssertionError(f"{answer.status} {answer.text}")
    return answer.json()


def serve(name: str, *products: str, **more) -> Page:
    page = Page(feed_text(*products), **more)
    host.pages[f"/{name}.tsv"] = page
    return page


def history(feed: dict) -> list[dict]:
    return client.get(f"/v1/feeds/{feed['id']}/pulls?limit=200").json()["pulls"]


def wait(condition, timeout_s: float = 30):
    end = time.monotonic() + timeout_s
    while not (value := condition()):
        if time.monotonic() > end:
            raise AssertionError("it did not happen in time")
        time.sleep(0.05)
    return value


def finished(feed: dict, pull: dict, timeout_s: float = 30) -> dict:
    """The pull when it is over; where it led to an import, when that is read."""
    def over():
        now = next(one for one in history(feed) if one["id"] == pull["id"])
        read = "import" not in now or now["import"]["state"] != "reading"
        return now if now["state"] == "done" and read else None
    return wait(over, timeout_s)


def pull(feed: dict) -> dict:
    answer = client.post(f"/v1/feeds/{feed['id']}/pull")
    if answer.status != 202:
        raise AssertionError(f"{answer.status} {answer.text}")
    return finished(feed, answer.json())


def products_of(*names: str) -> list[str]:
    return sorted(found["external_id"] for found in client.products() if found["external_id"] in names)


def next_pull(feed: dict) -> datetime.datetime:
    return datetime.datetime.fromisoformat(client.get(f"/v1/feeds/{feed['id']}").json()["next_pull_at"])


class PullTest(unittest.TestCase):
    def test_new_unchanged_and_changed(self):
        page = serve("main", "m1", "m2", etag='"1"', packed=True)
        feed = make("main")
        self.assertEqual((feed["kind"], feed["mode"], feed["paused"]), ("url", "full", False))
        first = pull(feed)
        self.assertEqual((first["outcome"], first["http_status"], first["trigger"]), ("imported", 200, "manual"))
        self.assertEqual(first["import"]["rows"], {"read": 2, "broken": 0})
        self.assertEqual(first["import"]["products"]["created"], 2)
        self.assertEqual(first["bytes"], len(gzip.compress(page.body)))
        self.assertEqual(products_of("m1", "m2"), ["m1", "m2"])

        same = pull(feed)
        self.assertEqual((same["outcome"], same["http_status"], same["bytes"]), ("unchanged", 304, 0))
        self.assertNotIn("import", same)
        self.assertEqual(page.headers[-1]["If-None-Match"], '"1"')

        page.etag = '"2"'  # the host says that it is new, and it is not
        same = pull(feed)
        self.assertEqual((same["outcome"], same["http_status"]), ("unchanged", 200))

        page.body, page.etag = feed_text("m1", "m2", "m3", price=12), '"3"'
        changed = pull(feed)
        self.assertEqual(changed["outcome"], "imported")
        self.assertEqual((changed["import"]["products"]["created"], changed["import"]["rows"]["read"]), (1, 3))
        self.assertEqual([one["outcome"] for one in history(feed)], ["imported", "unchanged", "unchanged", "imported"])
        imported = client.get(f"/v1/imports/{changed['import']['id']}").json()
        self.assertEqual((imported["source"], imported["source_id"], imported["filename"]),
                         ("main", feed["id"], "main.tsv"))

    def test_credentials_are_sent_and_never_told(self):
        page = serve("closed", "c1", authorization="Basic " + base64.b64encode(f"ann:{SECRET}".encode()).decode())
        feed = make("closed")
        refused = pull(feed)
        self.assertEqual((refused["outcome"], refused["http_status"]), ("failed", 401))
        self.assertIn("credentials", refused["reason"])
        path = f"/v1/feeds/{feed['id']}"
        credentials = {"kind": "basic", "name": "ann", "secret": SECRET}
        changed = client.request("PATCH", path, {"credentials": credentials}).json()
        self.assertEqual(changed["credentials"], {"kind": "basic", "set": True})
        self.assertEqual(pull(feed)["outcome"], "imported")

        # A redirect to another host does not get them.
        elsewhere = other_host.pages["/moved.tsv"] = Page(feed_text("c1", "c2"))
        page.status, page.location = 302, f"http://{OTHER_ADDRESS}/moved.tsv"
        self.assertEqual(pull(feed)["outcome"], "imported")
        self.assertEqual(page.headers[-1]["Authorization"], page.authorization)
        self.assertNotIn("Authorization", elsewhere.headers[-1])

        moved = client.request("PATCH", path, {"url": "http://8.8.8.8/closed.tsv"})
        self.assertEqual((moved.status, moved.fields()), (422, ["credentials"]))
        key = server.data / "secrets.key"
        self.assertEqual(stat.S_IMODE(key.stat().st_mode), 0o600)
        told = "".join(answer.text for answer in client.seen) + server.log()
        self.assertNotIn(SECRET, told)
        self.assertNotIn(key.read_text().strip(), told)
        emptied = client.request("PATCH", path, {"credentials": {"kind": "none"}}).json()
        self.assertEqual(emptied["credentials"], {"kind": "none", "set": False})

    def test_failures_are_tried_again_and_told(self):
        page = serve("broken", "b1", status=503)
        feed = make("broken")
        failed = pull(feed)
        self.assertEqual((failed["outcome"], failed["http_status"], failed["tries"]), ("failed", 503, 3))
        self.assertIn("503", failed["reason"])
        self.assertEqual(host.asked["/broken.tsv"], 3)
        page.status = 404
        self.assertEqual((pull(feed)["tries"], host.asked["/broken.tsv"]), (1, 4))
        page.status, page.body = 200, b""
        self.assertIn("empty", pull(feed)["reason"])
        page.body = b"x" * 1_500_000
        self.assertIn("larger than 1048576 bytes", pull(feed)["reason"])
        page.body, page.packed = b"\0" * 30_000_000, True
        self.assertIn("larger than 1048576 bytes", pull(feed)["reason"])
        page.packed, page.status, page.location = False, 302, "http://169.254.169.254/latest/meta-data"
        self.assertIn("169.254.169.254", pull(feed)["reason"])
        page.status, page.location, page.body = 200, "", b"no\tsuch\tcolumns\n1\t2\t3\n"
        unread = pull(feed)
        self.assertEqual((unread["outcome"], unread["import"]["state"]), ("imported", "failed"))
        self.assertEqual(pull(feed)["outcome"], "imported", "what could not be read is not known")
        page.body = feed_text("b1")
        self.assertEqual(pull(feed)["import"]["products"]["created"], 1)

    def test_one_pull_at_a_time_and_a_feed_is_kept_meanwhile(self):
        serve("slow", "s1", slow_s=2)
        feed = make("slow")
        path = f"/v1/feeds/{feed['id']}"
        started = client.post(path + "/pull").json()
        wait(lambda: host.asked["/slow.tsv"])
        self.assertEqual(client.post(path + "/pull").status, 409)
        self.assertEqual(client.delete(path).status, 409)
        self.assertEqual(finished(feed, started)["outcome"], "imported")

    def test_removal_of_a_feed_with_products_is_asked_for(self):
        serve("removed", "r1", "r2", "r3")
        feed = make("removed")
        pull(feed)
        path = f"/v1/feeds/{feed['id']}"
        refused = client.delete(path)
        self.assertEqual(refused.status, 409)
        self.assertIn("3 products", refused.json()["detail"])
        self.assertEqual(products_of("r1", "r2", "r3"), ["r1", "r2", "r3"])
        self.assertEqual(client.delete(path + "?remove_products=true").status, 204)
        self.assertEqual(products_of("r1", "r2", "r3"), [])
        self.assertEqual(client.get(path).status, 404)

    def test_an_upload_is_a_feed_too(self):
        answer = client.post("/v1/imports?source=uploaded&format=tsv", feed_text("u1"), "text/tab-separated-values")
        feed = client.get(f"/v1/feeds/{answer.json()['source_id']}").json()
        self.assertEqual((feed["name"], feed["kind"]), ("uploaded", "upload"))
        self.assertEqual(client.post(f"/v1/feeds/{feed['id']}/pull").status, 409)

    def test_bad_setups_name_the_field(self):
        cases = [({"url": "http://10.0.0.1:8080/x"}, "url"), ({"url": "ftp://feeds.example/x"}, "url"),
                 ({"schedule": {"cron": "61 * * * *"}}, "schedule.cron"), ({"schedule": {"cron": "@often"}}, "schedule.cron"),
                 ({"schedule": {"cron": "@daily", "time_zone": "Mars/Base"}}, "schedule.time_zone"),
                 ({"credentials": {"kind": "basic", "name": "a:b", "secret": "x"}}, "credentials.name"),
                 ({"credentials": {"kind": "header", "name": "Host", "secret": "x"}}, "credentials.name"),
                 ({"credentials": {"kind": "bearer", "secret": "x\r\ny"}}, "credentials.secret"),
                 ({"name": " padded "}, "name")]
        for change, field in cases:
            with self.subTest(change):
                answer = client.post("/v1/feeds", {"name": "bad", "url": f"http://{ADDRESS}/bad.tsv"} | change)
                self.assertEqual((answer.status, answer.fields()), (422, [field]), answer.text)
        answer = client.post("/v1/feeds", {"name": "bad", "schedule": {"cron": "@daily"}})
        self.assertEqual((answer.status, answer.fields()), (422, ["schedule"]))
        make("twice")
        self.assertEqual(client.post("/v1/feeds", {"name": "twice"}).status, 409)

    def test_another_org_sees_nothing(self):
        serve("own", "o1")
        feed = make("own")
        server.make_org("other")
        other = server.client("other")
        self.assertEqual(other.get("/v1/feeds").json(), {"feeds": []})
        path = f"/v1/feeds/{feed['id']}"
        for method, where, body in (("GET", path, None), ("PATCH", path, {"paused": True}), ("DELETE", path, None),
                                    ("POST", path + "/pull", None), ("POST", path + "/pause", None),
                                    ("GET", path + "/pulls", None)):
            with self.subTest(where):
                self.assertEqual(other.request(method, where, body).status, 404)

    def test_pages(self):
        for number in range(5):
            make(f"page-{number}")
        seen, path = [], "/v1/feeds?limit=2"
        while path:
            page = client.get(path).json()
            seen += [feed["id"] for feed in page["feeds"]]
            path = f"/v1/feeds?limit=2&cursor={page['next_cursor']}" if "next_cursor" in page else None
        self.assertEqual(len(seen), len(set(seen)))
        self.assertEqual(sorted(seen), sorted(feed["id"] for feed in client.get("/v1/feeds?limit=200").json()["feeds"]))

    def test_command_line(self):
        serve("typed", "t1", authorization="Bearer " + SECRET)
        def run(*words, **options):
            done = server.cli("feeds", *words, "--org", "shop", "--json", **options)
            self.assertEqual(done.returncode, 0, done.stderr + done.stdout)
            return json.loads(done.stdout or "null")
        added = run("add", "typed", f"http://{ADDRESS}/typed.tsv", "--bearer", "--cron", "0 6 * * 1-5", "--time-zone",
                    "Europe/Berlin", "--map", "availability=availability", stdin=SECRET + "\n")
        self.assertEqual(added["schedule"], {"cron": "0 6 * * 1-5", "time_zone": "Europe/Berlin"})
        self.assertEqual(added["mapping"], [{"column": "availability", "attribute": "availability"}])
        self.assertIn("next_pull_at", added)
        self.assertTrue(run("pause", "typed")["paused"])
        self.assertNotIn("next_pull_at", run("show", "typed"))
        self.assertFalse(run("resume", "typed")["paused"])
        self.assertEqual(run("pull", "typed", "--wait")["outcome"], "imported")
        self.assertEqual([one["outcome"] for one in run("history", "typed")], ["imported"])
        self.assertIn("typed", [feed["name"] for feed in run("list")])
        finished(added, history(added)[0])
        self.assertEqual(server.cli("feeds", "remove", "typed", "--org", "shop").returncode, 6)
        run("remove", "typed", "--remove-products")
        shown = server.cli("feeds", "list", "--org", "shop")
        self.assertEqual(shown.returncode, 0, shown.stderr)
        self.assertNotIn("typed", shown.stdout)


class ScheduleTest(unittest.TestCase):
    def test_minute_by_minute_but_not_while_paused(self):
        """The one test that waits for the clock: at the next full minute."""
        serve("ticking", "k1")
        serve("resting", "k2")
        every_minute = {"cron": "* * * * *", "time_zone": "Asia/Kathmandu"}
        ticking = make("ticking", schedule=every_minute)
        resting = make("resting", schedule=every_minute, paused=True)
        self.assertNotIn("next_pull_at", resting)
        due = next_pull(ticking)
        done = wait(lambda: history(ticking), 75)[-1]
        self.assertEqual(done["trigger"], "schedule")
        began = datetime.datetime.fromisoformat(done["created_at"])
        self.assertLess(abs((began - due).total_seconds()), 10)
        self.assertEqual(finished(ticking, done)["outcome"], "imported")
        self.assertEqual(history(resting), [])
        self.assertEqual(len(history(ticking)), 1)
        wait(lambda: next_pull(ticking) - due == datetime.timedelta(minutes=1), 5)
        client.post(f"/v1/feeds/{ticking['id']}/pause")


class ServerKilledTest(unittest.TestCase):
    def test_a_pull_outlives_the_server(self):
        global client
        serve("outlived", "z1", "z2", slow_s=4)
        feed = make("outlived")
        started = client.post(f"/v1/feeds/{feed['id']}/pull").json()
        wait(lambda: host.asked["/outlived.tsv"])
        server.kill()
        host.pages["/outlived.tsv"].slow_s = 0
        server.start()
        client = server.client("shop")
        self.assertEqual(finished(feed, started, 60)["outcome"], "imported")
        self.assertEqual(products_of("z1", "z2"), ["z1", "z2"])
        self.assertEqual(len([one for one in client.get("/v1/imports?limit=200").json()["imports"]
                              if one["source"] == "outlived"]), 1)


if __name__ == "__main__":
    unittest.main()
