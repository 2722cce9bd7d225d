from enum import StrEnum


class PasswordResetAcceptedStatus(StrEnum):
    ACCEPTED = "accepted"

    def __str__(self) -> str:
        return str(self.value)
