from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.availability import Availability
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.variant_attribute import VariantAttribute


T = TypeVar("T", bound="Variant")


@_attrs_define
class Variant:
    """
    Attributes:
        id (str):
        external_id (str):
        availability (Availability):
        colors (list[str]):
        size (str):
        attributes (list[VariantAttribute]): What else the feed says, by Google's names: condition, gender, age_group,
            material, custom_label_0 and so on.
        price (Money | Unset):
        sale_price (Money | Unset):
        sale_from (datetime.datetime | Unset):
        sale_until (datetime.datetime | Unset):
        gtin (str | Unset):
        mpn (str | Unset):
    """

    id: str
    external_id: str
    availability: Availability
    colors: list[str]
    size: str
    attributes: list[VariantAttribute]
    price: Money | Unset = UNSET
    sale_price: Money | Unset = UNSET
    sale_from: datetime.datetime | Unset = UNSET
    sale_until: datetime.datetime | Unset = UNSET
    gtin: str | Unset = UNSET
    mpn: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        external_id = self.external_id

        availability = self.availability.value

        colors = self.colors

        size = self.size

        attributes = []
        for attributes_item_data in self.attributes:
            attributes_item = attributes_item_data.to_dict()
            attributes.append(attributes_item)

        price: dict[str, Any] | Unset = UNSET
        if not isinstance(self.price, Unset):
            price = self.price.to_dict()

        sale_price: dict[str, Any] | Unset = UNSET
        if not isinstance(self.sale_price, Unset):
            sale_price = self.sale_price.to_dict()

        sale_from: str | Unset = UNSET
        if not isinstance(self.sale_from, Unset):
            sale_from = self.sale_from.isoformat()

        sale_until: str | Unset = UNSET
        if not isinstance(self.sale_until, Unset):
            sale_until = self.sale_until.isoformat()

        gtin = self.gtin

        mpn = self.mpn

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "external_id": external_id,
                "availability": availability,
                "colors": colors,
                "size": size,
                "attributes": attributes,
            }
        )
        if price is not UNSET:
            field_dict["price"] = price
        if sale_price is not UNSET:
            field_dict["sale_price"] = sale_price
        if sale_from is not UNSET:
            field_dict["sale_from"] = sale_from
        if sale_until is not UNSET:
            field_dict["sale_until"] = sale_until
        if gtin is not UNSET:
            field_dict["gtin"] = gtin
        if mpn is not UNSET:
            field_dict["mpn"] = mpn

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.variant_attribute import VariantAttribute  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        external_id = d.pop("external_id")

        availability = Availability(d.pop("availability"))

        colors = cast(list[str], d.pop("colors"))

        size = d.pop("size")

        attributes = []
        _attributes = d.pop("attributes")
        for attributes_item_data in _attributes:
            attributes_item = VariantAttribute.from_dict(attributes_item_data)

            attributes.append(attributes_item)

        _price = d.pop("price", UNSET)
        price: Money | Unset
        if isinstance(_price, Unset):
            price = UNSET
        else:
            price = Money.from_dict(_price)

        _sale_price = d.pop("sale_price", UNSET)
        sale_price: Money | Unset
        if isinstance(_sale_price, Unset):
            sale_price = UNSET
        else:
            sale_price = Money.from_dict(_sale_price)

        _sale_from = d.pop("sale_from", UNSET)
        sale_from: datetime.datetime | Unset
        if isinstance(_sale_from, Unset):
            sale_from = UNSET
        else:
            sale_from = datetime.datetime.fromisoformat(_sale_from)

        _sale_until = d.pop("sale_until", UNSET)
        sale_until: datetime.datetime | Unset
        if isinstance(_sale_until, Unset):
            sale_until = UNSET
        else:
            sale_until = datetime.datetime.fromisoformat(_sale_until)

        gtin = d.pop("gtin", UNSET)

        mpn = d.pop("mpn", UNSET)

        variant = cls(
            id=id,
            external_id=external_id,
            availability=availability,
            colors=colors,
            size=size,
            attributes=attributes,
            price=price,
            sale_price=sale_price,
            sale_from=sale_from,
            sale_until=sale_until,
            gtin=gtin,
            mpn=mpn,
        )

        return variant
