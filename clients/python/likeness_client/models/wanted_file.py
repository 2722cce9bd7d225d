from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="WantedFile")


@_attrs_define
class WantedFile:
    """
    Attributes:
        path (str):
        content_sha256 (str | Unset): Of what the server has already, if anything.
    """

    path: str
    content_sha256: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        path = self.path

        content_sha256 = self.content_sha256

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "path": path,
            }
        )
        if content_sha256 is not UNSET:
            field_dict["content_sha256"] = content_sha256

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        path = d.pop("path")

        content_sha256 = d.pop("content_sha256", UNSET)

        wanted_file = cls(
            path=path,
            content_sha256=content_sha256,
        )

        return wanted_file
