from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.webhook_event_type import WebhookEventType
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.webhook_disabled import WebhookDisabled


T = TypeVar("T", bound="NewWebhookAnswer")


@_attrs_define
class NewWebhookAnswer:
    """
    Attributes:
        id (str):
        url (str): http or https
        description (str): For people.
        event_types (list[WebhookEventType]):
        paused (bool):
        created_by (str): user:usr_…, key:key_… or operator
        created_at (datetime.datetime):
        secret (str): whsec_ and 32 bytes in base64: shown this once.
        failing_since (datetime.datetime | Unset): The first failure since the last success; absent: none.
        disabled (WebhookDisabled | Unset): The server sends nothing any more.
        former_secret_until (datetime.datetime | Unset): Until when the former secret signs as well.
    """

    id: str
    url: str
    description: str
    event_types: list[WebhookEventType]
    paused: bool
    created_by: str
    created_at: datetime.datetime
    secret: str
    failing_since: datetime.datetime | Unset = UNSET
    disabled: WebhookDisabled | Unset = UNSET
    former_secret_until: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        url = self.url

        description = self.description

        event_types = []
        for componentsschemas_webhook_event_types_item_data in self.event_types:
            componentsschemas_webhook_event_types_item = componentsschemas_webhook_event_types_item_data.value
            event_types.append(componentsschemas_webhook_event_types_item)

        paused = self.paused

        created_by = self.created_by

        created_at = self.created_at.isoformat()

        secret = self.secret

        failing_since: str | Unset = UNSET
        if not isinstance(self.failing_since, Unset):
            failing_since = self.failing_since.isoformat()

        disabled: dict[str, Any] | Unset = UNSET
        if not isinstance(self.disabled, Unset):
            disabled = self.disabled.to_dict()

        former_secret_until: str | Unset = UNSET
        if not isinstance(self.former_secret_until, Unset):
            former_secret_until = self.former_secret_until.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "url": url,
                "description": description,
                "event_types": event_types,
                "paused": paused,
                "created_by": created_by,
                "created_at": created_at,
                "secret": secret,
            }
        )
        if failing_since is not UNSET:
            field_dict["failing_since"] = failing_since
        if disabled is not UNSET:
            field_dict["disabled"] = disabled
        if former_secret_until is not UNSET:
            field_dict["former_secret_until"] = former_secret_until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.webhook_disabled import WebhookDisabled  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        url = d.pop("url")

        description = d.pop("description")

        event_types = []
        _event_types = d.pop("event_types")
        for componentsschemas_webhook_event_types_item_data in _event_types:
            componentsschemas_webhook_event_types_item = WebhookEventType(
                componentsschemas_webhook_event_types_item_data
            )

            event_types.append(componentsschemas_webhook_event_types_item)

        paused = d.pop("paused")

        created_by = d.pop("created_by")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        secret = d.pop("secret")

        _failing_since = d.pop("failing_since", UNSET)
        failing_since: datetime.datetime | Unset
        if isinstance(_failing_since, Unset):
            failing_since = UNSET
        else:
            failing_since = datetime.datetime.fromisoformat(_failing_since)

        _disabled = d.pop("disabled", UNSET)
        disabled: WebhookDisabled | Unset
        if isinstance(_disabled, Unset):
            disabled = UNSET
        else:
            disabled = WebhookDisabled.from_dict(_disabled)

        _former_secret_until = d.pop("former_secret_until", UNSET)
        former_secret_until: datetime.datetime | Unset
        if isinstance(_former_secret_until, Unset):
            former_secret_until = UNSET
        else:
            former_secret_until = datetime.datetime.fromisoformat(_former_secret_until)

        new_webhook_answer = cls(
            id=id,
            url=url,
            description=description,
            event_types=event_types,
            paused=paused,
            created_by=created_by,
            created_at=created_at,
            secret=secret,
            failing_since=failing_since,
            disabled=disabled,
            former_secret_until=former_secret_until,
        )

        return new_webhook_answer
