"""`python -m tools.bench.preprocess`: preprocessing of 1-megapixel JPEGs beside Pillow and pyvips in the same run, on one
thread, and what decoding fewer pixels does to embeddings. Prints Markdown; docs/benchmarks.md quotes it."""

import json
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from PIL import Image

from tools.bench import preprocess_peers as peers

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAM = CHECKOUT / "build/release/preprocess_bench"
PACK = Path(os.environ.get("LIKENESS_PACK", CHECKOUT / "build/packs/lite"))
PHOTOS = CHECKOUT.parent / "shared/data/clothing/images"
STAMPS = Path("/usr/share/tuxpaint/stamps")
ROUNDS = 7
OUR_EFFORTS, DEFAULT_EFFORTS = (0, 2), (4, 4)  # of WebP's encoder, 0 to 6: for 1200 px, for less


def sources() -> list[Path]:
    return sorted(PHOTOS.glob("*.jpg")) or sorted(STAMPS.glob("food/**/*.png"))


def make_photos(directory: Path, count: int, megapixels: float) -> list[Path]:
    """JPEGs of this size, enlarged from smaller photos, with a camera's grain."""
    files, all_sources = [], sources()
    grain = Image.effect_noise((512, 512), 12)
    for number, source in enumerate(all_sources[::max(1, len(all_sources) // count)][:count]):
        picture = Image.open(source).convert("RGB")
        scale = (megapixels * 1e6 / (picture.width * picture.height)) ** 0.5
        picture = picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.BICUBIC)
        noise = Image.new("L", picture.size)
        for left in range(0, picture.width, 512):
            for top in range(0, picture.height, 512):
                noise.paste(grain, (left, top))
        picture = Image.blend(picture, noise.convert("RGB"), 0.06)
        files.append(directory / f"{number}.jpg")
        picture.save(files[-1], quality=90)
    return files


def ours(photos: list[Path]) -> dict[str, float]:
    done = subprocess.run([PROGRAM, "steps", "1", *photos], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def peer(work, photos: list[bytes], efforts: tuple[int, int]) -> float:
    work(photos[0], efforts)
    begin = time.perf_counter()
    for photo in photos:
        work(photo, efforts)
    return (time.perf_counter() - begin) * 1000 / len(photos)


def compare(directory: Path) -> None:
    files = make_photos(directory, 16, 1.0)
    photos = [file.read_bytes() for file in files]
    runs: dict[str, list[float]] = {}
    steps: list[dict[str, float]] = []
    for _ in range(ROUNDS):  # in turn, so that the machine's moods meet all
        steps.append(ours(files))
        runs.setdefault("Likeness", []).append(steps[-1]["whole"])
        for name, work in (("Pillow", peers.with_pillow), ("pyvips", peers.with_pyvips)):
            for label, efforts in (("our WebP effort", OUR_EFFORTS), ("its own WebP effort", DEFAULT_EFFORTS)):
                runs.setdefault(f"{name}, {label}", []).append(peer(work, photos, efforts))
    print(f"\n{len(files)} JPEGs of 1 megapixel, one thread, median of {ROUNDS} rounds\n")
    print("| what | ms a photo | range | Likeness is faster by |\n|---|---:|---:|---:|")
    for name, times in runs.items():
        ratio = statistics.median(other / own for other, own in zip(times, runs["Likeness"], strict=True))
        print(f"| {name} | {statistics.median(times):.1f} | {min(times):.1f}–{max(times):.1f} | {ratio:.2f} |")
    print("\n| step | ms a photo |\n|---|---:|")
    for step in steps[0]:
        print(f"| {step} | {statistics.median(round_[step] for round_ in steps):.2f} |")


def compare_embeddings(directory: Path) -> None:
    if not (PACK / "pack.toml").exists():
        print("\nnot measured, there is no model pack: embeddings of photos that were shrunk on load")
        return
    files = make_photos(directory, 200, 8.0)
    done = subprocess.run([PROGRAM, "cosine", PACK, *files], check=True, capture_output=True, text=True)
    print(f"\n{len(files)} JPEGs of 8 megapixels, pack {PACK.name}: cosine of embeddings to those of the whole decoded\n")
    print("| decoded to | mean | first percentile |\n|---|---:|---:|")
    for row in map(json.loads, done.stdout.splitlines()):
        print(f"| {row['side_px']} px | {row['mean']:.5f} | {row['first_percentile']:.5f} |")


def main() -> None:
    os.environ["VIPS_CONCURRENCY"] = "1"
    with tempfile.TemporaryDirectory() as directory:
        compare(Path(directory))
    with tempfile.TemporaryDirectory() as directory:
        compare_embeddings(Path(directory))


if __name__ == "__main__":
    main()
