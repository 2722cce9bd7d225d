from enum import StrEnum


class CreateImportMode(StrEnum):
    DELTA = "delta"
    FULL = "full"

    def __str__(self) -> str:
        return str(self.value)
