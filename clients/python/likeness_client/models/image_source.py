from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.box import Box


T = TypeVar("T", bound="ImageSource")


@_attrs_define
class ImageSource:
    """
    Attributes:
        query_image_id (str | Unset):
        product_id (str | Unset):
        url (str | Unset): Fetched by the server, from public addresses only.
        box (Box | Unset): In fractions of the upright photo's width and height; x and y name the upper left corner.
    """

    query_image_id: str | Unset = UNSET
    product_id: str | Unset = UNSET
    url: str | Unset = UNSET
    box: Box | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        query_image_id = self.query_image_id

        product_id = self.product_id

        url = self.url

        box: dict[str, Any] | Unset = UNSET
        if not isinstance(self.box, Unset):
            box = self.box.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if query_image_id is not UNSET:
            field_dict["query_image_id"] = query_image_id
        if product_id is not UNSET:
            field_dict["product_id"] = product_id
        if url is not UNSET:
            field_dict["url"] = url
        if box is not UNSET:
            field_dict["box"] = box

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.box import Box  # noqa: PLC0415

        d = dict(src_dict)
        query_image_id = d.pop("query_image_id", UNSET)

        product_id = d.pop("product_id", UNSET)

        url = d.pop("url", UNSET)

        _box = d.pop("box", UNSET)
        box: Box | Unset
        if isinstance(_box, Unset):
            box = UNSET
        else:
            box = Box.from_dict(_box)

        image_source = cls(
            query_image_id=query_image_id,
            product_id=product_id,
            url=url,
            box=box,
        )

        return image_source
