"""Secrets stay where they belong: all that handles one is done, then each place is searched that is none for it."""

import base64
import json
import os
import pathlib
import re
import subprocess
import tempfile
import time
import unittest
import urllib.parse

from e2e import feed_host, processes
from e2e.feed_host import Page
from e2e.likeness import Server
from e2e.mail_host import MailHost, token_in
from e2e.people import token_of

# One of the many loopback addresses, another one in each run, so that port 80 is free there.
ADDRESS = f"127.69.{os.getpid() >> 8 & 255}.{os.getpid() & 127 | 1}"
# Files whose purpose is to hold a secret; others may read none of them.
KEPT_FOR_SECRETS = {"operator.json", "secrets", "secrets.key", "signing-key.pem", "nats.conf"}
LONG_ENOUGH = 12
# A feed's address, and those of its photos, are kept and shown to the org as they were set up.
IN_ADDRESSES = {"secret in a feed's URL", "secret in a photo's URL"}


def password(name: str) -> str:
    """One that looks different in a URL, in JSON and in base64."""
    return f"wäld+{name}/lamp 58%"


def in_base64(text: str) -> list[str]:
    """How base64 shows a text wherever in a longer one it stands; the letters at its ends depend on its neighbours."""
    found = []
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + text.encode()).decode().rstrip("=")
        ends_in_the_middle = (before + len(text.encode())) % 3 != 0
        found.append(encoded[(0, 2, 3)[before]:len(encoded) - ends_in_the_middle])
    return found


def forms(secret: str) -> set[str]:
    """All ways in which a secret may be written down."""
    plain = {secret, json.dumps(secret)[1:-1], secret.encode().hex()}
    quoted = {urllib.parse.quote(secret), urllib.parse.quote(secret, safe=""), urllib.parse.quote_plus(secret)}
    encoded = {form for text in in_base64(secret) for form in (text, text.translate(str.maketrans("+/", "-_")))}
    return plain | quoted | {form.lower() for form in quoted} | encoded


class Secrets:
    """What must not be found: for each name all forms of the secret."""

    def __init__(self):
        self.given: dict[str, str] = {}
        self.forms: dict[str, list[bytes]] = {}

    def add(self, name: str, secret: str) -> str:
        if len(secret) < LONG_ENOUGH:
            raise AssertionError(f"{name} is too short to be looked for")
        self.given[name] = secret
        self.forms[name] = [form.encode() for form in sorted(forms(secret))]
        return secret

    def found_in(self, data: bytes) -> list[str]:
        return [name for name, written in self.forms.items() if any(form in data for form in written)]

    def suspicious(self, directory: pathlib.Path) -> list[pathlib.Path]:
        """Files below a directory that hold one."""
        wanted = b"\n".join(form for written in self.forms.values() for form in written if b"\n" not in form)
        with tempfile.NamedTemporaryFile() as patterns:
            patterns.write(wanted + b"\n")
            patterns.flush()
            done = subprocess.run(["grep", "-rlaFZ", "-f", patterns.name, directory], capture_output=True,
                                  env={"LC_ALL": "C", "PATH": os.environ["PATH"]})
        if done.returncode > 1:
            raise AssertionError(done.stderr)
        return [pathlib.Path(os.fsdecode(name)) for name in done.stdout.split(b"\0") if name]


class SecretsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.secrets = Secrets()
        cls.answers, cls.said = [], []
        try:
            cls.feeds = feed_host.begin(ADDRESS, 80)
        except PermissionError:
            raise unittest.SkipTest("feeds are fetched from port 80, which may not be opened here") from None
        cls.addClassCleanup(cls.feeds.close)
        cls.mails = cls.enterClassContext(MailHost())
        cls.server = Server(log__level="debug", mail__url=cls.mails.url, mail__from="likeness@shop.example",
                            mail__tls_required=False, download__allow_loopback=True, auth__refresh_grace_s=0,
                            schedules__poll_ms=100, feeds__pull_tries_max=1, limits__account_per_minute=0)
        cls.addClassCleanup(cls.server.close)
        cls.server.start()
        cls.set_up()
        cls.use_sessions()
        cls.use_links()
        cls.use_keys()
        cls.use_feeds()
        cls.use_webhooks()
        cls.put_secrets_in_wrong_places()
        cls.use_command_line()
        cls.keep_what_processes_show()

    @classmethod
    def ask(cls, method: str, path: str, body=None, expect=None, token: str = "", gives: bool = False, **more):
        """An answer that gives a secret, because that is what it is for, is not searched."""
        answer = cls.server.client(token=token).request(method, path, body, **more)
        if expect is not None and answer.status != expect:
            raise AssertionError(f"{method} {path}: {answer.status} {answer.text}")
        if answer.headers.get("x-content-type-options") != "nosniff":
            raise AssertionError(f"a browser may take {method} {path} for something else")
        if not gives:
            cls.answers.append((f"{method} {path} {answer.status}", answer.body + repr(answer.headers).encode()))
        return answer

    @classmethod
    def set_up(cls) -> None:
        add = cls.secrets.add
        announced = json.loads((cls.server.directory / "announcement.json").read_text().splitlines()[-1])
        link = add("set-up link", token_of(announced["setup_link"]))
        kept = (cls.server.data / "secrets").read_text().splitlines()
        for name, _, value in (line.partition("=") for line in kept):
            add("secret of the server " + name, value)
        add("operator's token", cls.server.token)
        add("key of the secrets", (cls.server.data / "secrets.key").read_text().strip())
        key = (cls.server.data / "signing-key.pem").read_text()
        add("signing key", "".join(line for line in key.splitlines() if not line.startswith("-")))
        add("token of NATS", re.search(r'token: "([^"]+)"', cls.private_file("nats.conf")).group(1))
        owner = {"token": link, "org": "shop", "org_name": "The Shop", "email": "ann@shop.example",
                 "password": add("owner's password", password("owner"))}
        cls.ask("POST", "/v1/auth/setup", owner | {"token": "lk_setup_" + "x" * 43}, 410)
        cls.ask("POST", "/v1/auth/setup", owner | {"password": add("common password", "qwertyuiop123")})
        cls.ask("POST", "/v1/auth/setup", owner | {"more": add("unknown field", "sesame-street-11")}, 422)
        cls.ask("POST", "/v1/auth/setup", owner, 201)
        cls.ask("POST", "/v1/auth/setup", owner, 410)

    @classmethod
    def private_file(cls, name: str) -> str:
        return next(path for path in cls.server.data.rglob(name)).read_text()

    @classmethod
    def login(cls, name: str, email: str, secret: str, **more) -> dict:
        body = {"email": email, "password": secret} | more
        answer = cls.ask("POST", "/v1/auth/login", body, 200, gives=True)
        return cls.keep_session(name, answer.json())

    @classmethod
    def keep_session(cls, name: str, session: dict) -> dict:
        cls.secrets.add(name + "'s access token", session["access_token"])
        cls.secrets.add(name + "'s signature", session["access_token"].split(".")[2])
        cls.secrets.add(name + "'s refresh token", session["refresh_token"])
        return session

    @classmethod
    def use_sessions(cls) -> None:
        first = cls.login("first", "ann@shop.example", password("owner"))
        again = cls.ask("POST", "/v1/auth/refresh", {"refresh_token": first["refresh_token"]}, 200, gives=True).json()
        cls.keep_session("second", again)
        cls.ask("GET", "/v1/auth/me", None, 200, token=again["access_token"])
        cls.ask("GET", "/v1/auth/sessions", None, 200, token=again["access_token"])
        cls.ask("POST", "/v1/auth/logout", None, 204, token=again["access_token"])
        cls.ask("POST", "/v1/auth/refresh", {"refresh_token": again["refresh_token"]}, 401)
        stolen = cls.login("stolen", "ann@shop.example", password("owner"))
        cls.keep_session("heir", cls.ask("POST", "/v1/auth/refresh", {"refresh_token": stolen["refresh_token"]}, 200,
                                         gives=True).json())
        time.sleep(1.1)
        cls.ask("POST", "/v1/auth/refresh", {"refresh_token": stolen["refresh_token"]}, 401)
        cookie = cls.ask("POST", "/v1/auth/login", {"email": "ann@shop.example", "password": password("owner"),
                                                    "refresh": "cookie"}, 200, gives=True)
        pair = cookie.headers["set-cookie"].split(";")[0]
        cls.secrets.add("cookie", pair.partition("=")[2])
        cls.secrets.add("cookie's access token", cookie.json()["access_token"])
        turned = cls.ask("POST", "/v1/auth/refresh", {}, 200, gives=True, Cookie=pair)
        cls.secrets.add("turned cookie", turned.headers["set-cookie"].split(";")[0].partition("=")[2])
        changing = cls.login("changing", "ann@shop.example", password("owner"))["access_token"]
        fresh = cls.secrets.add("changed password", password("changed"))
        cls.ask("POST", "/v1/auth/password", {"current_password": cls.secrets.add("wrong password", password("wrong")),
                                              "new_password": fresh}, 403, token=changing)
        cls.ask("POST", "/v1/auth/password", {"current_password": password("owner"), "new_password": fresh}, 204,
                token=changing)
        cls.owner = cls.login("owner", "ann@shop.example", fresh)["access_token"]

    @classmethod
    def use_links(cls) -> None:
        add = cls.secrets.add
        invite = {"email": "bob@shop.example", "role": "editor"}
        cls.ask("POST", "/v1/invitations", invite, 201, token=cls.owner, Idempotency_Key="invitation")
        token = add("mailed invitation", token_in(cls.mails.wait_for(1)[0]))
        bob = {"token": token, "password": add("bob's password", password("bob"))}
        cls.ask("POST", "/v1/auth/invitations/accept", bob | {"password": "short"}, 422)
        cls.ask("POST", "/v1/auth/invitations/accept", bob, 201)
        cls.ask("POST", "/v1/auth/invitations/accept", bob, 410)
        cls.ask("POST", "/v1/auth/password-reset", {"email": "bob@shop.example"}, 202)
        token = add("mailed reset", token_in(cls.mails.wait_for(2)[1]))
        reset = {"token": token, "password": add("reset password", password("reset"))}
        cls.ask("POST", "/v1/auth/password-reset/complete", reset, 204)
        cls.ask("POST", "/v1/auth/password-reset/complete", reset, 410)
        members = cls.ask("GET", "/v1/members", None, 200, token=cls.owner).json()["members"]
        bob_id = next(member["user_id"] for member in members if member["email"] == "bob@shop.example")
        given = cls.ask("POST", f"/v1/members/{bob_id}/password-reset", None, 201, token=cls.owner, gives=True)
        add("reset by hand", given.json()["token"])
        cls.mails.refuse = "550 no such mailbox"
        cls.ask("POST", "/v1/invitations", invite | {"email": "cid@shop.example"}, 201, token=cls.owner)
        cls.mails.refuse = ""

    @classmethod
    def use_keys(cls) -> None:
        made = cls.ask("POST", "/v1/api-keys", {"name": "front", "scopes": ["search"],
                                                "allowed_origins": ["https://shop.example"]}, 201, token=cls.owner,
                       gives=True, Idempotency_Key="key").json()
        key = cls.secrets.add("API key", made["key"])
        cls.ask("POST", "/v1/search/text", {"text": "hat"}, 200, token=key, Origin="https://shop.example")
        cls.ask("POST", "/v1/search/text", {"text": "hat"}, 403, token=key, Origin="https://evil.example")
        cls.ask("GET", "/v1/members", None, 403, token=key)
        cls.ask("GET", "/v1/api-keys", None, 200, token=cls.owner)
        cls.ask("DELETE", "/v1/api-keys/" + made["id"], None, 204, token=cls.owner)
        cls.ask("POST", "/v1/search/text", {"text": "hat"}, 401, token=key)

    @classmethod
    def use_feeds(cls) -> None:
        basic, bearer = cls.secrets.add("basic", password("basic")), cls.secrets.add("bearer", "feed-bearer+58/lantern")
        header = cls.secrets.add("header", "feed-header/58+lantern")
        in_url = cls.secrets.add("secret in a feed's URL", "feed-query-58-lantern-harbour")
        for name, credentials, query in (("basic", {"kind": "basic", "name": "ann", "secret": basic}, ""),
                                         ("bearer", {"kind": "bearer", "secret": bearer}, ""),
                                         ("header", {"kind": "header", "name": "X-Key", "secret": header}, ""),
                                         ("query", {"kind": "none"}, "?key=" + in_url)):
            cls.feeds.pages[f"/{name}.tsv"] = Page(b"id\ttitle\n1\tHat\n", status=403 if name == "bearer" else 200)
            body = {"name": name, "url": f"http://{ADDRESS}/{name}.tsv{query}", "format": "tsv",
                    "credentials": credentials}
            # A member who set an address up reads it again; credentials nobody reads.
            feed = cls.ask("POST", "/v1/feeds", body, 201, token=cls.owner, gives=name == "query",
                           Idempotency_Key="feed-" + name).json()
            path = "/v1/feeds/" + feed["id"]
            cls.ask("GET", path, None, 200, token=cls.owner, gives=name == "query")
            pull = cls.ask("POST", path + "/pull", None, 202, token=cls.owner).json()["id"]
            end = time.monotonic() + 30
            while cls.ask("GET", path + "/pulls", None, 200, token=cls.owner).json()["pulls"][0]["state"] != "done":
                if time.monotonic() > end:
                    raise AssertionError(f"pull {pull} of {name} does not end")
                time.sleep(0.1)
        inside = cls.secrets.add("password inside a URL", "harbour-in-a-url-58")
        cls.ask("POST", "/v1/feeds", {"name": "user", "url": f"http://ann:{inside}@{ADDRESS}/user.tsv"}, 422,
                token=cls.owner)
        photo = cls.secrets.add("secret in a photo's URL", "photo-query-58-lantern-harbour")
        cls.ask("POST", "/v1/search/image", {"url": f"http://{ADDRESS}/none.jpg?token={photo}"}, token=cls.owner)
        rows = f"id\ttitle\timage_link\n1\tHat\thttp://{ADDRESS}/none.jpg?token={photo}\n"
        cls.ask("POST", "/v1/imports?source=hand", rows, 202, token=cls.owner, content_type="text/tab-separated-values")

    @classmethod
    def use_webhooks(cls) -> None:
        paths = cls.server.contract.document["paths"]
        if "/v1/webhooks" not in paths:
            return
        example = paths["/v1/webhooks"]["post"]["requestBody"]["content"]["application/json"]["example"]
        made = cls.ask("POST", "/v1/webhooks", example | {"url": f"http://{ADDRESS}/hook"}, 201, token=cls.owner,
                       gives=True, Idempotency_Key="hook")
        cls.secrets.add("webhook's secret", re.search(r"whsec_([A-Za-z0-9+/_-]+)", made.text).group(1))
        cls.ask("GET", "/v1/webhooks", None, 200, token=cls.owner)
        cls.ask("GET", "/v1/webhooks/" + made.json()["id"], None, 200, token=cls.owner)
        cls.ask("POST", f"/v1/webhooks/{made.json()['id']}/test", None, token=cls.owner)

    @classmethod
    def put_secrets_in_wrong_places(cls) -> None:
        """What people and programs do by mistake."""
        lost = cls.secrets.add("password in a wrong place", password("lost"))
        name = cls.secrets.add("password of one word", "lostlampbehindtheharbour58")
        login = "/v1/auth/login"
        ann = {"email": "ann@shop.example"}
        for body in ({"email": lost, "password": "x"}, {"email": lost, "password": lost},
                     {"email": name, "password": name}, ann | {"password": {"is": lost}}, ann | {"password": [lost]},
                     ann | {"passwort": lost}, ann | {"password": lost, "org": 5}, [lost], {"email": ["x", lost]}):
            cls.ask("POST", login, body, 422)
        for text in ('{"email": "ann@shop.example", "password": "' + lost, '{"password": "' + lost + '",}', lost,
                     '"' + lost + '"', '{"password": "' + lost + '"} ' + lost, '{"pass\\u00e', "password=" + lost):
            cls.ask("POST", login, text, content_type="application/json")
            cls.ask("POST", login, text, content_type="application/x-www-form-urlencoded")
        cls.ask("POST", login, ("{\"password\": \"" + lost).encode() + b"\xff\"}", content_type="application/json")
        cls.ask("POST", login, {"email": "ann@shop.example", "password": lost}, 401)
        cls.ask("POST", login, {"email": "nobody@shop.example", "password": lost}, 401)
        cls.ask("GET", "/v1/products?limit=" + urllib.parse.quote(lost), None, 422, token=cls.owner)
        cls.ask("GET", "/v1/products?password=" + urllib.parse.quote(lost), None, 422, token=cls.owner)
        cls.ask("GET", "/v1/products?access_token=" + cls.owner, None, 401)
        cls.ask("GET", "/v1/products?cursor=" + name, None, 422, token=cls.owner)
        pair = base64.b64encode(f"ann@shop.example:{lost}".encode()).decode()
        for value in ("Basic " + pair, "Bearer " + name, "Bearer " + name + "." + name + "." + name, name,
                      "Bearer " + cls.owner[:-2] + "xx", "Bearer " + cls.server.token + "x", "Bearer lk_key_" + name,
                      "Digest username=ann, response=" + name):
            cls.ask("GET", "/v1/auth/me", None, 401, Authorization=value)
        cls.ask("POST", "/v1/auth/refresh", {"refresh_token": "lk_ref_" + name}, 401)
        cls.ask("POST", "/v1/auth/refresh", {}, 401, Cookie="likeness_refresh=" + name)
        cls.ask("POST", "/v1/auth/invitations/accept", {"token": "lk_inv_" + name, "password": lost}, 410)
        cls.ask("POST", "/v1/search/text", {"text": "hat", "cursor": name}, 422, token=cls.owner)
        cls.ask("GET", "/v1/products", None, 404, token=cls.owner, Likeness_Org=name)

    @classmethod
    def use_command_line(cls) -> None:
        """Verbs that show a secret because that is what they are for are left out of what is searched."""
        typed = cls.secrets.add("typed password", password("typed"))
        made = cls.server.cli("key", "create", "second", "--org", "shop")
        cls.secrets.add("typed API key", made.stdout.strip())
        link = cls.server.cli("user", "reset", "bob@shop.example", "--org", "shop")
        cls.secrets.add("typed reset", re.search(r"#token=(\S+)", link.stdout).group(1))
        create = "user create dan@shop.example --org shop --password-stdin"
        for command in (create, create, "user list --org shop", "key list --org shop", "org list", "doctor",
                        "config print", "feeds list --org shop", "imports list --org shop",
                        "dead-letters list --org shop", "audit list --org shop", "audit verify --org shop"):
            done = cls.server.cli(*command.split(), stdin=typed + "\n")
            cls.said.append((command, (done.stdout + done.stderr).encode()))

    @classmethod
    def keep_what_processes_show(cls) -> None:
        cls.shown = []
        mine = {(cls.server.process.pid, ""): "likeness"} | processes.descendants(cls.server.process.pid)
        for pid, _ in mine:
            for what in ("cmdline", "environ"):
                try:
                    cls.shown.append((f"{what} of {pid}", pathlib.Path(f"/proc/{pid}/{what}").read_bytes()))
                except OSError:  # it has ended
                    continue

    def search(self, places, leave_out: set[str] = frozenset()) -> int:
        """Fails with every secret that is found; returns in how many places it looked."""
        found = [f"{place}: {name}" for place, data in places
                 for name in self.secrets.found_in(data) if name not in leave_out]
        self.assertEqual(found, [])
        return len(places)

    def test_each_would_be_found(self):
        self.assertGreater(len(self.secrets.given), 40)
        for name, secret in self.secrets.given.items():
            shown = [f"login of ann: {json.dumps(secret)} failed", f"/{urllib.parse.quote(secret)}/",
                     f"/v1/products?key={urllib.parse.quote_plus(secret)}&x", secret.encode().hex()]
            shown += [base64.b64encode(user + secret.encode() + b";").decode() for user in (b"a:", b"an:", b"ann:")]
            shown += [base64.urlsafe_b64encode(secret.encode()).decode()]
            for text in shown:
                self.assertIn(name, self.secrets.found_in(text.encode()), text)

    def test_logs(self):
        log = self.server.log()
        self.assertIn(" debug ", log)
        self.assertIn("database system is ready", log)
        self.assertNotRegex(log, r"[\w.]+@\w+\.example", "nobody's address is logged")
        self.search([(f"line {number} of a log: {line[:60]}", line.encode())
                     for number, line in enumerate(log.splitlines(), 1)])

    def test_answers(self):
        self.assertGreater(self.search(self.answers), 80)
        self.assertGreater(sum(" 4" in place for place, _ in self.answers), 50)

    def test_command_line(self):
        self.search(self.said, IN_ADDRESSES)

    def test_processes(self):
        self.assertGreater(self.search(self.shown), 10)

    def test_metrics(self):
        metrics = self.server.client(token="")
        metrics.contract = None
        metrics.host, metrics.port = urllib.parse.urlsplit(self.server.admin_url).netloc.split(":")
        text = metrics.get("/metrics").body
        self.assertIn(b"likeness_", text)
        self.search([("the metrics", text)])
        for person in (b"ann", b"@", b"shop.example", b"usr_", b"ses_", b"127.0.0.1"):
            self.assertNotIn(person, text, "labels know nobody")

    def test_audit_log(self):
        export = self.server.client("shop").get("/v1/audit/export").body
        server_export = self.server.client().get("/v1/audit/export").body
        self.assertIn(b'"login"', export)
        self.search([("the org's audit log", export), ("the server's audit log", server_export)])

    def test_files(self):
        """The database's included: what is stored is a digest or sealed, and idempotency keeps no such answer."""
        with self.subTest("private ones are private"):
            private = [path for path in self.server.data.rglob("*") if path.name in KEPT_FOR_SECRETS]
            self.assertGreaterEqual(len(private), 5)
            self.assertEqual([path.name for path in private if path.stat().st_mode & 0o077], [])
        files = [path for path in self.secrets.suspicious(self.server.data) if path.name not in KEPT_FOR_SECRETS]
        self.assertNotEqual(files, [], "the addresses are in the database")
        self.search([(str(path.relative_to(self.server.data)), path.read_bytes()) for path in files], IN_ADDRESSES)


if __name__ == "__main__":
    unittest.main()
