"""Rules on single files: length, names, absolute paths, registry hosts."""

import re
from pathlib import PurePosixPath
from typing import Iterator

from .fault import Fault

SOURCES = {".cpp", ".hpp", ".py", ".sh", ".ts", ".tsx", ".js", ".mjs"}
# What generators write is as long as it is.
GENERATED = ("clients/typescript/src/schema.ts", "clients/python/likeness_client/")
LINES_WARN = 300
LINES_MAX = 450

VAGUE = ("manager", "helper", "helpers", "utils", "util", "impl")
VAGUE_TYPE = re.compile(r"^\s*(?:export\s+)?(?:class|struct|enum|enum class|concept|interface|type|using)\s+"
                        r"(\w*(?:Manager|Helpers?|Utils?|Impl))\b")

# The leading group keeps addresses such as https://shop.example/home/ out.
MACHINE_PATH = re.compile(r"(?:^|[\s\"'`=(:,\[<>])(/(?:work|home|root)/[\w.-]*)")

LOCK_FILES = {"package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "poetry.lock", "uv.lock", "Cargo.lock",
              ".npmrc", "pip.conf"}
REGISTRY = re.compile(r"(?:resolved|registry|tarball|index-url|find-links|trusted-host)\b.*?\b([\w-]+(?:\.[\w-]+)+(?::\d+)?)", re.I)
ADDRESS = re.compile(r"https?://([^/\s\"']+)")


def is_lock_file(path: str) -> bool:
    """Whether a file pins packages."""
    name = PurePosixPath(path).name
    return name in LOCK_FILES or (name.startswith("requirements") and name.endswith(".txt"))


def check_length(path: str, text: str) -> Iterator[Fault]:
    """Source files of more than LINES_MAX lines, and a warning above LINES_WARN."""
    lines = 0 if path.startswith(GENERATED) else text.count("\n")
    if PurePosixPath(path).suffix in SOURCES and lines > LINES_WARN:
        limit = LINES_MAX if lines > LINES_MAX else LINES_WARN
        yield Fault(path, limit, "length", f"{lines} lines, more than {limit}", warning=lines <= LINES_MAX)


def check_names(path: str, text: str) -> Iterator[Fault]:
    """Files and types whose name says nothing."""
    file = PurePosixPath(path)
    if file.suffix not in SOURCES:
        return
    for word in re.split(r"[_.-]", file.stem.lower()):
        if word in VAGUE:
            yield Fault(path, 1, "names", f'"{word}" in a file name says nothing')
    for number, line in enumerate(text.splitlines(), start=1):
        found = VAGUE_TYPE.match(line)
        if found:
            yield Fault(path, number, "names", f"{found[1]}: name the thing, not Manager, Helper, Utils or Impl")


def check_machine_paths(path: str, text: str) -> Iterator[Fault]:
    """Absolute paths that exist on one machine only."""
    for number, line in enumerate(text.splitlines(), start=1):
        for found in MACHINE_PATH.finditer(line):
            yield Fault(path, number, "paths", f"{found[1]} is a path of one machine")


def check_registry_hosts(path: str, text: str) -> Iterator[Fault]:
    """Registry host names in files that pin packages; hashes and versions are enough."""
    if not is_lock_file(path):
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip().startswith(("#", ";")) or "funding" in line:
            continue
        address = ADDRESS.search(line) if REGISTRY.search(line) else None
        if address:
            yield Fault(path, number, "registry", f"{address[1]} is a registry's host name")
