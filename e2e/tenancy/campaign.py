"""One server, two orgs, and attacks on the second by everybody who has nothing to do there."""

import time

from e2e.durability.database import Session
from e2e.likeness import NO_LIMITS, Server
from e2e.tenancy import shops
from e2e.tenancy.attack import Judge, Runner
from e2e.tenancy.attempts import Plan, Principal
from e2e.tenancy.fingerprints import differences, fingerprint

BUSY_S = 60
FORGED = "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJ1c3JfMSJ9."


class Campaign:
    """Sets everything up; attack() may be called again and again."""

    def __init__(self, **settings):
        # What cannot be fetched or sent is not tried again: nothing but an attack changes the orgs.
        self.server = Server(**{"feeds__pull_tries_max": 1, "webhooks__tries_max": 1} | NO_LIMITS | settings)

    def __enter__(self) -> "Campaign":
        try:
            self.server.start()
            self._open()
        except BaseException:
            self.server.close()
            raise
        return self

    def __exit__(self, *_) -> None:
        self.server.close()

    def _open(self) -> None:
        server = self.server
        self.document = server.client(token="").get("/v1/openapi.json").json()
        shops.read_prefixes(self.document)
        self.own, self.other = shops.open_shop(server, "alpha", 0), shops.open_shop(server, "beta", 5000)
        for shop in (self.own, self.other):
            shops.discover(shop, self.document)
        gone = [shops.leave_things_deleted(shop) for shop in (self.own, self.other)]
        self.gone = {prefix: [found for each in gone for found in each[prefix]] for prefix in gone[0]}
        self.principals = self._principals()
        self._settle()

    def _principals(self) -> list[Principal]:
        made = [Principal(f"{role} of {self.own.name}", self.own.clients[role].token, frozenset({role}))
                for role in shops.ROLES]
        for scope in ("search", "ingest", "admin"):
            key = shops.expect(self.own.clients["owner"].post("/v1/api-keys", {"name": f"{scope} key", "scopes": [scope]}), 201)
            made.append(Principal(f"a key for {scope} of {self.own.name}", key.json()["key"], frozenset({scope}),
                                  is_key=True))
        # Somebody who belongs to both, signed in to the attacker's.
        for shop, role in ((self.own, "owner"), (self.other, "viewer")):
            self.server.client().post(f"/v1/orgs/{shop.org_id}/users",
                                      {"email": "both@both.example", "password": shops.PASSWORD, "role": role})
        both = shops.sign_in(self.server, "both@both.example", self.own.name)
        made.append(Principal("a member of both", both.token, frozenset({"owner"}), belongs_to_both=True))
        made.append(Principal("operator", self.server.token, frozenset({"operator"}), is_operator=True))
        made += [Principal(name, token, frozenset()) for name, token in
                 (("nobody", ""), ("forged", FORGED), ("broken", self.own.clients["owner"].token[:-3] + "AAA"))]
        return made

    def _settle(self) -> None:
        """Until nothing works on the orgs any more."""
        end = time.monotonic() + BUSY_S
        with Session(self.server) as session:
            while session.value("SELECT (SELECT count(*) FROM jobs WHERE state IN ('queued', 'running'))"
                                " + (SELECT count(*) FROM feed_pulls WHERE state <> 'done')"
                                " + (SELECT count(*) FROM webhook_deliveries WHERE state IN ('waiting', 'sending'))") != "0":
                if time.monotonic() > end:
                    raise AssertionError("the orgs do not come to rest")
                time.sleep(0.2)

    def without_fixtures(self) -> list[str]:
        """Path parameters of which the victim has no id, so that nothing tries them."""
        return sorted(name for name, prefix in shops.PREFIXES.items() if prefix != "org" and not self.other.ids.get(prefix))

    def attack(self, attempts: int, stop_at_first: bool = False, tell=lambda sent, seconds: None) -> Judge:
        """At least so many attempts; what they found and whether they changed anything is in the judge."""
        plan = Plan(self.document, self.principals, self.own, self.other, self.gone)
        base = sum(1 for _ in plan.attempts(1))
        repeats = max(1, -(-attempts // base))
        judge = Judge(self.other)
        with Session(self.server) as session:
            before = fingerprint(session, self.other.org_id)
            runner = Runner(self.own.clients["owner"].host, self.own.clients["owner"].port, judge,
                            stop_at_first=stop_at_first)
            while runner.sent < attempts and not (stop_at_first and judge.leaks):
                runner.run(plan.attempts(repeats), tell)
                judge.compare()
            self.sent = runner.sent
            self.changes = differences(before, fingerprint(session, self.other.org_id))
        return judge
