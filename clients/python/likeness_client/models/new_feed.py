from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.feed_format import FeedFormat
from ..models.feed_mode import FeedMode
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.feed_column import FeedColumn
    from ..models.feed_credentials import FeedCredentials
    from ..models.feed_schedule import FeedSchedule


T = TypeVar("T", bound="NewFeed")


@_attrs_define
class NewFeed:
    """
    Attributes:
        name (str):
        url (str | Unset): Fetched by the server, from public addresses only.
        format_ (FeedFormat | Unset):
        mapping (list[FeedColumn] | Unset): What columns of the feed hold. What is not named is recognised.
        mode (FeedMode | Unset): full: rows that a feed does not name any more are removed; delta: they stay.
        credentials (FeedCredentials | Unset):
        schedule (FeedSchedule | Unset):
        paused (bool | Unset):
    """

    name: str
    url: str | Unset = UNSET
    format_: FeedFormat | Unset = UNSET
    mapping: list[FeedColumn] | Unset = UNSET
    mode: FeedMode | Unset = UNSET
    credentials: FeedCredentials | Unset = UNSET
    schedule: FeedSchedule | Unset = UNSET
    paused: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        url = self.url

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_.value

        mapping: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.mapping, Unset):
            mapping = []
            for componentsschemas_feed_mapping_item_data in self.mapping:
                componentsschemas_feed_mapping_item = componentsschemas_feed_mapping_item_data.to_dict()
                mapping.append(componentsschemas_feed_mapping_item)

        mode: str | Unset = UNSET
        if not isinstance(self.mode, Unset):
            mode = self.mode.value

        credentials: dict[str, Any] | Unset = UNSET
        if not isinstance(self.credentials, Unset):
            credentials = self.credentials.to_dict()

        schedule: dict[str, Any] | Unset = UNSET
        if not isinstance(self.schedule, Unset):
            schedule = self.schedule.to_dict()

        paused = self.paused

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if url is not UNSET:
            field_dict["url"] = url
        if format_ is not UNSET:
            field_dict["format"] = format_
        if mapping is not UNSET:
            field_dict["mapping"] = mapping
        if mode is not UNSET:
            field_dict["mode"] = mode
        if credentials is not UNSET:
            field_dict["credentials"] = credentials
        if schedule is not UNSET:
            field_dict["schedule"] = schedule
        if paused is not UNSET:
            field_dict["paused"] = paused

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.feed_column import FeedColumn  # noqa: PLC0415
        from ..models.feed_credentials import FeedCredentials  # noqa: PLC0415
        from ..models.feed_schedule import FeedSchedule  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        url = d.pop("url", UNSET)

        _format_ = d.pop("format", UNSET)
        format_: FeedFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = FeedFormat(_format_)

        _mapping = d.pop("mapping", UNSET)
        mapping: list[FeedColumn] | Unset = UNSET
        if _mapping is not UNSET:
            mapping = []
            for componentsschemas_feed_mapping_item_data in _mapping:
                componentsschemas_feed_mapping_item = FeedColumn.from_dict(componentsschemas_feed_mapping_item_data)

                mapping.append(componentsschemas_feed_mapping_item)

        _mode = d.pop("mode", UNSET)
        mode: FeedMode | Unset
        if isinstance(_mode, Unset):
            mode = UNSET
        else:
            mode = FeedMode(_mode)

        _credentials = d.pop("credentials", UNSET)
        credentials: FeedCredentials | Unset
        if isinstance(_credentials, Unset):
            credentials = UNSET
        else:
            credentials = FeedCredentials.from_dict(_credentials)

        _schedule = d.pop("schedule", UNSET)
        schedule: FeedSchedule | Unset
        if isinstance(_schedule, Unset):
            schedule = UNSET
        else:
            schedule = FeedSchedule.from_dict(_schedule)

        paused = d.pop("paused", UNSET)

        new_feed = cls(
            name=name,
            url=url,
            format_=format_,
            mapping=mapping,
            mode=mode,
            credentials=credentials,
            schedule=schedule,
            paused=paused,
        )

        return new_feed
