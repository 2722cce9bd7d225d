"""Holds answers to the OpenAPI document that the server itself hands out."""

import atexit
import json
import os
import pathlib
import re
import urllib.parse

from api import instances

PROBLEM = "application/problem+json"
# What HTTP itself refuses, before or beside any operation; 500 is looked for by the tests themselves.
PROTOCOL_STATUSES = {400, 404, 405, 408, 413, 414, 417, 431, 500, 501, 503, 505}
# Operations that were answered with success, by any server of this process; kept for e2e.test_operations.
SUCCEEDED: set[str] = set()
EVERYWHERE = ("date", "likeness-trace-id", "cache-control")


@atexit.register
def remember() -> None:
    suite, build = os.environ.get("LIKENESS_SUITE"), os.environ.get("LIKENESS_BUILD_DIR")
    if suite and build:
        folder = pathlib.Path(build) / "operations"
        folder.mkdir(exist_ok=True)
        (folder / suite).write_text("\n".join(sorted(SUCCEEDED)))


class Contract:
    """One OpenAPI document."""

    def __init__(self, document: dict):
        self.document = document
        self.types = {"urn:likeness:problem:" + kind["slug"]: kind["status"] for kind in document["x-problem-types"]}
        # A literal segment wins over a parameter.
        paths = sorted(document["paths"].items(), key=lambda entry: entry[0].count("{"))
        self.routes = [(re.compile(re.sub(r"\{[^}]*\}", "[^/]+", path) + "$"), item) for path, item in paths]

    def resolved(self, node: dict) -> dict:
        return instances.resolved(self.document, node)

    def check_answer(self, method: str, path: str, answer) -> None:
        """Raises AssertionError where the answer is none that the contract knows: status, headers, media type, body."""
        place = f"{method} {path} {answer.status}"

        def demand(good: bool, what: str) -> None:
            if not good:
                raise AssertionError(f"{place}: {what}: {answer.text[:300]!r}")

        for name in EVERYWHERE:
            demand(name in answer.headers, f"no header {name}")
        operation = self.operation(method, urllib.parse.urlsplit(path).path)
        if answer.content_type == PROBLEM:
            self.check_problem(answer, demand)
        if operation is None:
            demand(answer.status in PROTOCOL_STATUSES, "nothing else can come of a path or method that is not known")
            return
        if answer.status == 304:
            demand(not answer.body, "a body beside 304")
            return
        responses = operation["responses"]
        if str(answer.status) not in responses:
            demand(answer.content_type == PROBLEM and answer.status in PROTOCOL_STATUSES,
                   f"the contract knows {', '.join(responses)}; a problem that follows from no rule stands in x-problems")
            return
        response = self.resolved(responses[str(answer.status)])
        for name, header in response.get("headers", {}).items():
            header = self.resolved(header)
            demand(name.lower() in answer.headers or not header.get("required"), f"no header {name}")
        if method != "HEAD":
            self.check_body(response.get("content", {}), answer, demand, place)
        if answer.status < 400:
            SUCCEEDED.add(operation["operationId"])

    def check_problem(self, answer, demand) -> None:
        problem = answer.json()
        demand(self.types.get(problem["type"]) == answer.status, "x-problem-types knows no such type with this status")
        demand(problem["status"] == answer.status, f"the problem says {problem['status']}")
        demand(problem["trace_id"] == answer.headers["likeness-trace-id"], "header and problem differ in their trace id")

    def check_body(self, content: dict, answer, demand, place: str) -> None:
        if not content:
            demand(not answer.body, "a body where the contract has none")
            return
        demand(answer.content_type in content, f"{answer.content_type} is not {', '.join(content)}")
        if answer.content_type in ("application/json", PROBLEM):
            self.check(content[answer.content_type]["schema"], json.loads(answer.body), place)

    def check(self, schema: dict, value, place: str) -> None:
        """Raises AssertionError that names the place where a value does not fit its schema."""
        for fault in instances.faults(self.document, schema, value, place):
            raise AssertionError(fault)

    def operation(self, method: str, path: str) -> dict | None:
        for pattern, item in self.routes:
            if pattern.match(path):
                return item.get({"HEAD": "get"}.get(method, method.lower()))
        return None
