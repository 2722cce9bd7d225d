from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.image import Image
    from ..models.variant import Variant


T = TypeVar("T", bound="Product")


@_attrs_define
class Product:
    """
    Attributes:
        id (str):
        external_id (str):
        title (str):
        description (str):
        brand (str):
        category_path (list[str]):
        product_type (str):
        link (str):
        updated_at (datetime.datetime):
        variants (list[Variant]):
        images (list[Image]):
    """

    id: str
    external_id: str
    title: str
    description: str
    brand: str
    category_path: list[str]
    product_type: str
    link: str
    updated_at: datetime.datetime
    variants: list[Variant]
    images: list[Image]

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        external_id = self.external_id

        title = self.title

        description = self.description

        brand = self.brand

        category_path = self.category_path

        product_type = self.product_type

        link = self.link

        updated_at = self.updated_at.isoformat()

        variants = []
        for variants_item_data in self.variants:
            variants_item = variants_item_data.to_dict()
            variants.append(variants_item)

        images = []
        for images_item_data in self.images:
            images_item = images_item_data.to_dict()
            images.append(images_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "external_id": external_id,
                "title": title,
                "description": description,
                "brand": brand,
                "category_path": category_path,
                "product_type": product_type,
                "link": link,
                "updated_at": updated_at,
                "variants": variants,
                "images": images,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image import Image  # noqa: PLC0415
        from ..models.variant import Variant  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        external_id = d.pop("external_id")

        title = d.pop("title")

        description = d.pop("description")

        brand = d.pop("brand")

        category_path = cast(list[str], d.pop("category_path"))

        product_type = d.pop("product_type")

        link = d.pop("link")

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        variants = []
        _variants = d.pop("variants")
        for variants_item_data in _variants:
            variants_item = Variant.from_dict(variants_item_data)

            variants.append(variants_item)

        images = []
        _images = d.pop("images")
        for images_item_data in _images:
            images_item = Image.from_dict(images_item_data)

            images.append(images_item)

        product = cls(
            id=id,
            external_id=external_id,
            title=title,
            description=description,
            brand=brand,
            category_path=category_path,
            product_type=product_type,
            link=link,
            updated_at=updated_at,
            variants=variants,
            images=images,
        )

        return product
