from enum import StrEnum


class ErrorKind(StrEnum):
    CANCELLED = "cancelled"
    CONFLICT = "conflict"
    CORRUPT_DATA = "corrupt_data"
    FORBIDDEN = "forbidden"
    GONE = "gone"
    INTERNAL = "internal"
    INVALID_ARGUMENT = "invalid_argument"
    NOT_FOUND = "not_found"
    RATE_LIMITED = "rate_limited"
    TIMEOUT = "timeout"
    TOO_LARGE = "too_large"
    UNAUTHENTICATED = "unauthenticated"
    UNAVAILABLE = "unavailable"
    UNSUPPORTED = "unsupported"

    def __str__(self) -> str:
        return str(self.value)
