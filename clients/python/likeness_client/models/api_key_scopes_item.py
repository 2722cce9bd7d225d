from enum import StrEnum


class ApiKeyScopesItem(StrEnum):
    ADMIN = "admin"
    INGEST = "ingest"
    SEARCH = "search"

    def __str__(self) -> str:
        return str(self.value)
