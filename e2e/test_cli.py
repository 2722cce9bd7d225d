"""The command line: help, exit codes, settings, and what each verb says."""

import contextlib
import csv
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import time
import unittest

from e2e import goods, processes, shop
from e2e.likeness import PACK, PASSWORD, PROGRAM, Server, environment, free_port, likeness, temporary_directory

VERBS = {"up": [], "serve": [], "migrate": [], "import": [],
         "imports": ["list", "show", "follow", "pause", "resume", "cancel", "errors"], "search": [], "eval": [],
         "doctor": [], "models": ["list", "build", "verify", "pull"], "index": ["status", "rebuild"], "config": ["print", "check"],
         "dead-letters": ["list", "retry"],
         "feeds": ["list", "show", "pull", "pause", "resume", "remove", "history", "add"],
         "org": ["create", "list", "show", "rename", "export", "clone", "erase", "erasures", "verify-report", "quota"],
         "user": ["create", "list", "role", "remove", "reset", "invite"], "key": ["create", "list", "revoke"],
         "audit": ["list", "export", "verify", "erase-personal"]}

server: Server
scratch: pathlib.Path


def setUpModule() -> None:
    global server, scratch
    scratch = temporary_directory()
    unittest.addModuleCleanup(shutil.rmtree, scratch, ignore_errors=True)
    server = Server()
    unittest.addModuleCleanup(server.close)
    server.start()
    shop.write_shop(scratch / "shop")


class CommandTest(unittest.TestCase):
    def run_ok(self, *arguments, **options) -> str:
        done = server.cli(*arguments, **options)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def run_to(self, code: int, *arguments, **options) -> str:
        """Runs a command that ends with this exit code; returns what it said on standard error."""
        done = likeness(*arguments, **options)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stderr


class HelpTest(CommandTest):
    def test_help_of_every_verb(self):
        text = likeness("--help").stdout
        listed = re.findall(r"^  ([\w-]+) {2,}\S", text[text.index("Subcommands:"):], re.MULTILINE)
        self.assertEqual(set(listed), set(VERBS))
        for verb, subverbs in VERBS.items():
            for words in [[verb], *([verb, sub] for sub in subverbs)]:
                with self.subTest(" ".join(words)):
                    done = likeness(*words, "--help")
                    self.assertEqual((done.returncode, done.stderr), (0, ""))
                    self.assertIn("Usage:", done.stdout)
                    self.assertIn(words[-1], done.stdout)

    def test_version(self):
        self.assertRegex(likeness("--version").stdout, r"\d+\.\d+\.\d+")

    def test_usage(self):
        for words in ([], ["nothing"], ["index"], ["import"], ["search", "--limit", "0"], ["search", "--no-such-flag"],
                      ["eval", "--catalog", "a", "--queries", "b", "--key", "brand"],
                      ["user", "create", "a@b", "--role", "boss"]):
            with self.subTest(" ".join(words)):
                self.assertTrue(self.run_to(2, *words))


class SettingsTest(CommandTest):
    def settings(self, *arguments, **variables) -> dict:
        done = likeness("config", "print", "--json", *arguments, **variables)
        self.assertEqual(done.returncode, 0, done.stderr)
        return {row["name"]: (row["value"], row["origin"]) for row in json.loads(done.stdout)}

    def test_all_faults_at_once(self):
        file = scratch / "broken.toml"
        file.write_text('stray = 1\n[server]\nprot = 1\nport = "x"\nadmin_port = 70000\n[log]\nlevel = "loud"\n')
        said = self.run_to(3, "config", "check", "--config", file, "--set", "ingest.lease_s=soon",
                           LIKENESS__SEARCH__RESULT_MINUTE="5")
        for words in ('"stray"', '"server.prot"; did you mean "server.port"?', "line 4", "server.admin_port = 70000",
                      "between 0 and 65535", '"loud" is none of debug',
                      'ingest.lease_s is to be a whole number, not "soon"',
                      "LIKENESS__SEARCH__RESULT_MINUTE", 'did you mean "search.result_minutes"?', "7 faults"):
            self.assertIn(words, said)
        self.assertEqual(json.loads(likeness("config", "check", "--json", "--set", "a.b=1").stdout)["error"]["kind"],
                         "invalid_argument")

    def test_every_verb_that_needs_them_refuses_broken_settings(self):
        for words in (["up"], ["serve"], ["migrate"], ["index", "status"], ["config", "print"]):
            with self.subTest(words[0]):
                self.assertIn("server.port", self.run_to(3, *words, "--set", "server.prot=1"))

    def test_no_toml_and_no_file(self):
        (scratch / "no.toml").write_text("[server\n")
        self.assertIn("line 1", self.run_to(3, "config", "check", "--config", scratch / "no.toml"))
        self.assertIn("no such file", self.run_to(3, "config", "check", "--config", scratch / "absent.toml"))

    def test_flag_wins_over_environment_over_file(self):
        file = scratch / "settings.toml"
        file.write_text("[server]\nport = 1001\nadmin_port = 1002\n[log]\nlevel = \"error\"\n")
        found = self.settings("--config", file, "--set", "server.port=3001", LIKENESS__SERVER__PORT="2001",
                              LIKENESS__SERVER__ADMIN_PORT="2002")
        self.assertEqual(found["server.port"], ("3001", "flag"))
        self.assertEqual(found["server.admin_port"], ("2002", "environment"))
        self.assertEqual(found["log.level"], ('"error"', "file"))
        self.assertEqual(found["ingest.lease_s"], ("60", "default"))

    def test_shipped_file_holds_the_defaults(self):
        shipped = PROGRAM.parent.parent.parent / "config/likeness.toml"
        found = self.settings("--config", shipped)
        self.assertEqual({name: value for name, (value, _) in found.items()},
                         {name: value for name, (value, _) in self.settings().items()})
        self.assertEqual({origin for _, origin in found.values()}, {"file"})

    def test_secrets_are_masked(self):
        secret = "torch-gravel-77"
        words = [f"--set=postgres.{name}_url=postgresql://u:{secret}@h/d" for name in ("app", "worker", "owner")]
        words += [f"--set=nats.token={secret}", f"--set=nats.url=nats://user:{secret}@h:4222",
                  f"--set=redis.url=redis://:{secret}@h"]
        for form in ([], ["--json"]):
            done = likeness("config", "print", *form, *words)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("***", done.stdout)
            self.assertNotIn(secret, done.stdout + done.stderr)

    def test_serve_and_migrate_need_addresses(self):
        said = self.run_to(6, "serve", "--data", scratch / "serve")
        for name in ("postgres.app_url", "postgres.worker_url", "redis.url", "nats.url"):
            self.assertIn(name, said)
        self.assertIn("postgres.owner_url", self.run_to(6, "migrate"))


class VerbTest(CommandTest):
    """The verbs against a running server, in the order in which somebody would use them."""

    @classmethod
    def setUpClass(cls) -> None:
        done = server.cli("org", "create", "shop", "--name", "The Shop")
        assert done.returncode == 0, done.stderr
        server.import_feed(scratch / "shop", "shop")

    def test_no_server(self):
        self.assertIn("likeness up", self.run_to(4, "index", "status", "--data", scratch / "nothing"))
        self.run_to(4, "index", "status", "--server", f"http://127.0.0.1:{free_port()}", LIKENESS_TOKEN="x",
                    LIKENESS_ORG="a")

    def test_orgs(self):
        self.run_ok("org", "create", "second", "--currency", "JPY")
        self.run_ok("org", "create", "second", "--if-missing")
        self.assertEqual(server.cli("org", "create", "second").returncode, 6)
        self.assertEqual({org["slug"] for org in json.loads(self.run_ok("org", "list", "--json"))}, {"shop", "second"})
        said = server.cli("index", "status")
        self.assertEqual(said.returncode, 6)
        self.assertIn("second, shop", said.stderr.replace("shop, second", "second, shop"))
        self.run_ok("org", "erase", "second", "--confirm", "second")
        self.assertIn("second", self.run_to(6, "org", "erase", "second", "--confirm", "second", "--data", server.data))
        self.assertIn("shop", self.run_ok("org", "list"))

    def test_users(self):
        user = json.loads(self.run_ok("user", "create", "eve@shop.example", "--role", "editor", "--org", "shop",
                                      "--password-stdin", "--json", stdin=PASSWORD + "\n"))
        self.assertEqual((user["email"], user["role"]), ("eve@shop.example", "editor"))
        self.run_ok("user", "create", "eve@shop.example", "--org", "shop", "--password-stdin", "--if-missing",
                    stdin=PASSWORD)
        words = ["user", "create", "f@shop.example", "--org", "shop", "--data", server.data]
        self.assertIn("8 characters", self.run_to(6, *words, "--password-stdin", stdin="short\n"))
        self.run_to(6, *words)  # no terminal

    def test_environment_names_server_org_and_token(self):
        done = likeness("index", "status", "--json", "--data", scratch / "elsewhere", LIKENESS_SERVER=server.url,
                        LIKENESS_TOKEN=server.token, LIKENESS_ORG="shop")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout)["products"], 30)
        self.run_to(6, "index", "status", "--server", server.url, "--org", "shop", LIKENESS_TOKEN="wrong")
        self.run_to(6, "index", "status", "--data", server.data, "--org", "absent")

    def test_import_again_changes_nothing(self):
        imported = server.import_feed(scratch / "shop/feed.tsv", "shop")
        self.assertEqual((imported["state"], imported["products"]),
                         ("done", {"created": 0, "changed": 0, "unchanged": 30, "removed": 0}))

    def test_import_in_part(self):
        directory = scratch / "part"
        rows = [{"id": "p1", "title": "", "image_link": "a.png"}, {"id": "p2", "title": "Here", "image_link": "b.png"}]
        feed = goods.write_feed(directory / "feed.tsv", rows)
        done = server.cli("import", feed, "--org", "shop", "--source", "part")
        self.assertEqual(done.returncode, 5, done.stderr)
        self.assertIn('line 2, title: is required and missing', done.stdout)
        self.assertIn('image_link "b.png": there is no such file', done.stdout)

    def test_search(self):
        photo = scratch / "kiwi.jpg"
        goods.turned(goods.stamp("food/fruit/kiwi")).save(photo)
        found = json.loads(self.run_ok("search", photo, "--org", "shop", "--json", "--limit", "3"))
        self.assertEqual([hit["product"]["external_id"] for hit in found["hits"]][0], "kiwi")
        self.assertEqual(len(found["hits"]), 3)
        text = self.run_ok("search", "--text", "guitar", "--org", "shop", "--filter", "brand=Chord", "--filter",
                           "price<=250")
        self.assertIn("guitar_classical", text)
        self.assertIn("199.00 EUR", text)
        self.assertNotIn("violin", self.run_ok("search", "--text", "violin", "--org", "shop", "--filter", "price<=250"))
        both = json.loads(self.run_ok("search", photo, "--text", "violin", "--image-weight", "0", "--org", "shop",
                                      "--json"))
        self.assertEqual(both["hits"][0]["product"]["external_id"], "violin")

    def test_search_box_and_page_of_pictures(self):
        photo, page = scratch / "two.png", scratch / "page.html"
        goods.side_by_side(goods.stamp("household/dishes/mug"), goods.stamp("clothes/hats/tophat")).save(photo)
        found = json.loads(self.run_ok("search", photo, "--box", "0.5,0,0.5,1", "--org", "shop", "--json", "--html",
                                       page))
        self.assertEqual(found["hits"][0]["product"]["external_id"], "tophat")
        self.run_ok("search", "--text", "<b>hat</b>", "--org", "shop", "--html", page, "--append")
        html = page.read_text()
        self.assertEqual(html.count("<section>"), 2)
        self.assertIn("data:image/webp;base64,", html)
        self.assertNotIn("<b>hat</b>", html)

    def test_search_refused(self):
        for words, said in (([], "photo, --text, or both"), (["--text", "hat", "--filter", "size"], "write name=value"),
                            (["--text", "hat", "--filter", "weight=3"], "unknown name"),
                            ([scratch / "absent.png"], "absent.png"),
                            ([scratch / "shop/photos/kiwi.png", "--box", "0,0,1"], "x,y,w,h")):
            with self.subTest(said):
                self.assertIn(said, self.run_to(6, "search", *words, "--org", "shop", "--data", server.data))

    def test_index(self):
        before = json.loads(self.run_ok("index", "status", "--org", "shop", "--json"))
        self.assertEqual(before["vectors"], before["stored_vectors"])
        after = json.loads(self.run_ok("index", "rebuild", "--org", "shop", "--json"))
        self.assertEqual(after["vectors"], before["vectors"])
        self.assertIn("embedded index, ready", self.run_ok("index", "status", "--org", "shop"))

    def test_doctor(self):
        done = server.cli("doctor", "--json", "--set", f"models.pack={PACK}")
        found = {row["name"]: row for row in json.loads(done.stdout)}
        self.assertEqual(done.returncode, 0, done.stdout)
        for name in ("configuration", "postgres", "redis", "nats", "data directory", "model pack", "server",
                     "server: index"):
            self.assertTrue(found[name]["ok"], found[name])
        done = likeness("doctor", "--data", scratch / "nothing", "--set", f"models.pack={scratch}")
        self.assertEqual(done.returncode, 5)
        self.assertRegex(done.stdout, "MEND +model pack")
        self.assertRegex(done.stdout, "- +server +none runs")


class ModelsTest(CommandTest):
    def test_list(self):
        packs = json.loads(likeness("models", "list", "--json").stdout)
        self.assertIn("tiny-v1", [pack["pack"] for pack in packs])
        self.assertIn("tiny-v1", likeness("models", "list").stdout)

    def only_fault(self, pack: pathlib.Path) -> str:
        done = likeness("models", "verify", pack, "--json")
        self.assertEqual(done.returncode, 5, done.stdout)
        faults = json.loads(done.stdout)["faults"]
        self.assertEqual(len(faults), 1, faults)
        return faults[0]

    def test_verify(self):
        copy = scratch / "pack"
        shutil.copytree(PACK, copy)
        self.assertIn("whole", likeness("models", "verify", copy).stdout)
        with (copy / "image.bin").open("r+b") as file:
            file.seek(1000)
            byte = file.read(1)
            file.seek(1000)
            file.write(bytes([byte[0] ^ 1]))
        self.assertIn("image.bin", self.only_fault(copy))
        shutil.copy(PACK / "image.bin", copy)
        (copy / "tokenizer.xml").unlink()
        self.assertIn("tokenizer.xml", self.only_fault(copy))
        absent = likeness("models", "verify", scratch / "absent")
        self.assertIn(absent.returncode, (5, 6))
        self.assertIn("absent", absent.stdout + absent.stderr)


class UpTest(CommandTest):
    def test_second_up_on_the_same_directory(self):
        done = likeness("up", *server.arguments())
        self.assertEqual(done.returncode, 6, done.stderr)
        self.assertIn(f"process {server.process.pid}", done.stderr)
        self.assertIn(server.url, done.stderr)
        self.assertEqual(server.client(token="").get("/livez").status, 200)

    def test_taken_port(self):
        port = server.url.rsplit(":", 1)[1]
        done = likeness("up", "--data", scratch / "taken", "--set", f"models.pack={PACK}", "--set",
                        f"server.port={port}", "--set", "server.admin_port=0")
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn(port, done.stderr)

    def test_broken_pack(self):
        done = likeness("up", "--data", scratch / "nopack", "--set", f"models.pack={scratch}", "--set", "server.port=0",
                        "--set", "server.admin_port=0")
        self.assertIn(done.returncode, (4, 6))
        self.assertIn("pack.toml", done.stderr)

    def test_signals_stop_everything(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number.name), Server() as own:
                children = own.remember_children()
                names = " ".join(children.values())
                for name in ("postgres", "redis-server", "nats-server"):
                    self.assertIn(name, names)
                sockets = re.search(r"unix_socket_directories=(\S+)", names)[1]
                began = time.monotonic()
                self.assertEqual(own.stop(number), 0)
                self.assertLess(time.monotonic() - began, 15)
                self.assertFalse([children[child] for child in processes.wait_until_gone(children, 2)])
                self.assertFalse(pathlib.Path(sockets).exists(), "the directory of the sockets stays")
                self.assertEqual(likeness("index", "status", "--data", own.data).returncode, 4)

    def test_stops_while_it_starts(self):
        with (scratch / "early.log").open("w") as log:
            process = subprocess.Popen(
                [PROGRAM, "up", "--data", scratch / "early", "--set", f"models.pack={PACK}", "--set", "server.port=0",
                 "--set", "server.admin_port=0"], stdout=log, stderr=log, env=environment(), start_new_session=True)
        time.sleep(1)
        children = processes.descendants(process.pid)
        process.send_signal(signal.SIGINT)
        try:
            process.wait(30)
        finally:
            process.kill()
        self.assertFalse([children[child] for child in processes.wait_until_gone(children, 5)])

    @unittest.skipUnless(os.geteuid() == 0, "only root has rights to give up")
    def test_root_gives_up_its_rights(self):
        """Unless its account cannot reach the program: then it says so, and only the services run as that account."""
        reachable = all(folder.stat().st_mode & 0o001 for folder in pathlib.Path(PROGRAM).resolve().parents)
        own = pathlib.Path(f"/proc/{server.process.pid}").stat().st_uid
        self.assertEqual(own != 0, reachable)
        self.assertEqual("the server stays root" in server.log(), not reachable)
        for child, _ in processes.descendants(server.process.pid):
            with contextlib.suppress(FileNotFoundError):  # the database's own children come and go
                self.assertNotEqual(pathlib.Path(f"/proc/{child}").stat().st_uid, 0)
        self.assertEqual((server.data / "operator.json").stat().st_mode & 0o777, 0o600)


class EvalTest(CommandTest):
    def write_queries(self, rows: list[dict], columns: list[str]) -> pathlib.Path:
        file = scratch / "queries.csv"
        with file.open("w", newline="") as out:
            writer = csv.DictWriter(out, columns)
            writer.writeheader()
            writer.writerows(rows)
        return file

    def test_private_server(self):
        both = goods.side_by_side(goods.stamp("household/dishes/mug"), goods.stamp("clothes/hats/tophat"))
        both.save(scratch / "both.png")
        goods.turned(goods.stamp("food/fruit/kiwi")).save(scratch / "query.jpg")
        queries = self.write_queries([
            {"image": "query.jpg", "product_id": "kiwi"},
            {"text": "classical guitar", "product_id": "guitar_classical"},
            {"image": "both.png", "box": "0.5,0,0.5,1", "product_id": "tophat|sombrero"},
            {"image": "query.jpg", "text": "kiwi fruit", "product_id": "absent|kiwi"},
            {"text": "violin", "product_id": "absent"}], ["image", "text", "box", "product_id"])
        before = set(pathlib.Path("/tmp").glob("likeness-eval-*"))
        done = likeness("eval", "--catalog", scratch / "shop/feed.tsv", "--queries", queries, "--key", "product_id",
                        "--json", "--data", scratch / "nothing", "--set", f"models.pack={PACK}", timeout_s=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        told = json.loads(done.stdout)
        self.assertEqual(set(told), {"queries", "errors", "recall@1", "recall@5", "recall@20", "precision@10",
                                     "ann_recall@20", "p50_ms", "p95_ms", "images_per_s", "pack", "commit"})
        self.assertEqual((told["queries"], told["errors"], told["pack"]), (5, 0, "tiny-v1"))
        self.assertEqual((told["recall@1"], told["recall@20"]), (0.8, 0.8))
        self.assertAlmostEqual(told["precision@10"], 4 / 50 + 1 / 50, delta=0.021)
        self.assertGreater(told["ann_recall@20"], 0.9)
        self.assertGreater(told["images_per_s"], 0)
        self.assertEqual(set(pathlib.Path("/tmp").glob("likeness-eval-*")), before)

    def test_running_server_and_product_types(self):
        goods.stamp("clothes/hats/tophat").save(scratch / "hat.png")
        queries = self.write_queries([{"image": "hat.png", "product_type": "Apparel > Hats|Music > Violins"}],
                                     ["image", "product_type"])
        told = json.loads(self.run_ok("eval", "--catalog", scratch / "shop/feed.tsv", "--queries", queries, "--key",
                                      "product_type", "--json", "--concurrency", "2"))
        self.assertEqual((told["errors"], told["recall@1"]), (0, 1))
        self.assertFalse([o for o in json.loads(self.run_ok("org", "list", "--json")) if o["slug"].startswith("eval-")])

    def test_broken_queries(self):
        for row, said in (({"product_id": "kiwi"}, "neither"), ({"text": "a"}, "product_id is empty"),
                          ({"text": "a", "box": "1,2", "product_id": "b"}, "x,y,w,h")):
            with self.subTest(said):
                queries = self.write_queries([row], ["image", "text", "box", "product_id"])
                words = ["--catalog", scratch / "shop/feed.tsv", "--queries", queries, "--key", "product_id"]
                self.assertIn(said, self.run_to(6, "eval", *words, "--data", server.data))


if __name__ == "__main__":
    unittest.main()
