"""Runs the samples of docs/api.md in order against a fresh server, and holds what they print to what the page shows."""

import re
import subprocess
import unittest

from e2e import shop
from e2e.likeness import ROOT, Server, environment

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
# Printed after each sample; nothing else prints it.
BREAK = "\x1e"


def samples(page: str) -> list[tuple[str, str, str]]:
    """Language, code and what it prints, of each sample."""
    blocks = BLOCK.findall(page)
    unknown = {language for language, _ in blocks} - {"sh", "ts", "text"}
    assert not unknown, f"blocks that nobody runs: {unknown}"
    following = [*blocks[1:], ("", "")]
    return [(language, code, shown if next_language == "text" else "")
            for (language, code), (next_language, shown) in zip(blocks, following) if language != "text"]


def pattern(shown: str) -> re.Pattern:
    """`…` stands for anything within a line."""
    return re.compile(".*?".join(re.escape(piece) for piece in shown.strip().split("…")))


class Samples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        subprocess.run([ROOT / "tools/clients/setup.sh"], check=True)
        cls.server = cls.enterClassContext(Server())
        cls.folder = cls.server.directory / "shop"
        shop.write_shop(cls.folder)
        page = (ROOT / "docs/api.md").read_text()
        page = page.replace("http://127.0.0.1:7700", cls.server.url).replace("likeness-data/", f"{cls.server.data}/")
        cls.samples = samples(page)

    def hold(self, language: str, done: subprocess.CompletedProcess) -> None:
        printed = done.stdout.split(BREAK)[:-1]
        mine = [sample for sample in self.samples if sample[0] == language]
        for (_, code, shown), output in zip(mine, printed):
            self.assertRegex(output.strip(), re.compile(rf"\A{pattern(shown).pattern}\Z"), code)
        self.assertEqual((len(printed), done.returncode), (len(mine), 0), done.stdout[-1000:] + done.stderr)

    def test_1_shell(self):
        code = "".join(code + f"printf '{BREAK}'\n" for language, code, _ in self.samples if language == "sh")
        self.hold("sh", subprocess.run(["bash", "-euo", "pipefail", "-c", code], cwd=self.folder, env=environment(),
                                       capture_output=True, text=True, timeout=120))

    def test_2_typescript(self):
        """Inside the package, so that its name leads to what was built of it."""
        code = "".join(code + f"process.stdout.write('{BREAK}');\n" for language, code, _ in self.samples if language == "ts")
        package = ROOT / "clients/typescript"
        node = [ROOT / "tools/setup/node.sh"]
        subprocess.run([*node, "node_modules/typescript/bin/tsc", "--project", "tsconfig.build.json"], cwd=package, check=True)
        module = package / "dist/api-docs-sample.ts"
        module.write_text(code)
        self.addCleanup(module.unlink)
        self.hold("ts", subprocess.run([*node, "--no-warnings", module], cwd=self.folder, env=environment(),
                                       capture_output=True, text=True, timeout=120))


if __name__ == "__main__":
    unittest.main()
