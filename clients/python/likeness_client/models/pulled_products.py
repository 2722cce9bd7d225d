from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PulledProducts")


@_attrs_define
class PulledProducts:
    """
    Attributes:
        created (int):
        changed (int):
        removed (int):
    """

    created: int
    changed: int
    removed: int

    def to_dict(self) -> dict[str, Any]:
        created = self.created

        changed = self.changed

        removed = self.removed

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "created": created,
                "changed": changed,
                "removed": removed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created = d.pop("created")

        changed = d.pop("changed")

        removed = d.pop("removed")

        pulled_products = cls(
            created=created,
            changed=changed,
            removed=removed,
        )

        return pulled_products
