from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.feed_format import FeedFormat
from ..models.import_state import ImportState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.image_counts import ImageCounts
    from ..models.import_preview import ImportPreview
    from ..models.product_counts import ProductCounts
    from ..models.row_counts import RowCounts
    from ..models.stage_progress import StageProgress
    from ..models.text_counts import TextCounts


T = TypeVar("T", bound="Import")


@_attrs_define
class Import:
    """
    Attributes:
        id (str):
        source_id (str):
        source (str):
        filename (str):
        format_ (FeedFormat):
        state (ImportState): stopped means that it asks whether so many products may be removed, see failure and resume.
        dry_run (bool):
        full (bool): What the feed does not name is removed.
        created_at (datetime.datetime):
        rows (RowCounts):
        products (ProductCounts):
        images (ImageCounts):
        texts (TextCounts):
        stages (list[StageProgress]): The seven stages in order.
        failure (str | Unset): Why the whole import failed, stopped or was cancelled.
        held_up (str | Unset): Why open work was put off to be tried again; absent where none was.
        preview (ImportPreview | Unset): Of a dry run; the first few of each, the counts are those of products.
        finished_at (datetime.datetime | Unset):
    """

    id: str
    source_id: str
    source: str
    filename: str
    format_: FeedFormat
    state: ImportState
    dry_run: bool
    full: bool
    created_at: datetime.datetime
    rows: RowCounts
    products: ProductCounts
    images: ImageCounts
    texts: TextCounts
    stages: list[StageProgress]
    failure: str | Unset = UNSET
    held_up: str | Unset = UNSET
    preview: ImportPreview | Unset = UNSET
    finished_at: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        source_id = self.source_id

        source = self.source

        filename = self.filename

        format_ = self.format_.value

        state = self.state.value

        dry_run = self.dry_run

        full = self.full

        created_at = self.created_at.isoformat()

        rows = self.rows.to_dict()

        products = self.products.to_dict()

        images = self.images.to_dict()

        texts = self.texts.to_dict()

        stages = []
        for stages_item_data in self.stages:
            stages_item = stages_item_data.to_dict()
            stages.append(stages_item)

        failure = self.failure

        held_up = self.held_up

        preview: dict[str, Any] | Unset = UNSET
        if not isinstance(self.preview, Unset):
            preview = self.preview.to_dict()

        finished_at: str | Unset = UNSET
        if not isinstance(self.finished_at, Unset):
            finished_at = self.finished_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "source_id": source_id,
                "source": source,
                "filename": filename,
                "format": format_,
                "state": state,
                "dry_run": dry_run,
                "full": full,
                "created_at": created_at,
                "rows": rows,
                "products": products,
                "images": images,
                "texts": texts,
                "stages": stages,
            }
        )
        if failure is not UNSET:
            field_dict["failure"] = failure
        if held_up is not UNSET:
            field_dict["held_up"] = held_up
        if preview is not UNSET:
            field_dict["preview"] = preview
        if finished_at is not UNSET:
            field_dict["finished_at"] = finished_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_counts import ImageCounts  # noqa: PLC0415
        from ..models.import_preview import ImportPreview  # noqa: PLC0415
        from ..models.product_counts import ProductCounts  # noqa: PLC0415
        from ..models.row_counts import RowCounts  # noqa: PLC0415
        from ..models.stage_progress import StageProgress  # noqa: PLC0415
        from ..models.text_counts import TextCounts  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        source_id = d.pop("source_id")

        source = d.pop("source")

        filename = d.pop("filename")

        format_ = FeedFormat(d.pop("format"))

        state = ImportState(d.pop("state"))

        dry_run = d.pop("dry_run")

        full = d.pop("full")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        rows = RowCounts.from_dict(d.pop("rows"))

        products = ProductCounts.from_dict(d.pop("products"))

        images = ImageCounts.from_dict(d.pop("images"))

        texts = TextCounts.from_dict(d.pop("texts"))

        stages = []
        _stages = d.pop("stages")
        for stages_item_data in _stages:
            stages_item = StageProgress.from_dict(stages_item_data)

            stages.append(stages_item)

        failure = d.pop("failure", UNSET)

        held_up = d.pop("held_up", UNSET)

        _preview = d.pop("preview", UNSET)
        preview: ImportPreview | Unset
        if isinstance(_preview, Unset):
            preview = UNSET
        else:
            preview = ImportPreview.from_dict(_preview)

        _finished_at = d.pop("finished_at", UNSET)
        finished_at: datetime.datetime | Unset
        if isinstance(_finished_at, Unset):
            finished_at = UNSET
        else:
            finished_at = datetime.datetime.fromisoformat(_finished_at)

        import_ = cls(
            id=id,
            source_id=source_id,
            source=source,
            filename=filename,
            format_=format_,
            state=state,
            dry_run=dry_run,
            full=full,
            created_at=created_at,
            rows=rows,
            products=products,
            images=images,
            texts=texts,
            stages=stages,
            failure=failure,
            held_up=held_up,
            preview=preview,
            finished_at=finished_at,
        )

        return import_
