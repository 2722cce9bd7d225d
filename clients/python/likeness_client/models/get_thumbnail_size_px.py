from enum import IntEnum


class GetThumbnailSizePx(IntEnum):
    VALUE_160 = 160
    VALUE_480 = 480
    VALUE_1200 = 1200

    def __str__(self) -> str:
        return str(self.value)
