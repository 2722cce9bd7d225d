"""Starts `likeness up` for the demo, waits until it answers, and stops it."""

import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

HOST = "127.0.0.1"
PORT = 7700
ADMIN_PORT = 7701
READY_SECONDS = 120
STOP_SECONDS = 40


class ServerError(RuntimeError):
    """The server did not start; the message says why and shows the end of its log."""


def is_free(port: int) -> bool:
    """Whether a server could listen on a port of this machine (0: any)."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


class Server:
    """One running `likeness up`. Use as a context manager: leaving it stops the server."""

    def __init__(self, binary: Path, data: Path, log: Path, settings: list[str]) -> None:
        self.log = log
        settings = list(settings)
        port = PORT
        if not is_free(PORT):
            port = free_port()
            settings.append(f"server.port={port}")
            print(f"   port {PORT} is taken by another program: using {port}")
        if not is_free(ADMIN_PORT):
            settings.append("server.admin_port=0")
        self.url = f"http://{HOST}:{port}"
        command = [str(binary), "--data", str(data), *[part for setting in settings for part in ("--set", setting)], "up"]
        log.parent.mkdir(parents=True, exist_ok=True)
        with open(log, "wb") as stream:
            # A session of its own: Ctrl-C reaches us, and we stop the server in order.
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stream, stderr=subprocess.STDOUT,
                                            start_new_session=True)

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def log_end(self) -> str:
        """The last lines of the log."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(f"   | {line}" for line in lines[-15:])

    def wait_until_ready(self, seconds: float = READY_SECONDS) -> None:
        """Returns when /readyz answers 200; raises ServerError when the server ends or the time is up."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            status = self.process.poll()
            if status is not None:
                raise ServerError(f"the server ended with exit status {status}; its log, {self.log}, ends:\n{self.log_end()}")
            try:
                with urllib.request.urlopen(f"{self.url}/readyz", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                pass
            time.sleep(0.1)
        raise ServerError(f"{self.url}/readyz did not answer within {seconds:.0f} s; the log, {self.log}, ends:\n{self.log_end()}")

    def stop(self) -> None:
        """Asks the server to stop and waits for it; ends it by force when it does not."""
        if self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            print(f"   the server did not stop within {STOP_SECONDS} s: ending it")
            self.process.kill()
            self.process.wait()
