from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.index_status_state import IndexStatusState
from ..types import UNSET, Unset

T = TypeVar("T", bound="IndexStatus")


@_attrs_define
class IndexStatus:
    """
    Attributes:
        engine (str):
        state (IndexStatusState):
        pack (str):
        vectors (int):
        products (int):
        memory_bytes (int):
        stored_vectors (int): In the database.
        detector (str): Empty where none is installed.
        changed_at (datetime.datetime | Unset):
    """

    engine: str
    state: IndexStatusState
    pack: str
    vectors: int
    products: int
    memory_bytes: int
    stored_vectors: int
    detector: str
    changed_at: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        engine = self.engine

        state = self.state.value

        pack = self.pack

        vectors = self.vectors

        products = self.products

        memory_bytes = self.memory_bytes

        stored_vectors = self.stored_vectors

        detector = self.detector

        changed_at: str | Unset = UNSET
        if not isinstance(self.changed_at, Unset):
            changed_at = self.changed_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "engine": engine,
                "state": state,
                "pack": pack,
                "vectors": vectors,
                "products": products,
                "memory_bytes": memory_bytes,
                "stored_vectors": stored_vectors,
                "detector": detector,
            }
        )
        if changed_at is not UNSET:
            field_dict["changed_at"] = changed_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        engine = d.pop("engine")

        state = IndexStatusState(d.pop("state"))

        pack = d.pop("pack")

        vectors = d.pop("vectors")

        products = d.pop("products")

        memory_bytes = d.pop("memory_bytes")

        stored_vectors = d.pop("stored_vectors")

        detector = d.pop("detector")

        _changed_at = d.pop("changed_at", UNSET)
        changed_at: datetime.datetime | Unset
        if isinstance(_changed_at, Unset):
            changed_at = UNSET
        else:
            changed_at = datetime.datetime.fromisoformat(_changed_at)

        index_status = cls(
            engine=engine,
            state=state,
            pack=pack,
            vectors=vectors,
            products=products,
            memory_bytes=memory_bytes,
            stored_vectors=stored_vectors,
            detector=detector,
            changed_at=changed_at,
        )

        return index_status
