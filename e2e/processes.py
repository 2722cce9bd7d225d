"""What the process table says: who descends from whom, and who is still there."""

import os
import pathlib
import signal
import time

Process = tuple[int, str]  # id and start time, which together are never used twice


def stat(pid: int) -> list[str] | None:
    """The fields of /proc/PID/stat behind the name."""
    try:
        text = pathlib.Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    return text[text.rindex(")") + 2:].split()


def _command(pid: int) -> str:
    try:
        return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def descendants(pid: int) -> dict[Process, str]:
    """Everything below a process, with its command line."""
    parents = {}
    for name in os.listdir("/proc"):
        if name.isdigit() and (fields := stat(int(name))):
            parents[int(name)] = (int(fields[1]), fields[19])
    found: dict[Process, str] = {}
    wanted = {pid}
    while wanted:
        wanted = {child for child, (parent, _) in parents.items() if parent in wanted}
        found.update({(child, parents[child][1]): _command(child) for child in wanted})
    return found


def is_alive(process: Process) -> bool:
    """Whether it runs still; one that only waits to be reaped does not."""
    fields = stat(process[0])
    return fields is not None and fields[19] == process[1] and fields[0] not in "ZX"


def wait_until_gone(processes, timeout_s: float) -> list[Process]:
    """Those of the processes that are still there when the time is up."""
    end = time.monotonic() + timeout_s
    while (left := [process for process in processes if is_alive(process)]) and time.monotonic() < end:
        time.sleep(0.05)
    return left


def wait_until_reaped(processes, timeout_s: float) -> None:
    """Until not even the table holds them any more."""
    end = time.monotonic() + timeout_s
    while any((fields := stat(pid)) and fields[19] == began for pid, began in processes) and time.monotonic() < end:
        time.sleep(0.05)


def kill_all(processes) -> None:
    """Ends what is left, without asking."""
    for process in processes:
        if is_alive(process):
            try:
                os.kill(process[0], signal.SIGKILL)
            except ProcessLookupError:
                pass
