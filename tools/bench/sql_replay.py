"""Feeds psql the very statements that an import sent: the limit of what the database takes.

Postgres logs the import's statements with their parameters; transaction by transaction they become a script of psql, which
runs as the same role on a copy of the database as it was before.
"""

import os
import re
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.bench.running_server import RunningServer
from tools.bench.temporary_postgres import PROGRAMS

PREFIX = "@@%u %p@@ "
RECORD = re.compile(r"^@@(\w*) (\d+)@@ (LOG|DETAIL):  ", re.M)
PARAMETER = re.compile(r"\$(\d+)")
VALUE = re.compile(r"\$(\d+) = (NULL|'(?:[^']|'')*')")
STATEMENT = re.compile(r"(?:execute [^:]*|statement): (.*)", re.S)
ROLES = {"likeness_app": "postgres_app", "likeness_worker": "postgres_worker"}


class Database:
    """The server's private Postgres, as its superuser."""

    def __init__(self, running: RunningServer) -> None:
        self.secrets = dict(line.split("=", 1) for line in (running.data / "secrets").read_text().split())
        self.port, self.socket = (running.data / "postgres" / "postmaster.pid").read_text().split("\n")[3:5]
        self.log = running.data / "logs" / "postgres.log"

    def run(self, program: str, *arguments: str, role: str = "likeness_superuser", secret: str = "postgres_superuser") -> str:
        environment = os.environ | {"PGPASSWORD": self.secrets[secret], "PGHOST": self.socket, "PGPORT": self.port, "PGUSER": role}
        return subprocess.run([PROGRAMS / program, *arguments], env=environment, check=True, text=True, capture_output=True).stdout

    def sql(self, text: str, database: str = "likeness") -> str:
        """Runs one statement."""
        return self.run("psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", text)

    def log_statements(self, wanted: bool) -> None:
        """Turns the log of statements on or off, for connections that are open too."""
        for name, value in (("log_line_prefix", PREFIX), ("log_statement", "all"), ("log_parameter_max_length", "-1")):
            self.sql(f"ALTER SYSTEM SET {name} = '{value}'" if wanted else f"ALTER SYSTEM RESET {name}")
        self.sql("SELECT pg_reload_conf()")
        time.sleep(0.5)


def transactions(log: str, role: str) -> Iterator[list[str]]:
    """The role's committed transactions, in order of their ends; each begins with BEGIN and ends with COMMIT."""
    records = list(RECORD.finditer(log))
    ends = [record.start() for record in records[1:]] + [len(log)]
    entries = [(record[1], record[2], record[3], log[record.end():end].rstrip("\n").replace("\n\t", "\n"))
               for record, end in zip(records, ends, strict=True)]
    open_ones: dict[str, list[str]] = {}
    for place, (user, process, kind, text) in enumerate(entries):
        statement = STATEMENT.match(text)
        if user != role or kind != "LOG" or not statement:
            continue
        following = next((entry for entry in entries[place + 1:place + 50] if entry[1] == process), None)
        values = dict(VALUE.findall(following[3])) if following and following[2] == "DETAIL" else {}
        said = PARAMETER.sub(lambda found, values=values: values[found[1]], statement[1]) if values else statement[1]
        if said.upper().startswith("BEGIN"):
            open_ones[process] = []
        if process in open_ones:
            open_ones[process].append(said)
            if said.upper().startswith("COMMIT"):
                yield open_ones.pop(process)


def write_script(log: str, role: str, script: Path) -> int:
    """Writes the role's transactions for psql; returns how many statements there are."""
    count = 0
    with open(script, "w", encoding="utf-8") as out:
        out.write("\\set ON_ERROR_STOP on\n\\o /dev/null\n")
        for statements in transactions(log, role):
            out.writelines(statement.rstrip().rstrip(";") + ";\n" for statement in statements)
            count += len(statements)
    return count


def replay(running: RunningServer, org: str, rounds: int, import_rows: Callable[[str], None]) -> float:
    """Seconds that psql takes for the statements of what `import_rows` imports into the org; the median."""
    database = Database(running)
    running.make_org(org)
    before = running.directory / "before.sql"
    before.write_text(database.run("pg_dump", "-d", "likeness"))
    database.log_statements(True)
    start = database.log.stat().st_size
    import_rows(org)
    database.log_statements(False)
    log = database.log.read_text(encoding="utf-8")[start:]
    scripts = {role: running.directory / f"{role}.sql" for role in ROLES}
    for role, script in scripts.items():
        write_script(log, role, script)

    database.sql("CREATE DATABASE replay")
    database.run("psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-d", "replay", "-f", str(before))
    seconds = []
    for number in range(rounds):
        copy = f"replay_{number}"
        database.sql(f"CREATE DATABASE {copy} TEMPLATE replay")
        for role, script in scripts.items():
            begin = time.perf_counter()
            database.run("psql", "-Xq", "-d", copy, "-f", str(script), role=role, secret=ROLES[role])
            if role == "likeness_worker":
                seconds.append(time.perf_counter() - begin)
        written = int(database.sql("SELECT count(*) FROM variants", copy))
        expected = int(database.sql("SELECT count(*) FROM variants"))
        if written != expected:
            raise RuntimeError(f"psql wrote {written} variants of {expected}")
        database.sql(f"DROP DATABASE {copy}")
    return statistics.median(seconds)
