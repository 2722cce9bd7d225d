from enum import StrEnum


class ListAuditResponse200EntriesItemActorKind(StrEnum):
    API_KEY = "api_key"
    NOBODY = "nobody"
    OPERATOR = "operator"
    USER = "user"

    def __str__(self) -> str:
        return str(self.value)
