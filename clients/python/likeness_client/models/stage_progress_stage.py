from enum import StrEnum


class StageProgressStage(StrEnum):
    DETECT = "detect"
    DOWNLOAD = "download"
    EMBED = "embed"
    FEED = "feed"
    INDEX = "index"
    NORMALIZE = "normalize"
    PREPROCESS = "preprocess"

    def __str__(self) -> str:
        return str(self.value)
