from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NamedCount")


@_attrs_define
class NamedCount:
    """
    Attributes:
        name (str):
        count (int):
    """

    name: str
    count: int

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        count = self.count

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "count": count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        count = d.pop("count")

        named_count = cls(
            name=name,
            count=count,
        )

        return named_count
