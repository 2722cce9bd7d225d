from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.role import Role

T = TypeVar("T", bound="Joined")


@_attrs_define
class Joined:
    """
    Attributes:
        org_id (str):
        org (str): Slug.
        user_id (str):
        email (str):
        role (Role):
    """

    org_id: str
    org: str
    user_id: str
    email: str
    role: Role

    def to_dict(self) -> dict[str, Any]:
        org_id = self.org_id

        org = self.org

        user_id = self.user_id

        email = self.email

        role = self.role.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "org_id": org_id,
                "org": org,
                "user_id": user_id,
                "email": email,
                "role": role,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        org_id = d.pop("org_id")

        org = d.pop("org")

        user_id = d.pop("user_id")

        email = d.pop("email")

        role = Role(d.pop("role"))

        joined = cls(
            org_id=org_id,
            org=org,
            user_id=user_id,
            email=email,
            role=role,
        )

        return joined
