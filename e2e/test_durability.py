"""Killing the server and its services in the middle of imports: nothing is lost, nothing comes twice. The short form of
`make test-durability`."""

import collections
import os
import signal
import sys
import time
import unittest

from e2e.durability import audit, catalogues, losses, victims
from e2e.durability.photo_files import PhotoFiles
from e2e.durability.storm import ANYWHERE, COMMIT, EMBED, FEED, FETCH, INDEX, Blow, Storm
from e2e.likeness import Server, free_port

PHOTOS = 150
FEW = 60

server: Server
many: catalogues.Catalogue
few: catalogues.Catalogue


def say(text: str) -> None:
    print(f"\n  {text}", end="", file=sys.stderr, flush=True)


def setUpModule() -> None:
    """A server at a port of its own, so that clients find it again, and imports that nothing disturbs."""
    global server, many, few
    server = Server(server__port=free_port(), ingest__lease_s=3, ingest__sweep_ms=300, ingest__poll_ms=300,
                    ingest__rows_per_batch=40, ingest__tries_max=20, download__allow_loopback=True)
    unittest.addModuleCleanup(server.close)
    server.start()
    many = catalogues.of_fashion(server.directory / "many", PHOTOS, query_count=10)
    few = catalogues.of_fashion(server.directory / "few", FEW, query_count=10)
    for catalogue, calm in ((many, "calm-many"), (few, "calm-few")):
        server.make_org(calm)
        server.import_feed(catalogue.feed, calm)


class DurabilityTest(unittest.TestCase):
    def assert_whole(self, org: str, org_id: str, calm: str, catalogue: catalogues.Catalogue) -> None:
        """The org holds what the undisturbed import of the same feed made."""
        found = audit.faults(server, org_id, org, calm, catalogue)
        self.assertEqual(found, {"database": [], "objects": [], "answers": []})
        latest = server.client(org).get("/v1/imports").json()["imports"][0]
        count = catalogue.photos
        self.assertEqual((latest["state"], latest["rows"]), ("done", {"read": count, "broken": 0}))
        self.assertEqual({name: latest["images"][name] for name in ("total", "done", "dead")},
                         {"total": count, "done": count, "dead": 0})
        self.assertEqual(latest["texts"], {"total": count, "done": count})

    def storm(self, org: str, catalogue: catalogues.Catalogue, blows: list[Blow],
              host: PhotoFiles | None = None) -> tuple[str, collections.Counter]:
        """Returns the org's id, and how many blows hit each stage."""
        tally: collections.Counter = collections.Counter()
        storm = Storm(server, catalogue, org, tally, say, host)
        storm.run(blows)
        return storm.importing.org_id, collections.Counter(stage for stage, _ in tally.elements())

    def test_killed_at_every_stage(self):
        org_id, hits = self.storm("stormy", many, [
            Blow(0.0, FEED, victims.SERVER), Blow(0.1, EMBED, victims.SERVER), Blow(0.25, INDEX, victims.EVERYTHING),
            Blow(0.4, COMMIT, victims.BACKEND), Blow(0.5, COMMIT, victims.POSTMASTER),
            Blow(0.6, ANYWHERE, victims.REDIS), Blow(0.65, ANYWHERE, victims.NATS),
            Blow(0.7, ANYWHERE, victims.EVERYTHING)])
        self.assertGreaterEqual(hits.total(), 6, hits)
        self.assertGreaterEqual(sum(hits[stage] > 0 for stage in (EMBED, INDEX, COMMIT)), 2, hits)
        self.assert_whole("stormy", org_id, "calm-many", many)

        victims.kill(server, victims.EVERYTHING)
        victims.recover(server, victims.EVERYTHING)
        again = server.import_feed(many.feed, "stormy")
        self.assertEqual(again["products"], {"created": 0, "changed": 0, "unchanged": PHOTOS, "removed": 0})
        self.assert_whole("stormy", org_id, "calm-many", many)

    def test_killed_while_photos_are_fetched(self):
        try:
            host = PhotoFiles(server.directory / "remote")
        except PermissionError:
            raise unittest.SkipTest("photos are fetched from port 80, which may not be opened here") from None
        self.addCleanup(host.close)
        remote = catalogues.of_fashion(host.directory, FEW, host.url, query_count=10)
        org_id, hits = self.storm("remote", remote,
                                  [Blow(0.0, FETCH, victims.SERVER), Blow(0.0, FETCH, victims.EVERYTHING)], host)
        self.assertGreaterEqual(hits[FETCH], 1, hits)
        self.assert_whole("remote", org_id, "calm-few", remote)

    def test_starts_at_once_after_everything_was_killed(self):
        """The remains of the database's process, which init has not cleared away yet, do no harm."""
        victims.kill(server, victims.EVERYTHING)
        try:
            server.start()
        except AssertionError as error:
            victims.recover(server, victims.EVERYTHING)  # for the other tests
            self.fail(str(error)[:400])

    def test_nats_and_redis_lose_everything(self):
        org_id = losses.import_that_loses(server, "forgetful", few, say)
        self.assert_whole("forgetful", org_id, "calm-few", few)
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
