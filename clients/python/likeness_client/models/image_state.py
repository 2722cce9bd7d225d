from enum import StrEnum


class ImageState(StrEnum):
    DEAD = "dead"
    DONE = "done"
    QUEUED = "queued"
    RUNNING = "running"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
