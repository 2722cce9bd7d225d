from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.availability import Availability
from ..types import UNSET, Unset

T = TypeVar("T", bound="Filter")


@_attrs_define
class Filter:
    """Within a list any value suffices, between fields all must hold, and price, colour, size and availability must hold
    on one and the same variant. A price is compared in one currency, the org's unless named.

        Attributes:
            price_min (float | Unset): In major units.
            price_max (float | Unset): In major units.
            currency (str | Unset): ISO 4217 code.
            brands (list[str] | Unset):
            categories (list[str] | Unset):
            colors (list[str] | Unset):
            sizes (list[str] | Unset):
            availability (list[Availability] | Unset):
    """

    price_min: float | Unset = UNSET
    price_max: float | Unset = UNSET
    currency: str | Unset = UNSET
    brands: list[str] | Unset = UNSET
    categories: list[str] | Unset = UNSET
    colors: list[str] | Unset = UNSET
    sizes: list[str] | Unset = UNSET
    availability: list[Availability] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        price_min = self.price_min

        price_max = self.price_max

        currency = self.currency

        brands: list[str] | Unset = UNSET
        if not isinstance(self.brands, Unset):
            brands = self.brands

        categories: list[str] | Unset = UNSET
        if not isinstance(self.categories, Unset):
            categories = self.categories

        colors: list[str] | Unset = UNSET
        if not isinstance(self.colors, Unset):
            colors = self.colors

        sizes: list[str] | Unset = UNSET
        if not isinstance(self.sizes, Unset):
            sizes = self.sizes

        availability: list[str] | Unset = UNSET
        if not isinstance(self.availability, Unset):
            availability = []
            for availability_item_data in self.availability:
                availability_item = availability_item_data.value
                availability.append(availability_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if price_min is not UNSET:
            field_dict["price_min"] = price_min
        if price_max is not UNSET:
            field_dict["price_max"] = price_max
        if currency is not UNSET:
            field_dict["currency"] = currency
        if brands is not UNSET:
            field_dict["brands"] = brands
        if categories is not UNSET:
            field_dict["categories"] = categories
        if colors is not UNSET:
            field_dict["colors"] = colors
        if sizes is not UNSET:
            field_dict["sizes"] = sizes
        if availability is not UNSET:
            field_dict["availability"] = availability

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        price_min = d.pop("price_min", UNSET)

        price_max = d.pop("price_max", UNSET)

        currency = d.pop("currency", UNSET)

        brands = cast(list[str], d.pop("brands", UNSET))

        categories = cast(list[str], d.pop("categories", UNSET))

        colors = cast(list[str], d.pop("colors", UNSET))

        sizes = cast(list[str], d.pop("sizes", UNSET))

        _availability = d.pop("availability", UNSET)
        availability: list[Availability] | Unset = UNSET
        if _availability is not UNSET:
            availability = []
            for availability_item_data in _availability:
                availability_item = Availability(availability_item_data)

                availability.append(availability_item)

        filter_ = cls(
            price_min=price_min,
            price_max=price_max,
            currency=currency,
            brands=brands,
            categories=categories,
            colors=colors,
            sizes=sizes,
            availability=availability,
        )

        return filter_
