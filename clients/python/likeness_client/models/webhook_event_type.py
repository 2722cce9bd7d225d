from enum import StrEnum


class WebhookEventType(StrEnum):
    DEAD_LETTERS_APPEARED = "dead_letters.appeared"
    FEED_PULL_FAILED = "feed.pull_failed"
    IMPORT_CANCELLED = "import.cancelled"
    IMPORT_FAILED = "import.failed"
    IMPORT_FINISHED = "import.finished"
    IMPORT_STOPPED = "import.stopped"
    PRODUCT_DELETED = "product.deleted"

    def __str__(self) -> str:
        return str(self.value)
