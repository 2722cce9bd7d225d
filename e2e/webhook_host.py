"""A receiver of webhooks: keeps what comes, and says of each path what it is told to say."""

import dataclasses
import http.server
import json

from e2e import web_host


@dataclasses.dataclass
class Received:
    """One request as it came."""

    headers: dict[str, str]  # by their names in lower case
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def message(self) -> dict:
        return json.loads(self.body)

    @property
    def type(self) -> str:
        return self.message["type"]


@dataclasses.dataclass
class Behaviour:
    """What a path answers."""

    statuses: list[int] = dataclasses.field(default_factory=list)  # of the first requests; 204 of all others
    headers: dict[str, str] = dataclasses.field(default_factory=dict)
    hang_s: float = 0
    body: bytes = b""


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with self.server.lock:
            self.server.asked[self.path] += 1
            behaviour = self.server.behaviours.get(self.path, Behaviour())
            status = behaviour.statuses.pop(0) if behaviour.statuses else 204
            received = Received({name.lower(): value for name, value in self.headers.items()}, body)
            self.server.received.setdefault(self.path, []).append(received)
        if behaviour.hang_s and self.server.closing.wait(behaviour.hang_s):
            return
        self.send_response(status)
        for name, value in behaviour.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(behaviour.body)))
        self.end_headers()
        self.wfile.write(behaviour.body)

    do_GET = do_POST

    def log_message(self, *_):
        pass


class WebhookHost(web_host.WebHost):
    """`behaviours` says what each path answers, `received` what came there."""

    def __init__(self, address: str, port: int):
        self.behaviours: dict[str, Behaviour] = {}
        self.received: dict[str, list[Received]] = {}
        super().__init__(address, port, _Handler)


def begin(address: str, port: int) -> WebhookHost:
    return web_host.begin(WebhookHost, address, port)
