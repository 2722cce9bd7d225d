"""The tables in docs/security.md: each row has a state, and each test that it names is there."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
FOLDERS = ("backend/tests", "e2e", "tools")
STATES = {"met", "n/a", "open"}
ASVS_REQUIREMENTS = 70
RISKS = 10


def rows() -> list[list[str]]:
    """The cells of every row of both tables, without their heads."""
    text = (ROOT / "docs/security.md").read_text()
    lines = text[text.index("### OWASP API Security Top 10"):].splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("| ")]
    return [row for row in cells if re.match(r"(API\d+|\d+\.\d+\.\d+)\b", row[0])]


def named_tests(text: str) -> list[tuple[str, str, str]]:
    """File, suite and test of each `file suite.test`."""
    return re.findall(r"`(\w+\.(?:cpp|py)) (\w+)\.(\w+)`", text)


def sources() -> dict[str, str]:
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in (".cpp", ".py")]
    return {path.name: path.read_text() for path in files}


def has_test(source: str, file: str, suite: str, test: str) -> bool:
    if file.endswith(".cpp"):
        return re.search(rf"\bTEST(?:_F|_P)?\(\s*{suite},\s*{test}\)", source) is not None
    body = re.search(rf"^class {suite}\(.*?(?=^\S|\Z)", source, re.DOTALL | re.MULTILINE)
    return body is not None and re.search(rf"^    def {test}\(", body.group(), re.MULTILINE) is not None


class SecurityTablesTest(unittest.TestCase):
    def test_every_row_is_there_once_with_its_state(self):
        numbers = [row[0].split()[0] for row in rows()]
        self.assertEqual(len(numbers), len(set(numbers)))
        self.assertEqual(sum(number.startswith("API") for number in numbers), RISKS)
        self.assertEqual(sum(not number.startswith("API") for number in numbers), ASVS_REQUIREMENTS)
        for row in rows():
            with self.subTest(row[0]):
                self.assertIn(row[-2], STATES)
                self.assertNotEqual(row[-1], "")
                self.assertTrue(row[-2] != "met" or named_tests(row[-1]), "met, but by no test")

    def test_every_test_that_is_named_is_there(self):
        known = sources()
        named = {test for row in rows() for test in named_tests(row[-1])}
        self.assertGreater(len(named), 50)
        for file, suite, test in sorted(named):
            with self.subTest(f"{file} {suite}.{test}"):
                self.assertIn(file, known)
                self.assertTrue(has_test(known[file], file, suite, test))

    def test_nothing_looks_like_a_test_and_is_none(self):
        for row in rows():
            self.assertEqual(len(named_tests(row[-1])), len(re.findall(r"`\w+\.(?:cpp|py)\b", row[-1])), row[0])

    def test_a_test_that_is_gone_is_noticed(self):
        source = "class Some(unittest.TestCase):\n    def test_a(self):\n        pass\n\n\nclass Other(Some):\n    pass\n"
        self.assertTrue(has_test(source, "x.py", "Some", "test_a"))
        self.assertFalse(has_test(source, "x.py", "Some", "test_b"))
        self.assertFalse(has_test(source, "x.py", "Other", "test_a"))
        self.assertTrue(has_test("TEST_F(Some, Name) {", "x.cpp", "Some", "Name"))
        self.assertFalse(has_test("TEST_F(Some, Names) {", "x.cpp", "Some", "Name"))


if __name__ == "__main__":
    unittest.main()
