"""A web server for feeds: what it says of each path can be changed while it runs."""

import dataclasses
import gzip
import http.server

from e2e import web_host


@dataclasses.dataclass
class Page:
    """What a path answers."""

    body: bytes = b""
    status: int = 200
    etag: str = ""
    packed: bool = False
    authorization: str = ""  # without it: 401
    location: str = ""
    slow_s: float = 0  # between the halves of the body
    headers: list = dataclasses.field(default_factory=list)  # of every request that came


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = self.path.split("?")[0]
        with self.server.lock:
            self.server.asked[path] += 1
            page = self.server.pages.get(path, Page(status=404))
            page.headers.append(dict(self.headers))
        if page.authorization and self.headers.get("Authorization") != page.authorization:
            return self.answer(page, 401, b"")
        if page.etag and self.headers.get("If-None-Match") == page.etag:
            return self.answer(page, 304, b"")
        self.answer(page, page.status, gzip.compress(page.body) if page.packed else page.body)

    def answer(self, page: Page, status: int, body: bytes) -> None:
        self.send_response(status)
        if page.etag:
            self.send_header("ETag", page.etag)
        if page.packed:
            self.send_header("Content-Encoding", "gzip")
        if page.location:
            self.send_header("Location", page.location)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:len(body) // 2])
        self.wfile.flush()
        if status == 200 and page.slow_s and self.server.closing.wait(page.slow_s):
            return
        self.wfile.write(body[len(body) // 2:])

    def log_message(self, *_):
        pass


class FeedHost(web_host.WebHost):
    """`pages` says what each path answers."""

    def __init__(self, address: str, port: int):
        self.pages: dict[str, Page] = {}
        super().__init__(address, port, _Handler)


def begin(address: str, port: int) -> FeedHost:
    return web_host.begin(FeedHost, address, port)
