from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.login_refresh import LoginRefresh
from ..types import UNSET, Unset

T = TypeVar("T", bound="Login")


@_attrs_define
class Login:
    """
    Attributes:
        email (str):
        password (str):
        org (str | Unset): Slug or id.
        refresh (LoginRefresh | Unset): Where the refresh token goes. Default: LoginRefresh.BODY.
    """

    email: str
    password: str
    org: str | Unset = UNSET
    refresh: LoginRefresh | Unset = LoginRefresh.BODY

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        password = self.password

        org = self.org

        refresh: str | Unset = UNSET
        if not isinstance(self.refresh, Unset):
            refresh = self.refresh.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
                "password": password,
            }
        )
        if org is not UNSET:
            field_dict["org"] = org
        if refresh is not UNSET:
            field_dict["refresh"] = refresh

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        password = d.pop("password")

        org = d.pop("org", UNSET)

        _refresh = d.pop("refresh", UNSET)
        refresh: LoginRefresh | Unset
        if isinstance(_refresh, Unset):
            refresh = UNSET
        else:
            refresh = LoginRefresh(_refresh)

        login = cls(
            email=email,
            password=password,
            org=org,
            refresh=refresh,
        )

        return login
