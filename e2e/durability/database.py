"""A look into a server's private Postgres as its superuser, past row-level security."""

import contextlib
import pathlib
import subprocess
import time

from e2e import processes
from e2e.likeness import Server

END = "<end of answer>"
SUPERUSER = "likeness_superuser"
OF_THE_SERVER = "usename IN ('likeness_app', 'likeness_worker')"
COMMIT_DELAY_S = 0.1  # the longest that Postgres knows


class DatabaseAway(Exception):
    """The session ended: the database went away."""


def socket_directory(server: Server) -> str:
    """Where the server's private Postgres listens."""
    for command in processes.descendants(server.process.pid).values():
        for word in command.split():
            if word.startswith("unix_socket_directories="):
                return word.partition("=")[2]
    raise DatabaseAway("no private Postgres runs")


class Session:
    """One open connection, through psql; rows come as lists of text."""

    def __init__(self, server: Server):
        secrets = dict(line.split("=", 1) for line in (server.data / "secrets").read_text().splitlines())
        environment = {"PGPASSWORD": secrets["postgres_superuser"], "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        command = ["psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-h", socket_directory(server),
                   "-p", "5432", "-U", SUPERUSER, "-d", "likeness"]
        self.psql = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                     text=True, env=environment)

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_) -> None:
        self.psql.kill()
        self.psql.communicate()

    def rows(self, statement: str) -> list[list[str]]:
        """Raises DatabaseAway where the answer does not come."""
        try:
            self.psql.stdin.write(f"{statement};\n\\echo '{END}'\n")
            self.psql.stdin.flush()
        except BrokenPipeError:
            raise DatabaseAway(self.psql.stderr.read()) from None
        answer = []
        for line in self.psql.stdout:
            if line.rstrip("\n") == END:
                return answer
            answer.append(line.rstrip("\n").split("\t"))
        raise DatabaseAway(self.psql.stderr.read())

    def value(self, statement: str) -> str:
        return self.rows(statement)[0][0]

    def pause_commits(self) -> None:
        """From now on each commit waits in the middle before it is written to the disk."""
        self._set_commit_delay(f"= {int(COMMIT_DELAY_S * 1e6)}", "= 0")

    def resume_commits(self) -> None:
        for name in ("commit_delay", "commit_siblings"):
            self.rows(f"ALTER SYSTEM RESET {name}")
        self.rows("SELECT pg_reload_conf()")

    def _set_commit_delay(self, delay: str, siblings: str) -> None:
        self.rows(f"ALTER SYSTEM SET commit_delay {delay}")
        self.rows(f"ALTER SYSTEM SET commit_siblings {siblings}")
        self.rows("SELECT pg_reload_conf()")

    def committing(self) -> tuple[int, float] | None:
        """A backend of the server that has been committing for a moment, and since when."""
        found = self.rows(
            f"SELECT pid, extract(epoch FROM query_start) FROM pg_stat_activity WHERE {OF_THE_SERVER}"
            " AND state = 'active' AND query ILIKE 'commit%' ORDER BY query_start DESC LIMIT 1")
        return (int(found[0][0]), float(found[0][1])) if found else None

    def backends(self, condition: str = "true") -> list[int]:
        """Backends that serve the server."""
        return [int(pid) for pid, in
                self.rows(f"SELECT pid FROM pg_stat_activity WHERE {OF_THE_SERVER} AND {condition} ORDER BY pid")]


@contextlib.contextmanager
def vectors_locked(server: Server):
    """Nothing can write a vector meanwhile: jobs that come to the index stage stay there. Yields the session."""
    with Session(server) as session:
        session.rows("BEGIN")
        session.rows("LOCK TABLE embeddings IN SHARE MODE")
        yield session


def wait_until_open(server: Server, timeout_s: float = 60) -> None:
    """Until the private Postgres takes connections again."""
    end = time.monotonic() + timeout_s
    while True:
        try:
            with Session(server) as session:
                session.value("SELECT 1")
                return
        except (DatabaseAway, FileNotFoundError) as error:
            if time.monotonic() > end:
                raise AssertionError(f"the database did not come back: {error}") from None
            time.sleep(0.1)


def data_of(server: Server, org_id: str) -> pathlib.Path:
    """Where the objects of an org lie."""
    return server.data / "objects" / org_uuid(org_id)


def org_uuid(org_id: str) -> str:
    """The uuid behind a public id, as the database and the object directory write it."""
    digits = org_id.partition("_")[2].replace("-", "")
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
