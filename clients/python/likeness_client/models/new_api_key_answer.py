from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.api_key_scopes_item import ApiKeyScopesItem
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewApiKeyAnswer")


@_attrs_define
class NewApiKeyAnswer:
    """
    Attributes:
        id (str):
        name (str):
        scopes (list[ApiKeyScopesItem]):
        allowed_origins (list[str]): Of pages that may use the key: https://shop.example
        created_by (str):
        created_at (datetime.datetime):
        key (str): lk_key_…: shown this once.
        expires_at (datetime.datetime | Unset):
    """

    id: str
    name: str
    scopes: list[ApiKeyScopesItem]
    allowed_origins: list[str]
    created_by: str
    created_at: datetime.datetime
    key: str
    expires_at: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        scopes = []
        for componentsschemas_api_key_scopes_item_data in self.scopes:
            componentsschemas_api_key_scopes_item = componentsschemas_api_key_scopes_item_data.value
            scopes.append(componentsschemas_api_key_scopes_item)

        allowed_origins = self.allowed_origins

        created_by = self.created_by

        created_at = self.created_at.isoformat()

        key = self.key

        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "name": name,
                "scopes": scopes,
                "allowed_origins": allowed_origins,
                "created_by": created_by,
                "created_at": created_at,
                "key": key,
            }
        )
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        scopes = []
        _scopes = d.pop("scopes")
        for componentsschemas_api_key_scopes_item_data in _scopes:
            componentsschemas_api_key_scopes_item = ApiKeyScopesItem(componentsschemas_api_key_scopes_item_data)

            scopes.append(componentsschemas_api_key_scopes_item)

        allowed_origins = cast(list[str], d.pop("allowed_origins"))

        created_by = d.pop("created_by")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        key = d.pop("key")

        _expires_at = d.pop("expires_at", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        new_api_key_answer = cls(
            id=id,
            name=name,
            scopes=scopes,
            allowed_origins=allowed_origins,
            created_by=created_by,
            created_at=created_at,
            key=key,
            expires_at=expires_at,
        )

        return new_api_key_answer
