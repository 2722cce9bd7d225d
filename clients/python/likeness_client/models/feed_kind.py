from enum import StrEnum


class FeedKind(StrEnum):
    UPLOAD = "upload"
    URL = "url"

    def __str__(self) -> str:
        return str(self.value)
