from enum import StrEnum


class FeedMode(StrEnum):
    DELTA = "delta"
    FULL = "full"

    def __str__(self) -> str:
        return str(self.value)
