"""One finding: where it is, which rule it breaks, and what is wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """A finding; a warning is shown and does not fail the run."""

    path: str
    line: int
    rule: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        mark = "warning: " if self.warning else ""
        return f"{self.path}:{self.line}: {self.rule}: {mark}{self.message}"
