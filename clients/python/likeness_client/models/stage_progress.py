from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.stage_progress_stage import StageProgressStage
from ..types import UNSET, Unset

T = TypeVar("T", bound="StageProgress")


@_attrs_define
class StageProgress:
    """Rows in feed and normalize, photos from download on, photos and texts in embed and index.

    Attributes:
        stage (StageProgressStage):
        in_ (int): Have reached the stage so far.
        done (int):
        failed (int):
        rate_per_s (float):
        eta_s (float | Unset): Absent where nothing moves.
    """

    stage: StageProgressStage
    in_: int
    done: int
    failed: int
    rate_per_s: float
    eta_s: float | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        stage = self.stage.value

        in_ = self.in_

        done = self.done

        failed = self.failed

        rate_per_s = self.rate_per_s

        eta_s = self.eta_s

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "stage": stage,
                "in": in_,
                "done": done,
                "failed": failed,
                "rate_per_s": rate_per_s,
            }
        )
        if eta_s is not UNSET:
            field_dict["eta_s"] = eta_s

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        stage = StageProgressStage(d.pop("stage"))

        in_ = d.pop("in")

        done = d.pop("done")

        failed = d.pop("failed")

        rate_per_s = d.pop("rate_per_s")

        eta_s = d.pop("eta_s", UNSET)

        stage_progress = cls(
            stage=stage,
            in_=in_,
            done=done,
            failed=failed,
            rate_per_s=rate_per_s,
            eta_s=eta_s,
        )

        return stage_progress
