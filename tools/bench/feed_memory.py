"""`python -m tools.bench.feed_memory --megabytes 1000`: the server's memory while it reads a long feed without photos.

RssAnon is what the process has made, RssFile what is mapped from files: the program, its libraries, the models.
"""

import argparse
import re
import tempfile
import time
from pathlib import Path

from tools.bench.running_server import RunningServer
from tools.bench.workload import write_feed
from tools.quality.machine import CHECKOUT, commit, machine

ROW_BYTES = 4000
SAMPLE_SECONDS = 1.0


def long_feed(file: Path, megabytes: int) -> int:
    """Writes the feed and returns its rows; their words are drawn from a few thousand."""
    count = megabytes * 1_000_000 // ROW_BYTES
    rows = ({"id": f"SKU-{number}", "title": f"Thing no. {number}", "image_link": "", "price": f"{10 + number % 90}.99 EUR",
             "description": " ".join(f"word{(number * 31 + place * 7) % 5000}" for place in range(ROW_BYTES // 10))}
            for number in range(count))
    write_feed(file, rows)
    return count


def memory(pid: int) -> dict[str, float]:
    """MiB now."""
    status = Path(f"/proc/{pid}/status").read_text()
    return {name: int(re.search(rf"^{name}:\s+(\d+) kB$", status, re.M)[1]) / 1024 for name in ("VmRSS", "RssAnon", "RssFile")}


def main() -> None:
    """Prints a line for each tenth of the rows, and the peak."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--pack", type=Path, default=CHECKOUT / "build" / "packs" / "tiny")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-memory-") as name:
        feed = Path(name) / "feed.tsv"
        count = long_feed(feed, options.megabytes)
        print(f"{machine()}, commit {commit()}, pack {options.pack.name}: {feed.stat().st_size / 1e6:.0f} MB, {count} rows\n")
        print("| rows | seconds | RSS, MiB | of it made | of it mapped |\n|---:|---:|---:|---:|---:|")
        with RunningServer(models__pack=options.pack, ingest__understand_threads=0) as running:
            running.make_org("long")
            peak, told, start, rows, failure = 0.0, -1, time.perf_counter(), 0, ""
            client = running.start_import(feed, "long")
            state = "reading"
            while state == "reading":
                now = memory(running.process.pid)
                peak = max(peak, now["VmRSS"])
                imports = running.get("/v1/imports?limit=1", "long")["imports"]
                if imports:
                    found = running.get(f"/v1/imports/{imports[0]['id']}", "long")
                    state, rows, failure = found["state"], found["rows"]["read"], found.get("failure", "")
                if rows * 10 // count > told:
                    told = rows * 10 // count
                    print(f"| {rows} | {time.perf_counter() - start:.0f} | {now['VmRSS']:.0f} | {now['RssAnon']:.0f} | {now['RssFile']:.0f} |",
                          flush=True)
                time.sleep(SAMPLE_SECONDS)
            client.kill()
            client.wait()
            print(f"\nPeak: {peak:.0f} MiB; {rows} rows in {time.perf_counter() - start:.0f} s; {state} {failure}")


if __name__ == "__main__":
    main()
