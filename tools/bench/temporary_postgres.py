"""A Postgres of its own for a peer: default settings, on a unix socket, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
START_SECONDS = 30


class TemporaryPostgres:
    """Use as a context manager; `database` is a connection string."""

    def __init__(self) -> None:
        self.directory = Path(tempfile.mkdtemp(prefix="bench-postgres-"))
        # Postgres refuses to run as root.
        self.prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.prefix:
            shutil.chown(self.directory, "postgres")
        self.process: subprocess.Popen | None = None
        self.database = f"host={self.directory} dbname=postgres user=bench"

    def __enter__(self) -> "TemporaryPostgres":
        cluster = self.directory / "cluster"
        subprocess.run([*self.prefix, PROGRAMS / "initdb", "-D", cluster, "-U", "bench", "-A", "trust", "-E", "UTF8"],
                       check=True, stdout=subprocess.DEVNULL, cwd="/")
        self.process = subprocess.Popen([*self.prefix, PROGRAMS / "postgres", "-D", cluster, "-k", self.directory, "-c",
                                         "listen_addresses="], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
        end = time.monotonic() + START_SECONDS
        while subprocess.run([PROGRAMS / "pg_isready", "-q", "-h", self.directory], check=False).returncode != 0:
            if time.monotonic() > end:
                raise RuntimeError("the peer's Postgres did not start")
            time.sleep(0.1)
        return self

    def __exit__(self, *_: object) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(30)
        shutil.rmtree(self.directory, ignore_errors=True)
