from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.api_key_scopes_item import ApiKeyScopesItem
from ..types import UNSET, Unset

T = TypeVar("T", bound="ApiKeyChange")


@_attrs_define
class ApiKeyChange:
    """
    Attributes:
        name (str | Unset):
        scopes (list[ApiKeyScopesItem] | Unset):
        allowed_origins (list[str] | Unset): Of pages that may use the key: https://shop.example
        expires_at (datetime.datetime | None | Unset): null: never
    """

    name: str | Unset = UNSET
    scopes: list[ApiKeyScopesItem] | Unset = UNSET
    allowed_origins: list[str] | Unset = UNSET
    expires_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        scopes: list[str] | Unset = UNSET
        if not isinstance(self.scopes, Unset):
            scopes = []
            for componentsschemas_api_key_scopes_item_data in self.scopes:
                componentsschemas_api_key_scopes_item = componentsschemas_api_key_scopes_item_data.value
                scopes.append(componentsschemas_api_key_scopes_item)

        allowed_origins: list[str] | Unset = UNSET
        if not isinstance(self.allowed_origins, Unset):
            allowed_origins = self.allowed_origins

        expires_at: None | str | Unset
        if isinstance(self.expires_at, Unset):
            expires_at = UNSET
        elif isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if scopes is not UNSET:
            field_dict["scopes"] = scopes
        if allowed_origins is not UNSET:
            field_dict["allowed_origins"] = allowed_origins
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        _scopes = d.pop("scopes", UNSET)
        scopes: list[ApiKeyScopesItem] | Unset = UNSET
        if _scopes is not UNSET:
            scopes = []
            for componentsschemas_api_key_scopes_item_data in _scopes:
                componentsschemas_api_key_scopes_item = ApiKeyScopesItem(componentsschemas_api_key_scopes_item_data)

                scopes.append(componentsschemas_api_key_scopes_item)

        allowed_origins = cast(list[str], d.pop("allowed_origins", UNSET))

        def _parse_expires_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        expires_at = _parse_expires_at(d.pop("expires_at", UNSET))

        api_key_change = cls(
            name=name,
            scopes=scopes,
            allowed_origins=allowed_origins,
            expires_at=expires_at,
        )

        return api_key_change
