"""Photos that a feed or a search names by address: what is fetched, what is retried, and what never is."""

import os
import unittest

from e2e import goods, photo_host
from e2e.likeness import Server, free_port

# One of the many loopback addresses, another one in each run, so that port 80 is free there.
ADDRESS = f"127.66.{os.getpid() >> 8 & 255}.{os.getpid() & 127 | 1}"

server: Server
client = None
host: photo_host.PhotoHost


def setUpModule() -> None:
    global server, client, host
    try:
        host = photo_host.begin(ADDRESS, 80)
    except PermissionError:
        raise unittest.SkipTest("photos are fetched from port 80, which may not be opened here") from None
    unittest.addModuleCleanup(host.close)
    server = Server(download__allow_loopback=True, download__timeout_s=2, images__megabytes_max=1, ingest__tries_max=4,
                    ingest__backoff_first_ms=200, ingest__poll_ms=200)
    unittest.addModuleCleanup(server.close)
    server.start()
    server.make_org("shop")
    client = server.client("shop")


def import_addresses(of: Server, addresses: list[str], expect: int) -> tuple[dict, dict[str, str]]:
    """Imports a product per address; returns the import, and why photos failed, by their address."""
    rows = [{"id": f"p{number}", "title": f"Thing {number}", "image_link": address}
            for number, address in enumerate(addresses)]
    imported = of.import_feed(goods.write_feed(of.directory / "feed.tsv", rows), "shop", expect=expect)
    errors = of.client("shop").get(f"/v1/imports/{imported['id']}/errors?limit=200").json()["errors"]
    return imported, {error["value"]: error["reason"] for error in errors}


class FetchTest(unittest.TestCase):
    """An import of good and bad addresses, told photo by photo."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.web = f"http://{ADDRESS}"
        names = ["photo", "photo/kiwi%20one.jpg?size=2", "once", "later", "missing", "forbidden", "round", "inside",
                 "file", "port", "page", "empty", "large", "endless", "slow", "cut", "broken"]
        cls.imported, cls.reasons = import_addresses(
            server, [f"{cls.web}/{name}" for name in names] + [f"http://{ADDRESS}:{free_port()}/photo",
                                                              f"http://user:secret@{ADDRESS}/photo"], expect=5)

    def assert_failed(self, name: str, *words: str) -> None:
        reason = self.reasons.get(f"{self.web}/{name}")
        self.assertIsNotNone(reason, f"{name} did not fail")
        for word in words:
            self.assertIn(word, reason)

    def test_good_ones_are_searchable(self):
        self.assertEqual(self.imported["state"], "done")
        self.assertEqual((self.imported["images"]["done"], self.imported["images"]["dead"]), (4, 15), self.reasons)
        found = client.found("image", query_image_id=client.query_image(photo_host.PHOTO), limit=200)
        self.assertEqual(set(found), {"p0", "p1", "p2", "p3"})

    def test_redirect_is_followed(self):
        self.assertEqual(host.asked["/once"], 1)
        self.assertEqual(host.asked["/photo/behind"], 1)

    def test_failure_of_the_other_side_is_tried_again(self):
        self.assertEqual(host.asked["/later"], 3)
        self.assertEqual(host.asked["/broken"], 4)
        self.assert_failed("broken", "503")

    def test_refusals_are_not_tried_again(self):
        for name, words in (("missing", "404"), ("forbidden", "403"), ("page", "web page"), ("empty", "")):
            with self.subTest(name):
                self.assert_failed(name, words)
                self.assertEqual(host.asked["/" + name], 1)

    def test_redirects_end(self):
        self.assert_failed("round", "redirects more than 3 times")
        self.assertEqual(host.asked["/round"], 4)

    def test_redirects_are_checked_like_the_first_address(self):
        self.assert_failed("inside", "169.254.169.254", "not one of the open internet")
        self.assert_failed("file", "only http and https")
        self.assert_failed("port", "port 6379 is not allowed")

    def test_size_and_time(self):
        self.assert_failed("large", "larger than 1048576 bytes")
        self.assert_failed("endless", "larger than 1048576 bytes")
        self.assert_failed("slow", "cannot be fetched")
        self.assert_failed("cut", "cannot be fetched")

    def test_other_ports_and_credentials(self):
        other = next(reason for address, reason in self.reasons.items() if address.startswith(f"http://{ADDRESS}:"))
        self.assertRegex(other, r"port \d+ is not allowed")
        named = next(reason for address, reason in self.reasons.items() if "@" in address)
        self.assertIn("user name or password", named)
        self.assertNotIn("secret", named)

    def test_search_by_address(self):
        self.assertIn(client.found("image", url=f"{self.web}/photo/search")[0], {"p0", "p1", "p2", "p3"})
        for name, status in (("missing", 422), ("page", 415), ("large", 413), ("inside", 422), ("slow", 422),
                             ("broken", 422)):
            with self.subTest(name):
                answer = client.post("/v1/search/image", {"url": f"{self.web}/{name}"})
                self.assertEqual(answer.status, status, answer.text)


class DefaultRulesTest(unittest.TestCase):
    """Without the setting for tests nothing but the open internet is fetched from."""

    def test_inner_addresses(self):
        addresses = [f"http://{ADDRESS}/photo", "http://127.0.0.1/", "http://169.254.169.254/", "http://[::1]/",
                     "http://10.0.0.1/", "http://192.168.1.1/", "http://2130706433/", "http://0x7f.1/", "http://0/",
                     "http://[::ffff:127.0.0.1]/", "http://localhost/", "http://8.8.8.8:8080/", "https://100.64.0.1/"]
        asked = host.asked.total()
        with Server(ingest__tries_max=2, ingest__backoff_first_ms=100, ingest__poll_ms=200) as plain:
            plain.make_org("shop")
            imported, reasons = import_addresses(plain, addresses, expect=5)
            self.assertEqual((imported["state"], imported["images"]["dead"]), ("done", len(addresses)))
            for address in addresses:
                with self.subTest(address):
                    self.assertRegex(reasons[address], "not one of the open internet|port 8080 is not allowed")
                    answer = plain.client("shop").post("/v1/search/image", {"url": address})
                    self.assertEqual(answer.status, 422, answer.text)
        self.assertEqual(host.asked.total(), asked)


if __name__ == "__main__":
    unittest.main()
