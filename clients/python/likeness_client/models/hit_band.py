from enum import StrEnum


class HitBand(StrEnum):
    EXACT = "exact"
    SIMILAR = "similar"
    WEAK = "weak"

    def __str__(self) -> str:
        return str(self.value)
