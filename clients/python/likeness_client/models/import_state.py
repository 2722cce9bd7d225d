from enum import StrEnum


class ImportState(StrEnum):
    CANCELLED = "cancelled"
    DONE = "done"
    FAILED = "failed"
    PAUSED = "paused"
    READING = "reading"
    STOPPED = "stopped"
    WORKING = "working"

    def __str__(self) -> str:
        return str(self.value)
