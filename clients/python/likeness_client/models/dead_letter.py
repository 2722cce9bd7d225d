from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.dead_letter_kind import DeadLetterKind
from ..models.error_kind import ErrorKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeadLetter")


@_attrs_define
class DeadLetter:
    """
    Attributes:
        id (str):
        kind (DeadLetterKind):
        stage (str): Where its last try failed; empty where its worker died each time.
        error_kind (ErrorKind):
        reason (str):
        tries (int):
        retryable (bool): False for a photo that was never uploaded.
        import_id (str):
        died_at (datetime.datetime):
        product_id (str | Unset):
        image_id (str | Unset):
        location (str | Unset): The photo as the feed names it.
    """

    id: str
    kind: DeadLetterKind
    stage: str
    error_kind: ErrorKind
    reason: str
    tries: int
    retryable: bool
    import_id: str
    died_at: datetime.datetime
    product_id: str | Unset = UNSET
    image_id: str | Unset = UNSET
    location: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind.value

        stage = self.stage

        error_kind = self.error_kind.value

        reason = self.reason

        tries = self.tries

        retryable = self.retryable

        import_id = self.import_id

        died_at = self.died_at.isoformat()

        product_id = self.product_id

        image_id = self.image_id

        location = self.location

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "stage": stage,
                "error_kind": error_kind,
                "reason": reason,
                "tries": tries,
                "retryable": retryable,
                "import_id": import_id,
                "died_at": died_at,
            }
        )
        if product_id is not UNSET:
            field_dict["product_id"] = product_id
        if image_id is not UNSET:
            field_dict["image_id"] = image_id
        if location is not UNSET:
            field_dict["location"] = location

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        kind = DeadLetterKind(d.pop("kind"))

        stage = d.pop("stage")

        error_kind = ErrorKind(d.pop("error_kind"))

        reason = d.pop("reason")

        tries = d.pop("tries")

        retryable = d.pop("retryable")

        import_id = d.pop("import_id")

        died_at = datetime.datetime.fromisoformat(d.pop("died_at"))

        product_id = d.pop("product_id", UNSET)

        image_id = d.pop("image_id", UNSET)

        location = d.pop("location", UNSET)

        dead_letter = cls(
            id=id,
            kind=kind,
            stage=stage,
            error_kind=error_kind,
            reason=reason,
            tries=tries,
            retryable=retryable,
            import_id=import_id,
            died_at=died_at,
            product_id=product_id,
            image_id=image_id,
            location=location,
        )

        return dead_letter
