from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="DeadLettersRetried")


@_attrs_define
class DeadLettersRetried:
    """
    Attributes:
        retried (int):
        more (bool): The bound of one request was reached: ask again.
    """

    retried: int
    more: bool

    def to_dict(self) -> dict[str, Any]:
        retried = self.retried

        more = self.more

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "retried": retried,
                "more": more,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        retried = d.pop("retried")

        more = d.pop("more")

        dead_letters_retried = cls(
            retried=retried,
            more=more,
        )

        return dead_letters_retried
