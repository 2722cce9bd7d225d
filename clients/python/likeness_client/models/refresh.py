from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Refresh")


@_attrs_define
class Refresh:
    """
    Attributes:
        refresh_token (str | Unset): Absent where the cookie has it.
        org (str | Unset): Slug or id; absent: the org as before.
    """

    refresh_token: str | Unset = UNSET
    org: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        refresh_token = self.refresh_token

        org = self.org

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if refresh_token is not UNSET:
            field_dict["refresh_token"] = refresh_token
        if org is not UNSET:
            field_dict["org"] = org

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        refresh_token = d.pop("refresh_token", UNSET)

        org = d.pop("org", UNSET)

        refresh = cls(
            refresh_token=refresh_token,
            org=org,
        )

        return refresh
