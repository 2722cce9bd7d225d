from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.wanted_file import WantedFile


T = TypeVar("T", bound="WantedFilePage")


@_attrs_define
class WantedFilePage:
    """
    Attributes:
        files (list[WantedFile]):
    """

    files: list[WantedFile]

    def to_dict(self) -> dict[str, Any]:
        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "files": files,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.wanted_file import WantedFile  # noqa: PLC0415

        d = dict(src_dict)
        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = WantedFile.from_dict(files_item_data)

            files.append(files_item)

        wanted_file_page = cls(
            files=files,
        )

        return wanted_file_page
