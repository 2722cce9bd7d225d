"""The Python client's own tests, in an environment that holds nothing but what it needs, against a real server."""

import subprocess
import unittest

from e2e import client_shop
from e2e.likeness import ROOT, environment


class PythonClient(unittest.TestCase):
    def test_against_a_server(self):
        subprocess.run([ROOT / "tools/clients/setup.sh"], check=True)
        with client_shop.open_server() as (_, variables):
            subprocess.run([ROOT / "build/clients-venv/bin/python", "-m", "unittest", "discover", "-s", "tests", "-t", "."],
                           cwd=ROOT / "clients/python", env=environment(**variables), check=True, timeout=240)


if __name__ == "__main__":
    unittest.main()
