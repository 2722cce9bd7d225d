from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.pull_outcome import PullOutcome
from ..models.pull_state import PullState
from ..models.pull_trigger import PullTrigger
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.pulled_import import PulledImport


T = TypeVar("T", bound="Pull")


@_attrs_define
class Pull:
    """
    Attributes:
        id (str):
        feed_id (str):
        trigger (PullTrigger):
        state (PullState):
        bytes_ (int): Over the wire.
        seconds (float):
        tries (int):
        created_at (datetime.datetime):
        outcome (PullOutcome | Unset): Once it is done. skipped: the pull before was still under way.
        reason (str | Unset): Why it failed or was skipped, or why the last try came to nothing.
        http_status (int | Unset): Of the last answer.
        finished_at (datetime.datetime | Unset):
        import_ (PulledImport | Unset):
    """

    id: str
    feed_id: str
    trigger: PullTrigger
    state: PullState
    bytes_: int
    seconds: float
    tries: int
    created_at: datetime.datetime
    outcome: PullOutcome | Unset = UNSET
    reason: str | Unset = UNSET
    http_status: int | Unset = UNSET
    finished_at: datetime.datetime | Unset = UNSET
    import_: PulledImport | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        feed_id = self.feed_id

        trigger = self.trigger.value

        state = self.state.value

        bytes_ = self.bytes_

        seconds = self.seconds

        tries = self.tries

        created_at = self.created_at.isoformat()

        outcome: str | Unset = UNSET
        if not isinstance(self.outcome, Unset):
            outcome = self.outcome.value

        reason = self.reason

        http_status = self.http_status

        finished_at: str | Unset = UNSET
        if not isinstance(self.finished_at, Unset):
            finished_at = self.finished_at.isoformat()

        import_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.import_, Unset):
            import_ = self.import_.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "feed_id": feed_id,
                "trigger": trigger,
                "state": state,
                "bytes": bytes_,
                "seconds": seconds,
                "tries": tries,
                "created_at": created_at,
            }
        )
        if outcome is not UNSET:
            field_dict["outcome"] = outcome
        if reason is not UNSET:
            field_dict["reason"] = reason
        if http_status is not UNSET:
            field_dict["http_status"] = http_status
        if finished_at is not UNSET:
            field_dict["finished_at"] = finished_at
        if import_ is not UNSET:
            field_dict["import"] = import_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.pulled_import import PulledImport  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        feed_id = d.pop("feed_id")

        trigger = PullTrigger(d.pop("trigger"))

        state = PullState(d.pop("state"))

        bytes_ = d.pop("bytes")

        seconds = d.pop("seconds")

        tries = d.pop("tries")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        _outcome = d.pop("outcome", UNSET)
        outcome: PullOutcome | Unset
        if isinstance(_outcome, Unset):
            outcome = UNSET
        else:
            outcome = PullOutcome(_outcome)

        reason = d.pop("reason", UNSET)

        http_status = d.pop("http_status", UNSET)

        _finished_at = d.pop("finished_at", UNSET)
        finished_at: datetime.datetime | Unset
        if isinstance(_finished_at, Unset):
            finished_at = UNSET
        else:
            finished_at = datetime.datetime.fromisoformat(_finished_at)

        _import_ = d.pop("import", UNSET)
        import_: PulledImport | Unset
        if isinstance(_import_, Unset):
            import_ = UNSET
        else:
            import_ = PulledImport.from_dict(_import_)

        pull = cls(
            id=id,
            feed_id=feed_id,
            trigger=trigger,
            state=state,
            bytes_=bytes_,
            seconds=seconds,
            tries=tries,
            created_at=created_at,
            outcome=outcome,
            reason=reason,
            http_status=http_status,
            finished_at=finished_at,
            import_=import_,
        )

        return pull
