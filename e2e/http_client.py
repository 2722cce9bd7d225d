"""A small HTTP client that keeps every answer, errors included."""

import dataclasses
import http.client
import json
import urllib.parse

from e2e.contract import Contract


@dataclasses.dataclass
class Answer:
    """One answer as it came."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self):
        return json.loads(self.body)

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")

    def fields(self) -> list[str]:
        """The fields that a problem document names."""
        return [error["field"] for error in self.json().get("errors", [])]


class Client:
    """Talks to one server with one token, and holds answers to the server's contract."""

    timeout_s = 60

    def __init__(self, url: str, token: str = "", org: str = "", contract: Contract | None = None):
        address = urllib.parse.urlsplit(url)
        self.host, self.port = address.hostname, address.port
        self.token, self.org, self.contract = token, org, contract
        self.seen: list[Answer] = []

    def request(self, method: str, path: str, body=None, content_type: str | None = None, **headers: str) -> Answer:
        """A dict or list goes as JSON, bytes and text as they are; header names are written with _ for -."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token:
            sent.setdefault("Authorization", "Bearer " + self.token)
        if self.org:
            sent.setdefault("Likeness-Org", self.org)
        if isinstance(body, (dict, list)):
            body, content_type = json.dumps(body), content_type or "application/json"
        if isinstance(body, str):
            body = body.encode()
        if content_type:
            sent["Content-Type"] = content_type
        connection = http.client.HTTPConnection(self.host, self.port, timeout=self.timeout_s)
        try:
            try:
                connection.request(method, path, body, sent)
            except (BrokenPipeError, ConnectionResetError):
                pass  # the server refused before it had read everything; its answer may still be there
            response = connection.getresponse()
            answer = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        finally:
            connection.close()
        self.seen.append(answer)
        if self.contract:
            self.contract.check_answer(method, path, answer)
        return answer

    def get(self, path: str, **headers: str) -> Answer:
        return self.request("GET", path, **headers)

    def post(self, path: str, body=None, content_type: str | None = None) -> Answer:
        return self.request("POST", path, body, content_type)

    def delete(self, path: str) -> Answer:
        return self.request("DELETE", path)

    def products(self) -> list[dict]:
        """All products, page by page."""
        found, path = [], "/v1/products?limit=200"
        while path:
            page = self.get(path).json()
            found += page["products"]
            path = f"/v1/products?limit=200&cursor={page['next_cursor']}" if "next_cursor" in page else None
        return found

    def query_image(self, photo: bytes) -> str:
        """Uploads a photo to search with and returns its id."""
        answer = self.post("/v1/query-images", photo, "application/octet-stream")
        if answer.status != 201:
            raise AssertionError(f"query image: {answer.status} {answer.text}")
        return answer.json()["id"]

    def search(self, kind: str, **body) -> dict:
        """A search that must succeed; kind is image, text or multi."""
        answer = self.post("/v1/search/" + kind, body)
        if answer.status != 200:
            raise AssertionError(f"search: {answer.status} {answer.text}")
        return answer.json()

    def found(self, kind: str, **body) -> list[str]:
        """The feed's ids of what a search finds, best first."""
        return [hit["product"]["external_id"] for hit in self.search(kind, **body)["hits"]]
