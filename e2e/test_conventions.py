"""What holds on every route: pages and their cursors, and the trace of a request."""

import re
import time
import unittest

from e2e import shop
from e2e.durability.database import Session
from e2e.likeness import Server

TRACE, SPAN = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
FEED = "id\ttitle\tprice\tavailability\tlink\timage_link\n{0}\tThing {0}\t5.00 EUR\tin_stock\thttps://shop.example/{0}\t{0}.png\n"

server: Server
ann = other = None  # an editor of the shop, and an owner of an org with nothing in it


def setUpModule() -> None:
    global server, ann, other
    server = Server(ingest__poll_ms=200, log__level="debug")
    unittest.addModuleCleanup(server.close)
    server.start()
    ann, other = shop.open_shop(server)


def upload(client, name: str, feed: str | None = None, **headers) -> dict:
    answer = client.request("POST", f"/v1/imports?source={name}&format=tsv&filename={name}.tsv",
                            feed or FEED.format(name), "text/tab-separated-values", **headers)
    if answer.status != 202:
        raise AssertionError(answer.text)
    return answer.json()


def wait_for(check, timeout_s: float = 30):
    """The first answer of `check` that is true."""
    end = time.monotonic() + timeout_s
    while time.monotonic() < end:
        found = check()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError("it did not come to pass")


class CursorTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        broken = "id\ttitle\tprice\timage_link\n" + "".join(f"{n}\tThing {n}\tno price\t{n}.png\n" for n in range(5))
        cls.faulty = upload(ann, "broken", broken)["id"]
        wait_for(lambda: len(ann.get(f"/v1/imports/{cls.faulty}/errors").json()["errors"]) >= 5)
        rows = "".join(FEED.format(name).split("\n")[1] + "\n" for name in ("w1", "w2", "w3", "w4"))
        cls.wanting = upload(ann, "wanting", FEED.split("\n")[0] + "\n" + rows)["id"]
        wait_for(lambda: len(ann.get(f"/v1/imports/{cls.wanting}/wanted-files").json()["files"]) == 4)
        cls.refused = upload(ann, "refused", FEED.split("\n")[0] + "\n" + rows.replace("w", "r"))["id"]
        wait_for(lambda: len(ann.get(f"/v1/imports/{cls.refused}/wanted-files").json()["files"]) == 4)
        files = [{"path": f"r{n}.png", "reason": "is not there"} for n in range(1, 5)]
        assert ann.post(f"/v1/imports/{cls.refused}/missing-files", {"files": files}).status == 204
        for number in range(3):
            assert ann.post("/v1/feeds", {"name": f"feed-{number}"}).status == 201

    def lists(self) -> dict[str, str]:
        """Every list that comes in pages, and the name of its entries."""
        return {"/v1/products": "products", "/v1/imports": "imports", "/v1/feeds": "feeds",
                "/v1/dead-letters": "dead_letters", "/v1/dead-letters?stage=download": "dead_letters",
                f"/v1/imports/{self.faulty}/errors": "errors", f"/v1/imports/{self.wanting}/wanted-files": "files"}

    def page(self, client, path: str, limit: int, cursor: str = ""):
        joined = path + ("&" if "?" in path else "?")
        return client.get(f"{joined}limit={limit}" + (f"&cursor={cursor}" if cursor else ""))

    def test_pages_make_the_whole_list(self):
        for path, name in self.lists().items():
            with self.subTest(path):
                whole = self.page(ann, path, 200).json()
                self.assertGreaterEqual(len(whole[name]), 4)
                self.assertNotIn("next_cursor", whole)
                entries, cursor = [], ""
                while cursor is not None:
                    page = self.page(ann, path, 2, cursor).json()
                    entries += page[name]
                    cursor = page.get("next_cursor")
                self.assertEqual([entry.get("id") or entry for entry in entries],
                                 [entry.get("id") or entry for entry in whole[name]])

    def test_a_cursor_is_good_for_its_own_list_alone(self):
        cursors = {path: self.page(ann, path, 1).json()["next_cursor"] for path in self.lists()}
        tried = 0
        for path in cursors:
            for origin, cursor in cursors.items():
                with self.subTest(path=path, origin=origin):
                    answer = self.page(ann, path, 1, cursor)
                    tried += 1
                    self.assertEqual(answer.status, 200 if origin == path else 422, answer.text)
                    if origin != path:
                        self.assertEqual(answer.fields(), ["cursor"])
            own = cursors[path]
            for wrong in (own[:-1], own + "A", own[1:], own.swapcase(), "A" * len(own), "prd_1", own[:22]):
                with self.subTest(path=path, wrong=wrong):
                    answer = self.page(ann, path, 1, wrong)
                    self.assertEqual((answer.status, answer.fields()), (422, ["cursor"]), answer.text)
        self.assertEqual(tried, len(cursors) ** 2)

    def test_a_cursor_is_good_for_its_org_alone(self):
        for path in ("/v1/products", "/v1/imports", "/v1/feeds", "/v1/dead-letters"):
            with self.subTest(path):
                answer = self.page(other, path, 1, self.page(ann, path, 1).json()["next_cursor"])
                self.assertEqual((answer.status, answer.fields()), (422, ["cursor"]), answer.text)

    def test_limits(self):
        for path in self.lists():
            for limit in (0, 201, -1):
                with self.subTest(path=path, limit=limit):
                    answer = self.page(ann, path, limit)
                    self.assertEqual((answer.status, answer.fields()), (422, ["limit"]), answer.text)


class TraceTest(unittest.TestCase):
    def test_an_answer_carries_the_trace(self):
        for path in ("/livez", "/v1/products", "/v1/nowhere"):
            answer = ann.get(path, traceparent=f"00-{TRACE}-{SPAN}-01")
            found = re.fullmatch(rf"00-{TRACE}-([0-9a-f]{{16}})-01", answer.headers["traceparent"])
            self.assertTrue(found, answer.headers)
            self.assertNotEqual(found[1], SPAN)
        unsampled = ann.get("/livez", traceparent=f"00-{TRACE}-{SPAN}-00")
        self.assertTrue(unsampled.headers["traceparent"].endswith("-00"))

    def test_what_is_no_trace_is_passed_over(self):
        for wrong in ("", "nonsense", f"00-{TRACE}-{SPAN}", f"00-{TRACE.upper()}-{SPAN}-01", f"00-{'0' * 32}-{SPAN}-01",
                      f"00-{TRACE}-{'0' * 16}-01", f"ff-{TRACE}-{SPAN}-01", f"00-{TRACE}-{SPAN}-01-more",
                      f"00-{TRACE}-{SPAN}-0x", f"0-{TRACE}-{SPAN}-01"):
            with self.subTest(wrong):
                answer = ann.get("/livez", traceparent=wrong)
                self.assertRegex(answer.headers["traceparent"], "^00-[0-9a-f]{32}-[0-9a-f]{16}-01$")
                self.assertNotIn(TRACE, answer.headers["traceparent"])
        later = ann.get("/livez", traceparent=f"01-{TRACE}-{SPAN}-01-more")
        self.assertIn(TRACE, later.headers["traceparent"])

    def test_an_import_carries_the_trace_through_its_jobs(self):
        imported = upload(ann, "traced", traceparent=f"00-{TRACE}-{SPAN}-01")
        with Session(server) as database:
            query = ("SELECT kind, substr(traceparent, 4, 32), count(*) FROM jobs WHERE import_id = "
                     f"'{imported['id'].removeprefix('imp_')}' GROUP BY 1, 2 ORDER BY 1")
            rows = wait_for(lambda: (found := database.rows(query)) and len(found) == 3 and found)
        self.assertEqual(rows, [["feed", TRACE, "1"], ["image", TRACE, "1"], ["text", TRACE, "1"]])
        for stage in ("feed", "normalize", "embed", "index"):
            wait_for(lambda stage=stage: re.search(rf"debug {stage}: .*, trace {TRACE}", server.log()))


if __name__ == "__main__":
    unittest.main()
