"""The audit log: what users do is read back, nobody changes it unseen, and it holds no secret."""

import json
import re
import subprocess
import sys
import time
import unittest

from e2e import goods
from e2e.durability.database import Session
from e2e.likeness import PASSWORD, ROOT, Server

FEED_SECRET = "lantern-credential-77"
QUERY_SECRET = "harbour-query-91"

server: Server
shop_id = ""
owner = editor = operator = None


def setUpModule() -> None:
    global server, shop_id, owner, editor, operator
    server = Server(download__allow_loopback=True)
    unittest.addModuleCleanup(server.close)
    server.start()
    shop_id = server.make_org("shop")
    owner = server.make_user(shop_id, "ann@shop.example", "owner")
    editor = server.make_user(shop_id, "ed@shop.example", "editor")
    operator = server.client("shop")


def entries(of=None, **query) -> list[dict]:
    """All entries that fit, oldest first."""
    found, cursor = [], ""
    while True:
        words = "&".join(f"{name}={value}" for name, value in {**query, "cursor": cursor}.items() if value)
        page = (of or operator).get(f"/v1/audit?limit=200&{words}").json()
        found += page["entries"]
        cursor = page.get("next_cursor", "")
        if not cursor:
            return found[::-1]


def expect(answer, status: int):
    if answer.status != status:
        raise AssertionError(f"{answer.status} {answer.text}")
    return answer.json() if answer.body else None


def latest(action: str) -> dict:
    return entries(action=action)[-1]


class ReadBackTest(unittest.TestCase):
    def test_who_did_what_to_what_with_before_and_after(self):
        self.keep_a_feed("main")

    def keep_a_feed(self, name: str) -> None:
        """Makes, pauses and deletes a feed, and reads that back."""
        feed = expect(editor.post("/v1/feeds", {
            "name": name, "url": f"http://127.0.0.1/feed.tsv?token={QUERY_SECRET}", "format": "tsv",
            "credentials": {"kind": "basic", "name": "shop", "secret": FEED_SECRET}}), 201)
        expect(editor.post(f"/v1/feeds/{feed['id']}/pause"), 200)
        made, paused = entries(owner, object=feed["id"])
        self.assertEqual((made["action"], made["actor"]["email"], made["actor"]["kind"]),
                         ("createFeed", "ed@shop.example", "user"))
        self.assertEqual(made["object"], {"kind": "feed", "id": feed["id"]})
        self.assertEqual((made["after"]["name"], made["after"]["credentials"]), (name, "(secret)"))
        self.assertEqual((paused["before"], paused["after"]), ({"paused": False}, {"paused": True}))
        self.assertEqual(paused["personal"]["peer"], "127.0.0.0")
        self.assertEqual(len(paused["trace_id"]), 32)
        deleted = expect(editor.delete(f"/v1/feeds/{feed['id']}"), 204)
        self.assertIsNone(deleted)
        self.assertEqual(latest("deleteFeed")["before"]["name"], name)

    def test_logins_and_refused_ones(self):
        public = server.client(token="")
        for email, password, status in (("ann@shop.example", PASSWORD, 200), ("ann@shop.example", "wrong-wrong", 401),
                                        ("stranger@shop.example", "wrong-wrong", 401)):
            expect(public.post("/v1/auth/login", {"email": email, "password": password}), status)
        right, wrong = [entry for entry in entries(action="login") if entry.get("personal", {}).get("after.email")][-2:]
        self.assertEqual((right["outcome"], right["actor"]["email"]), ("ok", "ann@shop.example"))
        self.assertEqual((wrong["outcome"], wrong["actor"]["kind"]), ("unauthenticated", "nobody"))
        self.assertEqual(wrong["object"], {"kind": "user", "id": right["actor"]["id"]})
        stranger = entries(server.client(), action="login")[-1]
        self.assertEqual((stranger["outcome"], stranger["personal"]["after.email"]),
                         ("unauthenticated", "stranger@shop.example"))

    def test_what_is_refused_or_undone_leaves_nothing(self):
        before = len(entries())
        self.assertEqual(editor.post("/v1/feeds", {"name": "x", "nonsense": 1}).status, 422)
        self.assertEqual(editor.delete("/v1/products/prd_01900000-0000-7000-8000-000000000001").status, 404)
        self.assertEqual(editor.get("/v1/audit").status, 403)
        changes = [entry["action"] for entry in entries()[before:]]
        self.assertEqual(set(changes), {"listAudit"})

    def test_filters(self):
        self.assertTrue(all(entry["actor"]["email"] == "ed@shop.example" for entry in entries(actor="ed@shop.example")))
        self.assertEqual(entries(to="2020-01-01"), [])
        self.assertEqual(owner.get("/v1/audit?from=yesterday").fields(), ["from"])
        self.assertEqual(owner.get("/v1/audit?cursor=nonsense").fields(), ["cursor"])

    def test_orgs_made_and_deleted_stand_in_the_servers_log(self):
        doomed = server.make_org("doomed")
        member = server.make_user(doomed, "dora@doomed.example", "owner")
        self.assertEqual([entry["action"] for entry in entries(member)][:2], ["createUser", "login"])
        last = member.get("/v1/audit/check").json()
        erasure = expect(server.client().post(f"/v1/orgs/{doomed}/erase", {"slug": "doomed"}), 202)["id"]
        end = time.monotonic() + 60
        while server.client().get(f"/v1/erasures/{erasure}").json()["state"] != "done":
            self.assertLess(time.monotonic(), end)
            time.sleep(0.1)
        made, deleted, closed = entries(server.client(), object=doomed)[-3:]
        self.assertEqual([made["action"], deleted["action"], closed["action"]],
                         ["createOrg", "eraseOrg", "closeAuditLog"])
        self.assertEqual(deleted["before"]["slug"], "doomed")
        self.assertGreaterEqual(closed["before"]["entries"], last["checked"])
        with Session(server) as database:
            self.assertEqual(database.value(f"SELECT count(*) FROM audit_log WHERE org_id = '{doomed[4:]}'"), "0")

    def test_shoppers_photos(self):
        photo = owner.query_image(goods.encoded(goods.stamp("food/fruit/kiwi")))
        expect(owner.get(f"/v1/query-images/{photo}"), 200)
        owner.get(f"/v1/query-images/{photo}/picture")
        owner.delete(f"/v1/query-images/{photo}")
        self.assertEqual([entry["action"] for entry in entries(object=photo)],
                         ["createQueryImage", "getQueryImage", "getQueryImagePicture", "deleteQueryImage"])

    def test_no_secret_enters(self):
        self.keep_a_feed("secretive")
        with Session(server) as database:
            rows = database.rows("SELECT l::text FROM audit_log AS l"
                                 " UNION ALL SELECT v::text FROM audit_personal_values AS v")
        text = "\n".join("\t".join(row) for row in rows)
        self.assertIn("ann@shop.example", text)
        for secret in (FEED_SECRET, QUERY_SECRET, PASSWORD, owner.token, server.token, "wrong-wrong"):
            self.assertNotIn(secret, text)


class EveryChangeTest(unittest.TestCase):
    """Calls what changes something, and finds it in the log."""

    def test_each_leaves_one_entry(self):
        feed = expect(editor.post("/v1/feeds", {"name": "each", "url": "http://127.0.0.1/none.tsv"}), 201)["id"]
        pulled = expect(editor.post("/v1/feeds", {"name": "pulled", "url": "http://127.0.0.1/none.tsv"}), 201)["id"]
        rows = "id\ttitle\timage_link\n1\tThing\tphotos/a.png\n"
        started = expect(editor.post("/v1/imports?source=hand", rows, "text/tab-separated-values"), 202)
        calls = [
            ("updateFeed", lambda: editor.request("PATCH", f"/v1/feeds/{feed}", {"name": "each one"})),
            ("pauseFeed", lambda: editor.post(f"/v1/feeds/{feed}/pause")),
            ("resumeFeed", lambda: editor.post(f"/v1/feeds/{feed}/resume")),
            ("pullFeed", lambda: editor.post(f"/v1/feeds/{pulled}/pull")),
            ("deleteFeed", lambda: editor.delete(f"/v1/feeds/{feed}")),
            ("cancelImport", lambda: editor.post(f"/v1/imports/{started['id']}/cancel")),
            ("retryDeadLetters", lambda: editor.post("/v1/dead-letters/retry", {})),
            ("rebuildIndex", lambda: editor.post("/v1/index/rebuild")),
            ("createOrg", lambda: server.client().post("/v1/orgs", {"slug": "each", "name": "Each"})),
            ("createUser", lambda: server.client().post(f"/v1/orgs/{shop_id}/users", {
                "email": "each@shop.example", "password": PASSWORD, "role": "viewer"})),
            ("eraseAuditPersonalValues", lambda: owner.delete("/v1/audit/personal-values?before=2020-01-01")),
            ("exportAudit", lambda: owner.get("/v1/audit/export?limit=1")),
            ("checkAudit", lambda: owner.get("/v1/audit/check")),
        ]
        for action, call in calls:
            with self.subTest(action):
                reader = server.client() if action == "createOrg" else operator
                before = len(entries(reader, action=action))
                answer = call()
                found = entries(reader, action=action)[before:]
                self.assertLess(answer.status, 300, answer.text)
                self.assertEqual(len(found), 1, found)


class CheckTest(unittest.TestCase):
    def verify(self, *words: str) -> tuple[int, dict]:
        done = server.cli("audit", "verify", "--json", "--org", "shop", *words)
        return done.returncode, json.loads(done.stdout)

    def tamper(self, statement: str) -> None:
        with Session(server) as database:
            database.rows(f"SET session_replication_role = replica; {statement}")

    def test_tampering_is_found_and_named(self):
        code, check = self.verify()
        self.assertEqual((code, check["complete"]), (0, True), check)
        number = check["checked"] - 1
        where = f"WHERE org_id = '{shop_id[4:]}' AND sequence = {number}"
        with Session(server) as database:
            action = database.value(f"SELECT action FROM audit_log {where}")
        self.tamper(f"UPDATE audit_log SET action = 'x' || action {where}")
        code, check = self.verify()
        self.assertEqual((code, check["broken"]["sequence"]), (5, number), check)
        told = server.cli("audit", "verify", "--org", "shop")
        self.assertIn(f"entry {number}", told.stdout)
        self.tamper(f"UPDATE audit_log SET action = '{action}' {where}")
        self.assertEqual(self.verify()[0], 0)

    def test_the_servers_log_is_checked_too(self):
        done = server.cli("audit", "verify", "--of-server")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("the log server is as it was written", done.stdout)

    def test_a_third_party_checks_the_export(self):
        script = re.search(r"```python\n(.*?)```", (ROOT / "docs/audit.md").read_text(), re.DOTALL).group(1)
        program, file = server.directory / "check.py", server.directory / "audit.jsonl"
        program.write_text(script)
        done = server.cli("audit", "export", file, "--org", "shop")
        self.assertEqual(done.returncode, 0, done.stderr)

        def check() -> subprocess.CompletedProcess:
            return subprocess.run([sys.executable, program, file], capture_output=True, text=True, timeout=60)

        checked = check()
        self.assertEqual(checked.returncode, 0, checked.stderr)
        self.assertIn("entries are right", checked.stdout)
        lines = file.read_text().splitlines()
        named = next(number for number, line in enumerate(lines) if "usr_" in line)
        for broken in (lines[:1] + lines[2:],
                       lines[:named] + [re.sub("usr_(.)", r"usr-\1", lines[named])] + lines[named + 1:]):
            file.write_text("\n".join(broken) + "\n")
            self.assertNotEqual(check().returncode, 0)

    def test_erasing_a_person_keeps_the_log_valid(self):
        person = server.make_user(shop_id, "erin@shop.example", "viewer")
        subject = entries(action="login", actor="erin@shop.example")[-1]["actor"]["id"]
        done = server.cli("audit", "erase-personal", "--subject", subject, "--org", "shop", "--json")
        self.assertGreaterEqual(json.loads(done.stdout)["erased"], 3)
        mine = entries(actor=subject)[-1]
        self.assertNotIn("personal", mine)
        self.assertEqual(mine["after"]["email"], "(personal)")
        self.assertEqual(self.verify()[0], 0)
        self.assertEqual(person.get("/v1/products").status, 200)

    def test_list_shows_a_table(self):
        done = server.cli("audit", "list", "--org", "shop", "--action", "createUser", "--limit", "3")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("createUser", done.stdout)
        self.assertEqual(server.cli("audit", "erase-personal", "--org", "shop").returncode, 2)


if __name__ == "__main__":
    unittest.main()
