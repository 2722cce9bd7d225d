from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.webhook_event_type import WebhookEventType
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewWebhook")


@_attrs_define
class NewWebhook:
    """
    Attributes:
        url (str): http or https
        event_types (list[WebhookEventType]):
        description (str | Unset): For people.
        paused (bool | Unset):
    """

    url: str
    event_types: list[WebhookEventType]
    description: str | Unset = UNSET
    paused: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        event_types = []
        for componentsschemas_webhook_event_types_item_data in self.event_types:
            componentsschemas_webhook_event_types_item = componentsschemas_webhook_event_types_item_data.value
            event_types.append(componentsschemas_webhook_event_types_item)

        description = self.description

        paused = self.paused

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "url": url,
                "event_types": event_types,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if paused is not UNSET:
            field_dict["paused"] = paused

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url")

        event_types = []
        _event_types = d.pop("event_types")
        for componentsschemas_webhook_event_types_item_data in _event_types:
            componentsschemas_webhook_event_types_item = WebhookEventType(
                componentsschemas_webhook_event_types_item_data
            )

            event_types.append(componentsschemas_webhook_event_types_item)

        description = d.pop("description", UNSET)

        paused = d.pop("paused", UNSET)

        new_webhook = cls(
            url=url,
            event_types=event_types,
            description=description,
            paused=paused,
        )

        return new_webhook
