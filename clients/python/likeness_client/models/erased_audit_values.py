from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ErasedAuditValues")


@_attrs_define
class ErasedAuditValues:
    """
    Attributes:
        erased (int):
        more (bool):
    """

    erased: int
    more: bool

    def to_dict(self) -> dict[str, Any]:
        erased = self.erased

        more = self.more

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "erased": erased,
                "more": more,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        erased = d.pop("erased")

        more = d.pop("more")

        erased_audit_values = cls(
            erased=erased,
            more=more,
        )

        return erased_audit_values
