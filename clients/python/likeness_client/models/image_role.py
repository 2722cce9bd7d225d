from enum import StrEnum


class ImageRole(StrEnum):
    ADDITIONAL = "additional"
    LIFESTYLE = "lifestyle"
    MAIN = "main"

    def __str__(self) -> str:
        return str(self.value)
