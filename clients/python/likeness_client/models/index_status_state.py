from enum import StrEnum


class IndexStatusState(StrEnum):
    READY = "ready"
    REBUILDING = "rebuilding"

    def __str__(self) -> str:
        return str(self.value)
