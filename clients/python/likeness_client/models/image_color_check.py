from enum import StrEnum


class ImageColorCheck(StrEnum):
    AGREES = "agrees"
    DIFFERS = "differs"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
