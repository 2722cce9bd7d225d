from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.credentials_state_kind import CredentialsStateKind

T = TypeVar("T", bound="CredentialsState")


@_attrs_define
class CredentialsState:
    """
    Attributes:
        kind (CredentialsStateKind):
        set_ (bool):
    """

    kind: CredentialsStateKind
    set_: bool

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        set_ = self.set_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "set": set_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = CredentialsStateKind(d.pop("kind"))

        set_ = d.pop("set")

        credentials_state = cls(
            kind=kind,
            set_=set_,
        )

        return credentials_state
