"""A disk that runs full in the middle of an import: it stops with a reason, and goes on when there is room."""

import sys
import time
import unittest

from e2e import goods
from e2e.durability import audit, catalogues
from e2e.durability.database import DatabaseAway, Session, wait_until_open
from e2e.durability.importing import Importing, counts
from e2e.durability.small_disk import MEGABYTE, SmallDisk
from e2e.likeness import Server

PHOTOS = 240
DISK_MB, RESERVE_MB = 320, 48
NO_ROOM = "no space left on the disk that holds the objects"
NO_ROOM_FOR_ROWS = "no space left on the disk that holds the database"
ORGS_MAX = 1000  # that fit into pages which are there already
AWAY = "the database cannot be reached"

server: Server
disk: SmallDisk
catalogue: catalogues.Catalogue


def setUpModule() -> None:
    global server, disk, catalogue
    server = Server(process__disk_reserve_megabytes=RESERVE_MB, ingest__lease_s=3, ingest__sweep_ms=300,
                    ingest__poll_ms=300, ingest__tries_max=100, ingest__backoff_first_ms=200, ingest__backoff_max_s=1)
    disk = SmallDisk(server.data, DISK_MB)
    unittest.addModuleCleanup(disk.close)
    unittest.addModuleCleanup(server.close)
    server.start()
    catalogue = catalogues.of_fashion(server.directory / "feed", PHOTOS, query_count=5)
    server.make_org("calm")
    server.import_feed(catalogue.feed, "calm")


def checks() -> dict[str, bool]:
    """What /readyz says, by name; empty while the database is away."""
    ready = server.client(token="").get("/readyz")
    return {check["name"]: check["ok"] for check in ready.json()["checks"]} if ready.status == 200 else {}


class DiskFullTest(unittest.TestCase):
    def setUp(self) -> None:
        self.addCleanup(disk.clear)

    def begin(self, org: str) -> Importing:
        """An import that is well under way."""
        importing = Importing(server, org, catalogue.feed)
        self.addCleanup(importing.stop)
        state = importing.wait_until(lambda state: state["images"]["done"] >= PHOTOS // 6)
        self.assertEqual(state["state"], "working")
        return importing

    def tell(self, what: str) -> None:
        print(f"\n  {what}", end="", file=sys.stderr, flush=True)

    def wait_for(self, condition, what: str, timeout_s: float = 30) -> None:
        end = time.monotonic() + timeout_s
        while not condition():
            self.assertLess(time.monotonic(), end, f"{what}; free: {disk.free_bytes()}")
            time.sleep(0.1)

    def assert_goes_on(self, importing: Importing) -> None:
        """Once there is room the same client ends well, and nothing is lost."""
        self.assertIsNone(importing.process.poll(), importing.output.read_text())
        self.assertIsNone(server.process.poll(), "the server ended")
        disk.clear()
        importing.finish()
        found = audit.faults(server, importing.org_id, importing.org, "calm", catalogue)
        self.assertEqual(found, {"database": [], "objects": [], "answers": []})

    def test_no_room_for_objects(self):
        importing = self.begin("objects")
        disk.fill(RESERVE_MB * MEGABYTE)
        self.wait_for(lambda: NO_ROOM in importing.state().get("held_up", ""), "the import does not say why it waits")
        self.wait_for(lambda: NO_ROOM in importing.output.read_text(), "the command line does not say why it waits")
        state = importing.state()
        self.tell(f"no room for objects: {counts(state)}; {state['held_up']}")
        self.assertIn("no space left on the disk of", server.log())
        self.assertFalse(checks()["disk"])
        self.assertTrue(server.client("calm").found("text", text="garment number 7"))
        time.sleep(3)
        later = importing.state()
        self.assertEqual((later["state"], later["images"]["dead"]), ("working", 0))
        self.assert_goes_on(importing)
        self.wait_for(lambda: checks().get("disk"), "the disk is still said to be full")

    def test_no_room_for_uploads(self):
        server.make_org("uploads")
        client = server.client("uploads")
        disk.fill(RESERVE_MB * MEGABYTE)
        photo = goods.encoded(goods.garment(1))
        feed = catalogue.feed.read_bytes()
        for path, body in (("/v1/imports?filename=feed.tsv", feed), ("/v1/query-images", photo)):
            with self.subTest(path):
                answer = client.post(path, body, "application/octet-stream")
                self.assertEqual(answer.status, 503, answer.text)
                self.assertIn(NO_ROOM, answer.json()["detail"])
                self.assertNotIn(str(server.data), answer.text)
        self.assertEqual([file for file in (server.data / "objects/incoming").iterdir()], [])
        disk.clear()
        self.assertEqual(client.post("/v1/query-images", photo, "application/octet-stream").status, 201)

    def test_no_room_for_rows(self):
        """The database lives, but cannot store more."""
        disk.fill()
        for number in range(ORGS_MAX):
            answer = server.client().post("/v1/orgs", {"slug": f"org-{number}", "name": "x" * 200})
            if answer.status != 201:
                break
        self.assertEqual(answer.status, 503, answer.text)
        self.assertIn(NO_ROOM_FOR_ROWS, answer.json()["detail"])
        self.tell(f"no room for rows: {answer.json()['detail']}")
        disk.clear()
        server.make_org("there-is-room-again")

    def test_no_room_for_the_database(self):
        """Not even the reserve is left: Postgres cannot begin another segment of its log, and goes down over it."""
        importing = self.begin("database")
        disk.fill()
        with Session(server) as session, self.assertRaises(DatabaseAway):
            while True:
                session.rows("SELECT pg_switch_wal(), pg_logical_emit_message(true, 'likeness', repeat('x', 8000))")
                disk.fill()
        self.wait_for(lambda: server.client(token="").get("/readyz").status == 503, "the server notices nothing")
        said = (NO_ROOM, NO_ROOM_FOR_ROWS, AWAY)
        self.wait_for(lambda: any(words in importing.output.read_text() for words in said), "nothing says why it waits")
        self.wait_for(lambda: "make room there" in server.log(), "the log does not name the disk")
        time.sleep(3)
        self.tell(f"no room for the database: {importing.output.read_text().strip().splitlines()[-1]}")
        disk.clear()
        wait_until_open(server)
        self.assert_goes_on(importing)


if __name__ == "__main__":
    unittest.main()
