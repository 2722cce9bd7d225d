from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ProductCounts")


@_attrs_define
class ProductCounts:
    """
    Attributes:
        created (int):
        changed (int):
        unchanged (int): Known when the feed is read.
        removed (int): Because a full feed does not name them any more.
    """

    created: int
    changed: int
    unchanged: int
    removed: int

    def to_dict(self) -> dict[str, Any]:
        created = self.created

        changed = self.changed

        unchanged = self.unchanged

        removed = self.removed

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "created": created,
                "changed": changed,
                "unchanged": unchanged,
                "removed": removed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created = d.pop("created")

        changed = d.pop("changed")

        unchanged = d.pop("unchanged")

        removed = d.pop("removed")

        product_counts = cls(
            created=created,
            changed=changed,
            unchanged=unchanged,
            removed=removed,
        )

        return product_counts
