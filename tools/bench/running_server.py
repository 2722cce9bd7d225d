"""Starts `likeness up` on a directory of its own and speaks to it."""

import json
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from tools.quality.machine import CHECKOUT

BINARY = CHECKOUT / "build" / "release" / "likeness"
START_SECONDS = 90


class RunningServer:
    """Use as a context manager."""

    def __init__(self, **settings: object) -> None:
        """Settings are named section__key."""
        self.directory = Path(tempfile.mkdtemp(prefix="bench-likeness-"))
        self.directory.chmod(0o755)
        self.data = self.directory / "data"
        settings = {"server.port": 0, "server.admin_port": 0} | {name.replace("__", "."): value for name, value in settings.items()}
        self.settings = [part for name, value in settings.items() for part in ("--set", f"{name}={value}")]
        self.process: subprocess.Popen | None = None

    def __enter__(self) -> "RunningServer":
        said = self.directory / "said.json"
        with open(said, "w", encoding="utf-8") as out, open(self.directory / "log", "w", encoding="utf-8") as log:
            self.process = subprocess.Popen([BINARY, "up", "--json", "--data", self.data, *self.settings], stdout=out, stderr=log,
                                            stdin=subprocess.DEVNULL, start_new_session=True, cwd="/")
        end = time.monotonic() + START_SECONDS
        while not said.read_text().endswith("\n"):
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"the server did not start: {(self.directory / 'log').read_text()[-1000:]}")
            time.sleep(0.05)
        announced = json.loads(said.read_text().splitlines()[-1])
        self.url, self.admin_url = announced["url"], announced["admin_url"]
        self.token = json.loads((self.data / "operator.json").read_text())["token"]
        while self.text(f"{self.url}/readyz", may_fail=True) is None:
            time.sleep(0.05)
        return self

    def __exit__(self, *_: object) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)
        shutil.rmtree(self.directory, ignore_errors=True)

    def text(self, url: str, may_fail: bool = False, **headers: str) -> str | None:
        """The body of an answer; None where the server refuses and it may."""
        request = urllib.request.Request(url, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.read().decode()
        except OSError:
            if may_fail:
                return None
            raise

    def get(self, path: str, org: str) -> dict:
        """What the API answers to the operator, for an org."""
        return json.loads(self.text(self.url + path, Authorization=f"Bearer {self.token}", **{"Likeness-Org": org}))

    def make_org(self, slug: str) -> None:
        subprocess.run([BINARY, "org", "create", slug, "--data", self.data], check=True, stdout=subprocess.DEVNULL)

    def start_import(self, feed: Path, org: str) -> subprocess.Popen:
        """`likeness import`, at work."""
        return subprocess.Popen([BINARY, "import", feed, "--org", org, "--data", self.data, "--json"], stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True)

    def import_seconds(self, feed: Path, org: str) -> tuple[float, dict]:
        """How long an import takes until everything is searchable, and what it says at its end."""
        start = time.perf_counter()
        client = self.start_import(feed, org)
        said = client.communicate()[0]
        seconds = time.perf_counter() - start
        if client.returncode not in (0, 5):
            raise RuntimeError(f"the import failed: {said}")
        return seconds, json.loads(said.splitlines()[-1])

    def stage_seconds(self) -> dict[str, float]:
        """Seconds that all threads together have spent in each stage so far."""
        metrics = self.text(f"{self.admin_url}/metrics")
        return {stage: float(value)
                for stage, value in re.findall(r'^likeness_stage_seconds_sum\{stage="(\w+)"\} (\S+)$', metrics, re.M)}

    def memory_bytes(self, field: str = "VmHWM") -> int:
        """Memory of the server's own process: its peak (VmHWM) or now (VmRSS)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"^{field}:\s+(\d+) kB$", status, re.M)[1]) * 1024
