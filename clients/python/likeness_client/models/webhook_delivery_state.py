from enum import StrEnum


class WebhookDeliveryState(StrEnum):
    DELIVERED = "delivered"
    FAILED = "failed"
    SENDING = "sending"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
