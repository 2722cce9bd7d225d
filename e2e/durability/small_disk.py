"""A small disk of its own, in memory, that can be filled and emptied. Needs root."""

import os
import pathlib
import subprocess

MEGABYTE = 1 << 20


class SmallDisk:
    """Mounted on a directory until close()."""

    def __init__(self, directory: pathlib.Path, megabytes: int):
        directory.mkdir(parents=True, exist_ok=True)
        self.directory = directory
        self.ballast = directory / "ballast"
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0755", "small-disk", directory],
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"a small disk cannot be mounted, which needs root: {done.stderr.strip()}")

    def free_bytes(self) -> int:
        disk = os.statvfs(self.directory)
        return disk.f_bavail * disk.f_frsize

    def fill(self, leave_bytes: int = 0) -> None:
        """Takes all room but so much, and again what others gave back meanwhile."""
        with self.ballast.open("ab") as file:
            while (surplus := self.free_bytes() - leave_bytes) > 0:
                try:
                    os.posix_fallocate(file.fileno(), file.tell(), surplus)
                except OSError:  # others were quicker
                    continue
                file.seek(0, os.SEEK_END)

    def clear(self) -> None:
        self.ballast.unlink(missing_ok=True)

    def close(self) -> None:
        self.clear()
        subprocess.run(["umount", "--lazy", self.directory], check=True)
