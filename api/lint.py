"""Holds the OpenAPI document to what the server truly checks: lint.py [--self-test] [openapi.yaml].

The validator (valijson, draft 7) passes over words that it does not know, and over the siblings of a $ref. A contract
that uses them promises checks that nobody makes, so they are faults here. Prints every fault; exit status 1 where there
is one. --self-test first lints a sample that breaks every rule, and fails where a rule stays silent.
"""

import pathlib
import re
import sys

import yaml

import expand
import instances

# "format" among them: routes parse what has one.
ANNOTATIONS = {"title", "description", "default", "example", "examples", "deprecated", "format"}
CHECKED = {
    "type", "enum", "const", "properties", "required", "additionalProperties", "items", "minItems", "maxItems",
    "uniqueItems", "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "oneOf",
}
FORMATS = {"date-time"}
BYTES = {"type": "string", "format": "binary"}
TYPES = {"object", "array", "string", "integer", "number", "boolean", "null"}
METHODS = {"get", "put", "post", "delete", "patch"}
RATE_CLASSES = {"auth", "read", "write", "upload", "search", "none"}
IDEMPOTENCY_KEY = "#/components/parameters/IdempotencyKey"
ROLES = {"operator", "owner", "admin", "editor", "viewer", "search", "ingest", "public"}
# The expression engine recurses for each repetition: an open-ended one lets a long text overflow the stack.
OPEN_ENDED = re.compile(r"(?<!\\)[*+]|\{\d+,\}")


class Lint:
    """Collects faults, each with the place in the document where it stands."""

    def __init__(self, document):
        self.document = document
        self.faults = []

    def fault(self, place, message):
        self.faults.append(f"{place}: {message}")

    def resolve(self, node, place):
        """What a $ref leads to, or the node itself."""
        if not isinstance(node, dict) or "$ref" not in node:
            return node
        target = self.document
        for step in str(node["$ref"]).removeprefix("#/").split("/"):
            target = target.get(step) if isinstance(target, dict) else None
        if target is None or not str(node["$ref"]).startswith("#/"):
            self.fault(place, f"$ref {node['$ref']} leads nowhere")
            return {}
        return target

    def schema(self, node, place, request):
        if not isinstance(node, dict):
            self.fault(place, "a schema must be an object")
            return
        if "$ref" in node:
            if len(node) > 1:
                self.fault(place, f"siblings of $ref are not checked: {', '.join(sorted(set(node) - {'$ref'}))}")
            self.resolve(node, place)
            return
        for word in sorted(set(node) - CHECKED - ANNOTATIONS):
            self.fault(place, f"{word} is not checked by the validator")
        types = node.get("type", [])
        types = types if isinstance(types, list) else [types]
        if not types or set(types) - TYPES:
            self.fault(place, "type is missing or unknown")
        if "format" in node and node["format"] not in FORMATS:
            self.fault(place, f"format {node['format']} is none that a route parses")
        self.pattern(node, place)
        self.enum(node, types, place)
        if "object" in types:
            self.object(node, place, request)
        if "array" in types:
            if "items" not in node:
                self.fault(place, "an array needs items")
            elif isinstance(node["items"], list):
                self.fault(place, "items must be one schema")
            else:
                self.schema(node["items"], place + ".items", request)
        if "oneOf" in node and any(set(branch) != {"required"} for branch in node["oneOf"]):
            self.fault(place, "the branches of oneOf may only hold required")

    def pattern(self, node, place):
        if "pattern" not in node:
            return
        try:
            re.compile(node["pattern"])
        except re.error as error:
            self.fault(place, f"pattern: {error}")
        without_classes = re.sub(r"\[[^\]]*\]", "x", node["pattern"])
        if OPEN_ENDED.search(without_classes):
            self.fault(place, "pattern repeats without an end")

    def enum(self, node, types, place):
        if "enum" in node and types == ["string"] and not all(isinstance(value, str) for value in node["enum"]):
            self.fault(place, "a value of enum is not text: quote it")

    def object(self, node, place, request):
        additional = node.get("additionalProperties")
        if additional is not False and (request or additional is not True):
            self.fault(place, "additionalProperties must be false")
        properties = node.get("properties", {})
        named = [name for branch in node.get("oneOf", []) for name in branch.get("required", [])]
        for name in [*node.get("required", []), *named]:
            if name not in properties:
                self.fault(place, f"{name} is required but is no property")
        for name, child in properties.items():
            self.schema(child, f"{place}.{name}", request)

    def parameter(self, node, place):
        parameter = self.resolve(node, place)
        if "name" not in parameter or parameter.get("in") not in {"path", "query", "header"} or "schema" not in parameter:
            self.fault(place, "a parameter needs name, schema and in: path, query or header")
            return
        if parameter["in"] == "path" and parameter.get("required") is not True:
            self.fault(place, f"path parameter {parameter['name']} must be required")
        self.schema(parameter["schema"], f"{place}.{parameter['name']}", request=True)

    def operation(self, node, place, seen):
        for word in ("operationId", "summary", "description", "tags", "x-roles", "responses"):
            if not node.get(word):
                self.fault(place, f"no {word}")
        for tag in sorted(set(node.get("tags") or []) - {tag["name"] for tag in self.document.get("tags", [])}):
            self.fault(place, f"tag {tag} is not described")
        self.problems(node, place)
        identifier = node.get("operationId")
        if identifier in seen:
            self.fault(place, f"operationId {identifier} is taken")
        seen.add(identifier)
        for role in sorted(set(node.get("x-roles") or []) - ROLES):
            self.fault(place, f"x-roles knows no {role}")
        if node.get("x-rate-class") not in RATE_CLASSES:
            self.fault(place, f"x-rate-class must be one of {', '.join(sorted(RATE_CLASSES))}")
        for word in ("x-api-keys", "x-idempotent", "x-transaction"):
            if node.get(word, "none") != "none":
                self.fault(place, f"{word} may only be none")
        self.audit(node, place)
        if place.startswith("POST") and "x-transaction" in node and "x-idempotent" not in node:
            self.fault(place, "without a transaction a request cannot be idempotent: say x-idempotent: none")
        if node.get("deprecated") and not (node.get("x-deprecated-since") and node.get("x-sunset")):
            self.fault(place, "a deprecated operation needs the dates x-deprecated-since and x-sunset")
        takes_key = place.startswith("POST") and "x-idempotent" not in node
        if takes_key != ({"$ref": IDEMPOTENCY_KEY} in node.get("parameters", [])):
            self.fault(place, "the parameter IdempotencyKey stands at every POST but those with x-idempotent: none")
        if takes_key and "public" in (node.get("x-roles") or []):
            self.fault(place, "a key belongs to a caller: a public POST says x-idempotent: none")
        if ("public" in (node.get("x-roles") or [])) != (node.get("security") == []):
            self.fault(place, "public operations, and only they, have security: []")
        responses = node.get("responses") or {}
        problem = self.resolve(responses.get("default", {}), place)
        if "application/problem+json" not in problem.get("content", {}):
            self.fault(place, "no default response of application/problem+json")
        if not any(str(status).startswith("2") for status in responses):
            self.fault(place, "no response for success")
        for status, response in responses.items():
            for media, content in self.resolve(response, place).get("content", {}).items():
                self.media(media, content, f"{place} {status} {media}", request=False)
        for parameter in node.get("parameters", []):
            self.parameter(parameter, place)
        for media, content in self.resolve(node.get("requestBody", {}), place).get("content", {}).items():
            self.media(media, content, f"{place} body", request=True)
        self.siblings(node, place)

    def media(self, media, content, place, request):
        """The body of one media type: JSON by its schema and an example that fits it, text, or bytes."""
        if "schema" not in content:
            self.fault(place, "no schema: a JSON body has its own, any other is $ref Bytes or text")
            return
        if media not in {"application/json", expand.MEDIA_TYPE}:
            schema = self.resolve(content["schema"], place)
            if {word: schema.get(word) for word in BYTES} != BYTES and schema != {"type": "string"}:
                self.fault(place, "neither text nor bytes")
            return
        self.schema(content["schema"], place, request)
        examples = [content["example"]] if "example" in content else self.resolve(content["schema"], place).get("examples", [])
        if not examples:
            self.fault(place, "no example, neither here nor in the schema")
        for number, example in enumerate(examples):
            try:
                self.faults += instances.faults(self.document, content["schema"], example, f"{place} example {number}")
            except (KeyError, TypeError):
                pass  # a broken schema is told of where it stands

    def problems(self, node, place):
        known = {kind["slug"] for kind in self.document.get("x-problem-types", [])}
        for slug in sorted(set(node.get("x-problems", [])) - known):
            self.fault(place, f"x-problems: {slug} is none of x-problem-types")

    def audit(self, node, place):
        rule = node.get("x-audit")
        if rule is not None and rule not in ({"access"} if place.startswith("GET") else {"attempts", "none"}):
            self.fault(place, "x-audit may be access for GET, attempts or none for others")
        if (rule == "none") != bool(node.get("x-audit-reason")):
            self.fault(place, "x-audit: none, and only that, has an x-audit-reason")

    def siblings(self, node, place):
        for part in [node.get("requestBody", {}), *(node.get("responses") or {}).values(), *node.get("parameters", [])]:
            if "$ref" in part and len(part) > 1:
                self.fault(place, "siblings of $ref are not checked")

    def run(self):
        if not str(self.document.get("openapi", "")).startswith("3.1."):
            self.fault("document", "openapi must be 3.1")
        seen = set()
        for path, item in self.document.get("paths", {}).items():
            for parameter in item.get("parameters", []):
                self.parameter(parameter, path)
            for method, node in item.items():
                if method in METHODS:
                    self.operation(node, f"{method.upper()} {path}", seen)
                elif method != "parameters":
                    self.fault(path, f"{method} is not known here")
        # Which side a component serves is not told apart: the stricter rule holds for all.
        for name, node in self.document.get("components", {}).get("schemas", {}).items():
            if {word: node.get(word) for word in BYTES} == BYTES:
                continue
            self.schema(node, f"schemas.{name}", request=True)
            for number, example in enumerate(node.get("examples", [])):
                self.faults += instances.faults(self.document, node, example, f"schemas.{name} example {number}")
        return self.faults


EXPECTED = [
    "openapi must be 3.1", "trace is not known here", "path parameter b must be required", "in: path, query or header",
    "no summary", "no description", "no tags", "tag nowhere is not described", "boredom is none of x-problem-types",
    "neither text nor bytes", "no example", "example 0: \"up\" is none of", "schemas.Short example 0", "x-roles knows no somebody", "public operations", "operationId one is taken", "leads nowhere",
    "siblings of $ref", "no default response", "no response for success", "no schema: a JSON body",
    "additionalProperties must be false", "prefixItems is not checked", "format uuid is none that a route parses",
    "an array needs items", "type is missing", "pattern repeats without an end", "pattern: ", "quote it",
    "ghost is required but is no property", "branches of oneOf", "no responses",
    "the parameter IdempotencyKey stands at every POST", "a key belongs to a caller", "x-rate-class must be one of",
    "x-transaction may only be none", "x-audit may be access", "has an x-audit-reason", "x-deprecated-since and x-sunset",
]


def self_test():
    sample = yaml.safe_load(pathlib.Path(__file__).with_name("lint_sample.yaml").read_text(encoding="utf-8"))
    faults = Lint(sample).run()
    silent = [rule for rule in EXPECTED if not any(rule in fault for fault in faults)]
    for rule in silent:
        print(f"self-test: nothing says {rule!r}", file=sys.stderr)
    return not silent


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--self-test"]
    path = pathlib.Path(arguments[0]) if arguments else pathlib.Path(__file__).with_name("openapi.yaml")
    if "--self-test" in sys.argv and not self_test():
        return 1
    faults = Lint(yaml.safe_load(path.read_text(encoding="utf-8"))).run()
    for fault in faults:
        print(f"{path.name}: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
