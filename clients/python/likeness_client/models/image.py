from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.image_color_check import ImageColorCheck
from ..models.image_role import ImageRole
from ..models.image_state import ImageState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.color_share import ColorShare
    from ..models.region import Region


T = TypeVar("T", bound="Image")


@_attrs_define
class Image:
    """
    Attributes:
        id (str):
        product_id (str):
        location (str): URL or path as the feed wrote it.
        role (ImageRole):
        position (int):
        state (ImageState):
        width_px (int):
        height_px (int):
        colors (list[ColorShare]):
        color_check (ImageColorCheck): Whether the photo shows a colour that the feed names, as of when the photo was
            understood.
        regions (list[Region]):
        last_error (str | Unset):
        content_sha256 (str | Unset): Absent until the bytes are here.
        perceptual_hash (str | Unset): 16 hex digits.
    """

    id: str
    product_id: str
    location: str
    role: ImageRole
    position: int
    state: ImageState
    width_px: int
    height_px: int
    colors: list[ColorShare]
    color_check: ImageColorCheck
    regions: list[Region]
    last_error: str | Unset = UNSET
    content_sha256: str | Unset = UNSET
    perceptual_hash: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        product_id = self.product_id

        location = self.location

        role = self.role.value

        position = self.position

        state = self.state.value

        width_px = self.width_px

        height_px = self.height_px

        colors = []
        for colors_item_data in self.colors:
            colors_item = colors_item_data.to_dict()
            colors.append(colors_item)

        color_check = self.color_check.value

        regions = []
        for regions_item_data in self.regions:
            regions_item = regions_item_data.to_dict()
            regions.append(regions_item)

        last_error = self.last_error

        content_sha256 = self.content_sha256

        perceptual_hash = self.perceptual_hash

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "product_id": product_id,
                "location": location,
                "role": role,
                "position": position,
                "state": state,
                "width_px": width_px,
                "height_px": height_px,
                "colors": colors,
                "color_check": color_check,
                "regions": regions,
            }
        )
        if last_error is not UNSET:
            field_dict["last_error"] = last_error
        if content_sha256 is not UNSET:
            field_dict["content_sha256"] = content_sha256
        if perceptual_hash is not UNSET:
            field_dict["perceptual_hash"] = perceptual_hash

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.color_share import ColorShare  # noqa: PLC0415
        from ..models.region import Region  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        product_id = d.pop("product_id")

        location = d.pop("location")

        role = ImageRole(d.pop("role"))

        position = d.pop("position")

        state = ImageState(d.pop("state"))

        width_px = d.pop("width_px")

        height_px = d.pop("height_px")

        colors = []
        _colors = d.pop("colors")
        for colors_item_data in _colors:
            colors_item = ColorShare.from_dict(colors_item_data)

            colors.append(colors_item)

        color_check = ImageColorCheck(d.pop("color_check"))

        regions = []
        _regions = d.pop("regions")
        for regions_item_data in _regions:
            regions_item = Region.from_dict(regions_item_data)

            regions.append(regions_item)

        last_error = d.pop("last_error", UNSET)

        content_sha256 = d.pop("content_sha256", UNSET)

        perceptual_hash = d.pop("perceptual_hash", UNSET)

        image = cls(
            id=id,
            product_id=product_id,
            location=location,
            role=role,
            position=position,
            state=state,
            width_px=width_px,
            height_px=height_px,
            colors=colors,
            color_check=color_check,
            regions=regions,
            last_error=last_error,
            content_sha256=content_sha256,
            perceptual_hash=perceptual_hash,
        )

        return image
