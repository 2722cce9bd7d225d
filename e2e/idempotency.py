"""Requests sent eight times at once under one Idempotency-Key each, while the server is killed and started again.

python -m e2e.idempotency [--keys N] [--kills N]: each effect must be there exactly once, and every one of the eight must
end up with the same answer.
"""

import argparse
import collections
import contextlib
import dataclasses
import http.client
import json
import queue
import sys
import threading
import time

from e2e.durability.database import Session
from e2e.likeness import Server, free_port

DUPLICATES = 8
GROUPS_AT_ONCE = 3
PATIENCE_S = 180
FEED = "id\ttitle\tprice\tavailability\timage_link\n{0}\tThing {0}\t5.00 EUR\tin_stock\tphotos/{0}.png\n"
SHARED_HEADERS = ("content-type", "location", "etag")


@dataclasses.dataclass(frozen=True)
class Asked:
    """A request and whom it comes from."""

    number: int
    kind: str
    path: str
    body: bytes
    content_type: str
    as_operator: bool

    @property
    def key(self) -> str:
        return f"storm-{self.number}"


@dataclasses.dataclass(frozen=True)
class Got:
    """What came back in the end, as far as it must be the same for all."""

    status: int
    headers: tuple
    body: bytes


def asked(number: int) -> Asked:
    """The kinds take turns. Nothing but the key keeps a second import of one file out."""
    kind = ("import", "feed", "import", "org", "dead letters")[number % 5]
    if kind == "import":
        path = f"/v1/imports?source=storm-{number % 7}&format=tsv&mode=delta&filename=storm-{number}.tsv"
        return Asked(number, kind, path, FEED.format(number).encode(), "text/tab-separated-values", False)
    path, body = {"feed": ("/v1/feeds", {"name": f"feed-{number}"}),
                  "org": ("/v1/orgs", {"slug": f"org-{number}", "name": f"Org {number}"}),
                  "dead letters": ("/v1/dead-letters/retry", {"stage": "embed"})}[kind]
    return Asked(number, kind, path, json.dumps(body).encode(), "application/json", kind == "org")


class Storm:
    """Sends what is asked, each eight times at once, and remembers what came back."""

    def __init__(self, server: Server, user_token: str):
        self.server, self.user_token = server, user_token
        self.answers: dict[int, list[Got]] = collections.defaultdict(list)
        self.firsts: collections.Counter = collections.Counter()  # answers that were no replay
        self.told_to_wait = self.lost = 0
        self.groups: queue.Queue = queue.Queue()
        self.lock = threading.Lock()
        self.failures: list[str] = []
        self.done = 0

    def send(self, connection: http.client.HTTPConnection, one: Asked):
        headers = {"Content-Type": one.content_type, "Idempotency-Key": f'"{one.key}"',
                   "Authorization": "Bearer " + (self.server.token if one.as_operator else self.user_token)}
        connection.request("POST", one.path, one.body, headers)
        response = connection.getresponse()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()

    def until_answered(self, connection: http.client.HTTPConnection, one: Asked) -> None:
        """Sends the request until it gets an answer that is its own."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            try:
                status, headers, body = self.send(connection, one)
            except (OSError, http.client.HTTPException):
                connection.close()
                with self.lock:
                    self.lost += 1
                time.sleep(0.1)
                continue
            if status in (409, 429, 503) and b"idempotency-key-reused" not in body:
                if status == 409 and json.loads(body)["type"] != "urn:likeness:problem:idempotency-key-in-use":
                    raise AssertionError(f"{one.key}: {body.decode()}")
                with self.lock:
                    self.told_to_wait += 1
                time.sleep(0.02)
                continue
            with self.lock:
                self.answers[one.number].append(Got(status, tuple(headers.get(name) for name in SHARED_HEADERS), body))
                self.firsts[one.number] += "idempotency-replayed" not in headers
            return
        raise AssertionError(f"{one.key}: no answer in {PATIENCE_S} s")

    def work(self, barrier: threading.Barrier, shared: list) -> None:
        """One of the eight."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.settings["server.port"], timeout=30)
        with contextlib.closing(connection):
            while True:
                if barrier.wait() == 0:
                    shared[0] = self.groups.get()
                barrier.wait()
                if shared[0] is None:
                    return
                try:
                    self.until_answered(connection, shared[0])
                except AssertionError as failure:
                    self.failures.append(str(failure))
                if barrier.wait() == 0:
                    with self.lock:
                        self.done += 1

    def run(self, keys: int, kills: int) -> None:
        """Kills the server in the midst of it, evenly spread."""
        for number in range(keys):
            self.groups.put(asked(number))
        threads = []
        for _ in range(GROUPS_AT_ONCE):
            self.groups.put(None)
            barrier, shared = threading.Barrier(DUPLICATES), [None]
            threads += [threading.Thread(target=self.work, args=(barrier, shared)) for _ in range(DUPLICATES)]
        for thread in threads:
            thread.start()
        for kill in range(1, kills + 1):
            while self.done < keys * kill // (kills + 1):
                time.sleep(0.005)
            self.server.kill()
            self.server.start()
        for thread in threads:
            thread.join()

    def faults(self, keys: int) -> list[str]:
        """What is not as it must be."""
        found = list(self.failures)
        for number in range(keys):
            answers, one = self.answers[number], asked(number)
            if len(answers) != DUPLICATES or len(set(answers)) != 1:
                found.append(f"{one.key}: {len(answers)} answers, {len(set(answers))} of them different")
            elif not 200 <= answers[0].status < 300:
                found.append(f"{one.key}: {answers[0].status} {answers[0].body.decode()}")
            if self.firsts[number] > 1:
                found.append(f"{one.key}: {self.firsts[number]} answers that were no replays")
        return found + self.faults_of_effects(keys)

    def faults_of_effects(self, keys: int) -> list[str]:
        """Every effect must be in the database once."""
        queries = {"import": "SELECT filename, count(*) FROM imports WHERE filename LIKE 'storm-%' GROUP BY filename",
                   "feed": "SELECT name, count(*) FROM sources WHERE name LIKE 'feed-%' GROUP BY name",
                   "org": "SELECT slug, count(*) FROM orgs WHERE slug LIKE 'org-%' GROUP BY slug"}
        names = {"import": "storm-{}.tsv", "feed": "feed-{}", "org": "org-{}"}
        found = []
        with Session(self.server) as database:
            for kind, query in queries.items():
                wanted = {names[kind].format(n): "1" for n in range(keys) if asked(n).kind == kind}
                there = dict(database.rows(query))
                found += [f"{kind} {name}: {there.get(name, 0)} times" for name in wanted if there.get(name) != "1"]
                found += [f"{kind} {name}: nobody asked for it" for name in there.keys() - wanted.keys()]
            kept = int(database.value("SELECT (SELECT count(*) FROM idempotency_keys WHERE key LIKE 'storm-%')"
                                      " + (SELECT count(*) FROM server_idempotency_keys WHERE key LIKE 'storm-%')"))
            if kept != keys:
                found.append(f"{kept} keys are kept, not {keys}")
            jobs = database.value("SELECT count(*) FROM jobs WHERE kind = 'feed'")
            if int(jobs) != sum(asked(n).kind == "import" for n in range(keys)):
                found.append(f"{jobs} jobs to read feeds")
        return found

    def summary(self, keys: int, kills: int, seconds: float) -> str:
        lost_firsts = sum(self.firsts[number] == 0 for number in range(keys))
        return (f"{keys} keys x {DUPLICATES}, {kills} kills, {seconds:.0f} s: {self.told_to_wait} times told to wait, "
                f"{self.lost} sends without an answer, {lost_firsts} effects whose first answer was lost")


def storm_server(**settings) -> Server:
    return Server(server__port=free_port(), feeds__count_max=100_000, ingest__poll_ms=200, **settings)


def run(server: Server, keys: int, kills: int) -> tuple[list[str], str]:
    """Faults, and a line that says what was done."""
    shop = server.make_org("shop")
    storm = Storm(server, server.make_user(shop, "ann@shop.example", "editor").token)
    started = time.monotonic()
    storm.run(keys, kills)
    return storm.faults(keys), storm.summary(keys, kills, time.monotonic() - started)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=5)
    options = parser.parse_args()
    # A token that outlives the storm.
    with storm_server(auth__access_token_minutes=1440) as server:
        faults, summary = run(server, options.keys, options.kills)
    print(summary)
    print("\n".join(faults[:50]) or "no faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
