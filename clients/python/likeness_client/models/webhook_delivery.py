from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.webhook_delivery_state import WebhookDeliveryState
from ..types import UNSET, Unset

T = TypeVar("T", bound="WebhookDelivery")


@_attrs_define
class WebhookDelivery:
    """
    Attributes:
        id (str):
        webhook_id (str):
        event_id (str):
        event_type (str): One of WebhookEventType, or webhook.test.
        state (WebhookDeliveryState): failed: it was given up.
        tries (int):
        created_at (datetime.datetime):
        http_status (int | Unset): Of the last answer; absent where none came.
        reason (str | Unset): Why the last try failed.
        last_try_at (datetime.datetime | Unset):
        next_try_at (datetime.datetime | Unset): While it waits.
        finished_at (datetime.datetime | Unset):
    """

    id: str
    webhook_id: str
    event_id: str
    event_type: str
    state: WebhookDeliveryState
    tries: int
    created_at: datetime.datetime
    http_status: int | Unset = UNSET
    reason: str | Unset = UNSET
    last_try_at: datetime.datetime | Unset = UNSET
    next_try_at: datetime.datetime | Unset = UNSET
    finished_at: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        webhook_id = self.webhook_id

        event_id = self.event_id

        event_type = self.event_type

        state = self.state.value

        tries = self.tries

        created_at = self.created_at.isoformat()

        http_status = self.http_status

        reason = self.reason

        last_try_at: str | Unset = UNSET
        if not isinstance(self.last_try_at, Unset):
            last_try_at = self.last_try_at.isoformat()

        next_try_at: str | Unset = UNSET
        if not isinstance(self.next_try_at, Unset):
            next_try_at = self.next_try_at.isoformat()

        finished_at: str | Unset = UNSET
        if not isinstance(self.finished_at, Unset):
            finished_at = self.finished_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "webhook_id": webhook_id,
                "event_id": event_id,
                "event_type": event_type,
                "state": state,
                "tries": tries,
                "created_at": created_at,
            }
        )
        if http_status is not UNSET:
            field_dict["http_status"] = http_status
        if reason is not UNSET:
            field_dict["reason"] = reason
        if last_try_at is not UNSET:
            field_dict["last_try_at"] = last_try_at
        if next_try_at is not UNSET:
            field_dict["next_try_at"] = next_try_at
        if finished_at is not UNSET:
            field_dict["finished_at"] = finished_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        webhook_id = d.pop("webhook_id")

        event_id = d.pop("event_id")

        event_type = d.pop("event_type")

        state = WebhookDeliveryState(d.pop("state"))

        tries = d.pop("tries")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        http_status = d.pop("http_status", UNSET)

        reason = d.pop("reason", UNSET)

        _last_try_at = d.pop("last_try_at", UNSET)
        last_try_at: datetime.datetime | Unset
        if isinstance(_last_try_at, Unset):
            last_try_at = UNSET
        else:
            last_try_at = datetime.datetime.fromisoformat(_last_try_at)

        _next_try_at = d.pop("next_try_at", UNSET)
        next_try_at: datetime.datetime | Unset
        if isinstance(_next_try_at, Unset):
            next_try_at = UNSET
        else:
            next_try_at = datetime.datetime.fromisoformat(_next_try_at)

        _finished_at = d.pop("finished_at", UNSET)
        finished_at: datetime.datetime | Unset
        if isinstance(_finished_at, Unset):
            finished_at = UNSET
        else:
            finished_at = datetime.datetime.fromisoformat(_finished_at)

        webhook_delivery = cls(
            id=id,
            webhook_id=webhook_id,
            event_id=event_id,
            event_type=event_type,
            state=state,
            tries=tries,
            created_at=created_at,
            http_status=http_status,
            reason=reason,
            last_try_at=last_try_at,
            next_try_at=next_try_at,
            finished_at=finished_at,
        )

        return webhook_delivery
