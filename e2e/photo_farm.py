"""Many photos on one server, each after a moment's wait, and what the server saw of its clients."""

import asyncio
import collections
import threading


class PhotoFarm:
    """Keeps connections open. `answer` gets path and headers and returns status, headers and body."""

    def __init__(self, address: str, port: int, latency_s: float, answer):
        self.latency_s, self.answer = latency_s, answer
        self.connections = 0
        self.asked = collections.Counter()
        self.running = self.most_running = 0
        self.loop = asyncio.new_event_loop()
        opened = threading.Event()

        async def begin():
            self.server = await asyncio.start_server(self.serve, address, port, backlog=1024)
            self.port = self.server.sockets[0].getsockname()[1]
            opened.set()

        def work():
            self.loop.run_until_complete(begin())
            self.loop.run_forever()

        self.thread = threading.Thread(target=work, daemon=True)
        self.thread.start()
        if not opened.wait(20):
            raise PermissionError(f"{address} port {port} cannot be opened")

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                path = lines[0].split(" ")[1]
                headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:] if line)}
                self.asked[path] += 1
                self.running += 1
                self.most_running = max(self.most_running, self.running)
                await asyncio.sleep(self.latency_s)
                self.running -= 1
                status, more, body = self.answer(path, headers)
                head = "".join(f"{name}: {value}\r\n" for name, value in more.items())
                length = "" if status == 304 else f"Content-Length: {len(body)}\r\n"
                writer.write(f"HTTP/1.1 {status} Said\r\n{head}{length}\r\n".encode() + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def close(self) -> None:
        self.loop.call_soon_threadsafe(self.server.close)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)
        self.loop.close()
