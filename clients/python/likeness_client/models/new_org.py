from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewOrg")


@_attrs_define
class NewOrg:
    """
    Attributes:
        slug (str):
        name (str):
        currency (str | Unset): ISO 4217 code. Default: 'EUR'.
    """

    slug: str
    name: str
    currency: str | Unset = "EUR"

    def to_dict(self) -> dict[str, Any]:
        slug = self.slug

        name = self.name

        currency = self.currency

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "slug": slug,
                "name": name,
            }
        )
        if currency is not UNSET:
            field_dict["currency"] = currency

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        slug = d.pop("slug")

        name = d.pop("name")

        currency = d.pop("currency", UNSET)

        new_org = cls(
            slug=slug,
            name=name,
            currency=currency,
        )

        return new_org
