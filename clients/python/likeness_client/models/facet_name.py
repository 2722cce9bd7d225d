from enum import StrEnum


class FacetName(StrEnum):
    AVAILABILITY = "availability"
    BRAND = "brand"
    CATEGORY = "category"
    COLOR = "color"
    SIZE = "size"

    def __str__(self) -> str:
        return str(self.value)
