"""What ingest takes, beside its limit and a peer, in one run: `make bench-ingest`.

I1: photos to searchable, against a bare loop of decode, detect and embed, and against a Python pipeline.
I2: rows without photos, against the same SQL fed by psql.
I3: the same feed again.
"""

import argparse
import json
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from tools.bench.running_server import BINARY, RunningServer
from tools.bench.sql_replay import replay
from tools.bench.temporary_postgres import TemporaryPostgres
from tools.bench.workload import Workload, photo_workload, rows_workload
from tools.quality.machine import CHECKOUT, commit, machine

PACK = CHECKOUT / "build" / "packs" / "lite"
DETECTOR = CHECKOUT.parent / "shared" / "models" / "yolox_nano.onnx"
PEER_PYTHON = CHECKOUT / "build" / "bench-venv" / "bin" / "python"


def server(**settings: object) -> RunningServer:
    """A server with the default pack, and the detector where it is."""
    if DETECTOR.is_file():
        settings["models__detector"] = DETECTOR
    return RunningServer(models__pack=PACK, **settings)


def bare_loop(photos: list[Path]) -> dict:
    """The limit: nothing but decode, detect, embed."""
    detector = DETECTOR if DETECTOR.is_file() else "-"
    done = subprocess.run([BINARY.parent / "bare_loop", PACK, detector, *photos], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def python_pipeline(photos: list[Path], out: Path) -> dict:
    """The peer."""
    with TemporaryPostgres() as postgres:
        command = [PEER_PYTHON, "-m", "tools.bench.peer_pipeline", "--pack", PACK, "--database", postgres.database, "--out", out]
        if DETECTOR.is_file():
            command += ["--detector", DETECTOR]
        done = subprocess.run([*command, *photos], check=True, capture_output=True, text=True, cwd=CHECKOUT)
    return json.loads(done.stdout)


def measure_photos(work: Workload, directory: Path, rounds: int) -> dict:
    """I1 and I3: rounds of ours, limit and peer, one after the other."""
    out = directory / "thumbnails"
    out.mkdir()
    ours, again, limit, peer = [], [], [], []
    stages: dict[str, float] = {}
    embedded = 0.0
    with server() as running:
        for number in range(rounds):
            org = f"shop-{number}"
            running.make_org(org)
            before = running.stage_seconds()
            seconds, done = running.import_seconds(work.feed, org)
            assert done["images"]["done"] == len(work.photos), done
            ours.append(seconds)
            after = running.stage_seconds()
            stages = {stage: after[stage] - before.get(stage, 0) for stage in after}
            seconds, _ = running.import_seconds(work.feed, org)
            again.append(seconds)
            embedded += running.stage_seconds()["embed"] - after["embed"]
            limit.append(bare_loop(work.photos)["seconds"])
            peer.append(python_pipeline(work.photos, out))
        memory = running.memory_bytes()
    best = statistics.median
    return {"photos": len(work.photos), "ours_s": best(ours), "again_s": best(again), "limit_s": best(limit),
            "peer_s": best(entry["seconds"] for entry in peer), "spread": [min(ours), max(ours)], "stages": stages,
            "peer_stages": peer[-1]["stages"], "embed_s_again": embedded, "memory_bytes": memory}


def reading_seconds(running: RunningServer, feed: Path, org: str) -> float:
    """From the feed's arrival until its last row is committed."""
    client = running.start_import(feed, org)
    try:
        while not (imports := running.get("/v1/imports?limit=1", org)["imports"]):
            time.sleep(0.01)
        start = time.perf_counter()
        state = "reading"
        while state == "reading":
            time.sleep(0.1)
            state = running.get(f"/v1/imports/{imports[0]['id']}", org)["state"]
        return time.perf_counter() - start
    finally:
        client.kill()
        client.wait()


def measure_rows(directory: Path, count: int, rounds: int) -> dict:
    """I2: workers that understand stand still meanwhile, here as at psql's."""
    feed = rows_workload(directory / "rows", count)
    with server(ingest__understand_threads=0) as running:
        psql = replay(running, "rows-replayed", rounds, lambda org: reading_seconds(running, feed, org))
        ours = []
        for number in range(rounds):
            running.make_org(f"rows-{number}")
            ours.append(reading_seconds(running, feed, f"rows-{number}"))
        memory = running.memory_bytes()
    return {"rows": count, "ours_s": statistics.median(ours), "psql_s": psql, "memory_bytes": memory}


def report(photos: dict, rows: dict | None, workload: str) -> str:
    """The tables, as Markdown."""
    count = photos["photos"]
    lines = [f"{machine()}, commit {commit()}, {workload}: {count} photos with the pack `lite`"
             f"{' and YOLOX-nano' if DETECTOR.is_file() else ', no detector'}.", "",
             "| what | seconds | photos/s | ours against it |", "|---|---:|---:|---:|"]
    for name, key in [("ours, feed to searchable", "ours_s"), ("bare loop: decode, detect, embed", "limit_s"),
                      ("Python pipeline", "peer_s"), ("ours, the same feed again", "again_s")]:
        lines.append(f"| {name} | {photos[key]:.1f} | {count / photos[key]:.1f} | {photos[key] / photos['ours_s']:.2f} |")
    lines += ["", f"The server's memory at its peak: {photos['memory_bytes'] / 2**20:.0f} MiB. The second import spent "
              f"{photos['embed_s_again']:.2f} s in embed.", "", "| stage | ours, thread-ms a photo | Python, ms a photo |", "|---|---:|---:|"]
    for stage in ("feed", "normalize", "download", "preprocess", "detect", "embed", "index"):
        peer = photos["peer_stages"].get(stage)
        lines.append(f"| {stage} | {photos['stages'].get(stage, 0) / count * 1000:.2f} | {f'{peer / count * 1000:.2f}' if peer else ''} |")
    if rows:
        lines += ["", "| rows without photos | seconds | rows/s |", "|---|---:|---:|",
                  f"| ours | {rows['ours_s']:.2f} | {rows['rows'] / rows['ours_s']:.0f} |",
                  f"| the same SQL by psql | {rows['psql_s']:.2f} | {rows['rows'] / rows['psql_s']:.0f} |", "",
                  f"The server's memory at its peak: {rows['memory_bytes'] / 2**20:.0f} MiB."]
    return "\n".join(lines)


def main() -> None:
    """Measures, prints, and draws where the time goes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=["photos", "rows"])
    parser.add_argument("--out", type=Path, default=CHECKOUT / "build" / "bench" / "ingest.json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-ingest-") as name:
        directory = Path(name)
        work = photo_workload(directory / "photos", options.photos)
        photos = measure_photos(work, directory, options.rounds)
        rows = None if options.only == "photos" else measure_rows(directory, options.rows, options.rounds)
    print(report(photos, rows, work.name))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps({"photos": photos, "rows": rows}, indent=1))
    subprocess.run([PEER_PYTHON, "-m", "tools.bench.stage_chart", options.out], check=True, cwd=CHECKOUT)


if __name__ == "__main__":
    main()
