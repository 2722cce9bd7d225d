from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.named_count import NamedCount


T = TypeVar("T", bound="OrgOperationArchive")


@_attrs_define
class OrgOperationArchive:
    """What the archive of an export holds.

    Attributes:
        bytes_ (int):
        sha256 (str):
        counts (list[NamedCount]):
    """

    bytes_: int
    sha256: str
    counts: list[NamedCount]

    def to_dict(self) -> dict[str, Any]:
        bytes_ = self.bytes_

        sha256 = self.sha256

        counts = []
        for counts_item_data in self.counts:
            counts_item = counts_item_data.to_dict()
            counts.append(counts_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bytes": bytes_,
                "sha256": sha256,
                "counts": counts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_count import NamedCount  # noqa: PLC0415

        d = dict(src_dict)
        bytes_ = d.pop("bytes")

        sha256 = d.pop("sha256")

        counts = []
        _counts = d.pop("counts")
        for counts_item_data in _counts:
            counts_item = NamedCount.from_dict(counts_item_data)

            counts.append(counts_item)

        org_operation_archive = cls(
            bytes_=bytes_,
            sha256=sha256,
            counts=counts,
        )

        return org_operation_archive
