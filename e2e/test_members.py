"""How people and programs come in: set-up, members, invitations, password resets, API keys, pages of other origins."""

import json
import time
import unittest

from e2e import goods
from e2e.http_client import Client
from e2e.likeness import PASSWORD, Server
from e2e.people import OTHER_PASSWORD, at_once, sign_in, token_of

PAGE = "https://shop.example"


class SetUpTest(unittest.TestCase):
    def announced(self, server: Server) -> dict:
        return json.loads((server.directory / "announcement.json").read_text().splitlines()[-1])

    def test_an_empty_server_is_set_up_once_by_the_newest_link(self):
        with Server() as server:
            first = token_of(self.announced(server)["setup_link"])
            server.stop()
            server.start()
            token = token_of(self.announced(server)["setup_link"])
            self.assertNotEqual(first, token)
            self.assertGreaterEqual(len(token), 22 + len("lk_setup_"))
            body = {"token": token, "org": "shop", "org_name": "The Shop", "email": "Ann@Shop.example",
                    "password": PASSWORD}
            client = server.client(token="")
            self.assertEqual(client.post("/v1/auth/setup", body | {"token": first}).status, 410)
            self.assertEqual(client.post("/v1/auth/setup", body | {"password": "short"}).status, 422)
            answers = at_once([lambda: server.client(token="").post("/v1/auth/setup", body)] * 4)
            self.assertEqual(sorted(answer.status for answer in answers), [201, 410, 410, 410])
            answer, ann = sign_in(server, "ann@shop.example")
            self.assertEqual((answer.json()["org"], answer.json()["role"]), ("shop", "owner"))
            self.assertEqual([member["email"] for member in ann.get("/v1/members").json()["members"]],
                             ["ann@shop.example"])
            server.stop()
            server.start()
            self.assertNotIn("setup_link", self.announced(server))
            self.assertNotIn(token, server.log())


server: Server
shop_id = other_id = ""
owner = admin = editor = viewer = None


def setUpModule() -> None:
    global server, shop_id, other_id, owner, admin, editor, viewer
    server = Server()
    unittest.addModuleCleanup(server.close)
    server.start()
    shop_id, other_id = server.make_org("shop"), server.make_org("other")
    owner = server.make_user(shop_id, "ann@shop.example", "owner")
    admin = server.make_user(shop_id, "adam@shop.example", "admin")
    editor = server.make_user(shop_id, "eda@shop.example", "editor")
    viewer = server.make_user(shop_id, "vic@shop.example", "viewer")
    server.make_user(other_id, "oda@other.example", "owner")


def member_id(client, address: str) -> str:
    members = client.get("/v1/members?limit=200").json()["members"]
    return next(member["user_id"] for member in members if member["email"] == address)


def patch(client, path: str, body: dict):
    return client.request("PATCH", path, body)


class MembersTest(unittest.TestCase):
    def test_who_manages_whom(self):
        target = server.make_user(shop_id, "target@shop.example", "viewer")
        path = "/v1/members/" + member_id(owner, "target@shop.example")
        for client in (editor, viewer):
            self.assertEqual(client.get("/v1/members").status, 403)
            self.assertEqual(patch(client, path, {"role": "editor"}).status, 403)
            self.assertEqual(client.delete(path).status, 403)
        self.assertEqual(patch(admin, path, {"role": "editor"}).json()["role"], "editor")
        self.assertEqual(patch(admin, path, {"role": "admin"}).status, 403)
        self.assertEqual(patch(admin, "/v1/members/" + member_id(owner, "ann@shop.example"),
                               {"role": "viewer"}).status, 403)
        self.assertEqual(patch(owner, path, {"role": "owner"}).json()["role"], "owner")
        self.assertEqual(patch(admin, path, {"role": "viewer"}).status, 403)
        self.assertEqual(patch(owner, path, {"role": "viewer"}).status, 200)
        _, oda = sign_in(server, "oda@other.example")
        foreign = "/v1/members/" + member_id(server.client("other"), "oda@other.example")
        for answer in (oda.get(path), patch(oda, path, {"role": "owner"}), oda.delete(path), viewer.delete(foreign)):
            self.assertEqual(answer.status, 404)
        self.assertEqual(target.delete(path).status, 204)
        self.assertEqual(owner.get(path).status, 404)
        self.assertEqual(sign_in(server, "target@shop.example")[0].status, 401)

    def test_a_change_of_role_and_a_removal_act_at_once(self):
        target = server.make_user(shop_id, "swift@shop.example", "editor")
        path = "/v1/members/" + member_id(owner, "swift@shop.example")
        body = {"name": "swift feed"}
        self.assertEqual(target.post("/v1/feeds", body).status, 201)
        patch(owner, path, {"role": "viewer"})
        self.assertEqual(target.post("/v1/feeds", body | {"name": "another"}).status, 403)
        self.assertEqual(target.get("/v1/feeds").status, 200)
        owner.delete(path)
        self.assertEqual(target.get("/v1/feeds").status, 401)

    def test_of_two_owners_who_demote_each_other_one_stays(self):
        org = server.make_org("pair")
        clients = [server.make_user(org, f"{name}@pair.example", "owner") for name in ("one", "two")]
        ids = [member_id(clients[0], f"{name}@pair.example") for name in ("one", "two")]
        operator = server.client("pair")
        for _ in range(10):
            answers = at_once([lambda i=i: patch(operator, f"/v1/members/{ids[i]}", {"role": "viewer"})
                               for i in range(2)])
            self.assertEqual(sorted(answer.status for answer in answers), [200, 409])
            members = operator.get("/v1/members").json()["members"]
            self.assertEqual(sorted(member["role"] for member in members), ["owner", "viewer"])
            for i in range(2):
                self.assertEqual(patch(operator, f"/v1/members/{ids[i]}", {"role": "owner"}).status, 200)

    def test_pages_of_members(self):
        seen, path = [], "/v1/members?limit=2"
        while path:
            page = owner.get(path).json()
            self.assertLessEqual(len(page["members"]), 2)
            seen += [member["email"] for member in page["members"]]
            first = page["members"][0]
            self.assertEqual(owner.get(f"/v1/members/{first['user_id']}").json(), first)
            path = f"/v1/members?limit=2&cursor={page['next_cursor']}" if "next_cursor" in page else None
        self.assertEqual(len(seen), len(set(seen)))
        self.assertIn("ann@shop.example", seen)
        self.assertNotIn("oda@other.example", seen)


class InvitationTest(unittest.TestCase):
    def invite(self, address: str, role: str = "editor", client=None):
        answer = (client or owner).post("/v1/invitations", {"email": address, "role": role})
        self.assertEqual(answer.status, 201, answer.text)
        self.assertFalse(answer.json()["mail_sent"])
        self.assertEqual(token_of(answer.json()["link"]), answer.json()["token"])
        return answer.json()

    def accept(self, token: str, password: str = PASSWORD, **more):
        return server.client(token="").post("/v1/auth/invitations/accept",
                                            {"token": token, "password": password} | more)

    def test_somebody_new_comes_in_once(self):
        token = self.invite(" New@Shop.example ")["token"]
        self.assertEqual(self.accept(token, "short").status, 422)
        answers = at_once([lambda: self.accept(token, name="New")] * 4)
        self.assertEqual(sorted(answer.status for answer in answers), [201, 410, 410, 410])
        answer, _ = sign_in(server, "new@shop.example")
        self.assertEqual(answer.json()["role"], "editor")
        self.assertEqual(self.accept(token).status, 410)
        self.assertEqual(owner.post("/v1/invitations", {"email": "new@shop.example", "role": "editor"}).status, 409)

    def test_a_known_user_comes_in_by_password_or_signed_in(self):
        server.make_user(other_id, "both@other.example", "viewer")
        token = self.invite("both@other.example", "admin")["token"]
        self.assertEqual(self.accept(token, OTHER_PASSWORD).status, 401)
        self.assertEqual(self.accept(token).status, 201)
        roles = {org: sign_in(server, "both@other.example", org=org)[0].json()["role"] for org in ("shop", "other")}
        self.assertEqual(roles, {"shop": "admin", "other": "viewer"})

        signed_in = server.make_user(other_id, "third@other.example", "viewer")
        token = self.invite("third@other.example")["token"]
        self.assertEqual(viewer.post("/v1/invitations/accept", {"token": token}).status, 403)
        answer = signed_in.post("/v1/invitations/accept", {"token": token})
        self.assertEqual((answer.status, answer.json()["org"], answer.json()["role"]), (201, "shop", "editor"))
        self.assertEqual(signed_in.post("/v1/invitations/accept", {"token": token}).status, 410)

    def test_revoked_replaced_and_forged_ones_are_gone(self):
        first = self.invite("gone@shop.example")
        second = self.invite("gone@shop.example", "viewer")
        self.assertEqual(self.accept(first["token"]).status, 410)
        listed = [entry["id"] for entry in owner.get("/v1/invitations").json()["invitations"]]
        self.assertIn(second["id"], listed)
        self.assertNotIn(first["id"], listed)
        _, oda = sign_in(server, "oda@other.example")
        self.assertEqual(oda.delete("/v1/invitations/" + second["id"]).status, 404)
        self.assertEqual(owner.delete("/v1/invitations/" + second["id"]).status, 204)
        self.assertEqual(self.accept(second["token"]).status, 410)
        for forged in ("lk_inv_" + "A" * 43, second["token"][:-1] + "_", "x" * 20):
            self.assertEqual(self.accept(forged).status, 410)
        self.assertEqual(self.accept("short").status, 422)

    def test_admins_invite_those_below(self):
        invited = self.invite("below@shop.example", "editor", admin)
        for role in ("owner", "admin"):
            self.assertEqual(admin.post("/v1/invitations", {"email": "x@shop.example", "role": role}).status, 403)
        for client in (editor, viewer):
            self.assertEqual(client.post("/v1/invitations", {"email": "x@shop.example", "role": "viewer"}).status, 403)
        above = self.invite("above@shop.example", "admin")
        self.assertEqual(admin.delete("/v1/invitations/" + above["id"]).status, 403)
        self.assertEqual(admin.delete("/v1/invitations/" + invited["id"]).status, 204)

    def test_addresses_that_would_end_a_header_are_refused(self):
        for address in ("a@b.example\r\nBcc: eve@evil.example", "a@b.example\nX: y", "<a@b.example>", "a@b@c",
                        "a b@c.example", "a@b.example,eve@evil.example"):
            answer = owner.post("/v1/invitations", {"email": address, "role": "viewer"})
            self.assertEqual((answer.status, answer.fields()), (422, ["email"]), address)


class PasswordResetTest(unittest.TestCase):
    def test_an_owner_hands_on_a_link_that_works_once(self):
        target = server.make_user(shop_id, "lost@shop.example", "viewer")
        path = "/v1/members/" + member_id(owner, "lost@shop.example") + "/password-reset"
        for client in (admin, editor, viewer):
            self.assertEqual(client.post(path).status, 403)
        link = owner.post(path).json()
        complete = {"token": link["token"], "password": OTHER_PASSWORD}
        client = server.client(token="")
        self.assertEqual(client.post("/v1/auth/password-reset/complete", complete | {"password": "short"}).status, 422)
        answers = at_once([lambda: server.client(token="").post("/v1/auth/password-reset/complete", complete)] * 3)
        self.assertEqual(sorted(answer.status for answer in answers), [204, 410, 410])
        self.assertEqual(sign_in(server, "lost@shop.example")[0].status, 401)
        self.assertEqual(sign_in(server, "lost@shop.example", OTHER_PASSWORD)[0].status, 200)
        self.assertEqual(target.get("/v1/feeds").status, 401)  # every session is over

    def test_a_user_of_several_orgs_is_the_operators_to_help(self):
        server.make_user(shop_id, "several@shop.example", "viewer")
        server.client().post(f"/v1/orgs/{other_id}/users",
                             {"email": "several@shop.example", "password": PASSWORD, "role": "viewer"})
        path = "/v1/members/" + member_id(owner, "several@shop.example") + "/password-reset"
        self.assertEqual(owner.post(path).status, 403)
        self.assertEqual(server.client("shop").post(path).status, 201)

    def test_without_mail_nobody_asks_for_one(self):
        for address in ("ann@shop.example", "nobody@shop.example"):
            answer = server.client(token="").post("/v1/auth/password-reset", {"email": address})
            self.assertEqual(answer.status, 403)


class ApiKeyTest(unittest.TestCase):
    def make(self, name: str, *scopes: str, **more) -> tuple:
        answer = owner.post("/v1/api-keys", {"name": name, "scopes": list(scopes)} | more)
        self.assertEqual(answer.status, 201, answer.text)
        self.assertRegex(answer.json()["key"], r"^lk_key_[A-Za-z0-9_-]{43}$")
        return answer.json(), server.client(token=answer.json()["key"])

    def test_life_of_a_key(self):
        made, key = self.make("life", "search")
        self.assertEqual(key.search("text", text="hat")["found"], 0)
        listed = next(entry for entry in owner.get("/v1/api-keys").json()["api_keys"] if entry["id"] == made["id"])
        self.assertNotIn("key", listed)
        self.assertEqual(owner.post("/v1/api-keys", {"name": "life", "scopes": ["search"]}).status, 409)
        path = "/v1/api-keys/" + made["id"]
        end = time.monotonic() + 10
        while "last_used_at" not in owner.get(path).json():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.1)
        self.assertEqual(patch(owner, path, {"scopes": ["ingest"], "name": "renamed"}).json()["name"], "renamed")
        self.assertEqual(key.post("/v1/search/text", {"text": "hat"}).status, 403)
        self.assertEqual(key.get("/v1/imports").status, 200)
        _, oda = sign_in(server, "oda@other.example")
        for answer in (oda.get(path), patch(oda, path, {"name": "mine"}), oda.delete(path)):
            self.assertEqual(answer.status, 404)
        self.assertEqual(owner.delete(path).status, 204)
        self.assertEqual(key.get("/v1/imports").status, 401)
        self.assertEqual(owner.get(path).status, 404)
        self.assertNotIn(made["key"], server.log())

    def test_each_scope_may_do_its_own(self):
        _, search = self.make("scope search", "search")
        _, ingest = self.make("scope ingest", "ingest")
        _, all_of_it = self.make("scope admin", "admin")
        photo = goods.encoded(goods.stamp("food/fruit/kiwi"))
        self.assertTrue(search.query_image(photo))
        cells = {("GET", "/v1/products"): (200, 200, 200), ("GET", "/v1/imports"): (403, 200, 200),
                 ("GET", "/v1/feeds"): (403, 200, 200), ("GET", "/v1/dead-letters"): (403, 200, 200),
                 ("GET", "/v1/members"): (403, 403, 200), ("GET", "/v1/api-keys"): (403, 403, 200),
                 ("GET", "/v1/orgs"): (403, 403, 403)}
        for (method, path), expected in cells.items():
            statuses = tuple(client.request(method, path).status for client in (search, ingest, all_of_it))
            self.assertEqual(statuses, expected, path)
        self.assertEqual(ingest.post("/v1/search/text", {"text": "hat"}).status, 403)
        self.assertEqual(all_of_it.post("/v1/search/text", {"text": "hat"}).status, 200)
        self.assertEqual(all_of_it.post("/v1/api-keys", {"name": "child", "scopes": ["search"]}).status, 403)
        elsewhere = server.client("other", token=all_of_it.token)
        self.assertEqual(elsewhere.get("/v1/products").status, 404)

    def test_an_expired_key_is_refused(self):
        soon = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3))
        _, key = self.make("expires", "search", expires_at=soon)
        self.assertEqual(key.get("/v1/products").status, 200)
        time.sleep(3.1)
        self.assertEqual(key.get("/v1/products").status, 401)
        past = owner.post("/v1/api-keys", {"name": "past", "scopes": ["search"], "expires_at": "2020-01-01T00:00:00Z"})
        self.assertEqual((past.status, past.fields()), (422, ["expires_at"]))

    def test_pages_may_use_a_key_where_it_names_them(self):
        _, key = self.make("pages", "search", allowed_origins=[PAGE, "http://localhost:3000"])
        for origin in (PAGE, "http://localhost:3000"):
            answer = key.get("/v1/products", Origin=origin)
            self.assertEqual((answer.status, answer.headers["access-control-allow-origin"]), (200, origin))
            self.assertEqual(answer.headers["vary"], "Origin")
            self.assertNotIn("access-control-allow-credentials", answer.headers)
        for origin in ("https://evil.example", "http://shop.example", PAGE + ":8443", "null", "http://localhost"):
            answer = key.get("/v1/products", Origin=origin)
            self.assertEqual(answer.status, 403, origin)
            self.assertNotIn("access-control-allow-origin", answer.headers)
        self.assertNotIn("access-control-allow-origin", owner.get("/v1/products", Origin=PAGE).headers)
        nobody = Client(server.url)  # the contract says nothing of preflights
        asked = {"Access_Control_Request_Method": "POST", "Access_Control_Request_Headers": "authorization"}
        answer = nobody.request("OPTIONS", "/v1/search/text", Origin=PAGE, **asked)
        self.assertEqual((answer.status, answer.headers["access-control-allow-origin"]), (204, PAGE))
        self.assertIn("Authorization", answer.headers["access-control-allow-headers"])
        for path, origin in (("/v1/search/text", "https://evil.example"), ("/v1/auth/login", PAGE)):
            answer = nobody.request("OPTIONS", path, Origin=origin, **asked)
            self.assertEqual(answer.status, 403)
            self.assertNotIn("access-control-allow-origin", answer.headers)

    def test_any_origin_is_for_search_alone(self):
        body = {"name": "any", "scopes": ["search", "ingest"], "allowed_origins": ["*"]}
        self.assertEqual(owner.post("/v1/api-keys", body).fields(), ["allowed_origins"])
        made, key = self.make("any", "search", allowed_origins=["*"])
        answer = key.get("/v1/products", Origin="https://wherever.example")
        self.assertEqual(answer.headers["access-control-allow-origin"], "https://wherever.example")
        path = "/v1/api-keys/" + made["id"]
        self.assertEqual(patch(owner, path, {"scopes": ["search", "admin"]}).status, 422)
        self.assertEqual(patch(owner, path, {"allowed_origins": []}).status, 200)
        self.assertEqual(key.get("/v1/products", Origin="https://wherever.example").status, 403)


class CommandLineTest(unittest.TestCase):
    def cli(self, *arguments, expect: int = 0, **options):
        done = server.cli(*arguments, "--org", "shop", **options)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done.stdout

    def test_users(self):
        self.cli("user", "create", "cli@shop.example", "--password-stdin", stdin=PASSWORD + "\n")
        self.assertIn("cli@shop.example", self.cli("user", "list"))
        self.cli("user", "role", "CLI@shop.example", "editor")
        listed = json.loads(self.cli("user", "list", "--json"))
        self.assertEqual([user["role"] for user in listed if user["email"] == "cli@shop.example"], ["editor"])
        token = token_of(self.cli("user", "reset", "cli@shop.example").split()[-1])
        answer = server.client(token="").post("/v1/auth/password-reset/complete",
                                              {"token": token, "password": OTHER_PASSWORD})
        self.assertEqual(answer.status, 204)
        self.assertEqual(sign_in(server, "cli@shop.example", OTHER_PASSWORD)[0].status, 200)
        self.cli("user", "remove", "cli@shop.example")
        self.cli("user", "remove", "cli@shop.example", expect=6)
        link = self.cli("user", "invite", "guest@shop.example", "--role", "viewer").strip()
        answer = server.client(token="").post("/v1/auth/invitations/accept",
                                              {"token": token_of(link), "password": PASSWORD})
        self.assertEqual(answer.json()["role"], "viewer")

    def test_keys(self):
        secret = self.cli("key", "create", "front", "--origin", PAGE, "--days", "30").strip()
        key = server.client(token=secret)
        self.assertEqual(key.get("/v1/products").status, 200)
        listed = next(entry for entry in json.loads(self.cli("key", "list", "--json")) if entry["name"] == "front")
        self.assertEqual((listed["scopes"], listed["allowed_origins"]), (["search"], [PAGE]))
        self.assertNotIn(secret, self.cli("key", "list"))
        self.cli("key", "revoke", "front")
        self.assertEqual(key.get("/v1/products").status, 401)
        self.cli("key", "revoke", "front", expect=6)


if __name__ == "__main__":
    unittest.main()
