"""Brings an import to a stage on purpose, holds it there from outside, and tells what shows that it is there."""

import contextlib
import http.client
import re
import threading
import time
import urllib.parse

from e2e import goods
from e2e.durability.database import COMMIT_DELAY_S, DatabaseAway, Session, vectors_locked
from e2e.durability.photo_files import PhotoFiles
from e2e.likeness import Server

HOLD_S = 8  # how long a stage is waited for
LOOK_S = 0.001
QUESTIONERS = 6


class StageNotReached(Exception):
    """No work came to the stage in time."""


class Metrics:
    """The server's counters, over one connection that stays open."""

    def __init__(self, server: Server):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(server.admin_url).netloc, timeout=10)

    def read(self) -> dict[str, float]:
        self.connection.request("GET", "/metrics")
        text = self.connection.getresponse().read().decode()
        return {name: float(value) for name, value in re.findall(r"^([^#\s]\S*) (\S+)$", text, re.MULTILINE)}

    def inside(self, stage: str, before: dict[str, float], after: dict[str, float]) -> int:
        """Items that were in the stage from the first look to the second."""
        begun, through = (f'likeness_stage_items_{way}_total{{stage="{stage}"}}' for way in ("in", "out"))
        if through not in before or before[through] != after[through]:
            return 0
        return int(before[begun] - before[through])


def _until(look, what: str):
    end = time.monotonic() + HOLD_S
    while not (seen := look()):
        if time.monotonic() > end:
            raise StageNotReached(what)
        time.sleep(LOOK_S)
    return seen


@contextlib.contextmanager
def in_fetch(host: PhotoFiles):
    """The photo host answers nothing until the kill is over; its open requests are the downloads."""
    host.gate.clear()
    try:
        _until(lambda: host.in_flight > 0, "no photo is being fetched")
        yield f"{host.in_flight} downloads open at the photo host"
    finally:
        host.gate.set()


class _Questions:
    """Searches without end, which go before the catalogue's own photos at the model."""

    def __init__(self, server: Server, org: str):
        self.ended = threading.Event()
        photo = server.client(org).query_image(goods.encoded(goods.stamp("food/fruit/kiwi", 200)))
        self.threads = [threading.Thread(target=self._ask, args=(server, org, photo, number), daemon=True)
                        for number in range(QUESTIONERS)]
        for thread in self.threads:
            thread.start()

    def _ask(self, server: Server, org: str, photo: str, number: int) -> None:
        client = server.client(org)
        client.contract = None
        step = 0
        while not self.ended.is_set():
            step += 1
            box = {"x": 0.0, "y": 0.0, "width": 0.4 + (step % 5000) / 10_000, "height": 0.5 + number / 100}
            with contextlib.suppress(OSError, http.client.HTTPException):
                client.post("/v1/search/image", {"query_image_id": photo, "box": box, "limit": 1})
            client.seen.clear()

    def end(self) -> None:
        self.ended.set()
        for thread in self.threads:
            thread.join(10)


@contextlib.contextmanager
def in_embed(server: Server, org: str):
    """Searches keep the model busy, so that photos wait for it inside the stage: there at two looks, and none finished
    between them."""
    metrics = Metrics(server)
    questions = _Questions(server, org)
    try:
        count = _until(lambda: metrics.inside("embed", metrics.read(), metrics.read()), "no photo waits for the model")
        yield f"{count} items in embed, none finished between two looks"
    finally:
        questions.end()
        metrics.connection.close()


@contextlib.contextmanager
def in_index(server: Server):
    """The table of vectors is locked, so that finished work waits inside its last transaction."""
    with vectors_locked(server) as session:
        waiting = _until(lambda: session.backends("wait_event_type = 'Lock'"), "no job writes vectors")
        yield f"{len(waiting)} transactions wait to write vectors"


@contextlib.contextmanager
def in_commit(server: Server):
    """Commits are told to pause before they are written, until resume_commits(). Yields the one under way."""
    with Session(server) as session:
        session.pause_commits()
        yield Commit(*_until(session.committing, "nothing commits"))


class Commit:
    """A COMMIT under way in one backend."""

    def __init__(self, pid: int, since: float):
        self.pid, self.since = pid, since

    def still_under_way(self) -> bool:
        """Whether the pause, which the commit cannot end before, is still on."""
        return time.time() - self.since < COMMIT_DELAY_S

    def __str__(self) -> str:
        return f"backend {self.pid} is {1000 * (time.time() - self.since):.0f} ms into a COMMIT"


def resume_commits(server: Server, timeout_s: float = 60) -> None:
    """Takes the pause away, also from a database that has to come back first."""
    end = time.monotonic() + timeout_s
    while True:
        try:
            with Session(server) as session:
                session.resume_commits()
                return
        except DatabaseAway:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
