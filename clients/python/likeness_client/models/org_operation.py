from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.org_operation_kind import OrgOperationKind
from ..models.org_operation_state import OrgOperationState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.org_operation_archive import OrgOperationArchive
    from ..models.org_operation_copied import OrgOperationCopied
    from ..models.org_operation_progress import OrgOperationProgress
    from ..models.org_operation_signed_report import OrgOperationSignedReport
    from ..models.org_operation_target import OrgOperationTarget


T = TypeVar("T", bound="OrgOperation")


@_attrs_define
class OrgOperation:
    """Something that is done to an org as a whole, in the background.

    Attributes:
        id (str):
        kind (OrgOperationKind):
        org_id (str):
        state (OrgOperationState):
        requested_by (str): operator, or user: and an id
        progress (OrgOperationProgress):
        tries (int):
        created_at (datetime.datetime):
        slug (str | Unset): The short name that an erased org had.
        failure (str | Unset): Why it failed, or why its last try was put off.
        started_at (datetime.datetime | Unset):
        finished_at (datetime.datetime | Unset):
        expires_at (datetime.datetime | Unset): When the archive goes.
        target (OrgOperationTarget | Unset): What a clone makes.
        archive (OrgOperationArchive | Unset): What the archive of an export holds.
        copied (OrgOperationCopied | Unset): What a clone has copied.
        signed_report (OrgOperationSignedReport | Unset): What an erasure removed, by table and store, and what a check
            of all of them found left.
    """

    id: str
    kind: OrgOperationKind
    org_id: str
    state: OrgOperationState
    requested_by: str
    progress: OrgOperationProgress
    tries: int
    created_at: datetime.datetime
    slug: str | Unset = UNSET
    failure: str | Unset = UNSET
    started_at: datetime.datetime | Unset = UNSET
    finished_at: datetime.datetime | Unset = UNSET
    expires_at: datetime.datetime | Unset = UNSET
    target: OrgOperationTarget | Unset = UNSET
    archive: OrgOperationArchive | Unset = UNSET
    copied: OrgOperationCopied | Unset = UNSET
    signed_report: OrgOperationSignedReport | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind.value

        org_id = self.org_id

        state = self.state.value

        requested_by = self.requested_by

        progress = self.progress.to_dict()

        tries = self.tries

        created_at = self.created_at.isoformat()

        slug = self.slug

        failure = self.failure

        started_at: str | Unset = UNSET
        if not isinstance(self.started_at, Unset):
            started_at = self.started_at.isoformat()

        finished_at: str | Unset = UNSET
        if not isinstance(self.finished_at, Unset):
            finished_at = self.finished_at.isoformat()

        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()

        target: dict[str, Any] | Unset = UNSET
        if not isinstance(self.target, Unset):
            target = self.target.to_dict()

        archive: dict[str, Any] | Unset = UNSET
        if not isinstance(self.archive, Unset):
            archive = self.archive.to_dict()

        copied: dict[str, Any] | Unset = UNSET
        if not isinstance(self.copied, Unset):
            copied = self.copied.to_dict()

        signed_report: dict[str, Any] | Unset = UNSET
        if not isinstance(self.signed_report, Unset):
            signed_report = self.signed_report.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "org_id": org_id,
                "state": state,
                "requested_by": requested_by,
                "progress": progress,
                "tries": tries,
                "created_at": created_at,
            }
        )
        if slug is not UNSET:
            field_dict["slug"] = slug
        if failure is not UNSET:
            field_dict["failure"] = failure
        if started_at is not UNSET:
            field_dict["started_at"] = started_at
        if finished_at is not UNSET:
            field_dict["finished_at"] = finished_at
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at
        if target is not UNSET:
            field_dict["target"] = target
        if archive is not UNSET:
            field_dict["archive"] = archive
        if copied is not UNSET:
            field_dict["copied"] = copied
        if signed_report is not UNSET:
            field_dict["signed_report"] = signed_report

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.org_operation_archive import OrgOperationArchive  # noqa: PLC0415
        from ..models.org_operation_copied import OrgOperationCopied  # noqa: PLC0415
        from ..models.org_operation_progress import OrgOperationProgress  # noqa: PLC0415
        from ..models.org_operation_signed_report import OrgOperationSignedReport  # noqa: PLC0415
        from ..models.org_operation_target import OrgOperationTarget  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        kind = OrgOperationKind(d.pop("kind"))

        org_id = d.pop("org_id")

        state = OrgOperationState(d.pop("state"))

        requested_by = d.pop("requested_by")

        progress = OrgOperationProgress.from_dict(d.pop("progress"))

        tries = d.pop("tries")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        slug = d.pop("slug", UNSET)

        failure = d.pop("failure", UNSET)

        _started_at = d.pop("started_at", UNSET)
        started_at: datetime.datetime | Unset
        if isinstance(_started_at, Unset):
            started_at = UNSET
        else:
            started_at = datetime.datetime.fromisoformat(_started_at)

        _finished_at = d.pop("finished_at", UNSET)
        finished_at: datetime.datetime | Unset
        if isinstance(_finished_at, Unset):
            finished_at = UNSET
        else:
            finished_at = datetime.datetime.fromisoformat(_finished_at)

        _expires_at = d.pop("expires_at", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        _target = d.pop("target", UNSET)
        target: OrgOperationTarget | Unset
        if isinstance(_target, Unset):
            target = UNSET
        else:
            target = OrgOperationTarget.from_dict(_target)

        _archive = d.pop("archive", UNSET)
        archive: OrgOperationArchive | Unset
        if isinstance(_archive, Unset):
            archive = UNSET
        else:
            archive = OrgOperationArchive.from_dict(_archive)

        _copied = d.pop("copied", UNSET)
        copied: OrgOperationCopied | Unset
        if isinstance(_copied, Unset):
            copied = UNSET
        else:
            copied = OrgOperationCopied.from_dict(_copied)

        _signed_report = d.pop("signed_report", UNSET)
        signed_report: OrgOperationSignedReport | Unset
        if isinstance(_signed_report, Unset):
            signed_report = UNSET
        else:
            signed_report = OrgOperationSignedReport.from_dict(_signed_report)

        org_operation = cls(
            id=id,
            kind=kind,
            org_id=org_id,
            state=state,
            requested_by=requested_by,
            progress=progress,
            tries=tries,
            created_at=created_at,
            slug=slug,
            failure=failure,
            started_at=started_at,
            finished_at=finished_at,
            expires_at=expires_at,
            target=target,
            archive=archive,
            copied=copied,
            signed_report=signed_report,
        )

        return org_operation
