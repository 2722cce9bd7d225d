from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ListAuditResponse200EntriesItemObject")


@_attrs_define
class ListAuditResponse200EntriesItemObject:
    """
    Attributes:
        kind (str):
        id (str):
    """

    kind: str
    id: str

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        id = self.id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "id": id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = d.pop("kind")

        id = d.pop("id")

        list_audit_response_200_entries_item_object = cls(
            kind=kind,
            id=id,
        )

        return list_audit_response_200_entries_item_object
