"""Compares the folder lists in ARCHITECTURE.md and the READMEs with the tree.

A list is a fenced block marked ```tree. Each line begins with a path, or with several folders that two spaces separate, indented
below the folder that holds it; the rest of the line is for people. `{a,b}/` stands for several folders, `…` in braces for more of them. A folder that lists at least one
folder below it must list all of them; folders that start with a dot are left out.
"""

import itertools
import re
from pathlib import PurePosixPath
from typing import Iterable, Iterator

from .fault import Fault

BLOCK = re.compile(r"^```tree[^\n]*\n(.*?)^```", re.M | re.S)
BRACES = re.compile(r"\{([^{}]*)\}")
BRANCHES = re.compile(r"[│├└─]")


def expand(entry: str) -> list[str]:
    """The paths that an entry with braces stands for; `…` is kept as it is."""
    found = BRACES.search(entry)
    if not found:
        return [entry]
    return [path for choice in found[1].split(",") for path in expand(entry[:found.start()] + choice.strip() + entry[found.end():])]


def leading_paths(line: str) -> list[str]:
    """The first word of a line, and the folders that follow it."""
    words = re.split(r"\s{2,}", line)
    first = words[0].split(" ")[0]
    return [first, *itertools.takewhile(lambda word: word.endswith("/") and " " not in word, words[1:])]


def entries(block: str) -> Iterator[tuple[int, str]]:
    """The line number inside the block (from 0) and the whole path of each entry; folders end with a slash."""
    above: list[tuple[int, str]] = []
    for number, line in enumerate(block.splitlines()):
        line = BRANCHES.sub(" ", line)
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip())
        above = [(depth, folder) for depth, folder in above if depth < indent]
        prefix = above[-1][1] if above else ""
        paths = [prefix + path for entry in leading_paths(line.strip()) for path in expand(entry)]
        for path in paths:
            yield number, path
        if len(paths) == 1 and paths[0].endswith("/"):
            above.append((indent, paths[0]))


def folders_of(files: Iterable[str]) -> set[str]:
    """All folders, each ending with a slash, that hold one of the files at any depth."""
    return {f"{parent}/" for file in files for parent in PurePosixPath(file).parents if str(parent) != "."}


def children(folder: str, folders: set[str]) -> set[str]:
    """The folders directly below a folder ("" is the top), without those that start with a dot."""
    below = {path for path in folders if path.startswith(folder) and path.count("/") == folder.count("/") + 1}
    return {path for path in below if not PurePosixPath(path).name.startswith(".")}


def check_list(path: str, text: str, files: set[str]) -> Iterator[Fault]:
    """The faults of the folder lists in one document; paths in it are relative to the document."""
    top = str(PurePosixPath(path).parent)
    top = "" if top == "." else f"{top}/"
    folders = folders_of(files)
    for block in BLOCK.finditer(text):
        first = text[:block.start(1)].count("\n") + 1
        listed: dict[str, int] = {}
        partial = set()
        for number, entry in entries(block[1]):
            if "…" in entry:
                partial.add(top + entry.split("…")[0])
                continue
            listed[top + entry] = first + number
        for entry, line in listed.items():
            if entry not in folders and entry not in files:
                yield Fault(path, line, "folders", f"{entry} is listed and does not exist")
        parents = {parent_of(entry) for entry in listed if entry.endswith("/")} - partial
        for parent in sorted(parents):
            known = {entry for entry in listed if entry.endswith("/")}
            for child in sorted(children(parent, folders)):
                if not any(entry.startswith(child) for entry in known):
                    yield Fault(path, listed.get(parent, first), "folders", f"{child} exists and is not listed")


def parent_of(folder: str) -> str:
    """`backend/` of `backend/src/`, "" of `backend/`."""
    return folder[: folder.rstrip("/").rfind("/") + 1]
