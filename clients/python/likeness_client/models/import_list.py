from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.import_ import Import


T = TypeVar("T", bound="ImportList")


@_attrs_define
class ImportList:
    """
    Attributes:
        imports (list[Import]):
        next_cursor (str | Unset): Absent on the last page.
    """

    imports: list[Import]
    next_cursor: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        imports = []
        for imports_item_data in self.imports:
            imports_item = imports_item_data.to_dict()
            imports.append(imports_item)

        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "imports": imports,
            }
        )
        if next_cursor is not UNSET:
            field_dict["next_cursor"] = next_cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_ import Import  # noqa: PLC0415

        d = dict(src_dict)
        imports = []
        _imports = d.pop("imports")
        for imports_item_data in _imports:
            imports_item = Import.from_dict(imports_item_data)

            imports.append(imports_item)

        next_cursor = d.pop("next_cursor", UNSET)

        import_list = cls(
            imports=imports,
            next_cursor=next_cursor,
        )

        return import_list
