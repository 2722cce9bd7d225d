"""How work is shared out, given up, tried again, watched and counted."""

import contextlib
import http.client
import json
import pathlib
import re
import threading
import unittest
import urllib.request

from e2e import fairness, goods
from e2e.likeness import ROOT, Server

server: Server


def setUpModule() -> None:
    global server
    server = Server(ingest__tries_max=2, ingest__backoff_first_ms=50, ingest__sweep_ms=200, server__event_interval_ms=50,
                    server__event_heartbeat_s=1)
    unittest.addModuleCleanup(server.close)
    server.start()


def broken_feed(directory: pathlib.Path, count: int) -> pathlib.Path:
    """A feed whose first photo is none."""
    feed = goods.garment_feed(directory, count)
    photo = directory / "photos/0.png"
    photo.write_bytes(photo.read_bytes()[:400])
    return feed


class Events:
    """One stream of Server-Sent Events, read as it comes."""

    def __init__(self, client, path: str, **headers: str):
        self.connection = http.client.HTTPConnection(client.host, client.port, timeout=60)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        self.connection.request("GET", path, headers=sent | {"Authorization": "Bearer " + client.token,
                                                             "Likeness-Org": client.org})
        self.response = self.connection.getresponse()

    def __iter__(self):
        """(id, name, data) of each event; comments as (None, None, text)."""
        event = {}
        with contextlib.closing(self.connection), self.response:
            for line in self.response:
                line = line.decode().rstrip("\n")
                if line.startswith(":"):
                    yield None, None, line
                elif line:
                    name, _, value = line.partition(": ")
                    event[name] = value
                elif event:
                    yield event["id"], event["event"], json.loads(event["data"])
                    event = {}

    def close(self) -> None:
        self.connection.close()


class FairnessTest(unittest.TestCase):
    def test_small_import_is_not_held_up_by_a_big_one(self):
        seen = fairness.measure(server, 500)
        print(f"\n  {seen}", end="")
        self.assertGreater(seen["big_left"], 40, "the big import was over too early to tell")
        self.assertLess(seen["big_done_meanwhile"], max(30, seen["big_left"] // 2))
        self.assertLess(seen["small_s"], seen["big_went_on_s"])


class DeadLetterTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        server.make_org("dead")
        cls.client = server.client("dead")
        feed = broken_feed(server.directory / "dead", 4)
        (server.directory / "dead/photos/1.png").unlink()
        cls.imported = server.import_feed(feed, "dead", expect=5)

    def letters(self, more: str = "") -> list[dict]:
        return self.client.get("/v1/dead-letters?limit=200" + more).json()["dead_letters"]

    def test_letters_say_what_and_why(self):
        by_location = {letter["location"]: letter for letter in self.letters()}
        self.assertEqual(sorted(by_location), ["photos/0.png", "photos/1.png"])
        broken, missing = by_location["photos/0.png"], by_location["photos/1.png"]
        self.assertEqual((missing["retryable"], missing["error_kind"]), (False, "not_found"))
        self.assertEqual(broken["import_id"], self.imported["id"])
        self.assertTrue(broken["reason"])
        self.assertEqual([letter["location"] for letter in self.letters("&error_kind=not_found")], ["photos/1.png"])
        self.assertEqual(self.letters("&stage=embed"), [])
        self.assertEqual(self.client.get("/v1/dead-letters?stage=nonsense").status, 422)

    def test_pages(self):
        page = self.client.get("/v1/dead-letters?limit=1").json()
        rest = self.client.get(f"/v1/dead-letters?limit=1&cursor={page['next_cursor']}").json()
        self.assertNotIn("next_cursor", rest)
        self.assertNotEqual(page["dead_letters"][0]["id"], rest["dead_letters"][0]["id"])
        self.assertEqual(self.client.get("/v1/dead-letters?cursor=nonsense").status, 422)

    def test_unknown_ones(self):
        unknown = "job_01900000-0000-7000-8000-000000000001"
        self.assertEqual(self.client.post(f"/v1/dead-letters/{unknown}/retry").status, 404)
        server.make_org("bystander")
        bystander = server.client("bystander")
        self.assertEqual(bystander.get("/v1/dead-letters").json(), {"dead_letters": []})
        letter = self.letters()[0]["id"]
        self.assertEqual(bystander.post(f"/v1/dead-letters/{letter}/retry").status, 404)
        self.assertEqual(bystander.post("/v1/dead-letters/retry", {}).json(), {"retried": 0, "more": False})

    def test_missing_photo_needs_another_import(self):
        letter = next(letter["id"] for letter in self.letters() if not letter["retryable"])
        answer = self.client.post(f"/v1/dead-letters/{letter}/retry")
        self.assertEqual(answer.status, 409)
        self.assertIn("import the feed again", answer.json()["detail"])

    def test_retry_on_the_command_line(self):
        listed = server.cli("dead-letters", "list", "--org", "dead")
        self.assertEqual(listed.returncode, 0, listed.stderr)
        self.assertIn("photos/1.png", listed.stdout)
        self.assertEqual(server.cli("dead-letters", "retry", "--org", "dead").returncode, 2)
        unknown = server.cli("dead-letters", "retry", "job_01900000-0000-7000-8000-000000000001", "--org", "dead")
        self.assertEqual(unknown.returncode, 6, unknown.stderr)


class RetryTest(unittest.TestCase):
    def test_retried_import_goes_back_to_work_and_ends_again(self):
        server.make_org("again")
        client = server.client("again")
        # The address of a photo host that is away; nothing may be fetched from this machine.
        rows = [{"id": f"p{number}", "title": f"Thing {number}", "image_link": f"http://127.0.0.1:9/{number}.png"}
                for number in range(3)]
        imported = server.import_feed(goods.write_feed(server.directory / "again.tsv", rows), "again", expect=5)
        self.assertEqual(imported["images"]["dead"], 3)
        letters = client.get("/v1/dead-letters").json()["dead_letters"]
        self.assertEqual({(letter["stage"], letter["retryable"]) for letter in letters}, {("download", True)})

        self.assertEqual(client.post(f"/v1/dead-letters/{letters[0]['id']}/retry").status, 204)
        self.assertEqual(self.ended(client, imported["id"])["images"]["dead"], 3)
        filtered = client.post("/v1/dead-letters/retry", {"import_id": imported["id"], "stage": "download"})
        self.assertEqual(filtered.json(), {"retried": 3, "more": False})
        self.assertEqual(self.ended(client, imported["id"])["images"]["dead"], 3)
        done = server.cli("dead-letters", "retry", "--all", "--org", "again", "--json")
        self.assertEqual(json.loads(done.stdout), {"retried": 3}, done.stderr)
        self.ended(client, imported["id"])

    def ended(self, client, import_id: str) -> dict:
        *_, (_, name, data) = Events(client, f"/v1/imports/{import_id}/events")
        self.assertEqual((name, data["state"]), ("done", "done"))
        return data


class EventsTest(unittest.TestCase):
    def test_progress_as_it_comes(self):
        server.make_org("watched")
        client = server.client("watched")
        feed = goods.garment_feed(server.directory / "watched", 60)
        importing = threading.Thread(target=server.import_feed, args=(feed, "watched"))
        importing.start()
        self.addCleanup(importing.join)
        while not (imports := client.get("/v1/imports").json()["imports"]):
            pass
        path = f"/v1/imports/{imports[0]['id']}/events"
        stream = Events(client, path)
        self.assertEqual(stream.response.getheader("Content-Type"), "text/event-stream")
        self.assertEqual(stream.response.getheader("Transfer-Encoding"), "chunked")
        events = [event for event in stream if event[1]]
        self.assertGreater(len(events), 3)
        ids, names, states = zip(*events)
        self.assertEqual(len(set(ids)), len(ids), "each event tells something new")
        self.assertEqual(set(names[:-1]), {"progress"})
        self.assertEqual((names[-1], states[-1]["state"]), ("done", "done"))
        self.assertEqual(states[-1]["images"]["done"], 60)
        for state in states:
            client.contract.check(client.contract.document["components"]["schemas"]["Import"], state, path)
        seen = [state["images"]["done"] for state in states]
        self.assertEqual(seen, sorted(seen))

        self.assertEqual(client.get(path, Last_Event_ID=ids[-1]).status, 204)
        again = [event for event in Events(client, path, Last_Event_ID=ids[0])]
        self.assertEqual([name for _, name, _ in again], ["done"])
        self.assertEqual(client.request("HEAD", path).status, 200)

    def test_silence_and_client_that_comes_back(self):
        server.make_org("waiting")
        client = server.client("waiting")
        row = [{"id": "p1", "title": "Thing", "image_link": "photos/never.png"}]
        feed = goods.write_feed(server.directory / "waiting.tsv", row)
        imported = client.post("/v1/imports?format=tsv", feed.read_bytes(), "application/octet-stream").json()
        path = f"/v1/imports/{imported['id']}/events"
        first = Events(client, path)
        for event_id, name, data in first:
            if name and data["images"]["waiting"] == 1 and data["texts"]["done"] == 1:
                break
        first.close()
        second = Events(client, path, Last_Event_ID=event_id)
        self.assertIsNone(next(iter(second))[0], "the same state is not told again, only that the stream is alive")
        second.close()

    def test_problems(self):
        server.make_org("stranger")
        stranger = server.client("stranger")
        unknown = "imp_01900000-0000-7000-8000-000000000001"
        self.assertEqual(stranger.get(f"/v1/imports/{unknown}/events").status, 404)
        self.assertEqual(server.client("stranger", token="").get(f"/v1/imports/{unknown}/events").status, 401)


# Of photos at http addresses, feeds that are fetched and webhooks, which this suite has none of.
RARE = {"likeness_downloads_postponed_total", "likeness_photos_shared_total", "likeness_feed_pulls_total",
        "likeness_feed_pull_seconds", "likeness_schedule_runs_total", "likeness_webhook_tries_total", "likeness_webhook_seconds"}


class MetricsTest(unittest.TestCase):
    def test_what_is_rendered_is_what_the_page_says(self):
        """Names, types and labels, after work of every kind."""
        server.make_user(server.make_org("counted"), "cora@counted.example", "viewer")
        server.import_feed(broken_feed(server.directory / "counted", 3), "counted", expect=5)
        server.client("counted").search("text", text="garment")
        with urllib.request.urlopen(server.admin_url + "/metrics", timeout=10) as answer:
            text = answer.read().decode()
        types = dict(re.findall(r"^# TYPE (\S+) (\S+)$", text, re.MULTILINE))
        labels = {name: set() for name in types}
        for name, inside in re.findall(r"^([a-z_]+)(?:\{([^}]*)\})? ", text, re.MULTILINE):
            family = name if name in types else re.sub("_(bucket|sum|count)$", "", name)
            labels[family] |= set(re.findall(r"(\w+)=", inside)) - {"le"}
        rendered = {name: (kind, frozenset(labels[name])) for name, kind in types.items()}
        page = (ROOT / "docs/metrics.md").read_text()
        told = {name: (kind, frozenset(re.findall(r"`(\w+)`", words)))
                for name, kind, words in re.findall(r"^\| `(\w+)` \| (\w+) \| ([^|]*) \|", page, re.MULTILINE)}
        self.assertEqual({name: what for name, what in rendered.items() if name not in RARE},
                         {name: what for name, what in told.items() if name not in RARE})
        self.assertLessEqual(RARE, set(told))


if __name__ == "__main__":
    unittest.main()
