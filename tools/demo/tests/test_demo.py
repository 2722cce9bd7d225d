"""Tests of the demo's flow against a stand-in for the program."""

import contextlib
import io
import json
import os
import socket
import stat
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from tools.demo import data_directory, demo, server

FAKE = Path(__file__).with_name("fake_likeness.py")
SEARCHES = [
    {"name": "photo", "photo": "queries/a.jpg", "text": None, "filters": ["price<=30"], "expected": "string-violin"},
    {"name": "words", "photo": None, "text": "kettle for tea", "filters": [], "expected": "household-kettle"},
    {"name": "photo and words", "photo": "queries/a.jpg", "text": "red", "filters": [], "expected": "not-there"},
]


class FlowTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.data = self.root / "data"
        catalogue = self.root / "build/demo/catalogue"
        catalogue.mkdir(parents=True)
        (catalogue / "stamp").write_text("one\n", encoding="utf-8")
        (catalogue / "demo.json").write_text(json.dumps({"searches": SEARCHES}), encoding="utf-8")
        for name, value in (("CHECKOUT", self.root), ("CATALOGUE", catalogue), ("PAGE", self.root / "demo.html"),
                            ("LOG", self.root / "server.log")):
            self.enterContext(mock.patch.object(demo, name, value))
        self.enterContext(mock.patch.object(demo.make_catalogue, "main", return_value=0))
        self.enterContext(mock.patch.dict(os.environ, {"DATA": str(self.data), "EXIT": "1"}))

    def run_demo(self) -> tuple[int, str]:
        with contextlib.redirect_stdout(io.StringIO()) as output, contextlib.redirect_stderr(output):
            # All ports count as taken, so that no server of this machine is met.
            with mock.patch.object(server, "is_free", side_effect=lambda port: False):
                status = demo.main(["--binary", str(FAKE), "--pack", "pack", "--step", "build=1.5"])
        return status, output.getvalue()

    def calls(self) -> list[list[str]]:
        lines = (self.root / "calls.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def test_the_whole_flow(self):
        status, output = self.run_demo()
        self.assertEqual(status, 0, output)
        verbs = [[word for word in arguments[4:] if word in ("org", "user", "import", "search")] for arguments, _ in self.calls()]
        self.assertEqual(verbs, [["org"], ["user"], ["import"], ["search"], ["search"], ["search"]])
        appends = ["--append" in arguments for arguments, _ in self.calls()[3:]]
        self.assertEqual(appends, [False, True, True])
        self.assertIn("price<=30", self.calls()[3][0])
        for text in ("port", "build", "together", "place 1", "place 2", "not-there: NOT among the hits", "demo@likeness.example"):
            self.assertIn(text, output)
        self.assertIn("stopped in order", (self.root / "server.log").read_text(encoding="utf-8"))

    def test_the_second_run_keeps_the_password_and_imports_nothing(self):
        self.run_demo()
        file = self.data / "demo-password"
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        password = file.read_text(encoding="utf-8").strip()
        status, output = self.run_demo()
        self.assertEqual(status, 0)
        self.assertIn("the catalogue is there already", output)
        self.assertEqual(sum("import" in arguments for arguments, _ in self.calls()), 1)
        self.assertEqual([stdin for arguments, stdin in self.calls() if "user" in arguments], [password, password])

    def test_another_catalogue_is_imported(self):
        self.run_demo()
        (demo.CATALOGUE / "stamp").write_text("two\n", encoding="utf-8")
        self.run_demo()
        self.assertEqual(sum("import" in arguments for arguments, _ in self.calls()), 2)

    def test_a_server_that_does_not_start_shows_its_log(self):
        (self.root / "broken").touch()
        status, output = self.run_demo()
        self.assertEqual(status, 1)
        self.assertIn("exit status 3", output)
        self.assertIn("| pack is damaged", output)


class PortTest(unittest.TestCase):
    def test_a_taken_port_is_not_free(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            self.assertFalse(server.is_free(taken.getsockname()[1]))
        self.assertTrue(server.is_free(server.free_port()))


class DataDirectoryTest(unittest.TestCase):
    def test_beside_the_checkout_where_the_database_can_reach_it(self):
        with mock.patch.object(data_directory, "others_can_enter", return_value=True):
            self.assertEqual(data_directory.choose(Path("/srv/likeness"), None), (Path("/srv/likeness/likeness-data"), ""))

    def test_elsewhere_for_root_in_a_closed_directory(self):
        with tempfile.TemporaryDirectory() as closed, mock.patch.object(os, "geteuid", return_value=0):
            chosen, remark = data_directory.choose(Path(closed), None)
        self.assertRegex(str(chosen), r"^/var/lib/likeness/demo-[0-9a-f]{8}$")
        self.assertIn(str(chosen), remark)

    def test_other_users_keep_it_in_the_checkout(self):
        with tempfile.TemporaryDirectory() as closed, mock.patch.object(os, "geteuid", return_value=1000):
            self.assertEqual(data_directory.choose(Path(closed), None)[0], Path(closed, "likeness-data"))

    def test_a_named_one_wins(self):
        self.assertEqual(data_directory.choose(Path("/"), "/srv/demo"), (Path("/srv/demo"), ""))


if __name__ == "__main__":
    unittest.main()
