from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ImportError_")


@_attrs_define
class ImportError_:
    """
    Attributes:
        line (int): Of the feed; 0 where none is to blame.
        field (str):
        value (str):
        reason (str):
        row_kept (bool): A hint: the row was taken all the same, or left out on purpose.
    """

    line: int
    field: str
    value: str
    reason: str
    row_kept: bool

    def to_dict(self) -> dict[str, Any]:
        line = self.line

        field = self.field

        value = self.value

        reason = self.reason

        row_kept = self.row_kept

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "line": line,
                "field": field,
                "value": value,
                "reason": reason,
                "row_kept": row_kept,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        line = d.pop("line")

        field = d.pop("field")

        value = d.pop("value")

        reason = d.pop("reason")

        row_kept = d.pop("row_kept")

        import_error = cls(
            line=line,
            field=field,
            value=value,
            reason=reason,
            row_kept=row_kept,
        )

        return import_error
