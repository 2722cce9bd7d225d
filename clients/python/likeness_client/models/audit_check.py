from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.audit_check_broken import AuditCheckBroken


T = TypeVar("T", bound="AuditCheck")


@_attrs_define
class AuditCheck:
    """
    Attributes:
        log (str): Id of the org, or server.
        checked (int): The entries up to this one are right.
        entries (int): That the log has.
        complete (bool): Everything was checked and is right.
        hash_ (str):
        broken (AuditCheckBroken | Unset): The first entry that is not as it was written.
        next_cursor (str | Unset): There is more to check.
    """

    log: str
    checked: int
    entries: int
    complete: bool
    hash_: str
    broken: AuditCheckBroken | Unset = UNSET
    next_cursor: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        log = self.log

        checked = self.checked

        entries = self.entries

        complete = self.complete

        hash_ = self.hash_

        broken: dict[str, Any] | Unset = UNSET
        if not isinstance(self.broken, Unset):
            broken = self.broken.to_dict()

        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "log": log,
                "checked": checked,
                "entries": entries,
                "complete": complete,
                "hash": hash_,
            }
        )
        if broken is not UNSET:
            field_dict["broken"] = broken
        if next_cursor is not UNSET:
            field_dict["next_cursor"] = next_cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_check_broken import AuditCheckBroken  # noqa: PLC0415

        d = dict(src_dict)
        log = d.pop("log")

        checked = d.pop("checked")

        entries = d.pop("entries")

        complete = d.pop("complete")

        hash_ = d.pop("hash")

        _broken = d.pop("broken", UNSET)
        broken: AuditCheckBroken | Unset
        if isinstance(_broken, Unset):
            broken = UNSET
        else:
            broken = AuditCheckBroken.from_dict(_broken)

        next_cursor = d.pop("next_cursor", UNSET)

        audit_check = cls(
            log=log,
            checked=checked,
            entries=entries,
            complete=complete,
            hash_=hash_,
            broken=broken,
            next_cursor=next_cursor,
        )

        return audit_check
