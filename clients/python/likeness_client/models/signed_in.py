from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.role import Role
from ..models.signed_in_token_type import SignedInTokenType
from ..types import UNSET, Unset

T = TypeVar("T", bound="SignedIn")


@_attrs_define
class SignedIn:
    """
    Attributes:
        access_token (str):
        token_type (SignedInTokenType):
        expires_in_s (int):
        org_id (str):
        org (str): Slug.
        role (Role):
        session_id (str):
        session_expires_at (datetime.datetime): Then one has to log in again.
        refresh_token (str | Unset): Absent where it went into the cookie.
    """

    access_token: str
    token_type: SignedInTokenType
    expires_in_s: int
    org_id: str
    org: str
    role: Role
    session_id: str
    session_expires_at: datetime.datetime
    refresh_token: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        token_type = self.token_type.value

        expires_in_s = self.expires_in_s

        org_id = self.org_id

        org = self.org

        role = self.role.value

        session_id = self.session_id

        session_expires_at = self.session_expires_at.isoformat()

        refresh_token = self.refresh_token

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "access_token": access_token,
                "token_type": token_type,
                "expires_in_s": expires_in_s,
                "org_id": org_id,
                "org": org,
                "role": role,
                "session_id": session_id,
                "session_expires_at": session_expires_at,
            }
        )
        if refresh_token is not UNSET:
            field_dict["refresh_token"] = refresh_token

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        access_token = d.pop("access_token")

        token_type = SignedInTokenType(d.pop("token_type"))

        expires_in_s = d.pop("expires_in_s")

        org_id = d.pop("org_id")

        org = d.pop("org")

        role = Role(d.pop("role"))

        session_id = d.pop("session_id")

        session_expires_at = datetime.datetime.fromisoformat(d.pop("session_expires_at"))

        refresh_token = d.pop("refresh_token", UNSET)

        signed_in = cls(
            access_token=access_token,
            token_type=token_type,
            expires_in_s=expires_in_s,
            org_id=org_id,
            org=org,
            role=role,
            session_id=session_id,
            session_expires_at=session_expires_at,
            refresh_token=refresh_token,
        )

        return signed_in
