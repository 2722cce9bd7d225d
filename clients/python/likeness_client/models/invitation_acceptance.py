from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="InvitationAcceptance")


@_attrs_define
class InvitationAcceptance:
    """
    Attributes:
        token (str):
        password (str): Chosen now, or one's own where the address is known.
        name (str | Unset): Of somebody new.
    """

    token: str
    password: str
    name: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        token = self.token

        password = self.password

        name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "token": token,
                "password": password,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        token = d.pop("token")

        password = d.pop("password")

        name = d.pop("name", UNSET)

        invitation_acceptance = cls(
            token=token,
            password=password,
            name=name,
        )

        return invitation_acceptance
