from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.missing_file import MissingFile


T = TypeVar("T", bound="MissingFiles")


@_attrs_define
class MissingFiles:
    """
    Attributes:
        files (list[MissingFile]):
    """

    files: list[MissingFile]

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
        from ..models.missing_file import MissingFile  # noqa: PLC0415

        d = dict(src_dict)
        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = MissingFile.from_dict(files_item_data)

            files.append(files_item)

        missing_files = cls(
            files=files,
        )

        return missing_files
