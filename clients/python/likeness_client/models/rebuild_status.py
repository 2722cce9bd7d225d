from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.rebuild_status_state import RebuildStatusState

T = TypeVar("T", bound="RebuildStatus")


@_attrs_define
class RebuildStatus:
    """
    Attributes:
        state (RebuildStatusState):
    """

    state: RebuildStatusState

    def to_dict(self) -> dict[str, Any]:
        state = self.state.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        state = RebuildStatusState(d.pop("state"))

        rebuild_status = cls(
            state=state,
        )

        return rebuild_status
