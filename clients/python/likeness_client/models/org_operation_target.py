from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="OrgOperationTarget")


@_attrs_define
class OrgOperationTarget:
    """What a clone makes.

    Attributes:
        org_id (str):
        slug (str):
    """

    org_id: str
    slug: str

    def to_dict(self) -> dict[str, Any]:
        org_id = self.org_id

        slug = self.slug

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "org_id": org_id,
                "slug": slug,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        org_id = d.pop("org_id")

        slug = d.pop("slug")

        org_operation_target = cls(
            org_id=org_id,
            slug=slug,
        )

        return org_operation_target
