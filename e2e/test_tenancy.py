"""Who may see what: orgs, users, tokens, shoppers' photos."""

import unittest
import urllib.parse

from e2e import goods, shop
from e2e.durability.database import SUPERUSER, socket_directory
from e2e.likeness import PASSWORD, PACK, Server, likeness

server: Server
ann = other = None  # an editor of the shop, and one of an org with nothing in it


def setUpModule() -> None:
    global server, ann, other
    server = Server()
    unittest.addModuleCleanup(server.close)
    server.start()
    ann, other = shop.open_shop(server)


class TenancyTest(unittest.TestCase):
    def test_another_org_sees_nothing(self):
        hit = ann.search("text", text="hat", limit=1)
        product, image = hit["hits"][0]["product"]["id"], hit["hits"][0]["image_id"]
        import_id = ann.get("/v1/imports").json()["imports"][0]["id"]
        query_image = ann.query_image(goods.encoded(goods.stamp("food/fruit/kiwi")))
        self.assertEqual(other.get("/v1/products").json(), {"products": []})
        self.assertEqual(other.get("/v1/imports").json(), {"imports": []})
        self.assertEqual(other.search("text", text="hat")["hits"], [])
        own = other.query_image(goods.encoded(goods.stamp("food/fruit/kiwi")))
        self.assertEqual(other.search("image", query_image_id=own, facets=["brand"])["found"], 0)
        self.assertEqual(other.get("/v1/index").json()["vectors"], 0)
        for path in (f"/v1/products/{product}", f"/v1/images/{image}", f"/v1/images/{image}/thumbnails/160",
                     f"/v1/imports/{import_id}", f"/v1/imports/{import_id}/errors",
                     f"/v1/imports/{import_id}/wanted-files", f"/v1/imports/{import_id}/events",
                     f"/v1/query-images/{query_image}",
                     f"/v1/query-images/{query_image}/picture"):
            with self.subTest(path):
                self.assertEqual(ann.get(path).status, 200)
                self.assertEqual(other.get(path).status, 404)
        for path in (f"/v1/products/{product}", f"/v1/query-images/{query_image}"):
            self.assertEqual(other.delete(path).status, 404)
            self.assertEqual(ann.get(path).status, 200)
        for body in ({"product_id": product}, {"query_image_id": query_image}):
            self.assertEqual(other.post("/v1/search/image", body).status, 404)
        answer = other.post("/v1/search/text", {"text": "hat", "cursor": hit["next_cursor"]})
        self.assertEqual((answer.status, answer.fields()), (422, ["cursor"]))

    def test_query_image_is_its_senders_alone(self):
        shop_id = next(org["id"] for org in server.client().get("/v1/orgs").json()["orgs"] if org["slug"] == "shop")
        colleague = server.make_user(shop_id, "carl@shop.example", "owner")
        image = ann.query_image(goods.encoded(goods.stamp("food/fruit/kiwi")))
        for client in (colleague, server.client("shop")):
            self.assertEqual(client.get(f"/v1/query-images/{image}").status, 404)
            self.assertEqual(client.get(f"/v1/query-images/{image}/picture").status, 404)
            self.assertEqual(client.delete(f"/v1/query-images/{image}").status, 404)
            self.assertEqual(client.post("/v1/search/image", {"query_image_id": image}).status, 404)
        self.assertEqual(ann.get(f"/v1/query-images/{image}").status, 200)

    def test_login(self):
        client = server.client(token="")
        wrong = client.post("/v1/auth/login", {"email": "ann@shop.example", "password": "not the password"})
        unknown = client.post("/v1/auth/login", {"email": "nobody@shop.example", "password": "not the password"})
        for answer in (wrong, unknown):
            self.assertEqual((answer.status, answer.json()["type"]), (401, "urn:likeness:problem:unauthenticated"))
        self.assertEqual(wrong.json()["detail"], unknown.json()["detail"])
        right = client.post("/v1/auth/login", {"email": " ANN@shop.example", "password": PASSWORD, "org": "shop"})
        self.assertEqual(right.status, 200, right.text)
        self.assertEqual((right.json()["org"], right.json()["role"]), ("shop", "editor"))
        answer = client.post("/v1/auth/login", {"email": "ann@shop.example", "password": PASSWORD, "org": "other"})
        self.assertEqual(answer.status, 403)

    def test_token_is_confined_to_its_org(self):
        for org in ("other", "no-such-org"):
            answer = ann.get("/v1/products", Likeness_Org=org)
            self.assertEqual((answer.status, answer.fields()), (404, ["Likeness-Org"]))
        self.assertEqual(ann.get("/v1/orgs").status, 403)
        self.assertEqual(ann.post("/v1/orgs", {"slug": "mine", "name": "Mine"}).status, 403)

    def test_no_token_and_a_broken_one(self):
        for token in ("", "nonsense", ann.token[:-2], "lk_op_" + "A" * 43):
            answer = server.client(token=token).get("/v1/products")
            self.assertEqual(answer.status, 401)
            self.assertIn("Bearer", answer.headers["www-authenticate"])

    def test_viewer_may_look_and_not_change(self):
        shop_id = next(org["id"] for org in server.client().get("/v1/orgs").json()["orgs"] if org["slug"] == "shop")
        viewer = server.make_user(shop_id, "vera@shop.example", "viewer")
        self.assertEqual(viewer.found("text", text="violin")[0], "violin")
        self.assertEqual(viewer.delete("/v1/products/" + shop.product_ids(ann)["violin"]).status, 403)
        self.assertEqual(viewer.post("/v1/index/rebuild").status, 403)
        self.assertEqual(viewer.post("/v1/imports", "id\ttitle\timage_link\n", "text/csv").status, 403)

    def test_operator_must_name_an_org(self):
        self.assertEqual(server.client().get("/v1/products").status, 422)
        self.assertEqual(len(server.client("shop").get("/v1/products").json()["products"]), 30)


class StartTest(unittest.TestCase):
    def test_a_role_that_could_step_around_row_security_is_refused(self):
        passwords = dict(line.split("=", 1) for line in (server.data / "secrets").read_text().splitlines())
        host = urllib.parse.quote(socket_directory(server), safe="")

        def url(role: str) -> str:
            name = SUPERUSER if role == "superuser" else "likeness_" + role
            return f"postgresql://{name}:{passwords['postgres_' + role]}@/likeness?host={host}&port=5432"

        for app, worker, why in (("owner", "worker", "owns the table"), ("superuser", "worker", "is a superuser"),
                                 ("app", "owner", "owns the table"), ("app", "superuser", "is a superuser")):
            with self.subTest(app=app, worker=worker):
                done = likeness("serve", "--data", server.directory / f"{app}-{worker}", "--set", f"models.pack={PACK}",
                                "--set", "server.port=0", "--set", "server.admin_port=0",
                                "--set", "redis.url=redis://127.0.0.1:1", "--set", "nats.url=nats://127.0.0.1:1",
                                "--set", "postgres.app_url=" + url(app), "--set", "postgres.worker_url=" + url(worker),
                                timeout_s=30)
                self.assertIn(why, done.stderr)
                self.assertIn("row-level security would not hold", done.stderr)
                self.assertNotIn(passwords["postgres_" + app], done.stdout + done.stderr)
                self.assertNotEqual(done.returncode, 0)


if __name__ == "__main__":
    unittest.main()
