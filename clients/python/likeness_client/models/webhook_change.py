from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.webhook_event_type import WebhookEventType
from ..types import UNSET, Unset

T = TypeVar("T", bound="WebhookChange")


@_attrs_define
class WebhookChange:
    """
    Attributes:
        url (str | Unset): http or https
        description (str | Unset): For people.
        event_types (list[WebhookEventType] | Unset):
        paused (bool | Unset):
    """

    url: str | Unset = UNSET
    description: str | Unset = UNSET
    event_types: list[WebhookEventType] | Unset = UNSET
    paused: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        description = self.description

        event_types: list[str] | Unset = UNSET
        if not isinstance(self.event_types, Unset):
            event_types = []
            for componentsschemas_webhook_event_types_item_data in self.event_types:
                componentsschemas_webhook_event_types_item = componentsschemas_webhook_event_types_item_data.value
                event_types.append(componentsschemas_webhook_event_types_item)

        paused = self.paused

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if description is not UNSET:
            field_dict["description"] = description
        if event_types is not UNSET:
            field_dict["event_types"] = event_types
        if paused is not UNSET:
            field_dict["paused"] = paused

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url", UNSET)

        description = d.pop("description", UNSET)

        _event_types = d.pop("event_types", UNSET)
        event_types: list[WebhookEventType] | Unset = UNSET
        if _event_types is not UNSET:
            event_types = []
            for componentsschemas_webhook_event_types_item_data in _event_types:
                componentsschemas_webhook_event_types_item = WebhookEventType(
                    componentsschemas_webhook_event_types_item_data
                )

                event_types.append(componentsschemas_webhook_event_types_item)

        paused = d.pop("paused", UNSET)

        webhook_change = cls(
            url=url,
            description=description,
            event_types=event_types,
            paused=paused,
        )

        return webhook_change
