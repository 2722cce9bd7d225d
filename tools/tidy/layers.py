"""Which folder of backend/src may include which, and whose headers it may use. The table is section 3 of ARCHITECTURE.md."""

import re
from pathlib import PurePosixPath
from typing import Iterator

from .fault import Fault

SOURCE_ROOT = "backend/src/"

CHAINS = ("ingest", "query", "notify", "scheduling", "tenancy", "learning", "reports")

# Folder -> the other folders that it sees.
VISIBLE = {
    "base": set(),
    "domain": {"base"},
    "config": {"base", "domain"},
    "ports": {"base", "domain"},
    **{chain: {"base", "domain", "ports"} for chain in CHAINS},
    "adapters": {"base", "domain", "ports"},
    "gateway": {"base", "domain", "ports", *CHAINS},
    "apps": {"base", "domain", "ports", "config", "gateway", "adapters", *CHAINS},
}

# What any folder may include: {fmt} stands in for std::format, which g++ 12 lacks.
EVERYWHERE = {"fmt"}

# Folder -> the third-party libraries whose headers it may include; adapters/<name>/ may include any.
LIBRARIES = {
    "base": {"spdlog"},
    "domain": {"roaring"},
    "config": {"toml++"},
    "apps": {"CLI", "nlohmann"},
    "gateway": {"boost", "nlohmann", "valijson"},
    "tenancy": {"nlohmann"},
    "ingest/feed": {"nlohmann", "csv.h", "expat.h", "iconv.h"},
}

# What threads and I/O look like: the domain has neither.
IMPURE = {
    "atomic", "condition_variable", "csignal", "cstdio", "filesystem", "fstream", "future", "iostream", "mutex", "shared_mutex",
    "semaphore", "stop_token", "thread",
}

INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')
STANDARD = re.compile(r"[a-z_0-9]+|immintrin\.h|(assert|errno|float|limits|math|stdint|stddef|stdio|stdlib|string|time)\.h")
SYSTEM = re.compile(
    r"(sys|netinet|arpa|net|linux)/[a-z0-9_/]+\.h"
    r"|(dirent|dlfcn|fcntl|grp|ifaddrs|netdb|poll|pthread|pwd|sched|signal|spawn|syslog|termios|unistd)\.h"
)


def owner(path: str) -> str:
    """The longest folder name that counts as one: `domain`, `ingest/feed`, `adapters/redis`."""
    parts = PurePosixPath(path).parts
    if parts[0] in ("adapters", *CHAINS) and len(parts) > 2:
        return "/".join(parts[:2])
    return parts[0]


def library(header: str) -> str:
    """The library of a header in angle brackets: `boost` of boost/asio.hpp, `csv.h` of csv.h."""
    return header.split("/")[0]


def own_header_fault(folder: str, header: str) -> str | None:
    """What is wrong with including our own header from a folder, if anything."""
    if "/" not in header or header.split("/")[0] not in VISIBLE:
        return f'"{header}" is not written relative to {SOURCE_ROOT}'
    source, target = owner(folder + "/x"), owner(header)
    source_top, target_top = source.split("/")[0], target.split("/")[0]
    if source_top == "adapters" and target_top == "adapters" and source != target:
        return f"{source} must not see {target}: adapters do not see each other"
    if target_top != source_top and target_top not in VISIBLE[source_top]:
        return f"{source_top} must not see {target_top}"
    return None


def foreign_header_fault(folder: str, header: str) -> str | None:
    """What is wrong with including a header in angle brackets from a folder, if anything."""
    top = folder.split("/")[0]
    if top == "domain" and (header in IMPURE or SYSTEM.fullmatch(header)):
        return f"<{header}>: the domain has no I/O and no threads"
    if STANDARD.fullmatch(header) or SYSTEM.fullmatch(header) or top == "adapters" or library(header) in EVERYWHERE:
        return None
    allowed = LIBRARIES.get(owner(folder + "/x"), LIBRARIES.get(top, set()))
    if library(header) in allowed:
        return None
    return f"<{header}> is third-party and not allowed in {folder}"


def check_includes(path: str, text: str) -> Iterator[Fault]:
    """The faults among the includes of one C++ file; `path` is relative to the repository."""
    if not path.startswith(SOURCE_ROOT):
        return
    folder = str(PurePosixPath(path.removeprefix(SOURCE_ROOT)).parent)
    if folder.split("/")[0] not in VISIBLE:
        yield Fault(path, 1, "layers", f"{SOURCE_ROOT}{folder} is not a folder of the architecture")
        return
    for number, line in enumerate(text.splitlines(), start=1):
        found = INCLUDE.match(line)
        if not found:
            continue
        check = own_header_fault if found[1] == '"' else foreign_header_fault
        message = check(folder, found[2])
        if message:
            yield Fault(path, number, "layers", message)
