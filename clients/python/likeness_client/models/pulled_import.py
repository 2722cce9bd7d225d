from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.pulled_products import PulledProducts
    from ..models.row_counts import RowCounts


T = TypeVar("T", bound="PulledImport")


@_attrs_define
class PulledImport:
    """
    Attributes:
        id (str):
        state (str): As of the import; empty where it is deleted.
        rows (RowCounts):
        products (PulledProducts):
    """

    id: str
    state: str
    rows: RowCounts
    products: PulledProducts

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        state = self.state

        rows = self.rows.to_dict()

        products = self.products.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "state": state,
                "rows": rows,
                "products": products,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.pulled_products import PulledProducts  # noqa: PLC0415
        from ..models.row_counts import RowCounts  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        state = d.pop("state")

        rows = RowCounts.from_dict(d.pop("rows"))

        products = PulledProducts.from_dict(d.pop("products"))

        pulled_import = cls(
            id=id,
            state=state,
            rows=rows,
            products=products,
        )

        return pulled_import
