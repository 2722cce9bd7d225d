from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.password_reset_accepted_status import PasswordResetAcceptedStatus

T = TypeVar("T", bound="PasswordResetAccepted")


@_attrs_define
class PasswordResetAccepted:
    """
    Attributes:
        status (PasswordResetAcceptedStatus):
    """

    status: PasswordResetAcceptedStatus

    def to_dict(self) -> dict[str, Any]:
        status = self.status.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        status = PasswordResetAcceptedStatus(d.pop("status"))

        password_reset_accepted = cls(
            status=status,
        )

        return password_reset_accepted
