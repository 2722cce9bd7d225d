from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ChangedProduct")


@_attrs_define
class ChangedProduct:
    """
    Attributes:
        external_id (str):
        fields (list[str]): What differs; variants and images mean that some come or go.
    """

    external_id: str
    fields: list[str]

    def to_dict(self) -> dict[str, Any]:
        external_id = self.external_id

        fields = self.fields

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "external_id": external_id,
                "fields": fields,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        external_id = d.pop("external_id")

        fields = cast(list[str], d.pop("fields"))

        changed_product = cls(
            external_id=external_id,
            fields=fields,
        )

        return changed_product
