from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.region import Region


T = TypeVar("T", bound="QueryImage")


@_attrs_define
class QueryImage:
    """
    Attributes:
        id (str):
        width_px (int):
        height_px (int):
        expires_at (datetime.datetime):
        detected (bool): Whether the detector has looked; regions may be empty then.
        regions (list[Region]):
    """

    id: str
    width_px: int
    height_px: int
    expires_at: datetime.datetime
    detected: bool
    regions: list[Region]

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        width_px = self.width_px

        height_px = self.height_px

        expires_at = self.expires_at.isoformat()

        detected = self.detected

        regions = []
        for regions_item_data in self.regions:
            regions_item = regions_item_data.to_dict()
            regions.append(regions_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "width_px": width_px,
                "height_px": height_px,
                "expires_at": expires_at,
                "detected": detected,
                "regions": regions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.region import Region  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        width_px = d.pop("width_px")

        height_px = d.pop("height_px")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        detected = d.pop("detected")

        regions = []
        _regions = d.pop("regions")
        for regions_item_data in _regions:
            regions_item = Region.from_dict(regions_item_data)

            regions.append(regions_item)

        query_image = cls(
            id=id,
            width_px=width_px,
            height_px=height_px,
            expires_at=expires_at,
            detected=detected,
            regions=regions,
        )

        return query_image
