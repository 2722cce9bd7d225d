from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.facet_name import FacetName
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.filter_ import Filter


T = TypeVar("T", bound="TextSearch")


@_attrs_define
class TextSearch:
    """
    Attributes:
        text (str):
        filter_ (Filter | Unset): Within a list any value suffices, between fields all must hold, and price, colour,
            size and availability must hold on one and the same variant. A price is compared in one currency, the org's
            unless named.
        limit (int | Unset):
        cursor (str | Unset):
        facets (list[FacetName] | Unset):
        exact (bool | Unset): Compare with every vector instead of asking the engine: slow, to measure the engine
            against.
    """

    text: str
    filter_: Filter | Unset = UNSET
    limit: int | Unset = UNSET
    cursor: str | Unset = UNSET
    facets: list[FacetName] | Unset = UNSET
    exact: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        filter_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.filter_, Unset):
            filter_ = self.filter_.to_dict()

        limit = self.limit

        cursor = self.cursor

        facets: list[str] | Unset = UNSET
        if not isinstance(self.facets, Unset):
            facets = []
            for componentsschemas_facet_names_item_data in self.facets:
                componentsschemas_facet_names_item = componentsschemas_facet_names_item_data.value
                facets.append(componentsschemas_facet_names_item)

        exact = self.exact

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
            }
        )
        if filter_ is not UNSET:
            field_dict["filter"] = filter_
        if limit is not UNSET:
            field_dict["limit"] = limit
        if cursor is not UNSET:
            field_dict["cursor"] = cursor
        if facets is not UNSET:
            field_dict["facets"] = facets
        if exact is not UNSET:
            field_dict["exact"] = exact

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.filter_ import Filter  # noqa: PLC0415

        d = dict(src_dict)
        text = d.pop("text")

        _filter_ = d.pop("filter", UNSET)
        filter_: Filter | Unset
        if isinstance(_filter_, Unset):
            filter_ = UNSET
        else:
            filter_ = Filter.from_dict(_filter_)

        limit = d.pop("limit", UNSET)

        cursor = d.pop("cursor", UNSET)

        _facets = d.pop("facets", UNSET)
        facets: list[FacetName] | Unset = UNSET
        if _facets is not UNSET:
            facets = []
            for componentsschemas_facet_names_item_data in _facets:
                componentsschemas_facet_names_item = FacetName(componentsschemas_facet_names_item_data)

                facets.append(componentsschemas_facet_names_item)

        exact = d.pop("exact", UNSET)

        text_search = cls(
            text=text,
            filter_=filter_,
            limit=limit,
            cursor=cursor,
            facets=facets,
            exact=exact,
        )

        return text_search
