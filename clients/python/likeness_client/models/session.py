from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.role import Role
from ..models.session_token_type import SessionTokenType

T = TypeVar("T", bound="Session")


@_attrs_define
class Session:
    """
    Attributes:
        access_token (str):
        token_type (SessionTokenType):
        expires_in_s (int):
        org_id (str):
        org (str): Slug.
        role (Role):
    """

    access_token: str
    token_type: SessionTokenType
    expires_in_s: int
    org_id: str
    org: str
    role: Role

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        token_type = self.token_type.value

        expires_in_s = self.expires_in_s

        org_id = self.org_id

        org = self.org

        role = self.role.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "access_token": access_token,
                "token_type": token_type,
                "expires_in_s": expires_in_s,
                "org_id": org_id,
                "org": org,
                "role": role,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        access_token = d.pop("access_token")

        token_type = SessionTokenType(d.pop("token_type"))

        expires_in_s = d.pop("expires_in_s")

        org_id = d.pop("org_id")

        org = d.pop("org")

        role = Role(d.pop("role"))

        session = cls(
            access_token=access_token,
            token_type=token_type,
            expires_in_s=expires_in_s,
            org_id=org_id,
            org=org,
            role=role,
        )

        return session
