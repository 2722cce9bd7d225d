from enum import StrEnum


class OrgOperationKind(StrEnum):
    CLONE = "clone"
    ERASE = "erase"
    EXPORT = "export"

    def __str__(self) -> str:
        return str(self.value)
