from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.changed_product import ChangedProduct


T = TypeVar("T", bound="ImportPreview")


@_attrs_define
class ImportPreview:
    """Of a dry run; the first few of each, the counts are those of products.

    Attributes:
        created (list[str]):
        changed (list[ChangedProduct]):
        removed (list[str]):
    """

    created: list[str]
    changed: list[ChangedProduct]
    removed: list[str]

    def to_dict(self) -> dict[str, Any]:
        created = self.created

        changed = []
        for changed_item_data in self.changed:
            changed_item = changed_item_data.to_dict()
            changed.append(changed_item)

        removed = self.removed

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "created": created,
                "changed": changed,
                "removed": removed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.changed_product import ChangedProduct  # noqa: PLC0415

        d = dict(src_dict)
        created = cast(list[str], d.pop("created"))

        changed = []
        _changed = d.pop("changed")
        for changed_item_data in _changed:
            changed_item = ChangedProduct.from_dict(changed_item_data)

            changed.append(changed_item)

        removed = cast(list[str], d.pop("removed"))

        import_preview = cls(
            created=created,
            changed=changed,
            removed=removed,
        )

        return import_preview
