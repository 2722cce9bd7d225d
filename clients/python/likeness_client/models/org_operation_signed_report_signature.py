from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.org_operation_signed_report_signature_algorithm import (
    OrgOperationSignedReportSignatureAlgorithm,
)

T = TypeVar("T", bound="OrgOperationSignedReportSignature")


@_attrs_define
class OrgOperationSignedReportSignature:
    """
    Attributes:
        algorithm (OrgOperationSignedReportSignatureAlgorithm):
        public_key (str): Base64.
        value (str): Base64.
    """

    algorithm: OrgOperationSignedReportSignatureAlgorithm
    public_key: str
    value: str

    def to_dict(self) -> dict[str, Any]:
        algorithm = self.algorithm.value

        public_key = self.public_key

        value = self.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "algorithm": algorithm,
                "public_key": public_key,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        algorithm = OrgOperationSignedReportSignatureAlgorithm(d.pop("algorithm"))

        public_key = d.pop("public_key")

        value = d.pop("value")

        org_operation_signed_report_signature = cls(
            algorithm=algorithm,
            public_key=public_key,
            value=value,
        )

        return org_operation_signed_report_signature
