"""Killing the server and its services in the middle of imports: nothing is lost, nothing comes twice."""

import itertools
import os
import shutil
import signal
import subprocess
import sys
import time
import unittest
import urllib.request

from e2e import goods, processes
from e2e.likeness import PROGRAM, Server, environment, free_port

PHOTOS = 150
FEW = 60
IMPORT_TIMEOUT_S = 120

server: Server


def setUpModule() -> None:
    """A server at a port of its own, so that clients find it again, and an import that nothing disturbs."""
    global server
    server = Server(server__port=free_port(), ingest__lease_s=3, ingest__sweep_ms=300, ingest__poll_ms=300,
                    ingest__rows_per_batch=40)
    unittest.addModuleCleanup(server.close)
    server.start()
    for count in (PHOTOS, FEW):
        goods.garment_feed(server.directory / f"feed-{count}", count)
        server.make_org(f"calm-{count}")
        server.import_feed(server.directory / f"feed-{count}/feed.tsv", f"calm-{count}")


class Importing:
    """`likeness import` at work in an org of its own, watched from outside."""

    def __init__(self, test: unittest.TestCase, org: str, count: int):
        self.test, self.count, self.org = test, count, org
        server.make_org(org)
        self.client = server.client(org)
        self.output = server.directory / f"{org}.txt"
        with self.output.open("w") as out:
            self.process = subprocess.Popen(
                [PROGRAM, "import", server.directory / f"feed-{count}/feed.tsv", "--org", org, "--data", server.data],
                stdout=out, stderr=out, env=environment(), start_new_session=True)
        test.addCleanup(self.process.wait)
        test.addCleanup(self.process.kill)

    def wait_until(self, condition) -> dict:
        """Returns the import as it is when the condition first holds, or when the import is over."""
        end = time.monotonic() + IMPORT_TIMEOUT_S
        while True:
            imports = self.client.get("/v1/imports").json()["imports"]
            if imports and (condition(imports[0]) or imports[0]["state"] in ("done", "failed")):
                return imports[0]
            self.test.assertLess(time.monotonic(), end, f"the import stands still: {imports}")
            self.test.assertIsNone(self.process.poll(), self.output.read_text())
            time.sleep(0.02)

    def tell(self, what: str, state: dict) -> None:
        images = state["images"]
        print(f"\n  {self.org}: {what} at {images['done']}/{self.count} photos done, {images['waiting']} waiting, "
              f"{images['understanding']} to understand, import {state['state']}", end="", file=sys.stderr, flush=True)

    def finish(self) -> None:
        """The same client ends by itself, with everything imported."""
        code = self.process.wait(IMPORT_TIMEOUT_S)
        self.test.assertEqual(code, 0, self.output.read_text())


def kill_server(with_its_services: bool) -> None:
    """kill -9 of the server, or of everything as in a power failure, and a new start."""
    children = server.remember_children()
    server.kill()
    if with_its_services:
        processes.kill_all(children)
        processes.wait_until_reaped(children, 10)
    server.start()


class DurabilityTest(unittest.TestCase):
    def assert_whole(self, org: str, calm: str, count: int) -> None:
        """The org holds what the undisturbed import of the same feed made."""
        client, other = server.client(org), server.client(calm)
        ids = [(product["external_id"], product["id"]) for product in client.products()]
        self.assertEqual(sorted(external for external, _ in ids), sorted(f"g{number}" for number in range(count)))
        for external, product in ids:
            images = client.get(f"/v1/products/{product}").json()["images"]
            self.assertEqual([image["state"] for image in images], ["done"], external)
            self.assertEqual(client.get(f"/v1/images/{images[0]['id']}/thumbnails/160").status, 200)

        index, wanted = client.get("/v1/index").json(), other.get("/v1/index").json()
        self.assertEqual(index["vectors"], index["stored_vectors"])
        for name in ("vectors", "stored_vectors", "products"):
            self.assertEqual(index[name], wanted[name], name)
        self.assertEqual(index["products"], count)
        latest = client.get("/v1/imports").json()["imports"][0]
        self.assertEqual((latest["state"], latest["rows"]), ("done", {"read": count, "broken": 0}))
        self.assertEqual({name: latest["images"][name] for name in ("total", "done", "dead")},
                         {"total": count, "done": count, "dead": 0})
        self.assertEqual(latest["texts"], {"total": count, "done": count})
        self.assert_same_answers(client, other)
        with urllib.request.urlopen(server.admin_url + "/metrics", timeout=10) as answer:
            self.assertNotRegex(answer.read().decode(), 'likeness_jobs{[^}]*"dead"[^}]*} [1-9]')

    def assert_same_answers(self, client, other) -> None:
        for number in range(0, 1000, 100):
            photo = goods.encoded(goods.turned(goods.garment(number)))
            answers = [c.found("image", query_image_id=c.query_image(photo), limit=10) for c in (client, other)]
            self.assertEqual(*answers)
            self.assertEqual(len(answers[0]), 10)

    def test_server_killed_over_and_over(self):
        running = Importing(self, "stormy", PHOTOS)
        points = [("upload", lambda i: 0 < i["images"]["waiting"] < PHOTOS or i["images"]["understanding"] > 0)]
        points += [(f"{percent} %", lambda i, n=percent * PHOTOS // 100: i["images"]["done"] >= n)
                   for percent in (10, 30, 50, 70, 90)]
        kills = understanding = 0
        for (what, reached), everything in zip(points, itertools.cycle((False, True)), strict=False):
            state = running.wait_until(reached)
            if state["state"] == "done":
                break
            kill_server(everything)
            kills += 1
            understanding += state["images"]["understanding"] > 0
            running.tell(f"{'all' if everything else 'server'} killed ({what})", state)
        running.finish()
        self.assertGreaterEqual(kills, 5)
        self.assertGreaterEqual(understanding, 1)
        self.assert_whole("stormy", f"calm-{PHOTOS}", PHOTOS)

        kill_server(True)
        self.assert_same_answers(server.client("stormy"), server.client(f"calm-{PHOTOS}"))
        again = server.import_feed(server.directory / f"feed-{PHOTOS}/feed.tsv", "stormy")
        self.assertEqual(again["products"], {"created": 0, "changed": 0, "unchanged": PHOTOS, "removed": 0})
        self.assert_whole("stormy", f"calm-{PHOTOS}", PHOTOS)

    def test_server_killed_while_it_reads_the_feed(self):
        running = Importing(self, "reading", PHOTOS)
        state = running.wait_until(lambda i: i["rows"]["read"] > 0 or i["state"] != "reading")
        kill_server(False)
        running.tell(f"server killed at {state['rows']['read']} rows", state)
        running.finish()
        self.assert_whole("reading", f"calm-{PHOTOS}", PHOTOS)

    def test_starts_at_once_after_everything_was_killed(self):
        """The remains of the database's process, which init has not cleared away yet, do no harm."""
        children = server.remember_children()
        server.kill()
        processes.kill_all(children)
        try:
            server.start()
        except AssertionError as error:
            processes.wait_until_reaped(children, 10)
            server.start()  # for the other tests
            self.fail(str(error)[:400])

    def test_database_killed(self):
        running = Importing(self, "database", FEW)
        state = running.wait_until(lambda i: i["images"]["done"] >= FEW // 4)
        os.kill(server.child("postgres"), signal.SIGKILL)
        running.tell("database killed", state)
        running.finish()
        self.assert_whole("database", f"calm-{FEW}", FEW)

    def test_nats_loses_everything(self):
        running = Importing(self, "forgetful", FEW)
        state = running.wait_until(lambda i: i["images"]["done"] >= FEW // 4)
        shutil.rmtree(server.data / "nats")
        running.tell("directory of NATS removed", state)
        running.finish()
        self.assert_whole("forgetful", f"calm-{FEW}", FEW)
        os.kill(server.child("nats-server"), signal.SIGKILL)
        end = time.monotonic() + 30
        while not self.nats_answers():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.2)

    def nats_answers(self) -> bool:
        checks = server.client(token="").get("/readyz").json()["checks"]
        return next(check["ok"] for check in checks if check["name"] == "nats")


if __name__ == "__main__":
    unittest.main()
