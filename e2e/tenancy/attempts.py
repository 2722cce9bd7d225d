"""What is tried: every operation, by everybody, with everybody's ids."""

import dataclasses
import itertools
import json
import random
import re
import uuid
from collections.abc import Iterator

from api import instances
from e2e.tenancy.shops import ID, PREFIXES, Shop, id_prefix

KINDS = ("own", "other", "deleted", "forged")
# What a principal does to itself, or to the whole of its org: tried from outside only.
OF_ITSELF = re.compile(r"logout|refresh|password|deleteOrg|eraseOrg|rebuildIndex|setUp", re.IGNORECASE)
JSON = "application/json"


@dataclasses.dataclass(frozen=True)
class Principal:
    """Who tries. `roles` is empty for those whom no route may let in."""

    name: str
    token: str
    roles: frozenset[str]
    is_operator: bool = False
    belongs_to_both: bool = False
    is_key: bool = False


@dataclasses.dataclass
class Attempt:
    """One request and what may come of it."""

    operation: str
    principal: Principal
    kind: str
    method: str
    target: str
    org: str | None
    body: bytes | None
    content_type: str | None
    headers: dict[str, str]
    is_allowed: bool  # the role may call the operation
    has_cursor: bool

    def sent(self) -> str:
        """Everything that the attacker says, and so knows."""
        return " ".join([self.target, self.org or "", (self.body or b"").decode(errors="replace"), *self.headers.values()])

    def __str__(self) -> str:
        body = (self.body or b"")[:200].decode(errors="replace")
        return f"{self.method} {self.target} by {self.principal.name} (org {self.org}, ids: {self.kind}) {body}"


class Plan:
    """Makes attempts out of the contract. `own` is the attacker's org, `other` the victim's."""

    def __init__(self, document: dict, principals: list[Principal], own: Shop, other: Shop, gone: dict[str, list[str]],
                 seed: int = 1):
        self.document, self.principals, self.own, self.other, self.gone = document, principals, own, other, gone
        self.random = random.Random(seed)
        self.pools: dict[tuple[str, str], Iterator[str]] = {}
        self.serial = itertools.count()

    def operations(self) -> Iterator[tuple[str, str, dict, list[dict]]]:
        """Method, path, operation and parameters of everything but the pages for people."""
        for path, item in self.document["paths"].items():
            for method, operation in item.items():
                if method == "parameters" or not path.startswith("/v1/"):
                    continue
                parameters = [self.resolved(each) for each in item.get("parameters", []) + operation.get("parameters", [])]
                yield method.upper(), path, operation, parameters

    def resolved(self, node: dict) -> dict:
        return instances.resolved(self.document, node)

    def attempts(self, repeats: int) -> Iterator[Attempt]:
        """Each operation by each principal with each kind of ids under each org, `repeats` times where it names ids."""
        for method, path, operation, parameters in self.operations():
            has_ids = self.names_ids(path, operation, parameters)
            for principal, org, kind in itertools.product(self.principals, (None, self.own.name, self.other.name), KINDS):
                if not has_ids and kind != "own":
                    continue
                for _ in range(repeats if has_ids or method == "GET" else 1):
                    attempt = self.attempt(method, path, operation, parameters, principal, org, kind)
                    if attempt:
                        yield attempt

    def names_ids(self, path: str, operation: dict, parameters: list[dict]) -> bool:
        example = json.dumps(self.example(operation))
        return bool(any(name in PREFIXES and name != "org_id" for name in re.findall(r"\{(\w+)\}", path)) or ID.search(example) or
                    any(parameter["name"] == "cursor" or id_prefix(self.document, parameter) for parameter in parameters
                        if parameter["in"] == "query") or "{org_id}" in path)

    def example(self, operation: dict) -> object:
        content = self.resolved(operation.get("requestBody", {})).get("content", {})
        return content.get(JSON, {}).get("example", {}) if JSON in content else {}

    def attempt(self, method: str, path: str, operation: dict, parameters: list[dict], principal: Principal,
                org: str | None, kind: str) -> Attempt | None:
        allowed = bool(principal.roles & set(operation["x-roles"])) or "public" in operation["x-roles"]
        if principal.is_key and operation.get("x-api-keys") == "none":
            allowed = False
        acts_on_other = principal.is_operator and (org == self.other.name or "{org_id}" in path)
        changes = method != "GET"
        if operation["operationId"] == "whoAmI" and principal.belongs_to_both:
            return None  # the other org is the own one as well
        if principal.is_operator and not any(parameter["name"] == "Likeness-Org" for parameter in parameters):
            return None  # what concerns the server as a whole is the operator's
        if acts_on_other and (kind == "other" or org == self.other.name):
            return None  # that is the operator's work, not an attack
        if principal.is_operator and org is None and "Audit" in operation["operationId"]:
            return None  # without an org it is the log of the server as a whole
        if allowed and OF_ITSELF.search(operation["operationId"]):
            return None
        if allowed and changes and kind == "own" and self.names_ids(path, operation, parameters):
            return None  # would use up what the other attempts need
        target = path.replace("{size_px}", "160")
        for name in re.findall(r"\{(\w+)\}", target):
            target = target.replace("{" + name + "}", self.id(kind, PREFIXES[name]))
        query = [f"{parameter['name']}={value}" for parameter in parameters
                 if parameter["in"] == "query" and (value := self.query_value(parameter, operation, kind))]
        body, content_type = self.body(operation, kind, allowed and changes)
        # A key of its own: two requests at once with one key are told apart from others, whatever they name.
        key = f"{self.other.marker}-{operation['operationId']}-{next(self.serial)}"
        headers = {"Idempotency-Key": key} if method == "POST" else {}
        return Attempt(operation["operationId"], principal, kind, method, target + ("?" + "&".join(query) if query else ""),
                       org, body, content_type, headers, allowed, any(each.startswith("cursor=") for each in query))

    def query_value(self, parameter: dict, operation: dict, kind: str) -> str | None:
        if parameter["name"] == "cursor":
            shop = self.other if kind == "other" else self.own if kind == "own" else None
            cursors = shop.cursors.get(operation["operationId"], []) if shop else ["AAAA"]
            return self.random.choice(cursors) if cursors and self.random.random() < 0.5 else None
        prefix = id_prefix(self.document, parameter)
        if prefix:
            return self.id(kind, prefix) if self.random.random() < 0.5 else None
        if parameter.get("required"):
            return str(parameter.get("example", "x"))
        return None

    def body(self, operation: dict, kind: str, takes_effect: bool) -> tuple[bytes | None, str | None]:
        content = self.resolved(operation.get("requestBody", {})).get("content", {})
        if not content:
            return None, None
        if JSON not in content:
            return b"", next(iter(content)).replace("/*", "/png")
        text = json.dumps(self.example(operation))
        if takes_effect and not ID.search(text) and "{" not in text.strip("{}"):
            text = "{}"
        return ID.sub(lambda found: self.id(kind, found[0].partition("_")[0]), text).encode(), JSON

    def id(self, kind: str, prefix: str) -> str:
        """The next id of the kind; a made-up one where the kind has none of that prefix."""
        if prefix == "org" and kind in ("own", "other"):
            return self.own.org_id if kind == "own" else self.other.org_id
        shop_ids = {"own": self.own.ids, "other": self.other.ids, "deleted": self.gone}.get(kind, {}).get(prefix)
        if not shop_ids:
            made_up = uuid.UUID(int=self.random.getrandbits(128), version=4)
            text = str(made_up)
            return f"{prefix}_{text[:14]}7{text[15:]}"
        pool = self.pools.get((kind, prefix))
        if pool is None:
            pool = self.pools[kind, prefix] = itertools.cycle(shop_ids)
        return next(pool)
