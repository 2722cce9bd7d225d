from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.erasure_report import ErasureReport
    from ..models.org_operation_signed_report_signature import (
        OrgOperationSignedReportSignature,
    )


T = TypeVar("T", bound="OrgOperationSignedReport")


@_attrs_define
class OrgOperationSignedReport:
    """What an erasure removed, by table and store, and what a check of all of them found left.

    Attributes:
        report (ErasureReport): The signature is of this object as compact JSON in UTF-8, keys in the order of their
            bytes.
        signature (OrgOperationSignedReportSignature):
    """

    report: ErasureReport
    signature: OrgOperationSignedReportSignature

    def to_dict(self) -> dict[str, Any]:
        report = self.report.to_dict()

        signature = self.signature.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "report": report,
                "signature": signature,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.erasure_report import ErasureReport  # noqa: PLC0415
        from ..models.org_operation_signed_report_signature import (
            OrgOperationSignedReportSignature,  # noqa: PLC0415
        )

        d = dict(src_dict)
        report = ErasureReport.from_dict(d.pop("report"))

        signature = OrgOperationSignedReportSignature.from_dict(d.pop("signature"))

        org_operation_signed_report = cls(
            report=report,
            signature=signature,
        )

        return org_operation_signed_report
