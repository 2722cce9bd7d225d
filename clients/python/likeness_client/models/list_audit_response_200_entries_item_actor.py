from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.list_audit_response_200_entries_item_actor_kind import (
    ListAuditResponse200EntriesItemActorKind,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="ListAuditResponse200EntriesItemActor")


@_attrs_define
class ListAuditResponse200EntriesItemActor:
    """
    Attributes:
        kind (ListAuditResponse200EntriesItemActorKind):
        id (str | Unset):
        email (str | Unset): Of a user that is still there.
    """

    kind: ListAuditResponse200EntriesItemActorKind
    id: str | Unset = UNSET
    email: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        id = self.id

        email = self.email

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if id is not UNSET:
            field_dict["id"] = id
        if email is not UNSET:
            field_dict["email"] = email

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = ListAuditResponse200EntriesItemActorKind(d.pop("kind"))

        id = d.pop("id", UNSET)

        email = d.pop("email", UNSET)

        list_audit_response_200_entries_item_actor = cls(
            kind=kind,
            id=id,
            email=email,
        )

        return list_audit_response_200_entries_item_actor
