from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.list_audit_response_200_entries_item_actor import (
        ListAuditResponse200EntriesItemActor,
    )
    from ..models.list_audit_response_200_entries_item_after_type_0 import (
        ListAuditResponse200EntriesItemAfterType0,
    )
    from ..models.list_audit_response_200_entries_item_before_type_0 import (
        ListAuditResponse200EntriesItemBeforeType0,
    )
    from ..models.list_audit_response_200_entries_item_object import (
        ListAuditResponse200EntriesItemObject,
    )
    from ..models.list_audit_response_200_entries_item_personal import (
        ListAuditResponse200EntriesItemPersonal,
    )


T = TypeVar("T", bound="ListAuditResponse200EntriesItem")


@_attrs_define
class ListAuditResponse200EntriesItem:
    """
    Attributes:
        sequence (int): From 1 without gaps.
        at (datetime.datetime):
        actor (ListAuditResponse200EntriesItemActor):
        action (str): Operation id.
        outcome (str): ok, or the kind of the error.
        trace_id (str):
        hash_ (str): SHA-256, hexadecimal.
        object_ (ListAuditResponse200EntriesItemObject | Unset):
        before (ListAuditResponse200EntriesItemBeforeType0 | str | Unset): What was changed, as it was. Secrets are
            struck out, values about people stand in personal.
        after (ListAuditResponse200EntriesItemAfterType0 | str | Unset): What was changed, as it became.
        personal (ListAuditResponse200EntriesItemPersonal | Unset): Values about people, as long as they are not erased.
    """

    sequence: int
    at: datetime.datetime
    actor: ListAuditResponse200EntriesItemActor
    action: str
    outcome: str
    trace_id: str
    hash_: str
    object_: ListAuditResponse200EntriesItemObject | Unset = UNSET
    before: ListAuditResponse200EntriesItemBeforeType0 | str | Unset = UNSET
    after: ListAuditResponse200EntriesItemAfterType0 | str | Unset = UNSET
    personal: ListAuditResponse200EntriesItemPersonal | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.list_audit_response_200_entries_item_after_type_0 import (
            ListAuditResponse200EntriesItemAfterType0,  # noqa: PLC0415
        )
        from ..models.list_audit_response_200_entries_item_before_type_0 import (
            ListAuditResponse200EntriesItemBeforeType0,  # noqa: PLC0415
        )

        sequence = self.sequence

        at = self.at.isoformat()

        actor = self.actor.to_dict()

        action = self.action

        outcome = self.outcome

        trace_id = self.trace_id

        hash_ = self.hash_

        object_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.object_, Unset):
            object_ = self.object_.to_dict()

        before: dict[str, Any] | str | Unset
        if isinstance(self.before, Unset):
            before = UNSET
        elif isinstance(self.before, ListAuditResponse200EntriesItemBeforeType0):
            before = self.before.to_dict()
        else:
            before = self.before

        after: dict[str, Any] | str | Unset
        if isinstance(self.after, Unset):
            after = UNSET
        elif isinstance(self.after, ListAuditResponse200EntriesItemAfterType0):
            after = self.after.to_dict()
        else:
            after = self.after

        personal: dict[str, Any] | Unset = UNSET
        if not isinstance(self.personal, Unset):
            personal = self.personal.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "sequence": sequence,
                "at": at,
                "actor": actor,
                "action": action,
                "outcome": outcome,
                "trace_id": trace_id,
                "hash": hash_,
            }
        )
        if object_ is not UNSET:
            field_dict["object"] = object_
        if before is not UNSET:
            field_dict["before"] = before
        if after is not UNSET:
            field_dict["after"] = after
        if personal is not UNSET:
            field_dict["personal"] = personal

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.list_audit_response_200_entries_item_actor import (
            ListAuditResponse200EntriesItemActor,  # noqa: PLC0415
        )
        from ..models.list_audit_response_200_entries_item_after_type_0 import (
            ListAuditResponse200EntriesItemAfterType0,  # noqa: PLC0415
        )
        from ..models.list_audit_response_200_entries_item_before_type_0 import (
            ListAuditResponse200EntriesItemBeforeType0,  # noqa: PLC0415
        )
        from ..models.list_audit_response_200_entries_item_object import (
            ListAuditResponse200EntriesItemObject,  # noqa: PLC0415
        )
        from ..models.list_audit_response_200_entries_item_personal import (
            ListAuditResponse200EntriesItemPersonal,  # noqa: PLC0415
        )

        d = dict(src_dict)
        sequence = d.pop("sequence")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        actor = ListAuditResponse200EntriesItemActor.from_dict(d.pop("actor"))

        action = d.pop("action")

        outcome = d.pop("outcome")

        trace_id = d.pop("trace_id")

        hash_ = d.pop("hash")

        _object_ = d.pop("object", UNSET)
        object_: ListAuditResponse200EntriesItemObject | Unset
        if isinstance(_object_, Unset):
            object_ = UNSET
        else:
            object_ = ListAuditResponse200EntriesItemObject.from_dict(_object_)

        def _parse_before(data: object) -> ListAuditResponse200EntriesItemBeforeType0 | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                before_type_0 = ListAuditResponse200EntriesItemBeforeType0.from_dict(data)

                return before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ListAuditResponse200EntriesItemBeforeType0 | str | Unset, data)

        before = _parse_before(d.pop("before", UNSET))

        def _parse_after(data: object) -> ListAuditResponse200EntriesItemAfterType0 | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                after_type_0 = ListAuditResponse200EntriesItemAfterType0.from_dict(data)

                return after_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ListAuditResponse200EntriesItemAfterType0 | str | Unset, data)

        after = _parse_after(d.pop("after", UNSET))

        _personal = d.pop("personal", UNSET)
        personal: ListAuditResponse200EntriesItemPersonal | Unset
        if isinstance(_personal, Unset):
            personal = UNSET
        else:
            personal = ListAuditResponse200EntriesItemPersonal.from_dict(_personal)

        list_audit_response_200_entries_item = cls(
            sequence=sequence,
            at=at,
            actor=actor,
            action=action,
            outcome=outcome,
            trace_id=trace_id,
            hash_=hash_,
            object_=object_,
            before=before,
            after=after,
            personal=personal,
        )

        return list_audit_response_200_entries_item
