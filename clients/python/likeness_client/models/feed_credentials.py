from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.feed_credentials_kind import FeedCredentialsKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="FeedCredentials")


@_attrs_define
class FeedCredentials:
    """
    Attributes:
        kind (FeedCredentialsKind):
        name (str | Unset): User of basic; name of the header.
        secret (str | Unset): Password, token, or value of the header.
    """

    kind: FeedCredentialsKind
    name: str | Unset = UNSET
    secret: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        name = self.name

        secret = self.secret

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if secret is not UNSET:
            field_dict["secret"] = secret

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = FeedCredentialsKind(d.pop("kind"))

        name = d.pop("name", UNSET)

        secret = d.pop("secret", UNSET)

        feed_credentials = cls(
            kind=kind,
            name=name,
            secret=secret,
        )

        return feed_credentials
