from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Session")


@_attrs_define
class Session:
    """
    Attributes:
        id (str):
        current (bool): Whether it is the one that asks.
        created_at (datetime.datetime):
        used_at (datetime.datetime): Sign-in or last refresh.
        expires_at (datetime.datetime):
        peer (str): Address that the sign-in came from.
        user_agent (str): What the client called itself, cut after 200 bytes.
    """

    id: str
    current: bool
    created_at: datetime.datetime
    used_at: datetime.datetime
    expires_at: datetime.datetime
    peer: str
    user_agent: str

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        current = self.current

        created_at = self.created_at.isoformat()

        used_at = self.used_at.isoformat()

        expires_at = self.expires_at.isoformat()

        peer = self.peer

        user_agent = self.user_agent

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "current": current,
                "created_at": created_at,
                "used_at": used_at,
                "expires_at": expires_at,
                "peer": peer,
                "user_agent": user_agent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        current = d.pop("current")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        used_at = datetime.datetime.fromisoformat(d.pop("used_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        peer = d.pop("peer")

        user_agent = d.pop("user_agent")

        session = cls(
            id=id,
            current=current,
            created_at=created_at,
            used_at=used_at,
            expires_at=expires_at,
            peer=peer,
            user_agent=user_agent,
        )

        return session
