"""The flow of `make demo`: start a server, import the demo shop, run three searches, and leave the server running.

Expects the program and the model pack to be built. With EXIT=1 in the environment it stops after the searches. DATA names
the data directory.
"""

import argparse
import contextlib
import json
import os
import re
import secrets
import shlex
import signal
import subprocess
import sys
from pathlib import Path

from . import data_directory, make_catalogue
from .server import Server, ServerError
from .step_clock import StepClock

CHECKOUT = Path(__file__).resolve().parents[2]
CATALOGUE = CHECKOUT / "build" / "demo" / "catalogue"
PAGE = CHECKOUT / "demo.html"
LOG = CHECKOUT / "build" / "demo" / "server.log"
ORG = "demo"
USER = "demo@likeness.example"
PARTLY_DONE = 5


class DemoError(RuntimeError):
    """A step failed; the message is for the user."""


class Client:
    """Runs verbs of the command line against one server."""

    def __init__(self, binary: Path, data: Path, url: str) -> None:
        self.start = [str(binary), "--data", str(data), "--server", url]

    def run(self, *arguments: str, stdin: str = "", accept: tuple[int, ...] = (0,), capture: bool = False) -> str:
        """Runs one verb and returns what it printed if `capture`; raises DemoError on other exit statuses than `accept`."""
        result = subprocess.run([*self.start, *arguments], input=stdin, text=True, check=False,
                                stdout=subprocess.PIPE if capture else None)
        if result.returncode not in accept:
            raise DemoError(f"likeness {shlex.join(arguments)}: exit status {result.returncode}")
        if result.returncode == PARTLY_DONE:
            print("   some rows or photos failed, see above; the rest is there")
        return result.stdout or ""


def demo_password(data: Path) -> str:
    """The password of the demo user: made once, kept where only the owner of the data reads it."""
    file = data / "demo-password"
    if not file.is_file():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(secrets.token_urlsafe(15) + "\n")
    return file.read_text(encoding="utf-8").strip()


def import_catalogue(client: Client, data: Path) -> None:
    """Imports the catalogue unless this very one is there already."""
    imported = data / "demo-catalogue.stamp"
    current = (CATALOGUE / "stamp").read_text(encoding="utf-8")
    if imported.is_file() and imported.read_text(encoding="utf-8") == current:
        print("   the catalogue is there already")
        return
    client.run("--org", ORG, "import", str(CATALOGUE / "feed.tsv"), accept=(0, PARTLY_DONE))
    imported.write_text(current, encoding="utf-8")


def place_of(product: str, output: str) -> int:
    """The place of a product in the table of hits that `likeness search` prints; 0 where it is not among them."""
    for line in output.splitlines():
        row = re.match(r"\W*(\d+)\b", line)
        if row and product in re.split(r"[\s|│]+", line):
            return int(row[1])
    return 0


def search_arguments(search: dict) -> list[str]:
    """The arguments of one of the demo's searches, without those for the page."""
    arguments = [str(CATALOGUE / search["photo"])] if search["photo"] else []
    if search.get("box"):
        arguments += ["--box", search["box"]]
    if search["text"]:
        arguments += ["--text", search["text"]]
    for predicate in search["filters"]:
        arguments += ["--filter", predicate]
    return arguments


def run_searches(client: Client) -> None:
    """Runs the searches of demo.json, shows their hits and writes the page."""
    for number, search in enumerate(json.loads((CATALOGUE / "demo.json").read_text(encoding="utf-8"))["searches"]):
        arguments = search_arguments(search)
        shown = [argument.replace(f"{CHECKOUT}/", "") for argument in arguments]
        print(f"\n-- by {search['name']}: likeness search {shlex.join(shown)}", flush=True)
        append = ["--append"] if number else []
        output = client.run("--org", ORG, "search", *arguments, "--limit", "8", "--html", str(PAGE), *append, capture=True)
        print(output, end="")
        place = place_of(search["expected"], output)
        print(f"   expected {search['expected']}: " + (f"place {place}" if place else "NOT among the hits"), flush=True)


def wait_for_interrupt(server: Server) -> int:
    """Waits until Ctrl-C, or until the server ends by itself; returns the exit status."""
    try:
        status = server.process.wait()
    except KeyboardInterrupt:
        print("\nstopping …", flush=True)
        return 0
    print(f"the server ended by itself with exit status {status}; its log, {LOG}, ends:\n{server.log_end()}")
    return 1


def flow(binary: Path, pack: Path, clock: StepClock) -> int:
    """All steps after the build; returns the exit status."""
    data, remark = data_directory.choose(CHECKOUT, os.environ.get("DATA"))
    with clock.step("catalogue"):
        if make_catalogue.main(["--out", str(CATALOGUE)]) != 0:
            raise DemoError("the catalogue could not be made")
    if remark:
        print(f"   {remark}")
    with contextlib.ExitStack() as running:
        with clock.step("start"):
            server = running.enter_context(Server(binary, data, LOG, [f"models.pack={pack}"]))
            server.wait_until_ready()
        client = Client(binary, data, server.url)
        with clock.step("org and user"):
            password = demo_password(data)
            client.run("org", "create", ORG, "--name", "Demo shop", "--currency", "EUR", "--if-missing")
            client.run("--org", ORG, "user", "create", USER, "--role", "owner", "--password-stdin", "--if-missing",
                       stdin=password + "\n")
        with clock.step("import"):
            import_catalogue(client, data)
        with clock.step("searches"):
            run_searches(client)
        print(f"\nSeconds of each step:\n{clock.table()}\n")
        print(f"Likeness answers at  {server.url}\nuser                 {USER}\npassword             {password}  (kept in {data}/demo-password)")
        print(f"hits with pictures   {PAGE}", flush=True)
        if os.environ.get("EXIT") == "1":
            return 0
        print("Ctrl-C stops the server; the data stays.", flush=True)
        return wait_for_interrupt(server)


def main(arguments: list[str] | None = None) -> int:
    """Runs the demo; returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.demo.demo", description=__doc__)
    parser.add_argument("--binary", type=Path, default=CHECKOUT / "build" / "release" / "likeness")
    parser.add_argument("--pack", type=Path, default=CHECKOUT / "build" / "packs" / "lite")
    parser.add_argument("--step", action="append", default=[], metavar="NAME=SECONDS", help="a step that is over already, for the table")
    options = parser.parse_args(arguments)
    # A `kill` of the demo stops the server in order as well.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    clock = StepClock()
    for step in options.step:
        name, seconds = step.rsplit("=", 1)
        clock.add(name, float(seconds))
    try:
        return flow(options.binary, options.pack, clock)
    except KeyboardInterrupt:
        print("\ndemo: stopped", file=sys.stderr)
        return 130
    except (DemoError, ServerError, OSError, ValueError) as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
