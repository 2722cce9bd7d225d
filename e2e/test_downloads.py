"""Downloading many photos at once, and not doing work twice."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

from e2e import goods
from e2e.http_client import Client
from e2e.likeness import BUILD, Server, free_port
from e2e.photo_farm import PhotoFarm

PROGRAM = BUILD / "tests/fetch_urls"
ADDRESS = f"127.67.{os.getpid() >> 8 & 255}.{os.getpid() & 127 | 1}"


def fetch(urls: list[str], *options: str) -> tuple[list[str], float]:
    """What came of each, and how many seconds all took."""
    start = time.monotonic()
    done = subprocess.run([PROGRAM, "allow_loopback=1", *options], input="\0".join(urls).encode(), capture_output=True,
                          timeout=200, check=True)
    return [line.split("\t")[1] for line in done.stdout.decode().splitlines()], time.monotonic() - start


class LoadTest(unittest.TestCase):
    """1,000 photos of 20 KB, each 50 ms away."""

    @classmethod
    def setUpClass(cls):
        cls.farm = PhotoFarm("127.0.0.1", 0, 0.05, lambda path, headers: (200, {}, b"x" * 20_000))
        cls.addClassCleanup(cls.farm.close)
        cls.urls = [f"http://127.0.0.1:{cls.farm.port}/{number}" for number in range(1000)]

    def rate(self, count: int, *options: str) -> float:
        outcomes, seconds = fetch(self.urls[:count], f"port={self.farm.port}", "wait_ms=100000", *options)
        self.assertEqual(outcomes, ["ok"] * count)
        return count / seconds

    def test_many_at_once(self):
        one_at_a_time = self.rate(60, "one_at_a_time=1")
        polite = self.rate(300)
        at_once = self.rate(1000, "per_host=200")
        print(f"\nphotos per second: {one_at_a_time:.0f} one at a time, {polite:.0f} with 8 per host,"
              f" {at_once:.0f} with 200 at once", file=sys.stderr)
        self.assertGreater(polite, 4 * one_at_a_time)
        self.assertGreater(at_once, 20 * one_at_a_time)

    def test_budget_and_connections(self):
        self.farm.connections = self.farm.most_running = 0
        self.rate(200, "per_host=8")
        self.assertLessEqual(self.farm.most_running, 8)
        self.assertGreaterEqual(self.farm.most_running, 6)
        self.assertLessEqual(self.farm.connections, 16, "connections are used again")


class Http2Test(unittest.TestCase):
    """A server that speaks nothing but HTTP/2 over TLS."""

    def test_many_on_one_connection(self):
        directory = pathlib.Path(tempfile.mkdtemp(prefix="likeness-h2-"))
        self.addCleanup(shutil.rmtree, directory)
        key, certificate, port = directory / "key.pem", directory / "certificate.pem", free_port()
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                        "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
                       check=True, capture_output=True)
        (directory / "photo").write_bytes(b"x" * 20_000)
        log = (directory / "log").open("w+")
        self.addCleanup(log.close)
        server = subprocess.Popen(["nghttpd", "-v", "-d", directory, "-a", "127.0.0.1", str(port), key,
                                   certificate], stdout=log, stderr=subprocess.STDOUT)
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        end = time.monotonic() + 10
        urls = [f"https://localhost:{port}/photo?{number}" for number in range(200)]
        while fetch(urls[:1], f"port={port}", f"ca_file={certificate}")[0] != ["ok"]:
            self.assertLess(time.monotonic(), end, "nghttpd did not start")
            time.sleep(0.1)
        log.truncate(0)
        outcomes, seconds = fetch(urls, f"port={port}", f"ca_file={certificate}", "per_host=50", "wait_ms=100000")
        self.assertEqual(outcomes, ["ok"] * 200)
        log.seek(0)
        connections = set(re.findall(r"\[id=(\d+)\]", log.read()))
        print(f"\nHTTP/2: 200 photos over {len(connections)} connection in {seconds:.2f} s", file=sys.stderr)
        self.assertEqual(len(connections), 1)
        self.assertEqual(fetch(urls[:1], f"port={port}")[0], ["unavailable"], "its authority is not trusted by default")


class NotTwiceTest(unittest.TestCase):
    """A server that imports the same photos again and again."""

    @classmethod
    def setUpClass(cls):
        cls.photos = {f"/{name}": goods.encoded(goods.garment(number), "JPEG") for number, name in enumerate("abcdef")}
        cls.photos["/copy"] = cls.photos["/a"]
        cls.versions, cls.closed_until = {}, 0.0
        cls.full = 0
        try:
            cls.farm = PhotoFarm(ADDRESS, 80, 0, cls.answer)
        except PermissionError:
            raise unittest.SkipTest("photos are fetched from port 80, which may not be opened here") from None
        cls.addClassCleanup(cls.farm.close)
        cls.server = Server(download__allow_loopback=True, download__recheck_hours=0, ingest__tries_max=2,
                            ingest__backoff_first_ms=100, ingest__poll_ms=100)
        cls.addClassCleanup(cls.server.close)
        cls.server.start()

    @classmethod
    def answer(cls, path: str, headers: dict[str, str]):
        if time.monotonic() < cls.closed_until:
            return 503, {"Retry-After": "2"}, b"later"
        tag = f'"{path}-{cls.versions.get(path, 0)}"'
        if headers.get("if-none-match") == tag:
            return 304, {"ETag": tag}, b""
        cls.full += 1
        return 200, {"ETag": tag, "Content-Type": "image/jpeg"}, cls.photos[path]

    def import_photos(self, org: str, *paths: str, source: str = "s") -> dict:
        rows = [{"id": path.strip("/"), "title": f"Thing {path}", "image_link": f"http://{ADDRESS}{path}"} for path in paths]
        return self.server.import_feed(goods.write_feed(self.server.directory / f"feeds/{source}/feed.tsv", rows), org)

    def metric(self, name: str, labels: str = "") -> float:
        for line in Client(self.server.admin_url).get("/metrics").text.splitlines():
            if line.startswith(name) and labels in line:
                return float(line.rsplit(" ", 1)[1])
        return 0

    def understood(self) -> float:
        return self.metric("likeness_stage_items_in_total", 'stage="preprocess"')

    def test_unchanged_photos_cost_nothing(self):
        self.server.make_org("again")
        self.assertEqual(self.import_photos("again", "/a", "/b", "/c")["images"]["done"], 3)
        understood, full = self.understood(), type(self).full
        again = self.import_photos("again", "/a", "/b", "/c")
        self.assertEqual((again["state"], again["images"]["done"]), ("done", 3))
        self.assertEqual(type(self).full, full, "they were asked for with their validators")
        self.assertEqual(self.understood(), understood)
        self.versions["/a"], self.photos["/a"] = 1, self.photos["/f"]
        self.import_photos("again", "/a", "/b", "/c")
        self.assertEqual((type(self).full, self.understood()), (full + 1, understood + 1))
        found = self.server.client("again").found(
            "image", query_image_id=self.server.client("again").query_image(self.photos["/f"]))
        self.assertEqual(found[0], "a", "it is found by what it shows now")
        self.photos["/a"] = self.photos["/copy"]

    def test_copies_share_their_vectors(self):
        self.server.make_org("copies")
        self.import_photos("copies", "/d", "/copy")
        understood, shared = self.understood(), self.metric("likeness_photos_shared_total")
        self.photos["/e2"] = self.photos["/d"]
        self.import_photos("copies", "/e2", source="other")
        self.assertEqual(self.understood(), understood)
        self.assertEqual(self.metric("likeness_photos_shared_total"), shared + 1)
        client = self.server.client("copies")
        found = client.found("image", query_image_id=client.query_image(self.photos["/d"]))
        self.assertEqual(set(found[:2]), {"d", "e2"})
        self.server.make_org("neighbour")
        self.import_photos("neighbour", "/d")
        self.assertEqual(self.understood(), understood + 1, "another org's photo is not known here")

    def test_a_host_that_asks_for_time_gets_it(self):
        """Two tries with 0.1 s between them are enough for 2 s, because what finds the host closed keeps its try."""
        self.server.make_org("patient")
        type(self).closed_until = time.monotonic() + 1.5
        before = self.farm.asked.total()
        imported = self.import_photos("patient", "/a", "/b", "/c", "/d", "/e", "/f")
        self.assertEqual((imported["images"]["done"], imported["images"]["dead"]), (6, 0))
        self.assertLessEqual(self.farm.asked.total() - before, 6 + 6)


if __name__ == "__main__":
    unittest.main()
