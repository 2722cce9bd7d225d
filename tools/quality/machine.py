"""Describes the machine and the commit that a figure belongs to."""

import os
import re
import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def processor() -> str:
    """The processor's name, as Linux reports it."""
    found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.M)
    return found[1].strip() if found else "unknown processor"


def memory_gib() -> int:
    """Main memory in GiB, rounded."""
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def machine() -> str:
    """One line: cores, processor, memory."""
    return f"{len(os.sched_getaffinity(0))} cores ({processor()}), {memory_gib()} GiB"


def commit() -> str:
    """The commit of the checkout, with `-dirty` where files differ from it."""
    result = subprocess.run(["git", "-C", str(CHECKOUT), "describe", "--always", "--dirty", "--abbrev=10"],
                            capture_output=True, text=True, check=False)
    return result.stdout.strip() or "no commit"


if __name__ == "__main__":
    print(f"machine: {machine()}\ncommit:  {commit()}", flush=True)
