"""The program under test: its command line, and servers that it starts in temporary directories."""

import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

from e2e import processes
from e2e.contract import Contract
from e2e.http_client import Client

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / os.environ.get("LIKENESS_BUILD_DIR", "build/release")
PROGRAM = BUILD / "likeness"
PACK = ROOT / "build/packs/tiny"
START_TIMEOUT_S = 90
STOP_TIMEOUT_S = 30

PASSWORD = "plum-harbour-lantern-58"
# Settings under which no request is refused for its number.
NO_LIMITS = {f"limits__{kind}_per_minute": 0 for kind in ("auth", "account", "read", "write", "upload", "search")}


def temporary_directory() -> pathlib.Path:
    """A directory that the server may enter after it gave up the rights of root."""
    directory = pathlib.Path(tempfile.mkdtemp(prefix="likeness-e2e-"))
    directory.chmod(0o755)
    return directory


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(**more: str) -> dict[str, str]:
    """The environment without anything that would set Likeness up."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("LIKENESS")}
    return plain | more


def likeness(*arguments, stdin: str = "", timeout_s: float = 120, **variables: str) -> subprocess.CompletedProcess:
    """Runs one command to its end."""
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, text=True,
                          timeout=timeout_s, env=environment(**variables), cwd="/")


class Server:
    """`likeness up` on a directory of its own, which close() removes."""

    def __init__(self, **settings):
        """Settings are named section__key."""
        self.directory = temporary_directory()
        self.data = self.directory / "data"
        self.log_file = self.directory / "server.log"
        self.settings = {"models.pack": PACK, "server.port": 0, "server.admin_port": 0}
        self.settings |= {name.replace("__", "."): value for name, value in settings.items()}
        self.process: subprocess.Popen | None = None
        self.seen: dict[processes.Process, str] = {}

    def __enter__(self) -> "Server":
        try:
            return self.start()
        except BaseException:
            self.close()
            raise

    def __exit__(self, *_) -> None:
        self.close()

    def arguments(self) -> list[str]:
        words = ["--data", str(self.data)]
        for name, value in self.settings.items():
            words += ["--set", f"{name}={str(value).lower() if isinstance(value, bool) else value}"]
        return words

    def start(self) -> "Server":
        """Returns when the server is ready."""
        announcement = self.directory / "announcement.json"
        with announcement.open("w") as out, self.log_file.open("a") as log:
            self.process = subprocess.Popen([PROGRAM, "up", "--json", *self.arguments()], stdin=subprocess.DEVNULL,
                                            stdout=out, stderr=log, env=environment(), cwd="/", start_new_session=True)
        end = time.monotonic() + START_TIMEOUT_S
        while not announcement.read_text().endswith("\n"):
            if self.process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"the server did not start:\n{self.log()[-2000:]}")
            time.sleep(0.05)
        announced = json.loads(announcement.read_text().splitlines()[-1])
        if "url" not in announced:
            self.process.wait(STOP_TIMEOUT_S)
            raise AssertionError(f"the server did not start: {announced}\n{self.log()[-2000:]}")
        self.url, self.admin_url = announced["url"], announced["admin_url"]
        self.token = json.loads((self.data / "operator.json").read_text())["token"]
        probe = Client(self.url)
        while probe.get("/readyz").status != 200:
            if time.monotonic() > end:
                raise AssertionError(f"the server did not become ready: {probe.seen[-1].text}")
            time.sleep(0.05)
        self.contract = Contract(probe.get("/v1/openapi.json").json())
        self.remember_children()
        return self

    def remember_children(self) -> dict[processes.Process, str]:
        """The private services that run now, by their command lines."""
        children = processes.descendants(self.process.pid)
        self.seen |= children
        return children

    def child(self, name: str) -> int:
        """Process id of a private service: postgres, redis-server or nats-server."""
        for (pid, _), command in self.remember_children().items():
            if command and pathlib.Path(command.split()[0]).name == name:
                return pid
        raise AssertionError(f"no {name} runs: {self.remember_children()}")

    def client(self, org: str = "", token: str | None = None) -> Client:
        return Client(self.url, self.token if token is None else token, org, self.contract)

    def cli(self, *arguments, **options) -> subprocess.CompletedProcess:
        return likeness(*arguments, "--data", self.data, **options)

    def make_org(self, slug: str, **more: str) -> str:
        answer = self.client().post("/v1/orgs", {"slug": slug, "name": slug.title(), **more})
        if answer.status != 201:
            raise AssertionError(answer.text)
        return answer.json()["id"]

    def make_user(self, org_id: str, email: str, role: str) -> Client:
        """Makes a member and logs in as that."""
        body = {"email": email, "password": PASSWORD, "role": role}
        answer = self.client().post(f"/v1/orgs/{org_id}/users", body)
        if answer.status != 201:
            raise AssertionError(answer.text)
        session = self.client(token="").post("/v1/auth/login", {"email": email, "password": PASSWORD})
        return self.client(token=session.json()["access_token"])

    def import_feed(self, feed: pathlib.Path, org: str, expect: int = 0, **options) -> dict:
        """Imports by the command line and returns what it says in JSON."""
        done = self.cli("import", feed, "--org", org, "--json", **options)
        if done.returncode != expect:
            raise AssertionError(f"import ended with {done.returncode}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout)

    def log(self) -> str:
        """What the server and its services wrote so far."""
        logs = [self.log_file, *sorted(self.data.glob("logs/*"))]
        return "\n".join(log.read_text(errors="replace") for log in logs if log.exists())

    def kill(self) -> None:
        """kill -9 of the server's process alone."""
        self.remember_children()
        self.process.kill()
        self.process.wait(10)

    def stop(self, with_signal: int = signal.SIGINT) -> int:
        """Asks it to end and returns its exit code."""
        self.remember_children()
        self.process.send_signal(with_signal)
        return self.process.wait(STOP_TIMEOUT_S)

    def close(self) -> None:
        """Leaves nothing running and nothing behind."""
        if self.process and self.process.poll() is None:
            try:
                self.stop()
            except subprocess.TimeoutExpired:
                self.kill()
        processes.kill_all(processes.wait_until_gone(self.seen, 5))
        shutil.rmtree(self.directory, ignore_errors=True)
