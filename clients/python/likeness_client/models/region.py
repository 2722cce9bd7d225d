from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.box import Box


T = TypeVar("T", bound="Region")


@_attrs_define
class Region:
    """
    Attributes:
        id (str):
        box (Box): In fractions of the upright photo's width and height; x and y name the upper left corner.
        label (str):
        confidence (float):
    """

    id: str
    box: Box
    label: str
    confidence: float

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        box = self.box.to_dict()

        label = self.label

        confidence = self.confidence

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "box": box,
                "label": label,
                "confidence": confidence,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.box import Box  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        box = Box.from_dict(d.pop("box"))

        label = d.pop("label")

        confidence = d.pop("confidence")

        region = cls(
            id=id,
            box=box,
            label=label,
            confidence=confidence,
        )

        return region
