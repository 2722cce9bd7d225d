"""Runs as root inside namespaces of its own (see test_ssrf.py): a machine that owns every address there is.

A dummy interface owns the usual inner addresses, and a local route gives it all others, so whatever the downloader
connects to, it reaches this program, which counts the connection as one to the open internet or as one to a trap. Reads
{"runs": [{"options": [...], "urls": [...]}], "answers": {...}, "program": "..."} and writes what came of each run.
"""

import collections
import ipaddress
import json
import os
import pathlib
import socket
import socketserver
import struct
import subprocess
import sys
import tempfile
import threading

from e2e import hostile_addresses as hostile

PORTS = (22, 80, 443, 3306, 5432, 6379, 8000, 8080)
NAME_SERVER = "10.53.53.53"
OWNED = [*hostile.INNER[:9], NAME_SERVER, hostile.PUBLIC]
OWNED6 = ["fd00::1", "fe80::1", "fec0::1", "64:ff9b::a00:1", "2002:a00:1::", hostile.PUBLIC6]


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


def set_up_network() -> None:
    ip("link", "set", "lo", "up")
    try:
        ip("link", "add", "trap0", "type", "dummy")
    except subprocess.CalledProcessError:  # a kernel without the driver: one end of a cable serves as well
        ip("link", "add", "trap0", "type", "veth", "peer", "name", "trap1")
        ip("link", "set", "trap1", "up")
    ip("link", "set", "trap0", "up")
    for address in OWNED:
        if not address.startswith("127."):
            ip("address", "add", address + "/32", "dev", "trap0")
    for address in OWNED6:
        ip("-6", "address", "add", address + "/128", "dev", "trap0", "nodad")
    ip("route", "add", "local", "0.0.0.0/0", "dev", "lo")
    ip("-6", "route", "add", "local", "::/0", "dev", "lo")
    conf = pathlib.Path(tempfile.mkstemp()[1])
    conf.write_text(f"nameserver {NAME_SERVER}\noptions timeout:1 attempts:1\n")
    conf.chmod(0o644)
    subprocess.run(["mount", "--bind", str(conf), "/etc/resolv.conf"], check=True)
    conf.unlink()


class Connections:
    """Counts by the address that was dialled; whoever dials the public one gets photos and redirects."""

    def __init__(self):
        self.trapped = collections.Counter()
        self.public = 0
        for family, everywhere in ((socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::")):
            for port in PORTS:
                listener = socket.socket(family)
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if family == socket.AF_INET6:
                    listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                listener.bind((everywhere, port))
                listener.listen(512)
                threading.Thread(target=self.accept, args=(listener,), daemon=True).start()

    def accept(self, listener: socket.socket) -> None:
        while True:
            connection, _ = listener.accept()
            dialled = connection.getsockname()
            if dialled[0] in (hostile.PUBLIC, hostile.PUBLIC6) and dialled[1] == 80:
                self.public += 1
                threading.Thread(target=self.serve, args=(connection,), daemon=True).start()
            else:
                self.trapped[f"{dialled[0]} port {dialled[1]}"] += 1
                connection.close()

    @staticmethod
    def serve(connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as lines:
            while request := lines.readline():
                while lines.readline().strip():
                    pass
                path = request.split(b" ")[1].decode("latin-1")
                if path.startswith("/to/"):
                    _, _, status, target = path.split("/", 3)
                    head = f"HTTP/1.1 {status} Elsewhere\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n"
                    connection.sendall(head.encode("latin-1"))
                else:
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nphoto")


class NameServer(socketserver.UDPServer):
    """Answers A and AAAA questions from the table; the last answer of a name's list is repeated."""

    def __init__(self, answers: hostile.Answers):
        super().__init__((NAME_SERVER, 53), None)
        self.answers = answers
        self.asked = collections.Counter()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def finish_request(self, request, client_address) -> None:
        question, sock = request
        sock.sendto(self.answer(question), client_address)

    def answer(self, question: bytes) -> bytes:
        labels, at = [], 12
        while question[at]:
            labels.append(question[at + 1:at + 1 + question[at]].decode().lower())
            at += question[at] + 1
        kind = struct.unpack(">H", question[at + 1:at + 3])[0]
        name = ".".join(labels).removesuffix("." + hostile.ZONE)
        records = self.records(name, kind) if ".".join(labels).endswith(hostile.ZONE) else None
        code = 3 if records is None else 0
        head = question[:2] + struct.pack(">HHHHH", 0x8400 | code, 1, len(records or []), 0, 0)
        return head + question[12:at + 5] + b"".join(records or [])

    def records(self, name: str, kind: int) -> list[bytes] | None:
        rounds = self.answers.get(name)
        if rounds is None:
            return None
        current = rounds[min(self.asked[name, kind], len(rounds) - 1)]
        self.asked[name, kind] += 1
        records = []
        for address in current:
            if address.startswith("="):
                target = b"".join(bytes([len(label)]) + label.encode()
                                  for label in (address[1:] + "." + hostile.ZONE).split(".")) + b"\0"
                records.append(b"\xc0\x0c" + struct.pack(">HHIH", 5, 1, 0, len(target)) + target)
                for record in self.records(address[1:], kind):
                    records.append(target + record[2:])
                continue
            parsed = ipaddress.ip_address(address)
            if (parsed.version == 4) == (kind == 1):
                packed = parsed.packed
                records.append(b"\xc0\x0c" + struct.pack(">HHIH", kind, 1, 0, len(packed)) + packed)
        return records


def fetch(program: str, options: list[str], urls: list[str]) -> dict[int, list[str]]:
    done = subprocess.run([program, *options], input="\0".join(urls).encode(), capture_output=True, timeout=240, check=True)
    results = {}
    for line in done.stdout.decode(errors="replace").split("\n"):
        words = line.split("\t")
        if len(words) >= 4:
            results[int(words[0])] = [words[1], words[3]]
    return results


def main() -> None:
    task = json.load(sys.stdin)
    set_up_network()
    connections, names = Connections(), NameServer(task["answers"])
    report = []
    for run in task["runs"]:
        connections.trapped.clear()
        connections.public = 0
        names.asked.clear()
        results = fetch(task["program"], run["options"], run["urls"])
        report.append({"results": results, "trapped": dict(connections.trapped), "public": connections.public,
                       "look_ups": names.asked.total()})
    json.dump(report, sys.stdout)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
