from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.variant import Variant


T = TypeVar("T", bound="ProductSummary")


@_attrs_define
class ProductSummary:
    """
    Attributes:
        id (str):
        external_id (str):
        title (str):
        brand (str):
        product_type (str):
        category_path (list[str]):
        link (str):
        variants (list[Variant]):
    """

    id: str
    external_id: str
    title: str
    brand: str
    product_type: str
    category_path: list[str]
    link: str
    variants: list[Variant]

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        external_id = self.external_id

        title = self.title

        brand = self.brand

        product_type = self.product_type

        category_path = self.category_path

        link = self.link

        variants = []
        for variants_item_data in self.variants:
            variants_item = variants_item_data.to_dict()
            variants.append(variants_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "external_id": external_id,
                "title": title,
                "brand": brand,
                "product_type": product_type,
                "category_path": category_path,
                "link": link,
                "variants": variants,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.variant import Variant  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        external_id = d.pop("external_id")

        title = d.pop("title")

        brand = d.pop("brand")

        product_type = d.pop("product_type")

        category_path = cast(list[str], d.pop("category_path"))

        link = d.pop("link")

        variants = []
        _variants = d.pop("variants")
        for variants_item_data in _variants:
            variants_item = Variant.from_dict(variants_item_data)

            variants.append(variants_item)

        product_summary = cls(
            id=id,
            external_id=external_id,
            title=title,
            brand=brand,
            product_type=product_type,
            category_path=category_path,
            link=link,
            variants=variants,
        )

        return product_summary
