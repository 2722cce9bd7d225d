from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="OrgOperationCopied")


@_attrs_define
class OrgOperationCopied:
    """What a clone has copied.

    Attributes:
        feeds (int):
        products (int):
        photos_missing (int): Photos whose bytes were gone.
    """

    feeds: int
    products: int
    photos_missing: int

    def to_dict(self) -> dict[str, Any]:
        feeds = self.feeds

        products = self.products

        photos_missing = self.photos_missing

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "feeds": feeds,
                "products": products,
                "photos_missing": photos_missing,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        feeds = d.pop("feeds")

        products = d.pop("products")

        photos_missing = d.pop("photos_missing")

        org_operation_copied = cls(
            feeds=feeds,
            products=products,
            photos_missing=photos_missing,
        )

        return org_operation_copied
