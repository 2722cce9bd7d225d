"""A web server that hands out photos beside a feed, as slowly as it is told to."""

import http.server
import os
import pathlib
import threading
import urllib.parse

# One of the many loopback addresses, another one in each run, so that port 80 is free there.
ADDRESS = f"127.67.{os.getpid() >> 8 & 255}.{os.getpid() & 127 | 1}"


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        host: PhotoFiles = self.server
        file = (host.directory / urllib.parse.unquote(self.path.lstrip("/"))).resolve()
        if not file.is_relative_to(host.directory) or not file.is_file():
            self.send_error(404)
            return
        with host.lock:
            host.in_flight += 1
        try:
            host.gate.wait(10)
            body = file.read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        finally:
            with host.lock:
                host.in_flight -= 1

    def log_message(self, *_):
        pass


class PhotoFiles(http.server.ThreadingHTTPServer):
    """Serves a directory until close(). While the gate is shut answers wait, and in_flight counts them."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, directory: pathlib.Path):
        super().__init__((ADDRESS, 80), _Handler)
        self.directory = directory.resolve()
        self.lock = threading.Lock()
        self.in_flight = 0
        self.gate = threading.Event()
        self.gate.set()
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://{ADDRESS}"

    def handle_error(self, *_):
        """Clients that are killed hang up."""

    def close(self) -> None:
        self.gate.set()
        self.shutdown()
        self.server_close()
