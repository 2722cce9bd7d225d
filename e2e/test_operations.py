"""Every operation of the contract is answered with success somewhere in the e2e suites. Runs after them."""

import json
import unittest

from e2e.likeness import BUILD


class Operations(unittest.TestCase):
    def test_each_was_exercised(self):
        document = json.loads((BUILD / "generated/openapi.json").read_text())
        known = {operation["operationId"] for item in document["paths"].values()
                 for method, operation in item.items() if method != "parameters"}
        suites = [path.name for path in BUILD.glob("../../e2e/test_*.py") if path.name != "test_operations.py"]
        records = {path.name: set(path.read_text().split()) for path in BUILD.glob("operations/*")}
        missing = [name for name in suites if f"e2e_{name.removeprefix('test_').removesuffix('.py')}_test" not in records]
        if missing:
            self.skipTest("not run here yet: " + ", ".join(sorted(missing)))
        self.assertEqual(known - set().union(*records.values()), set())


if __name__ == "__main__":
    unittest.main()
