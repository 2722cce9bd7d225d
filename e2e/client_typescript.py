"""The TypeScript client's own tests, by Node's test runner, against a real server."""

import subprocess
import unittest

from e2e import client_shop
from e2e.likeness import ROOT, environment


class TypeScriptClient(unittest.TestCase):
    def test_against_a_server(self):
        subprocess.run([ROOT / "tools/clients/setup.sh"], check=True)
        node = [ROOT / "tools/setup/node.sh"]
        folder = ROOT / "clients/typescript"
        subprocess.run([*node, "node_modules/typescript/bin/tsc"], cwd=folder, check=True)
        with client_shop.open_server() as (_, variables):
            subprocess.run([*node, "--test", "test/*.test.ts"], cwd=folder, env=environment(**variables), check=True,
                           timeout=240)


if __name__ == "__main__":
    unittest.main()
