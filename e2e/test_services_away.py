"""The server goes on when Redis or NATS are away."""

import os
import signal
import time
import unittest

from e2e import goods
from e2e.likeness import Server

server: Server
client = None


def setUpModule() -> None:
    global server, client
    server = Server(ingest__poll_ms=300)
    unittest.addModuleCleanup(server.close)
    server.start()
    client = server.client("shop")
    server.make_org("shop")


class ServicesAwayTest(unittest.TestCase):
    """Redis and NATS may be gone at any time."""

    @classmethod
    def setUpClass(cls) -> None:
        server.import_feed(goods.garment_feed(server.directory / "garments", 12), "shop")

    def wait_for(self, name: str, ok: bool) -> None:
        end = time.monotonic() + 30
        while True:
            ready = server.client(token="").get("/readyz")
            self.assertEqual(ready.status, 200)
            if {check["name"]: check["ok"] for check in ready.json()["checks"]}[name] == ok:
                return
            self.assertLess(time.monotonic(), end, ready.text)
            time.sleep(0.1)

    def search_and_page(self) -> None:
        first = client.search("text", text="garment", limit=4)
        self.assertEqual(len(first["hits"]), 4)
        second = client.search("text", text="garment", limit=4, cursor=first["next_cursor"])
        ids = [hit["product"]["id"] for hit in first["hits"] + second["hits"]]
        self.assertEqual(len(set(ids)), 8)

    def stopped(self, name: str) -> None:
        """Stops a service's process until the test is over."""
        pid = server.child(name)
        os.kill(pid, signal.SIGSTOP)
        self.addCleanup(os.kill, pid, signal.SIGCONT)

    def test_redis_that_hangs(self):
        self.stopped("redis-server")
        began = time.monotonic()
        self.search_and_page()
        self.assertLess(time.monotonic() - began, 10)
        self.wait_for("redis", False)
        self.search_and_page()
        self.doCleanups()
        self.wait_for("redis", True)
        self.search_and_page()

    def test_redis_that_dies(self):
        before = server.child("redis-server")
        os.kill(before, signal.SIGKILL)
        self.search_and_page()
        self.wait_for("redis", True)
        self.assertNotEqual(server.child("redis-server"), before)
        self.search_and_page()

    def test_nats_that_hangs(self):
        self.stopped("nats-server")
        imported = server.import_feed(goods.garment_feed(server.directory / "hangs", 6, 100), "shop", timeout_s=60)
        self.assertEqual(imported["images"]["done"], 6)
        self.doCleanups()
        self.wait_for("nats", True)

    def test_nats_that_dies(self):
        before = server.child("nats-server")
        os.kill(before, signal.SIGKILL)
        imported = server.import_feed(goods.garment_feed(server.directory / "dies", 6, 200), "shop", timeout_s=60)
        self.assertEqual(imported["images"]["done"], 6)
        self.wait_for("nats", True)
        self.assertNotEqual(server.child("nats-server"), before)


if __name__ == "__main__":
    unittest.main()
