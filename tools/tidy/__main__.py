"""Checks the working tree against the rules; prints one line per fault and exits with 1 if there is one."""

import argparse
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import Iterator

from . import folders, layers, style
from .fault import Fault


def tree_files(root: Path) -> list[str]:
    """The files that git tracks or would track, relative to `root`."""
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            check=True, capture_output=True, text=True).stdout
    return sorted({path for path in listed.split("\0") if path and (root / path).is_file()})


def read_text(file: Path) -> str | None:
    """The text of a file, or None where it is not UTF-8 text."""
    data = file.read_bytes()
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def check_file(path: str, text: str, files: set[str]) -> Iterator[Fault]:
    """All faults of one file."""
    name = PurePosixPath(path).name
    if path.endswith((".cpp", ".hpp")):
        yield from layers.check_includes(path, text)
    if name == "README.md" or path == "ARCHITECTURE.md":
        yield from folders.check_list(path, text, files)
    yield from style.check_length(path, text)
    yield from style.check_names(path, text)
    yield from style.check_machine_paths(path, text)
    yield from style.check_registry_hosts(path, text)


def check_tree(root: Path) -> tuple[int, list[Fault]]:
    """The number of files looked at, and all faults in order."""
    files = tree_files(root)
    faults = []
    for path in files:
        text = read_text(root / path)
        if text is not None:
            faults.extend(check_file(path, text, set(files)))
    return len(files), sorted(faults)


def main(arguments: list[str] | None = None) -> int:
    """Runs the checks; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python3 -m tools.tidy", description=__doc__)
    parser.add_argument("root", type=Path, nargs="?", default=Path("."), help="a git checkout (default: the current directory)")
    options = parser.parse_args(arguments)
    count, faults = check_tree(options.root)
    for fault in faults:
        print(fault)
    errors = sum(not fault.warning for fault in faults)
    print(f"tidy: {count} files, {errors} faults, {len(faults) - errors} warnings")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
