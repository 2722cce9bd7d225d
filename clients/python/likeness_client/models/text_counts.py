from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="TextCounts")


@_attrs_define
class TextCounts:
    """
    Attributes:
        total (int):
        done (int):
    """

    total: int
    done: int

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        done = self.done

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "total": total,
                "done": done,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        total = d.pop("total")

        done = d.pop("done")

        text_counts = cls(
            total=total,
            done=done,
        )

        return text_counts
