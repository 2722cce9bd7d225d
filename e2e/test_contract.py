"""The document that the server hands out, the page that shows it, and that answers are truly held to it."""

import dataclasses
import json
import re
import unittest

from e2e.goods import write_feed
from e2e.likeness import Server
from e2e.shop import rows

SERVER: Server


def setUpModule():
    global SERVER
    SERVER = unittest.enterModuleContext(Server())


class DocumentTest(unittest.TestCase):
    def test_every_operation_names_its_problems(self):
        answer = SERVER.client().get("/v1/openapi.json")
        self.assertEqual(answer.content_type, "application/json")
        document = answer.json()
        operations = {operation["operationId"]: operation for item in document["paths"].values()
                      for method, operation in item.items() if method != "parameters"}
        for name, operation in operations.items():
            public = operation["x-roles"] == ["public"]
            self.assertTrue({"400", "422"} <= set(operation["responses"]), name)
            self.assertTrue(public or {"401", "403"} <= set(operation["responses"]), name)
        self.assertIn("410", operations["searchByText"]["responses"])
        self.assertNotIn("410", operations["listOrgs"]["responses"])

    def test_it_is_sent_again_only_when_it_changed(self):
        client = SERVER.client(token="")
        tag = client.get("/v1/openapi.json").headers["etag"]
        same = client.get("/v1/openapi.json", If_None_Match=tag)
        self.assertEqual((same.status, same.body, same.headers["etag"]), (304, b"", tag))
        self.assertEqual(client.get("/v1/openapi.json", If_None_Match='"other"').status, 200)


class PageTest(unittest.TestCase):
    def test_it_asks_no_other_host(self):
        client = SERVER.client(token="")
        page = client.get("/docs")
        self.assertEqual((page.status, page.content_type), (200, "text/html"))
        policy = dict(part.strip().split(" ", 1) for part in page.headers["content-security-policy"].split(";"))
        self.assertEqual(policy["default-src"], "'none'")
        self.assertEqual({policy[name] for name in ("script-src", "style-src", "connect-src")}, {"'self'"})
        self.assertNotIn("://", page.text)
        loaded = re.findall(r'(?:src|href)="(docs/[^"]+)"', page.text)
        self.assertEqual(len(loaded), 4)
        for path in loaded:
            asset = client.get("/" + path)
            self.assertEqual(asset.status, 200, path)
            self.assertIn(asset.content_type, ("text/css", "text/javascript"))
            self.assertEqual(client.get("/" + path, If_None_Match=asset.headers["etag"]).status, 304)

    def test_it_has_no_other_files(self):
        self.assertEqual(SERVER.client(token="").get("/docs/../../etc/passwd").status, 404)
        self.assertEqual(SERVER.client(token="").get("/docs/index.html").status, 422)


class AnswersTest(unittest.TestCase):
    """That an answer which the contract does not know is found, by answers of the server that are bent a little."""

    def bent(self, method: str, path: str, answer, **changes):
        with self.assertRaises(AssertionError):
            SERVER.contract.check_answer(method, path, dataclasses.replace(answer, **changes))

    def test_good_ones(self):
        orgs = SERVER.client().get("/v1/orgs")
        SERVER.contract.check_answer("GET", "/v1/orgs", orgs)
        self.bent("GET", "/v1/orgs", orgs, status=202)
        self.bent("GET", "/v1/orgs", orgs, body=json.dumps(orgs.json() | {"more": 1}).encode())
        self.bent("GET", "/v1/orgs", orgs, body=b"{}")
        self.bent("GET", "/v1/orgs", orgs, headers=orgs.headers | {"content-type": "text/html"})
        self.bent("GET", "/v1/orgs", orgs, headers={"content-type": "application/json"})

    def test_problems(self):
        refused = SERVER.client(token="wrong").get("/v1/orgs")
        self.assertEqual(refused.status, 401)
        problem = refused.json()
        for change in ({"type": "urn:likeness:problem:boredom"}, {"status": 403}, {"trace_id": "0"}, {"secret": 1}):
            self.bent("GET", "/v1/orgs", refused, body=json.dumps(problem | change).encode())
        without = {name: value for name, value in refused.headers.items() if name != "www-authenticate"}
        self.bent("GET", "/v1/orgs", refused, headers=without)
        gone = problem | {"type": "urn:likeness:problem:gone", "status": 410}
        self.bent("GET", "/v1/orgs", refused, status=410, body=json.dumps(gone).encode())


class SeldomUsedTest(unittest.TestCase):
    """Operations that no other suite calls over HTTP."""

    def test_missing_files_end_an_import(self):
        org = SERVER.make_org("seldom")
        client = SERVER.client("seldom")
        feed = write_feed(SERVER.directory / "feed.tsv", rows()[:1])
        imported = client.post("/v1/imports", feed.read_bytes(), "text/tab-separated-values").json()["id"]
        wanted = []
        while not wanted:
            wanted = client.get(f"/v1/imports/{imported}/wanted-files").json()["files"]
        missing = {"files": [{"path": file["path"], "reason": "lost"} for file in wanted]}
        self.assertEqual(client.post(f"/v1/imports/{imported}/missing-files", missing).status, 204)
        self.assertEqual(client.get(f"/v1/imports/{imported}").json()["images"]["dead"], 1)

        feed_id = client.post("/v1/feeds", {"name": "web", "url": "https://feeds.example/a.tsv"}).json()["id"]
        self.assertTrue(client.post(f"/v1/feeds/{feed_id}/pause").json()["paused"])
        self.assertFalse(client.post(f"/v1/feeds/{feed_id}/resume").json()["paused"])
        self.assertEqual(SERVER.client().post(f"/v1/orgs/{org}/erase", {"slug": "seldom"}).status, 202)


if __name__ == "__main__":
    unittest.main()
