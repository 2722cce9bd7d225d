from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.feed import Feed


T = TypeVar("T", bound="FeedPage")


@_attrs_define
class FeedPage:
    """
    Attributes:
        feeds (list[Feed]):
        next_cursor (str | Unset): Absent on the last page.
    """

    feeds: list[Feed]
    next_cursor: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        feeds = []
        for feeds_item_data in self.feeds:
            feeds_item = feeds_item_data.to_dict()
            feeds.append(feeds_item)

        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "feeds": feeds,
            }
        )
        if next_cursor is not UNSET:
            field_dict["next_cursor"] = next_cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.feed import Feed  # noqa: PLC0415

        d = dict(src_dict)
        feeds = []
        _feeds = d.pop("feeds")
        for feeds_item_data in _feeds:
            feeds_item = Feed.from_dict(feeds_item_data)

            feeds.append(feeds_item)

        next_cursor = d.pop("next_cursor", UNSET)

        feed_page = cls(
            feeds=feeds,
            next_cursor=next_cursor,
        )

        return feed_page
