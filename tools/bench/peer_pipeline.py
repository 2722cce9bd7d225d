"""The peer: a straightforward ingest pipeline in Python, one photo after the other, with the libraries one would take.

Pillow decodes and makes the thumbnails, OpenVINO runs the same detector and the same embedding model with its own threads,
psycopg writes to Postgres, faiss indexes.
"""

import argparse
import hashlib
import io
import json
import time
from pathlib import Path

import faiss
import numpy
import openvino
import psycopg
from PIL import Image, ImageOps

EMBED_SIDE_PX = 384
DETECT_SIDE_PX = 416
STRIDES = (8, 16, 32)
CONFIDENCE_MIN = 0.3
REGIONS_MAX = 6
THUMBNAIL_SIDES_PX = (160, 480, 1200)

SCHEMA = """
CREATE TABLE photos (id bigserial PRIMARY KEY, path text NOT NULL, sha256 text NOT NULL, width int, height int);
CREATE TABLE vectors (id bigserial PRIMARY KEY, photo_id bigint NOT NULL REFERENCES photos, box float8[], vector bytea NOT NULL);
"""


class Models:
    """The pack's image model and, where it is given, the detector."""

    def __init__(self, pack: Path, detector: Path | None) -> None:
        core = openvino.Core()
        core.set_property("CPU", {"INFERENCE_PRECISION_HINT": "f32", "PERFORMANCE_HINT": "LATENCY"})
        model = core.read_model(pack / "image.xml")
        model.reshape([1, EMBED_SIDE_PX, EMBED_SIDE_PX, 3])
        self.embedder = core.compile_model(model, "CPU")
        self.detector = core.compile_model(detector, "CPU") if detector else None
        self.dimensions = model.output(0).partial_shape[1].get_length()

    def embed(self, picture: Image.Image) -> numpy.ndarray:
        """The unit vector of a picture."""
        square = ImageOps.pad(picture, (EMBED_SIDE_PX, EMBED_SIDE_PX), Image.Resampling.BICUBIC, color="white")
        vector = self.embedder(numpy.asarray(square)[None])[0][0]
        return vector / numpy.linalg.norm(vector)

    def detect(self, picture: Image.Image) -> list[tuple[float, float, float, float]]:
        """Boxes in pixels, best first; overlapping ones are dropped."""
        if self.detector is None:
            return []
        scale = DETECT_SIDE_PX / max(picture.size)
        small = picture.resize([max(1, round(length * scale)) for length in picture.size], Image.Resampling.BILINEAR)
        canvas = numpy.full((DETECT_SIDE_PX, DETECT_SIDE_PX, 3), 114, numpy.float32)
        canvas[:small.height, :small.width] = numpy.asarray(small)[:, :, ::-1]
        rows = self.detector(canvas.transpose(2, 0, 1)[None])[0][0]
        grid = numpy.concatenate([self._cells(stride) for stride in STRIDES])
        scores = rows[:, 4] * rows[:, 5:].max(axis=1)
        good = scores >= CONFIDENCE_MIN
        centre = (rows[good, :2] + grid[good, :2]) * grid[good, 2:]
        half = numpy.exp(rows[good, 2:4]) * grid[good, 2:] / 2
        boxes = numpy.concatenate([centre - half, centre + half], axis=1) / scale
        return self._apart(boxes[numpy.argsort(-scores[good])], picture.size)

    @staticmethod
    def _cells(stride: int) -> numpy.ndarray:
        side = DETECT_SIDE_PX // stride
        lines, columns = numpy.divmod(numpy.arange(side * side), side)
        return numpy.stack([columns, lines, numpy.full(side * side, stride)], axis=1).astype(numpy.float32)

    @staticmethod
    def _apart(boxes: numpy.ndarray, size: tuple[int, int]) -> list[tuple[float, float, float, float]]:
        kept: list[tuple[float, float, float, float]] = []
        for left, top, right, bottom in boxes:
            box = (max(left, 0), max(top, 0), min(right, size[0]), min(bottom, size[1]))
            area = (box[2] - box[0]) * (box[3] - box[1])
            if box[2] - box[0] < 1 or box[3] - box[1] < 1 or area > 0.9 * size[0] * size[1]:
                continue
            shared = [max(0, min(box[2], o[2]) - max(box[0], o[0])) * max(0, min(box[3], o[3]) - max(box[1], o[1])) for o in kept]
            others = [(o[2] - o[0]) * (o[3] - o[1]) for o in kept]
            if all(s <= 0.6 * (area + o - s) for s, o in zip(shared, others, strict=True)):
                kept.append(box)
            if len(kept) == REGIONS_MAX:
                break
        return kept


def ingest(photos: list[Path], models: Models, database: str, out: Path) -> dict:
    """Takes the photos in and says how long each step took, in seconds."""
    seconds = dict.fromkeys(("preprocess", "detect", "embed", "index"), 0.0)
    index = faiss.IndexFlatIP(models.dimensions)
    vectors = 0
    start = time.perf_counter()
    with psycopg.connect(database, autocommit=False) as connection:
        connection.execute(SCHEMA)
        connection.commit()
        for path in photos:
            step = time.perf_counter()

            def took(name: str) -> None:
                nonlocal step
                now = time.perf_counter()
                seconds[name] += now - step
                step = now

            content = path.read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            picture = ImageOps.exif_transpose(Image.open(io.BytesIO(content))).convert("RGB")
            for side in THUMBNAIL_SIDES_PX:
                small = picture.copy()
                small.thumbnail((side, side), Image.Resampling.BICUBIC)
                small.save(out / f"{digest}-{side}.webp", "WEBP")
            took("preprocess")
            boxes = models.detect(picture)
            took("detect")
            found = [models.embed(picture)] + [models.embed(picture.crop(box)) for box in boxes]
            took("embed")
            row = connection.execute("INSERT INTO photos (path, sha256, width, height) VALUES (%s, %s, %s, %s) RETURNING id",
                                     (str(path), digest, *picture.size)).fetchone()
            for box, vector in zip([None, *boxes], found, strict=True):
                connection.execute("INSERT INTO vectors (photo_id, box, vector) VALUES (%s, %s, %s)",
                                   (row[0], [float(edge) for edge in box] if box else None, vector.astype(numpy.float16).tobytes()))
            connection.commit()
            index.add(numpy.stack(found))
            vectors += len(found)
            took("index")
    return {"photos": len(photos), "vectors": vectors, "seconds": time.perf_counter() - start, "stages": seconds}


def main() -> None:
    """Prints one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--detector", type=Path)
    parser.add_argument("--database", required=True, help="connection string of an empty database")
    parser.add_argument("--out", type=Path, required=True, help="directory for the thumbnails")
    parser.add_argument("photos", type=Path, nargs="+")
    options = parser.parse_args()
    models = Models(options.pack, options.detector)
    models.embed(Image.new("RGB", (400, 300)))
    models.detect(Image.new("RGB", (400, 300)))
    print(json.dumps(ingest(options.photos, models, options.database, options.out)))


if __name__ == "__main__":
    main()
