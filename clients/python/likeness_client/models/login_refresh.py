from enum import StrEnum


class LoginRefresh(StrEnum):
    BODY = "body"
    COOKIE = "cookie"

    def __str__(self) -> str:
        return str(self.value)
