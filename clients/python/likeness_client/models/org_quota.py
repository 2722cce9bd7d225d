from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="OrgQuota")


@_attrs_define
class OrgQuota:
    """
    Attributes:
        products (int | None | Unset): null: the server's default; 0: without limit.
        images (int | None | Unset): null: the server's default; 0: without limit.
        queries_per_day (int | None | Unset): null: the server's default; 0: without limit.
        storage_bytes (int | None | Unset): null: the server's default; 0: without limit.
    """

    products: int | None | Unset = UNSET
    images: int | None | Unset = UNSET
    queries_per_day: int | None | Unset = UNSET
    storage_bytes: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        products: int | None | Unset
        if isinstance(self.products, Unset):
            products = UNSET
        else:
            products = self.products

        images: int | None | Unset
        if isinstance(self.images, Unset):
            images = UNSET
        else:
            images = self.images

        queries_per_day: int | None | Unset
        if isinstance(self.queries_per_day, Unset):
            queries_per_day = UNSET
        else:
            queries_per_day = self.queries_per_day

        storage_bytes: int | None | Unset
        if isinstance(self.storage_bytes, Unset):
            storage_bytes = UNSET
        else:
            storage_bytes = self.storage_bytes

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if products is not UNSET:
            field_dict["products"] = products
        if images is not UNSET:
            field_dict["images"] = images
        if queries_per_day is not UNSET:
            field_dict["queries_per_day"] = queries_per_day
        if storage_bytes is not UNSET:
            field_dict["storage_bytes"] = storage_bytes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_products(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        products = _parse_products(d.pop("products", UNSET))

        def _parse_images(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        images = _parse_images(d.pop("images", UNSET))

        def _parse_queries_per_day(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        queries_per_day = _parse_queries_per_day(d.pop("queries_per_day", UNSET))

        def _parse_storage_bytes(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        storage_bytes = _parse_storage_bytes(d.pop("storage_bytes", UNSET))

        org_quota = cls(
            products=products,
            images=images,
            queries_per_day=queries_per_day,
            storage_bytes=storage_bytes,
        )

        return org_quota
