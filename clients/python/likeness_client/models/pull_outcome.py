from enum import StrEnum


class PullOutcome(StrEnum):
    FAILED = "failed"
    IMPORTED = "imported"
    SKIPPED = "skipped"
    UNCHANGED = "unchanged"

    def __str__(self) -> str:
        return str(self.value)
