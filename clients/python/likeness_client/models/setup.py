from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Setup")


@_attrs_define
class Setup:
    """
    Attributes:
        token (str):
        org (str): Short name.
        org_name (str):
        email (str):
        password (str):
        currency (str | Unset): ISO 4217 code. Default: 'EUR'.
    """

    token: str
    org: str
    org_name: str
    email: str
    password: str
    currency: str | Unset = "EUR"

    def to_dict(self) -> dict[str, Any]:
        token = self.token

        org = self.org

        org_name = self.org_name

        email = self.email

        password = self.password

        currency = self.currency

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "token": token,
                "org": org,
                "org_name": org_name,
                "email": email,
                "password": password,
            }
        )
        if currency is not UNSET:
            field_dict["currency"] = currency

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        token = d.pop("token")

        org = d.pop("org")

        org_name = d.pop("org_name")

        email = d.pop("email")

        password = d.pop("password")

        currency = d.pop("currency", UNSET)

        setup = cls(
            token=token,
            org=org,
            org_name=org_name,
            email=email,
            password=password,
            currency=currency,
        )

        return setup
