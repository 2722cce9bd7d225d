from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="OrgChange")


@_attrs_define
class OrgChange:
    """
    Attributes:
        slug (str | Unset):
        name (str | Unset):
        currency (str | Unset): ISO 4217 code.
    """

    slug: str | Unset = UNSET
    name: str | Unset = UNSET
    currency: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        slug = self.slug

        name = self.name

        currency = self.currency

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if slug is not UNSET:
            field_dict["slug"] = slug
        if name is not UNSET:
            field_dict["name"] = name
        if currency is not UNSET:
            field_dict["currency"] = currency

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        slug = d.pop("slug", UNSET)

        name = d.pop("name", UNSET)

        currency = d.pop("currency", UNSET)

        org_change = cls(
            slug=slug,
            name=name,
            currency=currency,
        )

        return org_change
