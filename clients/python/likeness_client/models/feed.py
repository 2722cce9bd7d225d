from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.feed_format import FeedFormat
from ..models.feed_kind import FeedKind
from ..models.feed_mode import FeedMode
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.credentials_state import CredentialsState
    from ..models.feed_column import FeedColumn
    from ..models.feed_schedule import FeedSchedule


T = TypeVar("T", bound="Feed")


@_attrs_define
class Feed:
    """
    Attributes:
        id (str):
        name (str):
        kind (FeedKind):
        format_ (FeedFormat):
        mapping (list[FeedColumn]): What columns of the feed hold. What is not named is recognised.
        mode (FeedMode): full: rows that a feed does not name any more are removed; delta: they stay.
        credentials (CredentialsState):
        paused (bool):
        created_at (datetime.datetime):
        url (str | Unset):
        schedule (FeedSchedule | Unset):
        next_pull_at (datetime.datetime | Unset): Absent where nothing is scheduled.
    """

    id: str
    name: str
    kind: FeedKind
    format_: FeedFormat
    mapping: list[FeedColumn]
    mode: FeedMode
    credentials: CredentialsState
    paused: bool
    created_at: datetime.datetime
    url: str | Unset = UNSET
    schedule: FeedSchedule | Unset = UNSET
    next_pull_at: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        kind = self.kind.value

        format_ = self.format_.value

        mapping = []
        for componentsschemas_feed_mapping_item_data in self.mapping:
            componentsschemas_feed_mapping_item = componentsschemas_feed_mapping_item_data.to_dict()
            mapping.append(componentsschemas_feed_mapping_item)

        mode = self.mode.value

        credentials = self.credentials.to_dict()

        paused = self.paused

        created_at = self.created_at.isoformat()

        url = self.url

        schedule: dict[str, Any] | Unset = UNSET
        if not isinstance(self.schedule, Unset):
            schedule = self.schedule.to_dict()

        next_pull_at: str | Unset = UNSET
        if not isinstance(self.next_pull_at, Unset):
            next_pull_at = self.next_pull_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "name": name,
                "kind": kind,
                "format": format_,
                "mapping": mapping,
                "mode": mode,
                "credentials": credentials,
                "paused": paused,
                "created_at": created_at,
            }
        )
        if url is not UNSET:
            field_dict["url"] = url
        if schedule is not UNSET:
            field_dict["schedule"] = schedule
        if next_pull_at is not UNSET:
            field_dict["next_pull_at"] = next_pull_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.credentials_state import CredentialsState  # noqa: PLC0415
        from ..models.feed_column import FeedColumn  # noqa: PLC0415
        from ..models.feed_schedule import FeedSchedule  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        kind = FeedKind(d.pop("kind"))

        format_ = FeedFormat(d.pop("format"))

        mapping = []
        _mapping = d.pop("mapping")
        for componentsschemas_feed_mapping_item_data in _mapping:
            componentsschemas_feed_mapping_item = FeedColumn.from_dict(componentsschemas_feed_mapping_item_data)

            mapping.append(componentsschemas_feed_mapping_item)

        mode = FeedMode(d.pop("mode"))

        credentials = CredentialsState.from_dict(d.pop("credentials"))

        paused = d.pop("paused")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        url = d.pop("url", UNSET)

        _schedule = d.pop("schedule", UNSET)
        schedule: FeedSchedule | Unset
        if isinstance(_schedule, Unset):
            schedule = UNSET
        else:
            schedule = FeedSchedule.from_dict(_schedule)

        _next_pull_at = d.pop("next_pull_at", UNSET)
        next_pull_at: datetime.datetime | Unset
        if isinstance(_next_pull_at, Unset):
            next_pull_at = UNSET
        else:
            next_pull_at = datetime.datetime.fromisoformat(_next_pull_at)

        feed = cls(
            id=id,
            name=name,
            kind=kind,
            format_=format_,
            mapping=mapping,
            mode=mode,
            credentials=credentials,
            paused=paused,
            created_at=created_at,
            url=url,
            schedule=schedule,
            next_pull_at=next_pull_at,
        )

        return feed
