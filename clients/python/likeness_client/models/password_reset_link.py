from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PasswordResetLink")


@_attrs_define
class PasswordResetLink:
    """
    Attributes:
        token (str):
        link (str):
        expires_at (datetime.datetime):
    """

    token: str
    link: str
    expires_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        token = self.token

        link = self.link

        expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "token": token,
                "link": link,
                "expires_at": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        token = d.pop("token")

        link = d.pop("link")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        password_reset_link = cls(
            token=token,
            link=link,
            expires_at=expires_at,
        )

        return password_reset_link
