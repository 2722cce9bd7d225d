"""Two orgs that look alike, each with something of every kind, and everybody who may act in them."""

import dataclasses
import pathlib
import re

from api import instances
from e2e import goods
from e2e.http_client import Client
from e2e.likeness import PASSWORD, Server

ID = re.compile(r"\b[a-z]{2,4}_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b")
ROLES = ("owner", "admin", "editor", "viewer")
GARMENTS = 24


@dataclasses.dataclass
class Shop:
    """One org: who acts in it, and what of it must stay in it."""

    name: str
    org_id: str
    clients: dict[str, Client]  # by role
    ids: dict[str, list[str]] = dataclasses.field(default_factory=dict)  # by prefix
    cursors: dict[str, list[str]] = dataclasses.field(default_factory=dict)  # by operation
    photos: list[bytes] = dataclasses.field(default_factory=list)

    @property
    def marker(self) -> str:
        """A word in every title, address and file name of the org, and nowhere else."""
        return f"zq{self.name}zq"

    def harvest(self, text: str) -> None:
        """Takes the ids out of an answer."""
        for found in ID.findall(text):
            pool = self.ids.setdefault(found.partition("_")[0], [])
            if found not in pool:
                pool.append(found)


def feed_of(directory: pathlib.Path, shop: Shop, first: int) -> pathlib.Path:
    """Garments with the org's mark; one photo is no photo and one row is broken, so that work is given up."""
    (directory / "photos").mkdir(parents=True, exist_ok=True)
    rows = []
    for number in range(GARMENTS):
        photo = goods.encoded(goods.garment(first + number))
        shop.photos.append(photo)
        name = f"photos/{shop.marker}-{number}.png"
        (directory / name).write_bytes(photo if number else b"no photo at all")
        rows.append({"id": f"{shop.marker}-{number}", "title": f"Garment {shop.marker} {number}", "brand": shop.marker,
                     "image_link": name, "price": "x" if number == 1 else f"{number}.00 EUR"})
    return goods.write_feed(directory / "feed.tsv", rows)


def open_shop(server: Server, name: str, first: int) -> Shop:
    """Makes the org, its members and a catalogue whose photos nobody else has."""
    org_id = server.make_org(name)
    shop = Shop(name, org_id, {})
    shop.clients = {role: server.make_user(org_id, f"{role}@{shop.marker}.example", role) for role in ROLES}
    shop.clients["operator"] = server.client(name)
    feed = feed_of(server.directory / name, shop, first)
    server.import_feed(feed, name, expect=5)
    stock(server, shop)
    return shop


def stock(server: Server, shop: Shop) -> None:
    """Something of every other kind."""
    owner = shop.clients["owner"]
    # Under the keys that attackers send as well.
    expect(owner.request("POST", "/v1/feeds", {"name": f"{shop.marker} feed", "url": f"https://{shop.marker}.example/feed.tsv",
                                               "schedule": {"cron": "@daily", "time_zone": "UTC"}},
                         Idempotency_Key=f"{shop.marker}-createFeed"), 201)
    feed_id = owner.get("/v1/feeds?limit=200").json()["feeds"][-1]["id"]
    expect(owner.post(f"/v1/feeds/{feed_id}/pull"), 202)
    expect(owner.post("/v1/invitations", {"email": f"guest@{shop.marker}.example", "role": "viewer"}), 201)
    expect(owner.post("/v1/api-keys", {"name": f"{shop.marker} key", "scopes": ["search"],
                                       "allowed_origins": [f"https://{shop.marker}.example"]}), 201)
    shop.harvest(expect(owner.post("/v1/exports"), 202).text)
    webhook = expect(owner.post("/v1/webhooks", {"url": f"https://{shop.marker}.example/hook", "description": shop.marker,
                                                 "event_types": ["import.failed"]}), 201).json()["id"]
    expect(owner.post(f"/v1/webhooks/{webhook}/test"), 202)
    for client in shop.clients.values():
        shop.harvest(client.query_image(shop.photos[2]))


def expect(answer, status: int):
    if answer.status != status:
        raise AssertionError(f"{answer.status} instead of {status}: {answer.text}")
    return answer


def discover(shop: Shop, document: dict) -> None:
    """Asks every list and every single thing of the org, as its owner and its operator, and keeps the ids and cursors
    in the answers."""
    lists, things = [], []
    for path, item in document["paths"].items():
        operation = item.get("get")
        if operation and path.startswith("/v1/") and not path.endswith(("/events", "/openapi.json")):
            (things if "{" in path.replace("{org_id}", "") else lists).append((path, operation))
    for _ in range(2):  # what one answer names, another one tells more of
        for path, operation in lists + things:
            for target in targets(path, shop):
                for role in ("owner", "operator"):
                    ask(shop, shop.clients[role], target, operation)
    for answer in (shop.clients["owner"].post("/v1/search/text", {"text": "garment", "limit": 2}),):
        shop.harvest(expect(answer, 200).text)
        shop.cursors.setdefault("search", []).append(answer.json()["next_cursor"])


def targets(path: str, shop: Shop) -> list[str]:
    """The path with the org's own ids; a few of each kind."""
    made = [path.replace("{org_id}", shop.org_id).replace("{size_px}", "160")]
    for parameter in re.findall(r"\{(\w+)\}", made[0]):
        pool = shop.ids.get(PREFIXES[parameter], [])[:4]
        made = [target.replace("{" + parameter + "}", found) for target in made for found in pool]
    return made


def ask(shop: Shop, client: Client, target: str, operation: dict) -> None:
    """One GET, and one of a single entry where it has pages."""
    own = Client(f"http://{client.host}:{client.port}", client.token, client.org)
    answer = own.get(target)
    if answer.status != 200 or not answer.content_type.startswith(("application/", "text/")):
        return
    if operation["operationId"] != "listOrgs":
        shop.harvest(answer.text)
    page = own.get(target + "?limit=1")
    if page.status == 200 and page.content_type == "application/json" and isinstance(page.json(), dict):
        if cursor := page.json().get("next_cursor"):
            shop.cursors.setdefault(operation["operationId"], []).append(cursor)


PREFIXES: dict[str, str] = {}  # of the ids that a path parameter takes


def id_prefix(document: dict, parameter: dict) -> str | None:
    """Of the ids that a parameter takes, by its pattern in the contract; None where it takes none."""
    pattern = instances.resolved(document, parameter["schema"]).get("pattern", "")
    found = re.match(r"\^\(?([a-z]{2,4})_", pattern)
    return found[1] if found else None


def read_prefixes(document: dict) -> None:
    """Of the contract's path parameters."""
    for item in document["paths"].values():
        for parameter in item.get("parameters", []):
            parameter = instances.resolved(document, parameter)
            if parameter["in"] == "path" and (prefix := id_prefix(document, parameter)):
                PREFIXES[parameter["name"]] = prefix


def leave_things_deleted(shop: Shop) -> dict[str, list[str]]:
    """Deletes one thing of each kind that can be, and returns the ids that are gone."""
    owner = shop.clients["owner"]
    product = shop.ids["prd"].pop()
    expect(owner.delete(f"/v1/products/{product}"), 204)
    picture = owner.query_image(shop.photos[3])
    expect(owner.delete(f"/v1/query-images/{picture}"), 204)
    feed = expect(owner.post("/v1/feeds", {"name": f"{shop.marker} gone",
                                           "url": f"https://{shop.marker}.example/gone.tsv"}), 201).json()["id"]
    expect(owner.delete(f"/v1/feeds/{feed}"), 204)
    webhook = expect(owner.post("/v1/webhooks", {"url": f"https://{shop.marker}.example/gone",
                                                 "event_types": ["import.failed"]}), 201).json()["id"]
    expect(owner.delete(f"/v1/webhooks/{webhook}"), 204)
    return {"prd": [product], "qim": [picture], "src": [feed], "whk": [webhook]}


def sign_in(server: Server, email: str, org: str) -> Client:
    session = expect(server.client(token="").post("/v1/auth/login", {"email": email, "password": PASSWORD, "org": org}), 200)
    return server.client(token=session.json()["access_token"])
