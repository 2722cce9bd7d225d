from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="StepMs")


@_attrs_define
class StepMs:
    """Milliseconds of each step of the chain.

    Attributes:
        embed (float | Unset):
        retrieve (float | Unset):
        rank (float | Unset):
        read (float | Unset):
    """

    embed: float | Unset = UNSET
    retrieve: float | Unset = UNSET
    rank: float | Unset = UNSET
    read: float | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        embed = self.embed

        retrieve = self.retrieve

        rank = self.rank

        read = self.read

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if embed is not UNSET:
            field_dict["embed"] = embed
        if retrieve is not UNSET:
            field_dict["retrieve"] = retrieve
        if rank is not UNSET:
            field_dict["rank"] = rank
        if read is not UNSET:
            field_dict["read"] = read

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        embed = d.pop("embed", UNSET)

        retrieve = d.pop("retrieve", UNSET)

        rank = d.pop("rank", UNSET)

        read = d.pop("read", UNSET)

        step_ms = cls(
            embed=embed,
            retrieve=retrieve,
            rank=rank,
            read=read,
        )

        return step_ms
