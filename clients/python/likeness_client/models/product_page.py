from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.product_summary import ProductSummary


T = TypeVar("T", bound="ProductPage")


@_attrs_define
class ProductPage:
    """
    Attributes:
        products (list[ProductSummary]):
        next_cursor (str | Unset): Absent on the last page.
    """

    products: list[ProductSummary]
    next_cursor: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        products = []
        for products_item_data in self.products:
            products_item = products_item_data.to_dict()
            products.append(products_item)

        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "products": products,
            }
        )
        if next_cursor is not UNSET:
            field_dict["next_cursor"] = next_cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.product_summary import ProductSummary  # noqa: PLC0415

        d = dict(src_dict)
        products = []
        _products = d.pop("products")
        for products_item_data in _products:
            products_item = ProductSummary.from_dict(products_item_data)

            products.append(products_item)

        next_cursor = d.pop("next_cursor", UNSET)

        product_page = cls(
            products=products,
            next_cursor=next_cursor,
        )

        return product_page
