from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ResumeImport")


@_attrs_define
class ResumeImport:
    """
    Attributes:
        allow_mass_delete (bool | Unset): The answer that a stopped import waits for: true removes what the feed no
            longer names, false leaves it.
    """

    allow_mass_delete: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        allow_mass_delete = self.allow_mass_delete

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if allow_mass_delete is not UNSET:
            field_dict["allow_mass_delete"] = allow_mass_delete

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allow_mass_delete = d.pop("allow_mass_delete", UNSET)

        resume_import = cls(
            allow_mass_delete=allow_mass_delete,
        )

        return resume_import
