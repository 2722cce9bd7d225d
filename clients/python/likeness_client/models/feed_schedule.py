from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="FeedSchedule")


@_attrs_define
class FeedSchedule:
    """
    Attributes:
        cron (str): Minute, hour, day of month, month, day of week, or @hourly, @daily, @weekly, @monthly, @yearly.
        time_zone (str | Unset): IANA name: Europe/Berlin Default: 'UTC'.
    """

    cron: str
    time_zone: str | Unset = "UTC"

    def to_dict(self) -> dict[str, Any]:
        cron = self.cron

        time_zone = self.time_zone

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "cron": cron,
            }
        )
        if time_zone is not UNSET:
            field_dict["time_zone"] = time_zone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cron = d.pop("cron")

        time_zone = d.pop("time_zone", UNSET)

        feed_schedule = cls(
            cron=cron,
            time_zone=time_zone,
        )

        return feed_schedule
