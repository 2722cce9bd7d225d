from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.erasure_report_format import ErasureReportFormat

if TYPE_CHECKING:
    from ..models.named_count import NamedCount


T = TypeVar("T", bound="ErasureReport")


@_attrs_define
class ErasureReport:
    """The signature is of this object as compact JSON in UTF-8, keys in the order of their bytes.

    Attributes:
        format_ (ErasureReportFormat):
        erasure_id (str):
        org_id (str):
        slug (str):
        requested_by (str):
        locked_at (datetime.datetime): From when on nothing was done for the org.
        finished_at (datetime.datetime):
        removed (list[NamedCount]): Rows by table, things by store.
        left (list[NamedCount]): What a look into every table and store found afterwards.
        not_covered (list[str]): Where copies may be that the server cannot reach.
    """

    format_: ErasureReportFormat
    erasure_id: str
    org_id: str
    slug: str
    requested_by: str
    locked_at: datetime.datetime
    finished_at: datetime.datetime
    removed: list[NamedCount]
    left: list[NamedCount]
    not_covered: list[str]

    def to_dict(self) -> dict[str, Any]:
        format_ = self.format_.value

        erasure_id = self.erasure_id

        org_id = self.org_id

        slug = self.slug

        requested_by = self.requested_by

        locked_at = self.locked_at.isoformat()

        finished_at = self.finished_at.isoformat()

        removed = []
        for removed_item_data in self.removed:
            removed_item = removed_item_data.to_dict()
            removed.append(removed_item)

        left = []
        for left_item_data in self.left:
            left_item = left_item_data.to_dict()
            left.append(left_item)

        not_covered = self.not_covered

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "format": format_,
                "erasure_id": erasure_id,
                "org_id": org_id,
                "slug": slug,
                "requested_by": requested_by,
                "locked_at": locked_at,
                "finished_at": finished_at,
                "removed": removed,
                "left": left,
                "not_covered": not_covered,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_count import NamedCount  # noqa: PLC0415

        d = dict(src_dict)
        format_ = ErasureReportFormat(d.pop("format"))

        erasure_id = d.pop("erasure_id")

        org_id = d.pop("org_id")

        slug = d.pop("slug")

        requested_by = d.pop("requested_by")

        locked_at = datetime.datetime.fromisoformat(d.pop("locked_at"))

        finished_at = datetime.datetime.fromisoformat(d.pop("finished_at"))

        removed = []
        _removed = d.pop("removed")
        for removed_item_data in _removed:
            removed_item = NamedCount.from_dict(removed_item_data)

            removed.append(removed_item)

        left = []
        _left = d.pop("left")
        for left_item_data in _left:
            left_item = NamedCount.from_dict(left_item_data)

            left.append(left_item)

        not_covered = cast(list[str], d.pop("not_covered"))

        erasure_report = cls(
            format_=format_,
            erasure_id=erasure_id,
            org_id=org_id,
            slug=slug,
            requested_by=requested_by,
            locked_at=locked_at,
            finished_at=finished_at,
            removed=removed,
            left=left,
            not_covered=not_covered,
        )

        return erasure_report
