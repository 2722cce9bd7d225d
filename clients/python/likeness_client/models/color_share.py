from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ColorShare")


@_attrs_define
class ColorShare:
    """
    Attributes:
        name (str):
        share (float):
    """

    name: str
    share: float

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        share = self.share

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "share": share,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        share = d.pop("share")

        color_share = cls(
            name=name,
            share=share,
        )

        return color_share
