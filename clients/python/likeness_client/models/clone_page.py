from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.org_operation import OrgOperation


T = TypeVar("T", bound="ClonePage")


@_attrs_define
class ClonePage:
    """
    Attributes:
        clones (list[OrgOperation]):
        next_cursor (str | Unset): Absent on the last page.
    """

    clones: list[OrgOperation]
    next_cursor: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        clones = []
        for clones_item_data in self.clones:
            clones_item = clones_item_data.to_dict()
            clones.append(clones_item)

        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "clones": clones,
            }
        )
        if next_cursor is not UNSET:
            field_dict["next_cursor"] = next_cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.org_operation import OrgOperation  # noqa: PLC0415

        d = dict(src_dict)
        clones = []
        _clones = d.pop("clones")
        for clones_item_data in _clones:
            clones_item = OrgOperation.from_dict(clones_item_data)

            clones.append(clones_item)

        next_cursor = d.pop("next_cursor", UNSET)

        clone_page = cls(
            clones=clones,
            next_cursor=next_cursor,
        )

        return clone_page
