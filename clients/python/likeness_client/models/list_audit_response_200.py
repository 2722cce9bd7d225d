from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.list_audit_response_200_entries_item import (
        ListAuditResponse200EntriesItem,
    )


T = TypeVar("T", bound="ListAuditResponse200")


@_attrs_define
class ListAuditResponse200:
    """
    Attributes:
        entries (list[ListAuditResponse200EntriesItem]):
        next_cursor (str | Unset): Absent on the last page.
    """

    entries: list[ListAuditResponse200EntriesItem]
    next_cursor: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        entries = []
        for entries_item_data in self.entries:
            entries_item = entries_item_data.to_dict()
            entries.append(entries_item)

        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "entries": entries,
            }
        )
        if next_cursor is not UNSET:
            field_dict["next_cursor"] = next_cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.list_audit_response_200_entries_item import (
            ListAuditResponse200EntriesItem,  # noqa: PLC0415
        )

        d = dict(src_dict)
        entries = []
        _entries = d.pop("entries")
        for entries_item_data in _entries:
            entries_item = ListAuditResponse200EntriesItem.from_dict(entries_item_data)

            entries.append(entries_item)

        next_cursor = d.pop("next_cursor", UNSET)

        list_audit_response_200 = cls(
            entries=entries,
            next_cursor=next_cursor,
        )

        return list_audit_response_200
