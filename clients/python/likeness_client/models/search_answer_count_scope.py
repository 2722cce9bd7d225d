from enum import StrEnum


class SearchAnswerCountScope(StrEnum):
    CAPPED = "capped"
    EXACT = "exact"

    def __str__(self) -> str:
        return str(self.value)
