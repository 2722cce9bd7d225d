from enum import StrEnum


class RebuildStatusState(StrEnum):
    REBUILDING = "rebuilding"

    def __str__(self) -> str:
        return str(self.value)
