from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.error_kind import ErrorKind
from ..models.stage import Stage
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeadLetterFilter")


@_attrs_define
class DeadLetterFilter:
    """All that is given must fit; nothing given fits all.

    Attributes:
        import_id (str | Unset):
        stage (Stage | Unset):
        error_kind (ErrorKind | Unset):
    """

    import_id: str | Unset = UNSET
    stage: Stage | Unset = UNSET
    error_kind: ErrorKind | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        import_id = self.import_id

        stage: str | Unset = UNSET
        if not isinstance(self.stage, Unset):
            stage = self.stage.value

        error_kind: str | Unset = UNSET
        if not isinstance(self.error_kind, Unset):
            error_kind = self.error_kind.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if import_id is not UNSET:
            field_dict["import_id"] = import_id
        if stage is not UNSET:
            field_dict["stage"] = stage
        if error_kind is not UNSET:
            field_dict["error_kind"] = error_kind

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        import_id = d.pop("import_id", UNSET)

        _stage = d.pop("stage", UNSET)
        stage: Stage | Unset
        if isinstance(_stage, Unset):
            stage = UNSET
        else:
            stage = Stage(_stage)

        _error_kind = d.pop("error_kind", UNSET)
        error_kind: ErrorKind | Unset
        if isinstance(_error_kind, Unset):
            error_kind = UNSET
        else:
            error_kind = ErrorKind(_error_kind)

        dead_letter_filter = cls(
            import_id=import_id,
            stage=stage,
            error_kind=error_kind,
        )

        return dead_letter_filter
