from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="AuditCheckBroken")


@_attrs_define
class AuditCheckBroken:
    """The first entry that is not as it was written.

    Attributes:
        sequence (int):
        reason (str):
    """

    sequence: int
    reason: str

    def to_dict(self) -> dict[str, Any]:
        sequence = self.sequence

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "sequence": sequence,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sequence = d.pop("sequence")

        reason = d.pop("reason")

        audit_check_broken = cls(
            sequence=sequence,
            reason=reason,
        )

        return audit_check_broken
