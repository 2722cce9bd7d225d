from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.role import Role

T = TypeVar("T", bound="Membership")


@_attrs_define
class Membership:
    """
    Attributes:
        org_id (str):
        org (str): Slug.
        role (Role):
    """

    org_id: str
    org: str
    role: Role

    def to_dict(self) -> dict[str, Any]:
        org_id = self.org_id

        org = self.org

        role = self.role.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "org_id": org_id,
                "org": org,
                "role": role,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        org_id = d.pop("org_id")

        org = d.pop("org")

        role = Role(d.pop("role"))

        membership = cls(
            org_id=org_id,
            org=org,
            role=role,
        )

        return membership
