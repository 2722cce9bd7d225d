from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.org_operation import OrgOperation


T = TypeVar("T", bound="ExportPage")


@_attrs_define
class ExportPage:
    """
    Attributes:
        exports (list[OrgOperation]):
        next_cursor (str | Unset): Absent on the last page.
    """

    exports: list[OrgOperation]
    next_cursor: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        exports = []
        for exports_item_data in self.exports:
            exports_item = exports_item_data.to_dict()
            exports.append(exports_item)

        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "exports": exports,
            }
        )
        if next_cursor is not UNSET:
            field_dict["next_cursor"] = next_cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.org_operation import OrgOperation  # noqa: PLC0415

        d = dict(src_dict)
        exports = []
        _exports = d.pop("exports")
        for exports_item_data in _exports:
            exports_item = OrgOperation.from_dict(exports_item_data)

            exports.append(exports_item)

        next_cursor = d.pop("next_cursor", UNSET)

        export_page = cls(
            exports=exports,
            next_cursor=next_cursor,
        )

        return export_page
