"""`likeness import` at work in an org of its own, watched from outside."""

import pathlib
import subprocess
import time

from e2e.likeness import PROGRAM, Server, environment

STANDSTILL_S = 120
ENDED = ("done", "failed")


def counts(state: dict) -> str:
    """How far an import is, in words."""
    images = state["images"]
    return (f"{state['rows']['read']} rows, {images['done']}/{images['total']} photos done, {images['waiting']} to "
            f"upload, {images['fetching']} to fetch, {images['understanding']} to understand")


class Importing:
    """Runs until finish() or stop()."""

    def __init__(self, server: Server, org: str, feed: pathlib.Path):
        self.server, self.org = server, org
        self.org_id = server.make_org(org)
        self.client = server.client(org)
        self.output = server.directory / f"{org}.txt"
        with self.output.open("w") as out:
            self.process = subprocess.Popen([PROGRAM, "import", feed, "--org", org, "--data", server.data],
                                            stdout=out, stderr=out, env=environment(), start_new_session=True)

    def state(self) -> dict | None:
        """The import as the server tells it; None before it is there, or while the database is away."""
        answer = self.client.get("/v1/imports")
        imports = answer.json()["imports"] if answer.status == 200 else []
        return imports[0] if imports else None

    def wait_until(self, condition) -> dict:
        """Returns the import as it is when the condition first holds, or when the import is over."""
        end = time.monotonic() + STANDSTILL_S
        while True:
            state = self.state()
            if state and (condition(state) or state["state"] in ENDED):
                return state
            if time.monotonic() > end:
                raise AssertionError(f"the import stands still: {state}")
            self.require_alive()
            time.sleep(0.02)

    def require_alive(self) -> None:
        if self.process.poll() not in (None, 0):
            raise AssertionError(f"`likeness import` ended with {self.process.returncode}: {self.output.read_text()}")

    def finish(self, timeout_s: float = STANDSTILL_S) -> None:
        """The same client ends by itself, with everything imported."""
        code = self.process.wait(timeout_s)
        if code != 0:
            raise AssertionError(f"`likeness import` ended with {code}: {self.output.read_text()[-2000:]}")

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
