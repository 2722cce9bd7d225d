from enum import StrEnum


class DeadLetterKind(StrEnum):
    FEED = "feed"
    IMAGE = "image"
    TEXT = "text"

    def __str__(self) -> str:
        return str(self.value)
