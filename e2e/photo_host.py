"""A web server for photos that misbehaves on request."""

import http.server

from e2e import goods, web_host

PHOTO = goods.encoded(goods.stamp("food/fruit/kiwi"), "JPEG")
LARGE = 1_500_000


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name = self.path.strip("/").split("/")[0].split("?")[0]
        with self.server.lock:
            self.server.asked[self.path] += 1
            times = self.server.asked[self.path]
        getattr(self, "do_" + name.replace("-", "_"), self.do_missing)(times)

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for header, value in headers.items():
            self.send_header(header.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_photo(self, _):
        self.answer(200, PHOTO, Content_Type="image/jpeg")

    def do_missing(self, _):
        self.answer(404, b"no such photo")

    def do_forbidden(self, _):
        self.answer(403)

    def do_once(self, _):
        self.answer(302, Location="/photo/behind")

    def do_round(self, _):
        self.answer(302, Location="/round")

    def do_inside(self, _):
        self.answer(302, Location="http://169.254.169.254/latest/meta-data")

    def do_file(self, _):
        self.answer(302, Location="file:///etc/passwd")

    def do_port(self, _):
        self.answer(302, Location="http://127.0.0.1:6379/")

    def do_page(self, _):
        self.answer(200, b"<html><body>no photo</body></html>" * 20, Content_Type="image/jpeg")

    def do_empty(self, _):
        self.answer(200)

    def do_large(self, _):
        self.answer(200, b"x" * LARGE)

    def do_endless(self, _):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for _ in range(LARGE // 10_000):
            self.wfile.write(b"2710\r\n" + b"x" * 10_000 + b"\r\n")

    def do_slow(self, _):
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            if self.server.closing.wait(0.2):
                return

    def do_cut(self, _):
        self.send_response(200)
        self.send_header("Content-Length", str(len(PHOTO)))
        self.end_headers()
        self.wfile.write(PHOTO[:500])
        self.close_connection = True

    def do_later(self, times):
        if times < 3:
            self.answer(500)
        else:
            self.do_photo(times)

    def do_broken(self, _):
        self.answer(503)

    def log_message(self, *_):
        pass


class PhotoHost(web_host.WebHost):
    """Answers by the first word of a path."""

    def __init__(self, address: str, port: int):
        super().__init__(address, port, _Handler)


def begin(address: str, port: int) -> PhotoHost:
    return web_host.begin(PhotoHost, address, port)
