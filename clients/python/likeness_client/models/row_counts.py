from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="RowCounts")


@_attrs_define
class RowCounts:
    """
    Attributes:
        read (int):
        broken (int):
    """

    read: int
    broken: int

    def to_dict(self) -> dict[str, Any]:
        read = self.read

        broken = self.broken

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "read": read,
                "broken": broken,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        read = d.pop("read")

        broken = d.pop("broken")

        row_counts = cls(
            read=read,
            broken=broken,
        )

        return row_counts
