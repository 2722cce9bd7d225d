from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ImageCounts")


@_attrs_define
class ImageCounts:
    """
    Attributes:
        total (int):
        waiting (int): For upload by the client.
        fetching (int):
        understanding (int):
        done (int):
        dead (int): Given up.
        off_color (int): Show none of the colours that the feed names; 0 until the import is done.
    """

    total: int
    waiting: int
    fetching: int
    understanding: int
    done: int
    dead: int
    off_color: int

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        waiting = self.waiting

        fetching = self.fetching

        understanding = self.understanding

        done = self.done

        dead = self.dead

        off_color = self.off_color

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "total": total,
                "waiting": waiting,
                "fetching": fetching,
                "understanding": understanding,
                "done": done,
                "dead": dead,
                "off_color": off_color,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        total = d.pop("total")

        waiting = d.pop("waiting")

        fetching = d.pop("fetching")

        understanding = d.pop("understanding")

        done = d.pop("done")

        dead = d.pop("dead")

        off_color = d.pop("off_color")

        image_counts = cls(
            total=total,
            waiting=waiting,
            fetching=fetching,
            understanding=understanding,
            done=done,
            dead=dead,
            off_color=off_color,
        )

        return image_counts
