"""Tries, and judges what comes back."""

import dataclasses
import http.client
import re
import threading
import time
from collections import Counter
from collections.abc import Iterable

from e2e.tenancy.attempts import Attempt
from e2e.tenancy.shops import ID, Shop

TIMEOUT_S = 60
VARYING = re.compile(r'"(?:trace_id|instance)": ?"[^"]*"|"took_ms": ?[\d.]+|\d{4}-\d\d-\d\dT[\d:.]+Z|_ms": ?\d+')


@dataclasses.dataclass
class Leak:
    """What an attempt got that it must not get."""

    what: str
    attempt: Attempt
    status: int
    answer: str

    def __str__(self) -> str:
        return f"{self.what}: {self.attempt}\n    -> {self.status} {self.answer[:400]}"


class Judge:
    """Knows what of the victim must not be seen, and how what does not exist is answered. Thread-safe."""

    def __init__(self, other: Shop):
        self.marker = other.marker
        self.ids = {found for pool in other.ids.values() for found in pool} | {other.org_id}
        self.missing: dict[tuple, set[tuple[int, str]]] = {}
        self.held_back: list[tuple] = []
        self.lock = threading.Lock()
        self.leaks: list[Leak] = []
        self.statuses: Counter = Counter()

    def judge(self, attempt: Attempt, status: int, answer: str) -> None:
        with self.lock:
            self.statuses[attempt.kind, status] += 1
        for what in self.faults(attempt, status, answer):
            with self.lock:
                self.leaks.append(Leak(what, attempt, status, answer))

    def faults(self, attempt: Attempt, status: int, answer: str) -> Iterable[str]:
        sent = attempt.sent()
        if status >= 500:
            yield "the server failed"
        if self.marker in answer.replace(sent, "") and self.marker not in sent:
            yield "the other org's words"
        shown = {found for found in ID.findall(answer) if found in self.ids and found not in sent}
        if shown:
            yield f"ids of the other org: {', '.join(sorted(shown)[:3])}"
        if not attempt.is_allowed and status not in (401, 403, 404, 429):
            yield "a role that the contract does not name was let in"
        if attempt.is_allowed and status == 403 and attempt.kind in ("other", "deleted", "forged"):
            yield "403 tells that it is there: 404 is the answer"
        if attempt.kind == "other" and status < 300 and any(each in self.ids for each in ID.findall(attempt.target.partition("?")[0])):
            yield "what is the other's was found"
        if attempt.is_allowed and attempt.kind == "own" and status == 401:
            yield "a role that the contract names was not let in"

    def same_as_missing(self, attempt: Attempt, status: int, answer: str) -> None:
        """What is the other's and what never was must be answered alike."""
        if attempt.has_cursor:
            return
        key = (attempt.operation, attempt.principal.name, attempt.org)
        plain = (status, VARYING.sub("", ID.sub("id", answer)) if status >= 400 else "")
        with self.lock:
            if attempt.kind == "forged":
                self.missing.setdefault(key, set()).add(plain)
            elif attempt.kind == "other":
                self.held_back.append((key, plain, attempt, answer))

    def compare(self) -> None:
        """Once all is sent: the answers about the other's things against those about nothing."""
        for key, plain, attempt, answer in self.held_back:
            if key in self.missing and plain not in self.missing[key]:
                self.leaks.append(Leak("what is the other's is told from what never was", attempt, plain[0], answer))
        self.held_back.clear()


class Runner:
    """Sends attempts over connections that are kept, from several threads."""

    def __init__(self, host: str, port: int, judge: Judge, threads: int = 4, stop_at_first: bool = False):
        self.host, self.port, self.judge, self.threads, self.stop_at_first = host, port, judge, threads, stop_at_first
        self.sent = 0
        self.lock = threading.Lock()

    def run(self, attempts: Iterable[Attempt], tell=lambda sent, seconds: None) -> int:
        """Returns how many were made."""
        source, began = iter(attempts), time.monotonic()

        def work() -> None:
            connection = http.client.HTTPConnection(self.host, self.port, timeout=TIMEOUT_S)
            while not (self.stop_at_first and self.judge.leaks):
                with self.lock:
                    attempt = next(source, None)
                    self.sent += attempt is not None
                    if attempt and self.sent % 5000 == 0:
                        tell(self.sent, time.monotonic() - began)
                if attempt is None:
                    break
                connection = self.send(connection, attempt)
            connection.close()

        workers = [threading.Thread(target=work) for _ in range(self.threads)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return self.sent

    @staticmethod
    def response(connection: http.client.HTTPConnection, attempt: Attempt, headers: dict) -> http.client.HTTPResponse:
        try:
            connection.request(attempt.method, attempt.target, attempt.body, headers)
            return connection.getresponse()
        except (http.client.HTTPException, ConnectionError):
            connection.close()  # the server ended a kept connection meanwhile
        connection.request(attempt.method, attempt.target, attempt.body, headers)
        return connection.getresponse()

    def send(self, connection: http.client.HTTPConnection, attempt: Attempt) -> http.client.HTTPConnection:
        headers = dict(attempt.headers)
        if attempt.principal.token:
            headers["Authorization"] = "Bearer " + attempt.principal.token
        if attempt.org:
            headers["Likeness-Org"] = attempt.org
        if attempt.content_type:
            headers["Content-Type"] = attempt.content_type
        while True:
            response = self.response(connection, attempt, headers)
            is_stream = response.getheader("Content-Type", "").startswith("text/event-stream")
            answer = (response.read1(65536) if is_stream else response.read()).decode("latin-1")
            if response.status != 409 or "idempotency-key-in-use" not in answer:
                break
            time.sleep(0.01)  # an attempt beside this one has the same key
        head = " ".join(f"{name}: {value}" for name, value in response.getheaders())
        self.judge.judge(attempt, response.status, head + "\n" + answer)
        self.judge.same_as_missing(attempt, response.status, answer)
        if is_stream:
            connection.close()
        return connection
