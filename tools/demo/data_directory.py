"""Where the demo keeps its data."""

import hashlib
import os
import stat
from pathlib import Path

SYSTEM_ROOT = Path("/var/lib/likeness")


def others_can_enter(directory: Path) -> bool:
    """Whether any user may pass through a directory and all that lie above it."""
    return all(parent.stat().st_mode & stat.S_IXOTH for parent in [directory, *directory.parents])


def choose(checkout: Path, wanted: str | None) -> tuple[Path, str]:
    """The data directory, and a sentence for the user where it is not the expected one.

    The database refuses to run as root; started by root it runs as an unprivileged user, who must be able to reach its data.
    """
    if wanted:
        return Path(wanted).absolute(), ""
    if os.geteuid() != 0 or others_can_enter(checkout):
        return checkout / "likeness-data", ""
    mark = hashlib.sha256(str(checkout).encode()).hexdigest()[:8]
    chosen = SYSTEM_ROOT / f"demo-{mark}"
    return chosen, f"other users cannot enter {checkout}, and the database does not run as root: the data is kept in {chosen}"
