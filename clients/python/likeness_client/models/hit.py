from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.hit_band import HitBand
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.box import Box
    from ..models.product_summary import ProductSummary


T = TypeVar("T", bound="Hit")


@_attrs_define
class Hit:
    """
    Attributes:
        product (ProductSummary):
        variant_id (str):
        score (float):
        confidence (float):
        band (HitBand):
        image_score (float):
        text_score (float):
        image_id (str | Unset):
        region_id (str | Unset):
        box (Box | Unset): In fractions of the upright photo's width and height; x and y name the upper left corner.
    """

    product: ProductSummary
    variant_id: str
    score: float
    confidence: float
    band: HitBand
    image_score: float
    text_score: float
    image_id: str | Unset = UNSET
    region_id: str | Unset = UNSET
    box: Box | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        product = self.product.to_dict()

        variant_id = self.variant_id

        score = self.score

        confidence = self.confidence

        band = self.band.value

        image_score = self.image_score

        text_score = self.text_score

        image_id = self.image_id

        region_id = self.region_id

        box: dict[str, Any] | Unset = UNSET
        if not isinstance(self.box, Unset):
            box = self.box.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "product": product,
                "variant_id": variant_id,
                "score": score,
                "confidence": confidence,
                "band": band,
                "image_score": image_score,
                "text_score": text_score,
            }
        )
        if image_id is not UNSET:
            field_dict["image_id"] = image_id
        if region_id is not UNSET:
            field_dict["region_id"] = region_id
        if box is not UNSET:
            field_dict["box"] = box

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.box import Box  # noqa: PLC0415
        from ..models.product_summary import ProductSummary  # noqa: PLC0415

        d = dict(src_dict)
        product = ProductSummary.from_dict(d.pop("product"))

        variant_id = d.pop("variant_id")

        score = d.pop("score")

        confidence = d.pop("confidence")

        band = HitBand(d.pop("band"))

        image_score = d.pop("image_score")

        text_score = d.pop("text_score")

        image_id = d.pop("image_id", UNSET)

        region_id = d.pop("region_id", UNSET)

        _box = d.pop("box", UNSET)
        box: Box | Unset
        if isinstance(_box, Unset):
            box = UNSET
        else:
            box = Box.from_dict(_box)

        hit = cls(
            product=product,
            variant_id=variant_id,
            score=score,
            confidence=confidence,
            band=band,
            image_score=image_score,
            text_score=text_score,
            image_id=image_id,
            region_id=region_id,
            box=box,
        )

        return hit
