"""Writes out which problems each operation may answer with; the source says only what is special about one.

The document's `x-problem-types` lists every type of problem with its status. Most follow from what an operation is, by
the rules below; an operation names the others in its own `x-problems`. What is served, linted, tested and given to the
generators of clients is the expanded document.
"""

import copy
from typing import Iterator

METHODS = ("get", "put", "post", "delete", "patch")
MEDIA_TYPE = "application/problem+json"
TRACE_ID = {"description": "What the operator finds the request by.", "required": True, "schema": {"type": "string"}}
RETRY_AFTER = {"description": "Seconds to wait.", "required": True, "schema": {"type": "integer", "minimum": 0}}
CHALLENGE = {"description": "The scheme that is wanted.", "required": True, "schema": {"type": "string"}}
HEADERS = {401: {"WWW-Authenticate": CHALLENGE}, 429: {"Retry-After": RETRY_AFTER}, 503: {"Retry-After": RETRY_AFTER}}


def parameter_of(document: dict, node: dict) -> dict:
    return document["components"]["parameters"][node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node


def rules(document: dict, item: dict, method: str, operation: dict) -> Iterator[tuple[bool, str]]:
    """Whether a type of problem belongs to an operation, for each that can be told from the operation itself."""
    parameters = [parameter_of(document, node) for node in [*item.get("parameters", []), *operation.get("parameters", [])]]
    names = {parameter.get("name") for parameter in parameters}
    signed_in = "public" not in operation.get("x-roles", [])
    content = operation.get("requestBody", {}).get("content", {})
    waits = operation.get("x-rate-class") != "none"
    yield True, "malformed-request"
    yield True, "invalid-argument"
    yield "application/json" in content, "malformed-json"
    yield bool(content), "too-large"
    yield bool(content), "unsupported"
    yield signed_in or operation.get("x-rate-class") == "auth", "unauthenticated"
    yield signed_in, "forbidden"
    yield "Likeness-Org" in names or any(parameter.get("in") == "path" for parameter in parameters), "not-found"
    yield method == "post" and operation.get("x-idempotent") != "none", "conflict"
    yield "If-Match" in names, "precondition-failed"
    yield waits, "rate-limited"
    yield waits, "unavailable"
    yield waits, "timeout"


def problems_of(document: dict, item: dict, method: str, operation: dict) -> set[str]:
    """The types of problem that an operation may answer with."""
    followed = {slug for holds, slug in rules(document, item, method, operation) if holds}
    return followed | set(operation.get("x-problems", []))


def response(types: list[dict]) -> dict:
    """The response of one status, which several types of problem may share."""
    first = types[0]
    example = {"type": "urn:likeness:problem:" + first["slug"], "title": first["title"], "status": first["status"],
               "detail": first["example"], "instance": "/v1/search/text", "trace_id": "0af7651916cd43dd8448eb211c80319c"}
    text = "\n\n".join(f"`{kind['slug']}`: {kind['description']}" for kind in types)
    return {"description": text, "headers": {"Likeness-Trace-Id": TRACE_ID} | HEADERS.get(first["status"], {}),
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}}}


def operations(document: dict) -> Iterator[tuple[str, str, dict, dict]]:
    """Method, path, path item and operation of each."""
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield method, path, item, item[method]


def expanded(document: dict) -> dict:
    """The document with a response for each problem of each operation. KeyError for a type that is not listed."""
    document = copy.deepcopy(document)
    types = {kind["slug"]: kind for kind in document.get("x-problem-types", [])}
    by_status: dict[int, list[dict]] = {}
    for kind in types.values():
        by_status.setdefault(kind["status"], []).append(kind)
    used = set()
    for method, _, item, operation in operations(document):
        statuses = {types[slug]["status"] for slug in problems_of(document, item, method, operation)}
        used |= statuses
        problems = {str(status): {"$ref": f"#/components/responses/Problem{status}"} for status in sorted(statuses)}
        default = operation["responses"].pop("default")
        operation["responses"] = problems | operation["responses"] | {"default": default}
        operation["responses"] = dict(sorted(operation["responses"].items()))
    document["components"]["responses"] |= {f"Problem{status}": response(by_status[status]) for status in sorted(used)}
    return document
