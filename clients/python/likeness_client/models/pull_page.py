from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.pull import Pull


T = TypeVar("T", bound="PullPage")


@_attrs_define
class PullPage:
    """
    Attributes:
        pulls (list[Pull]):
        next_cursor (str | Unset): Absent on the last page.
    """

    pulls: list[Pull]
    next_cursor: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        pulls = []
        for pulls_item_data in self.pulls:
            pulls_item = pulls_item_data.to_dict()
            pulls.append(pulls_item)

        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "pulls": pulls,
            }
        )
        if next_cursor is not UNSET:
            field_dict["next_cursor"] = next_cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.pull import Pull  # noqa: PLC0415

        d = dict(src_dict)
        pulls = []
        _pulls = d.pop("pulls")
        for pulls_item_data in _pulls:
            pulls_item = Pull.from_dict(pulls_item_data)

            pulls.append(pulls_item)

        next_cursor = d.pop("next_cursor", UNSET)

        pull_page = cls(
            pulls=pulls,
            next_cursor=next_cursor,
        )

        return pull_page
