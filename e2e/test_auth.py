"""Signing in, staying signed in, seeing and ending sessions, being thrown out at once."""

import base64
import concurrent.futures
import hashlib
import hmac
import http.client
import json
import os
import signal
import subprocess
import sys
import time
import unittest

from e2e.likeness import PASSWORD, ROOT, Server

GRACE_S = 2
EMAIL = "ann@shop.example"


class Person:
    """Somebody with a session, as a client program would keep it."""

    def __init__(self, server, email=EMAIL, password=PASSWORD, **more):
        self.server = server
        answer = server.client(token="").post("/v1/auth/login", {"email": email, "password": password, **more})
        assert answer.status == 200, answer.text
        self.take(answer.json())

    def take(self, signed_in: dict) -> dict:
        self.signed_in = signed_in
        self.access, self.refresh_token = signed_in["access_token"], signed_in.get("refresh_token")
        return signed_in

    def get(self, path="/v1/auth/me"):
        return self.server.client(token=self.access).get(path)

    def post(self, path, body=None):
        return self.server.client(token=self.access).post(path, body)

    def refresh(self, token=None, **more):
        """Shows a refresh token; keeps what comes of it."""
        answer = self.server.client(token="").post("/v1/auth/refresh",
                                                   {"refresh_token": token or self.refresh_token, **more})
        if answer.status == 200:
            self.take(answer.json())
        return answer


class AuthTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # Without limits per address and e-mail: here all come from one, and the storm is to meet what is behind them.
        cls.server = cls.enterClassContext(Server(auth__refresh_grace_s=GRACE_S, limits__auth_per_minute=0,
                                                  limits__account_per_minute=0))
        cls.shop = cls.server.make_org("shop")
        cls.other = cls.server.make_org("other")
        cls.server.make_user(cls.shop, EMAIL, "editor")
        cls.server.make_user(cls.other, EMAIL, "viewer")

    def check_out(self, person, what=""):
        self.assertEqual(person.get().status, 401, what)
        self.assertEqual(person.get("/v1/products").status, 401, what)
        self.assertEqual(person.refresh().status, 401, what)

    def new_user(self, name, role="editor"):
        email = f"{name}@shop.example"
        self.server.make_user(self.shop, email, role)
        return email

    def test_the_life_of_a_session(self):
        ann = Person(self.server, org="shop")
        self.assertEqual(ann.signed_in["expires_in_s"], 900)
        me = ann.get().json()
        self.assertEqual((me["user"]["email"], me["acting"]["org"], me["acting"]["role"]), (EMAIL, "shop", "editor"))
        self.assertEqual([(of["org"], of["role"]) for of in me["memberships"]], [("other", "viewer"), ("shop", "editor")])
        self.assertEqual(me["session"]["id"], ann.signed_in["session_id"])
        self.assertTrue(me["session"]["current"])
        used, before = ann.refresh_token, ann.access
        self.assertEqual(ann.refresh().status, 200)
        self.assertNotEqual(ann.refresh_token, used)
        self.assertEqual(ann.signed_in["session_expires_at"], me["session"]["expires_at"], "a refresh prolongs nothing")
        self.assertEqual(ann.get().json()["session"]["id"], me["session"]["id"])
        answer = ann.post("/v1/auth/logout")
        self.assertEqual(answer.status, 204)
        self.assertIn("Max-Age=0", answer.headers["set-cookie"])
        self.check_out(ann, "after signing out")
        self.assertEqual(self.server.client(token=before).get("/v1/auth/me").status, 401, "the older access token")
        self.assertNotIn(used, self.server.log())

    def test_a_lost_answer_logs_nobody_out_and_a_stolen_token_does(self):
        ann = Person(self.server)
        used = ann.refresh_token
        first, again = ann.refresh(used).json(), ann.refresh(used).json()
        self.assertEqual(first["refresh_token"], again["refresh_token"])
        self.assertEqual(first["session_id"], again["session_id"])
        apart = Person(self.server)
        time.sleep(GRACE_S + 0.5)
        self.assertEqual(ann.get().status, 200)
        self.assertEqual(ann.refresh(used).status, 401, "it was used and comes back")
        self.check_out(ann, "the whole session is over")
        self.assertEqual(apart.get().status, 200, "another sign-in is not")
        self.assertIn("a used refresh token came back: session " + first["session_id"], self.server.log())

    def test_eight_refreshes_at_once_get_one_successor(self):
        ann = Person(self.server)
        token = ann.refresh_token

        def show(_):
            return self.server.client(token="").post("/v1/auth/refresh", {"refresh_token": token})

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(show, range(8)))
        self.assertEqual([answer.status for answer in answers], [200] * 8)
        self.assertEqual(len({answer.json()["refresh_token"] for answer in answers}), 1)
        self.assertEqual(ann.refresh(answers[0].json()["refresh_token"]).status, 200)

    def test_one_session_acts_on_several_orgs(self):
        ann = Person(self.server, org="shop")
        self.assertEqual(ann.refresh(org="other").json()["role"], "viewer")
        self.assertEqual(ann.get().json()["acting"]["org"], "other")
        self.assertEqual(ann.refresh().json()["org"], "other", "as before where none is named")
        self.assertEqual(ann.refresh(org=self.shop).json()["org"], "shop")
        foreign = self.server.make_org("foreign")
        for org in ("foreign", foreign, "nowhere"):
            answer = ann.refresh(org=org)
            self.assertEqual((answer.status, answer.fields()), (403, ["org"]), "as if it were not there")
        self.assertEqual(ann.refresh().status, 200, "a refusal uses nothing up")

    def test_a_browser_keeps_its_token_in_a_cookie(self):
        login = {"email": EMAIL, "password": PASSWORD, "refresh": "cookie"}
        answer = self.server.client(token="").post("/v1/auth/login", login)
        self.assertNotIn("refresh_token", answer.json())
        cookie = answer.headers["set-cookie"]
        for part in ("HttpOnly", "SameSite=Strict", "Path=/v1/auth", "Max-Age=2592000"):
            self.assertIn(part, cookie)
        self.assertNotIn("Secure", cookie, "on a loopback address")
        client = self.server.client(token="")
        value = cookie.split(";")[0]
        refreshed = client.request("POST", "/v1/auth/refresh", {}, Cookie="theme=dark; " + value)
        self.assertEqual(refreshed.status, 200)
        self.assertNotIn("refresh_token", refreshed.json())
        self.assertNotIn(value, refreshed.headers["set-cookie"])
        self.assertEqual(client.request("POST", "/v1/auth/refresh", {}, Cookie="theme=dark").status, 401)
        self.assertEqual(client.request("POST", "/v1/auth/refresh", {}).status, 401)
        self.assertEqual(client.request("POST", "/v1/auth/refresh", "{}", "text/plain",
                                        Cookie=refreshed.headers["set-cookie"].split(";")[0]).status, 415,
                         "a form of another site is no JSON")
        for host in ("shop.example", "shop.example:7700", "127.0.0.1.evil.example", "[2001:db8::1]:80", "localhost.evil"):
            answer = self.server.client(token="").request("POST", "/v1/auth/login", login, Host=host)
            self.assertIn("; Secure", answer.headers["set-cookie"], host)
            pair = answer.headers["set-cookie"].split(";")[0]
            self.assertTrue(pair.startswith("__Secure-likeness_refresh="), host)
            planted = pair.removeprefix("__Secure-")
            for cookie, status in ((planted, 401), (pair, 200)):
                refreshed = client.request("POST", "/v1/auth/refresh", {}, Host=host, Cookie=cookie)
                self.assertEqual(refreshed.status, status, (host, cookie[:20]))
        for host in ("localhost:7700", "127.0.0.1", "[::1]:7700", "LOCALHOST"):
            answer = self.server.client(token="").request("POST", "/v1/auth/login", login, Host=host)
            self.assertNotIn("Secure", answer.headers["set-cookie"], host)

    def test_signing_in_anew_leaves_the_session_that_the_browser_had(self):
        login = {"email": EMAIL, "password": PASSWORD, "refresh": "cookie"}
        client = self.server.client(token="")
        first = client.post("/v1/auth/login", login)
        pair = first.headers["set-cookie"].split(";")[0]
        wrong = client.request("POST", "/v1/auth/login", login | {"password": "wrong-wrong"}, Cookie=pair)
        self.assertEqual(wrong.status, 401)
        old = self.server.client(token=first.json()["access_token"])
        self.assertEqual(old.get("/v1/auth/me").status, 200)
        second = client.request("POST", "/v1/auth/login", login, Cookie=pair)
        self.assertEqual(second.status, 200)
        self.assertEqual(old.get("/v1/auth/me").status, 401)
        self.assertEqual(client.request("POST", "/v1/auth/refresh", {}, Cookie=pair).status, 401)
        self.assertEqual(self.server.client(token=second.json()["access_token"]).get("/v1/auth/me").status, 200)

    def test_a_user_sees_and_ends_the_own_sessions(self):
        email = self.new_user("bea")
        phone, laptop = Person(self.server, email), Person(self.server, email)
        stranger = Person(self.server)
        seen = laptop.get("/v1/auth/sessions").json()["sessions"]
        self.assertEqual({entry["id"] for entry in seen if entry["current"]}, {laptop.signed_in["session_id"]})
        self.assertIn(phone.signed_in["session_id"], [entry["id"] for entry in seen])
        self.assertNotIn(stranger.signed_in["session_id"], [entry["id"] for entry in seen])
        self.assertEqual({entry["peer"] for entry in seen}, {"127.0.0.1"})
        path = "/v1/auth/sessions/"
        client = self.server.client(token=laptop.access)
        self.assertEqual(client.delete(path + stranger.signed_in["session_id"]).status, 404)
        self.assertEqual(stranger.get().status, 200)
        self.assertEqual(phone.get().status, 200)
        self.assertEqual(client.delete(path + phone.signed_in["session_id"]).status, 204)
        self.check_out(phone, "at once")
        self.assertEqual(client.delete(path + phone.signed_in["session_id"]).status, 404)
        self.assertEqual(laptop.get().status, 200)

    def test_a_new_password_ends_all_other_sessions(self):
        email = self.new_user("cleo")
        here, there = Person(self.server, email), Person(self.server, email)
        change = {"current_password": PASSWORD, "new_password": "quite another 1"}
        for wrong, status, field in (({"current_password": "no"}, 403, "current_password"),
                                     ({"new_password": "Password123"}, 422, "new_password"),
                                     ({"new_password": "seven 7"}, 422, "new_password"),
                                     ({"new_password": "a" * 129}, 422, "new_password")):
            answer = here.post("/v1/auth/password", change | wrong)
            self.assertEqual((answer.status, answer.fields()), (status, [field]), wrong)
        self.assertEqual(there.get().status, 200)
        self.assertEqual(here.post("/v1/auth/password", change).status, 204)
        self.check_out(there, "at once")
        self.assertEqual(here.get().status, 200)
        self.assertEqual(here.refresh().status, 200)
        login = self.server.client(token="")
        self.assertEqual(login.post("/v1/auth/login", {"email": email, "password": PASSWORD}).status, 401)
        Person(self.server, email, change["new_password"])

    def test_common_passwords_are_refused_for_new_users(self):
        for password in ("password1", "12345678", "QwertyUiop"):
            answer = self.server.client().post(f"/v1/orgs/{self.shop}/users",
                                               {"email": "dora@shop.example", "password": password, "role": "viewer"})
            self.assertEqual((answer.status, answer.fields()), (422, ["password"]))

    def test_an_org_that_goes_takes_its_tokens_along(self):
        org = self.server.make_org("short-lived")
        self.server.make_user(org, EMAIL, "owner")
        ann = Person(self.server, org="short-lived")
        self.assertEqual(ann.get("/v1/products").status, 200)
        self.assertEqual(self.server.client().post(f"/v1/orgs/{org}/erase", {"slug": "short-lived"}).status, 202)
        self.assertIn(ann.get("/v1/products").status, (401, 404), "at once")
        self.assertIn(ann.refresh().json()["org"], ("other", "shop"), "the session goes on elsewhere")

    def test_another_role_acts_at_once(self):
        email = self.new_user("emil", "viewer")
        emil = Person(self.server, email)
        user = emil.get().json()["user"]["id"]
        operator = self.server.client("shop")
        path = f"/v1/members/{user}"
        for role, status in (("admin", 200), ("viewer", 403), ("admin", 200), ("editor", 403)):
            self.assertEqual(operator.request("PATCH", path, {"role": role}).status, 200)
            self.assertEqual(emil.get("/v1/members").status, status, role)
            self.assertEqual(emil.get().json()["acting"]["role"], role)
        self.assertEqual(operator.delete(path).status, 204)
        self.check_out(emil, "no member any more")

    def test_what_ended_while_redis_was_away_stays_ended(self):
        ann, bert = Person(self.server), Person(self.server)
        self.assertEqual((ann.get().status, bert.get().status), (200, 200))
        redis = self.server.child("redis-server")
        os.kill(redis, signal.SIGKILL)
        self.assertEqual(bert.get().status, 200, "Postgres answers instead")
        self.assertEqual(ann.post("/v1/auth/logout").status, 204)
        end = time.monotonic() + 12
        while time.monotonic() < end:
            self.assertEqual(ann.get().status, 401)
            time.sleep(0.2)
        self.assertNotEqual(self.server.child("redis-server"), redis, "it is there again")
        self.assertEqual(bert.get().status, 200)

    def test_forged_tokens_are_refused(self):
        ann = Person(self.server)
        forged = forged_tokens(ann.access, self.server.data / "signing-key.pem")
        forged += [part + ".e30." + part for part in ("eyJhOcGiibJuAb7lh=UIn0", "a=", "aaaa=", "a=aa", "=")]
        self.assertGreater(len(set(forged)), 100)
        connection = http.client.HTTPConnection(*self.address(), timeout=30)

        def status(token):
            connection.request("GET", "/v1/products", headers={"Authorization": b"Bearer " + token.encode()})
            answer = connection.getresponse()
            answer.read()
            return answer.status

        self.assertEqual(status(ann.access), 200)
        self.assertEqual({token: code for token in forged if (code := status(token)) != 401}, {})
        self.assertEqual(status(ann.access), 200)
        connection.close()

    def address(self):
        probe = self.server.client()
        return probe.host, probe.port

    def good_requests(self, access, running) -> list[float]:
        """Milliseconds of requests that a signed-in user makes, one each 10 ms, as long as running() says."""
        connection = http.client.HTTPConnection(*self.address(), timeout=30)
        taken = []
        while running():
            start = time.monotonic()
            connection.request("GET", "/v1/products", headers={"Authorization": "Bearer " + access})
            answer = connection.getresponse()
            answer.read()
            self.assertEqual(answer.status, 200)
            taken.append((time.monotonic() - start) * 1000)
            time.sleep(max(0.0, 0.01 - (time.monotonic() - start)))
        connection.close()
        return sorted(taken)

    def test_a_storm_of_logins_is_turned_away_while_others_work(self):
        ann = Person(self.server)
        end = time.monotonic() + 3
        quiet = self.good_requests(ann.access, lambda: time.monotonic() < end)
        host, port = self.address()
        storm = subprocess.Popen([sys.executable, ROOT / "e2e/login_storm.py", host, str(port), "1000", "50"],
                                 stdout=subprocess.PIPE, text=True)
        attacked = self.good_requests(ann.access, lambda: storm.poll() is None)
        report = json.loads(storm.communicate()[0])
        outcomes = report["outcomes"]
        p99 = {name: taken[int(len(taken) * 0.99)] for name, taken in (("quiet", quiet), ("attacked", attacked))}
        print(f"login storm: {outcomes} in {report['seconds']:.2f} s; good requests' p99: quiet {p99['quiet']:.1f} ms "
              f"({len(quiet)}), attacked {p99['attacked']:.1f} ms ({len(attacked)})", file=sys.stderr)
        self.assertEqual(sum(outcomes.values()), 1000)
        self.assertLessEqual(set(outcomes), {"401", "429 retry-after"})
        self.assertGreater(outcomes["429 retry-after"], 700, "all but a few are refused")
        self.assertLess(p99["attacked"], 1000)
        self.assertEqual(Person(self.server).get().status, 200, "and afterwards all is as before")


def encoded(value) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(part: str) -> dict:
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def forged_tokens(valid: str, key_file) -> list[str]:
    """Tokens without a right signature, or in another form. The C++ tests forge more, with the real key."""
    head, body, mark = valid.split(".")
    header, claims = decoded(head), decoded(body)
    public = subprocess.run(["openssl", "ec", "-in", key_file, "-pubout"], capture_output=True, check=True).stdout
    tokens = []
    for algorithm in ("none", "None", "NONE", "HS256", "HS512", "RS256", "ES384", "EdDSA", "", None):
        for changed in ({"alg": algorithm}, {"alg": algorithm, "kid": "/dev/null"}, {"alg": algorithm, "kid": "' OR 1=1"}):
            text = encoded(header | changed) + "." + body
            secrets = (public, b"", header["kid"].encode())
            macs = [encoded(hmac.new(secret, text.encode(), hashlib.sha256).digest()) for secret in secrets]
            tokens += [f"{text}.{signature}" for signature in ("", mark, *macs)]
    for changes in ({"exp": claims["exp"] + 9999}, {"org": "org_01900000-0000-7000-8000-000000000001"},
                    {"sub": "usr_01900000-0000-7000-8000-000000000001"}, {"role": "owner"}, {"aud": "other"}):
        tokens.append(f"{head}.{encoded(claims | changes)}.{mark}")
    for at in range(0, len(valid), 5):
        if valid[at] != ".":
            tokens.append(valid[:at] + ("A" if valid[at] != "A" else "B") + valid[at + 1:])
    last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    tokens += [valid[:-1] + letter for letter in last if letter != valid[-1]]
    tokens += [valid + ".", "." + valid, valid + "." + mark, head + "." + body, head + "." + body + ".", valid[:-2],
               valid + "=", valid * 2, "a.b.c", "..", "A" * 5000, "lk_op_", "lk_op_" + "A" * 43, "lk_key_" + "A" * 43,
               "lk_ref_" + "A" * 43]
    return tokens


if __name__ == "__main__":
    unittest.main()
