"""How long a small import takes while a big one of another org is at work: python -m e2e.fairness [PHOTOS].

LIKENESS_BUILD_DIR names the build whose program is measured.
"""

import pathlib
import subprocess
import sys
import time

from e2e import goods
from e2e.likeness import PROGRAM, Server, environment

FEW = 10
BIG_SIDE_PX = 900
WAIT_S = 300


def large_garment_feed(directory: pathlib.Path, count: int) -> pathlib.Path:
    """Photos that take a while to understand."""
    feed = goods.garment_feed(directory, count)
    for number in range(count):
        file = directory / f"photos/{number}.png"
        goods.garment(number).resize((BIG_SIDE_PX, BIG_SIDE_PX)).save(file, compress_level=1)
    return feed


def latest(server: Server, org: str) -> dict:
    imports = server.client(org).get("/v1/imports").json()["imports"]
    return imports[0] if imports else {"state": "none", "images": {"waiting": 1, "done": 0}}


def measure(server: Server, count: int) -> dict:
    """Starts the big import, and the small one when the last big photo is uploaded."""
    for org in ("big", "small", "alone"):
        server.make_org(org)
    few = goods.garment_feed(server.directory / "few", FEW, first=5000)
    many = large_garment_feed(server.directory / "many", count)
    begin = time.monotonic()
    server.import_feed(few, "alone")
    alone_s = time.monotonic() - begin
    big = subprocess.Popen([PROGRAM, "import", many, "--org", "big", "--data", server.data], env=environment(),
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        end = time.monotonic() + WAIT_S
        while latest(server, "big")["state"] != "working" or latest(server, "big")["images"]["waiting"] > 0:
            if time.monotonic() > end or big.poll() is not None:
                raise AssertionError(f"the big import did not come to its photos: {latest(server, 'big')}")
            time.sleep(0.02)
        before = latest(server, "big")["images"]["done"]
        begin = time.monotonic()
        server.import_feed(few, "small")
        small_s = time.monotonic() - begin
        after = latest(server, "big")["images"]["done"]
        big.wait(WAIT_S)
        rest_s = time.monotonic() - begin
    finally:
        big.kill()
        big.wait()
    return {"alone_s": round(alone_s, 2), "small_s": round(small_s, 2), "big_went_on_s": round(rest_s, 2),
            "big_left": count - before, "big_done_meanwhile": after - before}


def main() -> None:
    with Server() as server:
        print(measure(server, int(sys.argv[1]) if len(sys.argv) > 1 else 300))


if __name__ == "__main__":
    main()
