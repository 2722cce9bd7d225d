"""What an import promises: what goes and what stays, dry runs, pause and cancel, the error report, prices and vectors."""

import csv
import io
import json
import pathlib
import signal
import subprocess
import time
import unittest
import urllib.request

from e2e import goods
from e2e.likeness import PROGRAM, Server, environment

server: Server


def setUpModule() -> None:
    global server
    server = Server(ingest__rows_per_batch=20, ingest__poll_ms=200, ingest__sweep_ms=300, ingest__unowned_object_s=2)
    unittest.addModuleCleanup(server.close)
    server.start()


def thing(number: int, **more: str) -> dict:
    return {"id": f"p{number}", "title": f"Thing {number}", "image_link": f"photos/{number % 3}.png",
            "price": "10.00 EUR"} | more


class ImportTestCase(unittest.TestCase):
    """An org of its own, and a feed that changes from import to import."""

    def setUp(self) -> None:
        self.org = self._testMethodName.replace("_", "-")[:40]
        server.make_org(self.org)
        self.client = server.client(self.org)
        self.directory = server.directory / self.org
        (self.directory / "photos").mkdir(parents=True)
        for number in range(3):
            goods.garment(number).save(self.directory / f"photos/{number}.png")

    def write(self, rows: list[dict]) -> pathlib.Path:
        return goods.write_feed(self.directory / "feed.tsv", rows)

    def import_rows(self, rows: list[dict], *options: str, expect: int = 0) -> dict:
        done = server.cli("import", self.write(rows), "--org", self.org, "--json", *options)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return json.loads(done.stdout)

    def names(self) -> set[str]:
        return {product["external_id"] for product in self.client.products()}

    def post(self, imported: dict, action: str, body=None, status: int = 200) -> dict:
        answer = self.client.post(f"/v1/imports/{imported['id']}/{action}", body)
        self.assertEqual(answer.status, status, answer.text)
        return answer.json()

    def wait_for(self, imported: dict, *states: str) -> dict:
        end = time.monotonic() + 60
        while True:
            now = self.client.get(f"/v1/imports/{imported['id']}").json()
            if now["state"] in states:
                return now
            self.assertLess(time.monotonic(), end, now)
            time.sleep(0.1)

    def send(self, rows: list[dict], query: str = "") -> dict:
        """Starts an import by HTTP and does not wait; its photos are not uploaded."""
        answer = self.client.post("/v1/imports?source=" + self.org + query, self.write(rows).read_bytes(),
                                  "text/tab-separated-values")
        self.assertEqual(answer.status, 202, answer.text)
        return answer.json()

    def vectors(self) -> tuple[int, int]:
        index = self.client.get("/v1/index").json()
        return index["vectors"], index["stored_vectors"]


class SweepTest(ImportTestCase):
    def test_what_a_full_feed_drops_goes_with_its_vectors_and_bytes(self):
        goods.garment(50).save(self.directory / "photos/own.png")
        rows = [thing(number) for number in range(20)] + [thing(20, image_link="photos/own.png")]
        first = self.import_rows(rows)
        self.assertEqual(first["products"], {"created": 21, "changed": 0, "unchanged": 0, "removed": 0})
        originals = server.data / "objects"
        self.assertEqual(len(list(originals.glob(f"{self.org_folder()}/originals/*/*"))), 4)

        again = self.import_rows(rows[:18])
        self.assertEqual(again["products"], {"created": 0, "changed": 0, "unchanged": 18, "removed": 3})
        self.assertEqual(self.names(), {f"p{number}" for number in range(18)})
        self.assertEqual(self.vectors()[0], self.vectors()[1])
        self.assertEqual(self.client.get("/v1/index").json()["products"], 18)
        found = self.client.found("image", limit=200, query_image_id=self.client.query_image(
            (self.directory / "photos/own.png").read_bytes()))
        self.assertNotIn("p20", found)
        end = time.monotonic() + 30
        while len(list(originals.glob(f"{self.org_folder()}/originals/*/*"))) > 3:
            self.assertLess(time.monotonic(), end, "bytes without an owner stay")
            time.sleep(0.2)
        self.assertEqual(len(list(originals.glob(f"{self.org_folder()}/thumbnails/*/*"))), 9)

    def org_folder(self) -> str:
        org = next(org for org in server.client().get("/v1/orgs").json()["orgs"] if org["slug"] == self.org)
        return org["id"].removeprefix("org_")

    def test_a_delta_drops_nothing(self):
        self.import_rows([thing(number) for number in range(30)])
        imported = self.import_rows([thing(3, price="1.00 EUR"), thing(99)], "--delta")
        self.assertEqual(imported["products"], {"created": 1, "changed": 1, "unchanged": 0, "removed": 0})
        self.assertEqual(len(self.names()), 31)

    def test_too_much_at_once_is_asked_about(self):
        self.import_rows([thing(number) for number in range(40)])
        half = [thing(number, price="2.00 EUR") for number in range(20)]
        asked = self.import_rows(half, expect=6)
        self.assertEqual(asked["state"], "stopped")
        self.assertIn("no longer names 20 of the catalogue's 40 products (50 %", asked["failure"])
        self.assertEqual((len(self.names()), asked["products"]["changed"]), (40, 20))
        self.post(asked, "resume", {}, 409)
        self.post(asked, "resume", {"allow_mass_delete": False})
        self.assertEqual(self.wait_for(asked, "done")["products"]["removed"], 0)
        self.assertEqual(len(self.names()), 40)

        asked = self.import_rows(half, expect=6)
        done = server.cli("imports", "resume", asked["id"], "--allow-mass-delete", "--org", self.org)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.wait_for(asked, "done")["products"]["removed"], 20)
        self.assertEqual(len(self.names()), 20)
        self.import_rows(half[:1], "--allow-mass-delete")
        self.assertEqual(self.names(), {"p0"})

    def test_an_empty_feed_is_asked_about_and_a_broken_one_drops_nothing(self):
        self.import_rows([thing(number) for number in range(3)])
        self.assertEqual(self.import_rows([], expect=6)["state"], "stopped")
        self.write([])
        (self.directory / "feed.tsv").write_text("no\tsuch\tcolumns\n1\t2\t3\n")
        done = server.cli("import", self.directory / "feed.tsv", "--org", self.org)
        self.assertEqual(done.returncode, 6, done.stderr)
        self.assertEqual(len(self.names()), 3)

    def test_a_broken_row_keeps_its_product(self):
        self.import_rows([thing(number) for number in range(5)])
        imported = self.import_rows([thing(0), thing(1, price="much"), thing(2, title="")], expect=5)
        self.assertEqual(imported["products"]["removed"], 2)
        self.assertEqual(self.names(), {"p0", "p1", "p2"})
        imported = self.import_rows([thing(0), thing(1, id="")], expect=5)
        self.assertEqual(imported["products"]["removed"], 0)
        self.assertIn("nothing that the feed does not name was removed", str(imported["errors"]))
        self.assertEqual(self.names(), {"p0", "p1", "p2"})


class DryRunTest(ImportTestCase):
    def test_says_what_would_change_and_changes_nothing(self):
        rows = [thing(number) for number in range(30)]
        self.import_rows(rows)
        before = self.client.products()
        rows = rows[:25] + [thing(90), thing(91, price="nonsense")]
        rows[3] |= {"title": "Another thing", "price": "3.00 EUR"}
        told = self.import_rows(rows, "--dry-run", expect=5)
        self.assertEqual(told["products"], {"created": 1, "changed": 1, "unchanged": 24, "removed": 5})
        self.assertEqual(told["rows"], {"read": 27, "broken": 1})
        self.assertEqual(told["preview"]["created"], ["p90"])
        self.assertEqual(told["preview"]["changed"], [{"external_id": "p3", "fields": ["price_minor", "title"]}])
        self.assertEqual(told["preview"]["removed"], [f"p{number}" for number in range(25, 30)])
        self.assertEqual(self.client.products(), before)
        self.assertEqual(told["images"]["total"], 0)
        shown = server.cli("import", self.write(rows), "--org", self.org, "--dry-run").stdout
        self.assertIn("would be: products new 1, changed 1, unchanged 24, removed 5", shown)
        self.assertIn("changed p3: price_minor, title", shown)

        done = self.import_rows(rows, expect=5)
        self.assertEqual(done["products"], told["products"])


class ControlTest(ImportTestCase):
    def test_pause_and_resume(self):
        imported = self.send([thing(number) for number in range(3)])
        self.wait_for(imported, "working")
        paused = self.post(imported, "pause")
        self.assertEqual(paused["state"], "paused")
        for number in range(3):
            photo = (self.directory / f"photos/{number}.png").read_bytes()
            answer = self.client.request("PUT", f"/v1/imports/{imported['id']}/files?path=photos/{number}.png", photo,
                                         "application/octet-stream")
            self.assertEqual(answer.status, 204, answer.text)
        time.sleep(1)
        now = self.wait_for(imported, "paused")
        self.assertEqual((now["images"]["understanding"], now["images"]["done"]), (3, 0))
        self.post(imported, "resume")
        done = self.wait_for(imported, "done")
        self.assertEqual(done["images"]["done"], 3)
        self.assertEqual([stage["stage"] for stage in done["stages"]],
                         ["feed", "normalize", "download", "preprocess", "detect", "embed", "index"])
        self.assertEqual([(stage["in"], stage["done"], stage["failed"]) for stage in done["stages"]],
                         [(3, 3, 0)] * 5 + [(6, 6, 0)] * 2)
        self.post(imported, "pause", status=409)

    def test_cancel(self):
        self.import_rows([thing(0), thing(1)])
        imported = self.send([thing(number) for number in range(6)] + [thing(7, image_link="photos/none.png")])
        self.wait_for(imported, "working")
        over = self.post(imported, "cancel")
        self.assertEqual(over["state"], "cancelled")
        over = self.wait_for(imported, "cancelled")
        self.assertEqual((over["images"]["done"], over["images"]["dead"], over["images"]["waiting"]), (2, 5, 0))
        self.assertEqual(len(self.names()), 7)
        self.assertEqual(self.client.get(f"/v1/imports/{imported['id']}/errors").json()["errors"][0]["reason"],
                         "the import was cancelled")
        self.post(imported, "resume", {}, 409)
        done = self.import_rows([thing(number) for number in range(6)])
        self.assertEqual((done["images"]["done"], done["images"]["dead"], done["products"]["removed"]), (6, 0, 1))

    def test_ctrl_c_leaves_the_import_to_the_server(self):
        feed = goods.garment_feed(self.directory / "many", 400)
        process = subprocess.Popen([PROGRAM, "import", feed, "--org", self.org, "--data", server.data],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment())
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        end = time.monotonic() + 60
        while not (imports := self.client.get("/v1/imports").json()["imports"]) or not imports[0]["images"]["done"]:
            self.assertLess(time.monotonic(), end, imports)
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[1]
        self.assertEqual(process.returncode, 5, said)
        self.assertIn(f"likeness imports show {imports[0]['id']}", said)
        shown = server.cli("imports", "show", imports[0]["id"], "--org", self.org)
        self.assertIn("preprocess", shown.stdout)
        self.assertIn(imports[0]["id"], server.cli("imports", "list", "--org", self.org).stdout)
        followed = server.cli("imports", "follow", imports[0]["id"], "--photos", self.directory / "many", "--org",
                              self.org, "--json")
        self.assertEqual(followed.returncode, 0, followed.stderr)
        self.assertEqual(json.loads(followed.stdout)["images"]["done"], 400)


class ErrorReportTest(ImportTestCase):
    def test_as_a_table(self):
        rows = [thing(number, price="=1+1") for number in range(150)] + [thing(200, image_link="photos/no.png")]
        file = self.directory / "errors.csv"
        imported = self.import_rows(rows, "--errors", str(file), expect=5)
        report = list(csv.reader(io.StringIO(file.read_text(), newline="")))
        self.assertEqual(report[0], ["line", "field", "value", "reason", "row_kept"])
        self.assertEqual([row[0] for row in report[1:151]], [str(line) for line in range(2, 152)])
        self.assertEqual(report[1][:3], ["2", "price", "'=1+1"])
        self.assertEqual(report[151][:3], ["", "image_link", "photos/no.png"])
        parts, path = "", f"/v1/imports/{imported['id']}/errors.csv?limit=40"
        cursor = ""
        while cursor is not None:
            answer = self.client.get(path + (f"&cursor={cursor}" if cursor else ""))
            self.assertEqual((answer.status, answer.content_type), (200, "text/csv"))
            parts += answer.text
            cursor = answer.headers.get("likeness-next-cursor")
        self.assertEqual(parts, file.read_bytes().decode())
        listed = server.cli("imports", "errors", imported["id"], "--org", self.org)
        self.assertEqual(listed.stdout.count("\n"), 151)


class VectorTest(ImportTestCase):
    def test_prices_leave_the_vectors_alone(self):
        rows = [thing(number) for number in range(12)]
        self.import_rows(rows)
        before = self.stages()
        photo = (self.directory / "photos/0.png").read_bytes()
        for change in ({"price": "2.00 EUR"}, {"sale_price": "1.00 EUR"}, {"availability": "out_of_stock"},
                       {"size": "XL"}, {}):
            rows = [row | change for row in rows]
            done = self.import_rows(rows)
            self.assertEqual(done["products"]["changed"], 12 if change else 0)
        self.assertEqual(self.stages(), before)
        self.assertEqual(len(self.client.found("image", limit=200, filter={"sizes": ["XL"]},
                                               query_image_id=self.client.query_image(photo))), 12)
        self.import_rows([row | {"title": "Renamed"} for row in rows])
        embedded = self.stages()
        self.assertEqual(embedded["preprocess"], before["preprocess"])
        self.assertEqual(embedded["embed"], before["embed"] + 12)

    def stages(self) -> dict[str, float]:
        """How many items each stage took in so far."""
        with urllib.request.urlopen(server.admin_url + "/metrics", timeout=10) as answer:
            lines = answer.read().decode().splitlines()
        counts = {}
        for line in lines:
            if line.startswith("likeness_stage_items_in_total{"):
                counts[line.split('stage="')[1].split('"')[0]] = float(line.rsplit(" ", 1)[1])
        return {stage: counts.get(stage, 0) for stage in ("preprocess", "detect", "embed")}


if __name__ == "__main__":
    unittest.main()
