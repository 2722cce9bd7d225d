from enum import StrEnum


class Availability(StrEnum):
    BACKORDER = "backorder"
    IN_STOCK = "in_stock"
    OUT_OF_STOCK = "out_of_stock"
    PREORDER = "preorder"

    def __str__(self) -> str:
        return str(self.value)
