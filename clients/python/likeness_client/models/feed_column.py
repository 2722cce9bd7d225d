from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FeedColumn")


@_attrs_define
class FeedColumn:
    """
    Attributes:
        column (str): As the feed calls it.
        attribute (str):
    """

    column: str
    attribute: str

    def to_dict(self) -> dict[str, Any]:
        column = self.column

        attribute = self.attribute

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "column": column,
                "attribute": attribute,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        column = d.pop("column")

        attribute = d.pop("attribute")

        feed_column = cls(
            column=column,
            attribute=attribute,
        )

        return feed_column
