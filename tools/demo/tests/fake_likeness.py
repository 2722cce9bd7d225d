#!/usr/bin/env python3
"""Stands in for the program in tests of the demo: `up` answers /readyz, every other verb writes down its arguments."""

import http.server
import json
import signal
import sys
from pathlib import Path


class Ready(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/readyz" else 404)
        self.end_headers()

    def log_message(self, *_):
        pass


def option(name: str) -> str:
    return sys.argv[sys.argv.index(name) + 1]


def up(data: Path) -> None:
    settings = dict(part.split("=", 1) for mark, part in zip(sys.argv, sys.argv[1:]) if mark == "--set")
    if (data.parent / "broken").exists():
        print("pack is damaged", flush=True)
        sys.exit(3)
    data.mkdir(exist_ok=True)
    server = http.server.HTTPServer(("127.0.0.1", int(settings.get("server.port", 7700))), Ready)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("stopped in order", flush=True)


def main() -> int:
    data = Path(option("--data"))
    if "up" in sys.argv:
        up(data)
        return 0
    with open(data.parent / "calls.jsonl", "a", encoding="utf-8") as stream:
        stream.write(json.dumps([sys.argv[1:], sys.stdin.readline().strip() if "--password-stdin" in sys.argv else ""]) + "\n")
    if "search" in sys.argv:
        print("#  score  band  id  title\n1  0.900  high  string-violin  Violin\n2  0.800  high  household-kettle  Electric kettle")
    return 5 if "import" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
