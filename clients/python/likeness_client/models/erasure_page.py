from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.org_operation import OrgOperation


T = TypeVar("T", bound="ErasurePage")


@_attrs_define
class ErasurePage:
    """
    Attributes:
        erasures (list[OrgOperation]):
        next_cursor (str | Unset): Absent on the last page.
    """

    erasures: list[OrgOperation]
    next_cursor: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        erasures = []
        for erasures_item_data in self.erasures:
            erasures_item = erasures_item_data.to_dict()
            erasures.append(erasures_item)

        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "erasures": erasures,
            }
        )
        if next_cursor is not UNSET:
            field_dict["next_cursor"] = next_cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.org_operation import OrgOperation  # noqa: PLC0415

        d = dict(src_dict)
        erasures = []
        _erasures = d.pop("erasures")
        for erasures_item_data in _erasures:
            erasures_item = OrgOperation.from_dict(erasures_item_data)

            erasures.append(erasures_item)

        next_cursor = d.pop("next_cursor", UNSET)

        erasure_page = cls(
            erasures=erasures,
            next_cursor=next_cursor,
        )

        return erasure_page
