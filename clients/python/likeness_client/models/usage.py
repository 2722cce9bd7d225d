from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.used import Used


T = TypeVar("T", bound="Usage")


@_attrs_define
class Usage:
    """
    Attributes:
        products (Used):
        images (Used):
        queries_per_day (Used):
        storage_bytes (Used):
        storage_measured_at (datetime.datetime | Unset):
    """

    products: Used
    images: Used
    queries_per_day: Used
    storage_bytes: Used
    storage_measured_at: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        products = self.products.to_dict()

        images = self.images.to_dict()

        queries_per_day = self.queries_per_day.to_dict()

        storage_bytes = self.storage_bytes.to_dict()

        storage_measured_at: str | Unset = UNSET
        if not isinstance(self.storage_measured_at, Unset):
            storage_measured_at = self.storage_measured_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "products": products,
                "images": images,
                "queries_per_day": queries_per_day,
                "storage_bytes": storage_bytes,
            }
        )
        if storage_measured_at is not UNSET:
            field_dict["storage_measured_at"] = storage_measured_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.used import Used  # noqa: PLC0415

        d = dict(src_dict)
        products = Used.from_dict(d.pop("products"))

        images = Used.from_dict(d.pop("images"))

        queries_per_day = Used.from_dict(d.pop("queries_per_day"))

        storage_bytes = Used.from_dict(d.pop("storage_bytes"))

        _storage_measured_at = d.pop("storage_measured_at", UNSET)
        storage_measured_at: datetime.datetime | Unset
        if isinstance(_storage_measured_at, Unset):
            storage_measured_at = UNSET
        else:
            storage_measured_at = datetime.datetime.fromisoformat(_storage_measured_at)

        usage = cls(
            products=products,
            images=images,
            queries_per_day=queries_per_day,
            storage_bytes=storage_bytes,
            storage_measured_at=storage_measured_at,
        )

        return usage
