"""H1, what a request costs: a page of twenty products over kept connections, with a token and checks, beside FastAPI on
uvicorn and NestJS on Fastify, which have the twenty in memory: `make bench-http`.

Ours reads them from Postgres at each request, and whether the session still stands from Redis.
"""

import argparse
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tools.bench.running_server import BINARY, RunningServer
from tools.bench.workload import rows_workload
from tools.quality.machine import CHECKOUT, commit, machine

PEERS = CHECKOUT / "tools" / "bench" / "http_peers"
PEER_PYTHON = CHECKOUT / "build" / "bench-venv" / "bin" / "python"
NODE = CHECKOUT / "tools" / "setup" / "node.sh"
PATH = "/v1/products?limit=20"
TICK_SECONDS = 1 / os.sysconf("SC_CLK_TCK")
PASSWORD = "a-password-for-measuring-only"


def processor_seconds(process: int) -> float:
    """Of a process so far, all its threads."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * TICK_SECONDS


def descendants(process: int) -> list[int]:
    """Of a process: the services that it started."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    found, look_at = [], [process]
    while look_at:
        children = [child for child, parent in parents.items() if parent == look_at[0]]
        found += children
        look_at = look_at[1:] + children
    return found


def load(url: str, token: str, connections: int, seconds: int) -> dict:
    """What wrk sees: requests, their number a second, p50 and p99 in milliseconds. Anything but 200 is an error."""
    said = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-H", f"Authorization: Bearer {token}", url],
                          check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(f"not every request was answered well:\n{said}")
    units = {"us": 0.001, "ms": 1.0, "s": 1000.0}
    percentiles = {name: float(value) * units[unit] for name, value, unit in re.findall(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s)$", said, re.M)}
    return {"requests": int(re.search(r"(\d+) requests in", said)[1]), "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]),
            "p50_ms": percentiles["50"], "p99_ms": percentiles["99"]}


def measure(url: str, token: str, process: int, seconds: int) -> dict:
    """One server under sixteen connections, and the p50 of one connection alone."""
    load(url, token, 16, 2)
    alone = load(url, token, 1, max(2, seconds // 2))
    services = descendants(process)
    before, services_before = processor_seconds(process), sum(map(processor_seconds, services))
    under = load(url, token, 16, seconds)
    own = processor_seconds(process) - before
    theirs = sum(map(processor_seconds, (each for each in services if Path(f"/proc/{each}").exists()))) - services_before
    return under | {"alone_p50_ms": alone["p50_ms"], "microseconds": own / under["requests"] * 1e6,
                    "services_microseconds": theirs / under["requests"] * 1e6}


def ours(directory: Path, seconds: int) -> tuple[dict, dict]:
    """The figures, and the page of products."""
    settings = {"models__pack": CHECKOUT / "build" / "packs" / "tiny", "limits__read_per_minute": 0}
    with RunningServer(**settings) as running:
        running.make_org("shop")
        running.import_seconds(rows_workload(directory / "rows", 100), "shop")
        subprocess.run([BINARY, "user", "create", "reader@example.com", "--role", "viewer", "--org", "shop", "--password-stdin",
                        "--data", running.data], check=True, input=PASSWORD, text=True, stdout=subprocess.DEVNULL)
        body = json.dumps({"email": "reader@example.com", "password": PASSWORD}).encode()
        login = urllib.request.Request(running.url + "/v1/auth/login", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(login, timeout=30) as answer:
            token = json.load(answer)["access_token"]
        page = json.loads(running.text(running.url + PATH, Authorization=f"Bearer {token}"))
        return measure(running.url + PATH, token, running.process.pid, seconds), page


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def peer(command: list, products: Path, seconds: int) -> dict:
    """A peer that takes PRODUCTS, SECRET and PORT from its environment."""
    secret, port = secrets.token_hex(32), free_port()
    make_token = "import jwt, sys, time; print(jwt.encode({'sub': 'reader', 'aud': 'likeness', 'exp': time.time() + 3600}, sys.argv[1]))"
    token = subprocess.run([PEER_PYTHON, "-c", make_token, secret], check=True, capture_output=True, text=True).stdout.strip()
    url = f"http://127.0.0.1:{port}{PATH}"
    with subprocess.Popen([str(part).format(port=port) for part in command], cwd=CHECKOUT, stdout=sys.stderr,
                          env=os.environ | {"PRODUCTS": str(products), "SECRET": secret, "PORT": str(port)}) as process:
        try:
            request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})
            for _ in range(200):
                try:
                    with urllib.request.urlopen(request, timeout=5) as answer:
                        assert len(json.load(answer)["products"]) == 20
                    break
                except OSError:
                    time.sleep(0.1)
            return measure(url, token, process.pid, seconds)
        finally:
            process.terminate()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=int, default=10, help="of load on each server")
    seconds = arguments.parse_args().seconds
    if not shutil.which("wrk"):
        raise SystemExit("needs the Debian package wrk: apt-get install it")
    with tempfile.TemporaryDirectory() as made:
        directory = Path(made)
        figures, page = ours(directory, seconds)
        products = directory / "products.json"
        products.write_text(json.dumps(page), encoding="utf-8")
        uvicorn = [PEER_PYTHON, "-m", "uvicorn", "tools.bench.http_peers.fastapi_app:app", "--port", "{port}", "--no-access-log",
                   "--log-level", "warning"]
        rows = {"Likeness, products from Postgres": figures,
                "FastAPI on uvicorn, from memory": peer(uvicorn, products, seconds),
                "NestJS on Fastify, from memory": peer([NODE, PEERS / "nest" / "node_modules" / ".build" / "main.mjs"], products,
                                                       seconds)}
    print(f"{machine()}, commit {commit()}: a page of 20 products ({len(json.dumps(page))} bytes), 16 kept connections.\n")
    print("| what | processor µs a request | of its services | requests/s | p50 ms | p99 ms | p50 ms, one connection | against ours |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for name, row in rows.items():
        print(f"| {name} | {row['microseconds']:.0f} | {row['services_microseconds']:.0f} | {row['rate']:.0f} | {row['p50_ms']:.2f} | "
              f"{row['p99_ms']:.2f} | {row['alone_p50_ms']:.2f} | {row['microseconds'] / figures['microseconds']:.1f} |")


if __name__ == "__main__":
    main()
