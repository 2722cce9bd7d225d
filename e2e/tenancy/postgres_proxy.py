"""Stands between a server and its private Postgres, and can take the org conditions out of the server's statements.

With them gone, row-level security is the only thing that keeps orgs apart, and what holds then holds by itself.
"""

import pathlib
import re
import socket
import struct
import threading

from e2e.durability.database import SUPERUSER, Session, socket_directory
from e2e.likeness import Server

ORG_CONDITION = re.compile(rb"((?:\b\w+\.)?\borg_id) = (\$\d+)")
READ_BYTES = 1 << 16


class PostgresProxy:
    """In place of the socket of the server's Postgres until close(). `opened` says which statements lose their condition:
    a pattern that a statement holds; None: no statement."""

    def __init__(self, server: Server):
        self.server = server
        self.opened: re.Pattern[bytes] | None = None
        self.rewritten = 0
        directory = pathlib.Path(socket_directory(server))
        self.path, self.behind = directory / ".s.PGSQL.5432", directory / ".s.PGSQL.5433"
        self.path.rename(self.behind)
        self.listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.listener.bind(str(self.path))
        self.path.chmod(0o777)
        self.listener.listen(64)
        threading.Thread(target=self._accept, daemon=True).start()
        self._reconnect()

    def __enter__(self) -> "PostgresProxy":
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def close(self) -> None:
        self.listener.close()
        self.path.unlink(missing_ok=True)
        self.behind.rename(self.path)
        self._reconnect()

    def _reconnect(self) -> None:
        """Has the server open its connections anew, and so through whatever listens now."""
        with Session(self.server) as session:
            session.rows(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename <> '{SUPERUSER}'"
                         " AND usename LIKE 'likeness_%'")

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            behind = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            behind.connect(str(self.behind))
            threading.Thread(target=self._answers, args=(behind, client), daemon=True).start()
            threading.Thread(target=self._requests, args=(client, behind), daemon=True).start()

    @staticmethod
    def _answers(behind: socket.socket, client: socket.socket) -> None:
        try:
            while data := behind.recv(READ_BYTES):
                client.sendall(data)
        except OSError:
            pass
        finally:
            _close(client, behind)

    def _requests(self, client: socket.socket, behind: socket.socket) -> None:
        try:
            self._start_up(client, behind)
            while True:
                kind = _exactly(client, 1)
                length = struct.unpack("!I", _exactly(client, 4))[0]
                body = _exactly(client, length - 4)
                if kind == b"P":
                    body = self._rewritten(body)
                behind.sendall(kind + struct.pack("!I", len(body) + 4) + body)
        except (OSError, EOFError):
            pass
        finally:
            _close(client, behind)

    @staticmethod
    def _start_up(client: socket.socket, behind: socket.socket) -> None:
        """The first messages have no kind; a request for encryption (of length 8) is answered by one byte, no."""
        while True:
            length = struct.unpack("!I", _exactly(client, 4))[0]
            body = _exactly(client, length - 4)
            if length == 8:
                client.sendall(b"N")
                continue
            behind.sendall(struct.pack("!I", length) + body)
            return

    def _rewritten(self, body: bytes) -> bytes:
        """A Parse message: name, NUL, statement, NUL, types."""
        name, statement, rest = body.split(b"\0", 2)
        if self.opened is None or not self.opened.search(statement):
            return body
        statement, count = ORG_CONDITION.subn(rb"(\1 = \2 OR true)", statement)
        self.rewritten += count
        return name + b"\0" + statement + b"\0" + rest


def _exactly(connection: socket.socket, count: int) -> bytes:
    data = bytearray()
    while len(data) < count:
        piece = connection.recv(count - len(data))
        if not piece:
            raise EOFError
        data += piece
    return bytes(data)


def _close(*connections: socket.socket) -> None:
    for connection in connections:
        try:
            connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        connection.close()


