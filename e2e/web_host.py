"""A web server that a test runs beside the program."""

import collections
import http.server
import threading
import time


class WebHost(http.server.ThreadingHTTPServer):
    """Runs until close(); asked counts the requests of each path."""

    daemon_threads = True

    def __init__(self, address: str, port: int, handler: type[http.server.BaseHTTPRequestHandler]):
        super().__init__((address, port), handler)
        self.lock = threading.Lock()
        self.asked = collections.Counter()
        self.closing = threading.Event()
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def handle_error(self, *_):
        """Clients that hang up are expected."""

    def close(self) -> None:
        self.closing.set()
        self.shutdown()
        self.server_close()


def begin(host_class: type[WebHost], address: str, port: int, wait_s: float = 20) -> WebHost:
    """Opens the port, waiting a moment for one that is just being closed."""
    end = time.monotonic() + wait_s
    while True:
        try:
            return host_class(address, port)
        except PermissionError:
            raise
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
