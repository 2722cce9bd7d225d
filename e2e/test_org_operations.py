"""What is done to whole orgs: renamed, exported, cloned, erased; also where the server is killed meanwhile."""

import hashlib
import io
import json
import os
import time
import unittest
import zipfile

from PIL.PngImagePlugin import PngInfo

from e2e import goods, shop
from e2e.durability import victims
from e2e.durability.database import Session, org_uuid
from e2e.http_client import Client
from e2e.likeness import Server, free_port

WAIT_S = 90
MARKED_TITLE = "Quizzaciously marked hat"
MARKED_BYTES = b"bytes-of-nobody-else-7f3a91"
ROWS = {"products": "products", "variants": "variants", "images": "images", "feeds": "sources",
        "members": "memberships", "imports": "imports", "import_faults": "import_faults",
        "webhooks": "webhooks"}

server: Server


def setUpModule() -> None:
    global server
    server = Server(server__port=free_port(), org_operations__lease_s=3, org_operations__poll_ms=100,
                    org_operations__erase_settle_ms=500, org_operations__erase_rows_per_batch=1,
                    org_operations__export_rows_per_page=3, org_operations__clone_products_per_page=2)
    unittest.addModuleCleanup(server.close)
    server.start()
    shop.write_shop(server.directory / "shop")


def make_shop(slug: str, marked: bool = False) -> str:
    """An org with the shop's catalogue; a marked one has a photo and a title that nobody else has."""
    org_id = server.make_org(slug)
    directory = server.directory / "shop"
    if marked:
        directory = server.directory / slug
        feed = shop.write_shop(directory)
        photo = goods.encoded(goods.stamp("clothes/hats/tophat", 300), pnginfo=marked_chunk())
        (directory / "photos/marked.png").write_bytes(photo)
        row = next(row for row in shop.rows() if row["id"] == "tophat")
        goods.write_feed(feed, [*shop.rows(), row | {"id": "marked", "title": MARKED_TITLE,
                                                     "image_link": "photos/marked.png"}])
    server.import_feed(directory, slug)
    return org_id


def marked_chunk() -> PngInfo:
    chunk = PngInfo()
    chunk.add_text("Comment", MARKED_BYTES.decode())
    return chunk


def counts(org_id: str, tables) -> dict[str, int]:
    with Session(server) as session:
        return {table: int(session.value(f"SELECT count(*) FROM {table} WHERE org_id = '{org_uuid(org_id)}'"))
                for table in tables}


def restart() -> None:
    victims.kill(server, victims.SERVER)
    victims.recover(server, victims.SERVER)


def wait_for(client: Client, path: str, until=lambda seen: seen["state"] in ("done", "failed"), pause_s=0.1) -> dict:
    end = time.monotonic() + WAIT_S
    while True:
        seen = client.get(path).json()
        if until(seen):
            return seen
        if time.monotonic() > end:
            raise AssertionError(f"{path}: {seen}")
        time.sleep(pause_s)


def answers(slug: str) -> list:
    """What searches of an org find, with their scores."""
    client = server.client(slug)
    photo = client.query_image(goods.encoded(goods.relit(goods.stamp("clothes/t_jacket"))))
    found = [client.search("text", text="hat", limit=20), client.search("image", query_image_id=photo, limit=20)]
    return [[(hit["product"]["external_id"], round(hit["score"], 5)) for hit in page["hits"]] for page in found]


class RenameTest(unittest.TestCase):
    def test_operator_and_owner(self):
        org_id = server.make_org("rename-me")
        owner = server.make_user(org_id, "ria@rename.example", "owner")
        editor = server.make_user(org_id, "ed@rename.example", "editor")
        foreign = server.make_org("rename-other")
        self.assertEqual(owner.get(f"/v1/orgs/{org_id}").json()["slug"], "rename-me")
        self.assertEqual(editor.get(f"/v1/orgs/{org_id}").status, 200)
        for client in (owner, editor):
            self.assertEqual(client.get(f"/v1/orgs/{foreign}").status, 404)
        self.assertEqual(owner.request("PATCH", f"/v1/orgs/{foreign}", {"name": "Mine"}).status, 404)
        self.assertEqual(editor.request("PATCH", f"/v1/orgs/{org_id}", {"name": "Mine"}).status, 403)
        changed = owner.request("PATCH", f"/v1/orgs/{org_id}", {"name": "Renamed", "currency": "JPY"})
        self.assertEqual((changed.status, changed.json()["name"], changed.json()["currency"]), (200, "Renamed", "JPY"))
        taken = owner.request("PATCH", f"/v1/orgs/{org_id}", {"slug": "rename-other"})
        self.assertEqual((taken.status, taken.fields()), (409, ["slug"]))
        self.assertEqual(owner.request("PATCH", f"/v1/orgs/{org_id}", {"currency": "XXQ"}).status, 422)
        done = server.cli("org", "rename", "rename-me", "--slug", "renamed", "--json")
        self.assertEqual((done.returncode, json.loads(done.stdout)["slug"]), (0, "renamed"), done.stderr)
        self.assertIn("Renamed", server.cli("org", "show", "renamed").stdout)

    def test_no_other_currency_for_prices(self):
        org_id = make_shop("priced")
        answer = server.client().request("PATCH", f"/v1/orgs/{org_id}", {"currency": "USD"})
        self.assertEqual((answer.status, answer.fields()), (409, ["currency"]))


class ExportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.org_id = make_shop("exported")
        cls.owner = server.make_user(cls.org_id, "olga@exported.example", "owner")
        hook = {"url": "https://shop.example/", "event_types": ["import.failed"]}
        assert cls.owner.post("/v1/webhooks", hook).status == 201

    def assert_archive(self, archive: zipfile.ZipFile) -> None:
        """Counts are those of the database, and every part and photo is whole."""
        self.assertIsNone(archive.testzip())
        manifest = json.loads(archive.read("manifest.json"))
        self.assertEqual(manifest["format"], "likeness-export/1")
        held = counts(self.org_id, ROWS.values())
        self.assertEqual({name: manifest["counts"][name] for name in ROWS},
                         {name: held[table] for name, table in ROWS.items()})
        for part in manifest["parts"]:
            text = archive.read(part["path"])
            self.assertEqual((len(text), hashlib.sha256(text).hexdigest()), (part["bytes"], part["sha256"]))
            for line in text.splitlines():
                json.loads(line)
        photos = [name for name in archive.namelist() if name.startswith("photos/")]
        self.assertEqual(len(photos), manifest["counts"]["photos"])
        self.assertEqual(len(photos), 31)
        for name in photos:
            self.assertEqual(hashlib.sha256(archive.read(name)).hexdigest(), name.removeprefix("photos/"))
        products = [json.loads(line) for line in archive.read("products.jsonl").splitlines()]
        self.assertEqual({product["external_id"] for product in products},
                         {shop.product_id(name) for name in shop.stamps()})
        everything = b"".join(archive.read(part["path"]) for part in manifest["parts"])
        for secret in (b"argon2", b"password", b"object_key"):
            self.assertNotIn(secret, everything)

    def test_command_line(self):
        file = server.directory / "exported.zip"
        done = server.cli("org", "export", "exported", "--out", file, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        made = json.loads(done.stdout)
        self.assertEqual(made["archive"]["sha256"], hashlib.sha256(file.read_bytes()).hexdigest())
        with zipfile.ZipFile(file) as archive:
            self.assert_archive(archive)
        self.assertEqual([name for name in os.listdir(server.directory) if name.endswith(".part")], [])
        refused = server.cli("org", "export", "exported", "--out", server.directory / "none/x.zip")
        self.assertEqual(refused.returncode, 6)

    def test_owner_over_http_with_a_kill(self):
        made = self.owner.post("/v1/exports")
        self.assertEqual(made.status, 202, made.text)
        path = made.headers["location"]
        self.assertIn(self.owner.get(path + "/archive").status, (200, 409))
        restart()
        # A token of before is still good.
        seen = wait_for(self.owner, path)
        self.assertEqual(seen["state"], "done", seen)
        answer = self.owner.get(path + "/archive")
        self.assertEqual((answer.status, answer.content_type), (200, "application/zip"))
        self.assertEqual(len(answer.body), seen["archive"]["bytes"])
        with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
            self.assert_archive(archive)
        head = self.owner.request("HEAD", path + "/archive")
        self.assertEqual((head.headers["content-length"], head.body), (str(len(answer.body)), b""))
        self.assertEqual(list(server.data.glob("objects/incoming/*")), [])

        other_id = server.make_org("export-other")
        other = server.make_user(other_id, "otto@other.example", "owner")
        admin = server.make_user(self.org_id, "adam@exported.example", "admin")
        self.assertEqual(other.get(path).status, 404)
        self.assertEqual(other.get(path + "/archive").status, 404)
        self.assertEqual(admin.get(path).status, 403)
        self.assertEqual(admin.post("/v1/exports").status, 403)
        self.assertIn(made.json()["id"], [entry["id"] for entry in self.owner.get("/v1/exports").json()["exports"]])

        with Session(server) as session:
            session.rows(f"UPDATE org_operations SET expires_at = now() WHERE org_id = '{org_uuid(self.org_id)}'")
        self.assertEqual(wait_for(self.owner, path, lambda seen: seen["state"] == "expired")["state"], "expired")
        self.assertEqual(self.owner.get(path + "/archive").status, 410)
        self.assertEqual(list(server.data.glob(f"objects/{org_uuid(self.org_id)}/exports/*")), [])


class CloneTest(unittest.TestCase):
    def test_a_copy_answers_alike_and_lives_apart(self):
        org_id = make_shop("original")
        server.client("original").post("/v1/feeds", {
            "name": "pulled", "url": "https://feeds.example/f.tsv", "schedule": {"cron": "@daily"},
            "credentials": {"kind": "bearer", "secret": "sesame-9"}})
        made = server.client().post(f"/v1/orgs/{org_id}/clone", {"slug": "copy"})
        self.assertEqual(made.status, 202, made.text)
        restart()
        seen = wait_for(server.client(), made.headers["location"])
        self.assertEqual((seen["state"], seen["copied"]), ("done", {"feeds": 2, "products": 30, "photos_missing": 0}))
        copy_id = seen["target"]["org_id"]
        tables = ("products", "variants", "images", "regions", "embeddings", "sources")
        self.assertEqual(counts(copy_id, tables), counts(org_id, tables))
        self.assertEqual(answers("copy"), answers("original"))

        original, copy = server.client("original"), server.client("copy")
        feeds = {feed["name"]: feed for feed in copy.get("/v1/feeds").json()["feeds"]}
        self.assertEqual((feeds["pulled"]["paused"], feeds["pulled"]["credentials"]["set"]), (True, False))
        ids, copied_ids = shop.product_ids(original), shop.product_ids(copy)
        self.assertEqual(set(ids), set(copied_ids))
        self.assertFalse(set(ids.values()) & set(copied_ids.values()))
        self.assertEqual(copy.get("/v1/products/" + ids["violin"]).status, 404)
        self.assertEqual(copy.delete("/v1/products/" + copied_ids["violin"]).status, 204)
        self.assertEqual(original.get("/v1/products/" + ids["violin"]).status, 200)
        self.assertNotIn("violin", copy.found("text", text="violin"))
        self.assertIn("violin", original.found("text", text="violin"))

        listed = server.client().get(f"/v1/orgs/{org_id}/clones").json()["clones"]
        self.assertEqual([entry["target"]["slug"] for entry in listed], ["copy"])
        again = server.cli("org", "clone", "original", "copy")
        self.assertEqual(again.returncode, 6)
        report = server.cli("org", "erase", "original", "--confirm", "original", "--json")
        self.assertEqual(report.returncode, 0, report.stderr)
        image = copy.get("/v1/products/" + copied_ids["kiwi"]).json()["images"][0]["id"]
        self.assertEqual(copy.get(f"/v1/images/{image}/thumbnails/480").status, 200)
        self.assertEqual(copy.found("text", text="kiwifruit")[0], "kiwi")
        # The feed comes into the copy as into any org: nothing is new.
        imported = server.import_feed(server.directory / "shop", "copy")
        self.assertEqual((imported["products"]["created"], imported["images"]["dead"]), (1, 0))


class EraseTest(unittest.TestCase):
    def test_killed_again_and_again_it_leaves_nothing(self):
        twin_id = make_shop("twin")
        org_id = make_shop("doomed", marked=True)
        member = server.make_user(org_id, "dora@doomed.example", "owner")
        both = server.make_user(org_id, "both@doomed.example", "owner")
        server.make_user(twin_id, "both@doomed.example", "viewer")
        twins = answers("twin")
        answers("doomed")
        self.assertIn("marked", server.client("doomed").found("text", text="quizzaciously"))
        self.assertTrue(self.files_with(MARKED_BYTES))
        held = counts(org_id, ("products", "variants", "images", "embeddings", "jobs"))
        image = server.client("twin").products()[0]["id"]

        path = f"/v1/orgs/{org_id}/erase"
        self.assertEqual(member.post(path, {"slug": "doomed"}).status, 403)
        wrong = server.client().post(path, {"slug": "twin"})
        self.assertEqual((wrong.status, wrong.fields()), (422, ["slug"]))
        made = server.client().post(path, {"slug": "doomed"})
        self.assertEqual(made.status, 202, made.text)
        for client in (member, both):
            self.assertIn(client.get("/v1/products").status, (401, 404, 410))
            self.assertIn(client.post("/v1/search/text", {"text": "hat"}).status, (401, 404, 410))
        self.assertEqual(server.client("doomed").get("/v1/products").status, 404)
        self.assertEqual(server.client().post(path, {"slug": "doomed"}).status, 404)

        where = made.headers["location"]
        restart()
        wait_for(server.client(), where, lambda seen: seen["progress"]["step"] == "records", 0.01)
        restart()
        for done in (20, 60):
            wait_for(server.client(), where, lambda seen: seen["state"] == "done" or
                     (seen["progress"]["step"] == "records" and seen["progress"]["done"] >= done), 0.01)
            restart()
        seen = wait_for(server.client(), where)
        self.assertGreaterEqual(seen["tries"], 3)
        report = seen["signed_report"]["report"]
        removed = {entry["name"]: entry["count"] for entry in report["removed"]}
        left = {entry["name"]: entry["count"] for entry in report["left"]}
        self.assertEqual({table: removed[table] for table in held}, held)
        self.assertEqual(removed["users"], 1)
        self.assertGreater(removed["objects"], 4 * 31)
        self.assertEqual(set(left.values()), {0})
        self.assertLessEqual({"objects", "vectors_in_index", "cache", "process_cache", "events", "products", "orgs"},
                             set(left))
        self.assertIn("doomed", [entry["slug"] for entry in server.client().get("/v1/erasures").json()["erasures"]])
        self.assert_verifies(seen["signed_report"])

        self.assertEqual(answers("twin"), twins)
        self.assertEqual(server.client("twin").get("/v1/products/" + image).status, 200)
        self.assertEqual(len(server.client("twin").products()), 30)
        login = {"email": "dora@doomed.example", "password": "whatever it was"}
        self.assertEqual(server.client(token="").post("/v1/auth/login", login).status, 401)
        self.assertEqual(list(server.data.glob(f"objects/{org_uuid(org_id)}")), [])
        with Session(server) as session:
            # What is removed lies in the files until they are written anew.
            session.rows("VACUUM FULL")
            session.rows("CHECKPOINT")
        for marker in (MARKED_TITLE.encode(), MARKED_BYTES):
            self.assertEqual(self.files_with(marker), [], marker)
        server.make_org("doomed")

    def files_with(self, marker: bytes) -> list[str]:
        """Files of the data directory that hold the bytes, but for Postgres's write-ahead log."""
        found = []
        for file in server.data.rglob("*"):
            if file.is_file() and "pg_wal" not in file.parts and marker in file.read_bytes():
                found.append(str(file.relative_to(server.data)))
        return found

    def assert_verifies(self, signed: dict) -> None:
        file = server.directory / "report.json"
        file.write_text(json.dumps(signed, indent=1))
        good = server.cli("org", "verify-report", file)
        self.assertEqual(good.returncode, 0, good.stderr)
        key = signed["signature"]["public_key"]
        self.assertEqual(server.cli("org", "verify-report", file, "--public-key", key).returncode, 0)
        self.assertEqual(server.cli("org", "verify-report", file, "--public-key", key[:-3] + "AA=").returncode, 6)
        changed = json.loads(json.dumps(signed))
        changed["report"]["removed"][0]["count"] += 1
        file.write_text(json.dumps(changed))
        bad = server.cli("org", "verify-report", file)
        self.assertEqual(bad.returncode, 6)
        self.assertIn("was changed", bad.stderr)

    def test_command_line(self):
        server.make_org("small")
        self.assertEqual(server.cli("org", "erase", "small", stdin="smal\n").returncode, 6)
        file = server.directory / "small-report.json"
        done = server.cli("org", "erase", "small", "--out", file, stdin="small\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("was erased at", done.stdout)
        self.assertEqual(server.cli("org", "verify-report", file).returncode, 0)
        self.assertEqual(server.cli("org", "show", "small").returncode, 6)
        self.assertIn("small", server.cli("org", "erasures").stdout)


if __name__ == "__main__":
    unittest.main()
