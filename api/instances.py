"""Whether a JSON value fits a schema of the OpenAPI document, for the words that lint.py allows and no others."""

import json
import re
from typing import Iterator

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")


def resolved(document: dict, node: dict) -> dict:
    """What a $ref leads to, however many stand in a row, or the node itself."""
    while isinstance(node, dict) and "$ref" in node:
        target = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def has_type(kind: str, value) -> bool:
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[kind])


def faults(document: dict, schema: dict, value, place: str) -> Iterator[str]:
    """Every reason why the value does not fit, each with its place."""
    schema = resolved(document, schema)
    shown = json.dumps(value, default=str)[:200]
    kinds = schema.get("type", [])
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if kinds and not any(has_type(kind, value) for kind in kinds):
        yield f"{place}: {shown} is not of type {' or '.join(kinds)}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {shown} is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{place}: {shown} is not {schema['const']}"
    check = {str: text_faults, list: array_faults, dict: object_faults, int: number_faults, float: number_faults}
    if type(value) in check:
        yield from check[type(value)](document, schema, value, place)


def number_faults(_document: dict, schema: dict, value, place: str) -> Iterator[str]:
    bounds = {"minimum": lambda bound: value >= bound, "maximum": lambda bound: value <= bound,
              "exclusiveMinimum": lambda bound: value > bound, "exclusiveMaximum": lambda bound: value < bound}
    for word, holds in bounds.items():
        if word in schema and not holds(schema[word]):
            yield f"{place}: {value} breaks {word} {schema[word]}"


def text_faults(_document: dict, schema: dict, value: str, place: str) -> Iterator[str]:
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
        yield f"{place}: {value[:200]!r} has the wrong length"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{place}: {value[:200]!r} does not fit the pattern {schema['pattern']}"
    if schema.get("format") == "date-time" and not DATE_TIME.match(value):
        yield f"{place}: {value[:200]!r} is no date-time in UTC"


def array_faults(document: dict, schema: dict, value: list, place: str) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{place}: {len(value)} items"
    if schema.get("uniqueItems") and len({json.dumps(item, sort_keys=True) for item in value}) < len(value):
        yield f"{place}: an item stands twice"
    for number, item in enumerate(value):
        yield from faults(document, schema.get("items", {}), item, f"{place}.{number}")


def object_faults(document: dict, schema: dict, value: dict, place: str) -> Iterator[str]:
    known = schema.get("properties", {})
    for name in schema.get("required", []):
        if name not in value:
            yield f"{place}: {name} is missing"
    branches = schema.get("oneOf", [])
    if branches and sum(all(name in value for name in branch["required"]) for branch in branches) != 1:
        yield f"{place}: fits not exactly one branch of oneOf"
    for name, item in value.items():
        if name in known:
            yield from faults(document, known[name], item, f"{place}.{name}")
        elif schema.get("additionalProperties", True) is False:
            yield f"{place}: {name} is unknown"
