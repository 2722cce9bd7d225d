from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.search_answer_count_scope import SearchAnswerCountScope
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.facet import Facet
    from ..models.hit import Hit
    from ..models.step_ms import StepMs


T = TypeVar("T", bound="SearchAnswer")


@_attrs_define
class SearchAnswer:
    """
    Attributes:
        search_id (str):
        took_ms (float):
        step_ms (StepMs): Milliseconds of each step of the chain.
        pack (str):
        index_time (datetime.datetime):
        found (int):
        count_scope (SearchAnswerCountScope): capped: the candidate limit was reached, and counts are lower bounds.
        hits (list[Hit]):
        facets (list[Facet]):
        next_cursor (str | Unset): Absent on the last page.
    """

    search_id: str
    took_ms: float
    step_ms: StepMs
    pack: str
    index_time: datetime.datetime
    found: int
    count_scope: SearchAnswerCountScope
    hits: list[Hit]
    facets: list[Facet]
    next_cursor: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        search_id = self.search_id

        took_ms = self.took_ms

        step_ms = self.step_ms.to_dict()

        pack = self.pack

        index_time = self.index_time.isoformat()

        found = self.found

        count_scope = self.count_scope.value

        hits = []
        for hits_item_data in self.hits:
            hits_item = hits_item_data.to_dict()
            hits.append(hits_item)

        facets = []
        for facets_item_data in self.facets:
            facets_item = facets_item_data.to_dict()
            facets.append(facets_item)

        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "search_id": search_id,
                "took_ms": took_ms,
                "step_ms": step_ms,
                "pack": pack,
                "index_time": index_time,
                "found": found,
                "count_scope": count_scope,
                "hits": hits,
                "facets": facets,
            }
        )
        if next_cursor is not UNSET:
            field_dict["next_cursor"] = next_cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.facet import Facet  # noqa: PLC0415
        from ..models.hit import Hit  # noqa: PLC0415
        from ..models.step_ms import StepMs  # noqa: PLC0415

        d = dict(src_dict)
        search_id = d.pop("search_id")

        took_ms = d.pop("took_ms")

        step_ms = StepMs.from_dict(d.pop("step_ms"))

        pack = d.pop("pack")

        index_time = datetime.datetime.fromisoformat(d.pop("index_time"))

        found = d.pop("found")

        count_scope = SearchAnswerCountScope(d.pop("count_scope"))

        hits = []
        _hits = d.pop("hits")
        for hits_item_data in _hits:
            hits_item = Hit.from_dict(hits_item_data)

            hits.append(hits_item)

        facets = []
        _facets = d.pop("facets")
        for facets_item_data in _facets:
            facets_item = Facet.from_dict(facets_item_data)

            facets.append(facets_item)

        next_cursor = d.pop("next_cursor", UNSET)

        search_answer = cls(
            search_id=search_id,
            took_ms=took_ms,
            step_ms=step_ms,
            pack=pack,
            index_time=index_time,
            found=found,
            count_scope=count_scope,
            hits=hits,
            facets=facets,
            next_cursor=next_cursor,
        )

        return search_answer
