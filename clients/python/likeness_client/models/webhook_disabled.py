from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="WebhookDisabled")


@_attrs_define
class WebhookDisabled:
    """The server sends nothing any more.

    Attributes:
        at (datetime.datetime):
        reason (str):
    """

    at: datetime.datetime
    reason: str

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "at": at,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        reason = d.pop("reason")

        webhook_disabled = cls(
            at=at,
            reason=reason,
        )

        return webhook_disabled
