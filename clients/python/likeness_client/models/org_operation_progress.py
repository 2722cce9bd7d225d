from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="OrgOperationProgress")


@_attrs_define
class OrgOperationProgress:
    """
    Attributes:
        step (str):
        done (int):
        total (int): 0 where it is not known.
        per_second (float | Unset):
        seconds_left (float | Unset):
    """

    step: str
    done: int
    total: int
    per_second: float | Unset = UNSET
    seconds_left: float | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        step = self.step

        done = self.done

        total = self.total

        per_second = self.per_second

        seconds_left = self.seconds_left

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "step": step,
                "done": done,
                "total": total,
            }
        )
        if per_second is not UNSET:
            field_dict["per_second"] = per_second
        if seconds_left is not UNSET:
            field_dict["seconds_left"] = seconds_left

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        step = d.pop("step")

        done = d.pop("done")

        total = d.pop("total")

        per_second = d.pop("per_second", UNSET)

        seconds_left = d.pop("seconds_left", UNSET)

        org_operation_progress = cls(
            step=step,
            done=done,
            total=total,
            per_second=per_second,
            seconds_left=seconds_left,
        )

        return org_operation_progress
