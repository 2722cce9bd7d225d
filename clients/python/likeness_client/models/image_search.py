from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.facet_name import FacetName
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.box import Box
    from ..models.filter_ import Filter


T = TypeVar("T", bound="ImageSearch")


@_attrs_define
class ImageSearch:
    """
    Attributes:
        query_image_id (str | Unset):
        product_id (str | Unset):
        url (str | Unset): Fetched by the server, from public addresses only.
        box (Box | Unset): In fractions of the upright photo's width and height; x and y name the upper left corner.
        filter_ (Filter | Unset): Within a list any value suffices, between fields all must hold, and price, colour,
            size and availability must hold on one and the same variant. A price is compared in one currency, the org's
            unless named.
        limit (int | Unset):
        cursor (str | Unset):
        facets (list[FacetName] | Unset):
        exact (bool | Unset): Compare with every vector instead of asking the engine: slow, to measure the engine
            against.
    """

    query_image_id: str | Unset = UNSET
    product_id: str | Unset = UNSET
    url: str | Unset = UNSET
    box: Box | Unset = UNSET
    filter_: Filter | Unset = UNSET
    limit: int | Unset = UNSET
    cursor: str | Unset = UNSET
    facets: list[FacetName] | Unset = UNSET
    exact: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        query_image_id = self.query_image_id

        product_id = self.product_id

        url = self.url

        box: dict[str, Any] | Unset = UNSET
        if not isinstance(self.box, Unset):
            box = self.box.to_dict()

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

        field_dict.update({})
        if query_image_id is not UNSET:
            field_dict["query_image_id"] = query_image_id
        if product_id is not UNSET:
            field_dict["product_id"] = product_id
        if url is not UNSET:
            field_dict["url"] = url
        if box is not UNSET:
            field_dict["box"] = box
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
        from ..models.box import Box  # noqa: PLC0415
        from ..models.filter_ import Filter  # noqa: PLC0415

        d = dict(src_dict)
        query_image_id = d.pop("query_image_id", UNSET)

        product_id = d.pop("product_id", UNSET)

        url = d.pop("url", UNSET)

        _box = d.pop("box", UNSET)
        box: Box | Unset
        if isinstance(_box, Unset):
            box = UNSET
        else:
            box = Box.from_dict(_box)

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

        image_search = cls(
            query_image_id=query_image_id,
            product_id=product_id,
            url=url,
            box=box,
            filter_=filter_,
            limit=limit,
            cursor=cursor,
            facets=facets,
            exact=exact,
        )

        return image_search
