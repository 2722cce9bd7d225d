"""Holds answers to the OpenAPI document that the server itself hands out."""

import json
import re
import urllib.parse

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


class Contract:
    """One OpenAPI document, as far as its schemas use the words below."""

    def __init__(self, document: dict):
        self.document = document
        self.routes = [(re.compile(re.sub(r"\{[^}]*\}", "[^/]+", path) + "$"), item)
                       for path, item in document["paths"].items()]

    def resolved(self, node: dict) -> dict:
        while "$ref" in node:
            target = self.document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = target
        return node

    def check_answer(self, method: str, path: str, status: int, content_type: str, body: bytes) -> None:
        """Raises AssertionError where the answer is none that the contract knows."""
        place = f"{method} {path} {status}"
        if status >= 400 and content_type:
            if content_type == "application/problem+json":
                problem = json.loads(body)
                self.check(self.document["components"]["schemas"]["Problem"], problem, place)
                if problem["status"] != status:
                    raise AssertionError(f"{place}: the problem says {problem['status']}")
                return
            if not path.startswith("/readyz"):
                raise AssertionError(f"{place}: {content_type} is no problem document: {body[:200]!r}")
        operation = self.operation(method, urllib.parse.urlsplit(path).path)
        if operation is None or status == 304:
            return
        responses = operation["responses"]
        if str(status) not in responses:
            raise AssertionError(f"{place}: the contract knows {', '.join(responses)}: {body[:300]!r}")
        content = self.resolved(responses[str(status)]).get("content", {})
        if not content:
            if body:
                raise AssertionError(f"{place}: a body where the contract has none")
            return
        if content_type not in content:
            raise AssertionError(f"{place}: {content_type} is not {', '.join(content)}")
        if content_type == "application/json":
            partial = "fields" in urllib.parse.parse_qs(urllib.parse.urlsplit(path).query)
            self.check(content[content_type]["schema"], json.loads(body), place, partial)

    def operation(self, method: str, path: str) -> dict | None:
        for pattern, item in self.routes:
            if pattern.match(path):
                return item.get(method.lower())
        return None

    def check(self, schema: dict, value, place: str, partial: bool = False) -> None:
        """Raises AssertionError that names the place where a value does not fit its schema; a partial answer need not
        have what is required."""
        schema = self.resolved(schema)

        def demand(good: bool, what: str) -> None:
            if not good:
                raise AssertionError(f"{place}: {what}: {json.dumps(value)[:200]}")

        kind = schema.get("type")
        if kind in ("number", "integer"):
            demand(not isinstance(value, bool) and isinstance(value, int if kind == "integer" else (int, float)), kind)
            demand(value >= schema.get("minimum", value), "minimum")
            demand(value <= schema.get("maximum", value), "maximum")
        elif isinstance(kind, list):
            kinds = tuple(TYPES.get(each, int) for each in kind)
            demand(isinstance(value, kinds), " or ".join(kind))
        elif kind:
            demand(isinstance(value, TYPES[kind]), kind)
        demand("enum" not in schema or value in schema["enum"], f"none of {schema.get('enum')}")
        if isinstance(value, str):
            demand("pattern" not in schema or re.search(schema["pattern"], value) is not None, "pattern")
            demand(len(value) <= schema.get("maxLength", len(value)), "maxLength")
            if schema.get("format") == "date-time":
                demand(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$", value) is not None, "date-time")
        elif isinstance(value, list):
            for number, item in enumerate(value):
                self.check(schema.get("items", {}), item, f"{place}.{number}", partial)
        elif isinstance(value, dict):
            known = schema.get("properties", {})
            for name in schema.get("required", []):
                demand(partial or name in value, f"{name} is missing")
            for name, item in value.items():
                demand(name in known or schema.get("additionalProperties", True) is not False, f"{name} is unknown")
                self.check(known.get(name, {}), item, f"{place}.{name}", partial)
