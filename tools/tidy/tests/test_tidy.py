"""Tests of tools.tidy on single rules and on a made-up tree that breaks every one of them."""

import contextlib
import io
import subprocess
import tempfile
import unittest
from pathlib import Path

from tools.tidy import __main__ as tidy
from tools.tidy import folders, layers, style

GOOD_TREE = {
    "ARCHITECTURE.md": "```tree\nbackend/src/\n  base/       the ground\n  apps/\n  adapters/{redis,files}/   third parties\n```\n",
    "backend/src/base/log.hpp": "#include <spdlog/spdlog.h>\n#include <string>\n",
    "backend/src/apps/main.cpp": '#include <CLI/CLI.hpp>\n#include "adapters/redis/cache.hpp"\n#include "base/log.hpp"\n',
    "backend/src/adapters/redis/cache.hpp": "#include <hiredis/hiredis.h>\n",
    "backend/src/adapters/files/store.hpp": '#include <fcntl.h>\n#include "base/log.hpp"\n',
    "web/package-lock.json": '{"node_modules/a": {"version": "1.0.0", "integrity": "sha512-abc"}}\n',
}
BAD_TREE = {
    "ARCHITECTURE.md": "```tree\nbackend/src/\n  base/\n  domain/   not there\n```\n",
    "backend/src/base/log.hpp": '#include "apps/main.hpp"\n',
    "backend/src/base/string_utils.hpp": "class TextHelper {};\n",
    "backend/src/adapters/redis/cache.cpp": '#include "adapters/files/store.hpp"\n',
    "backend/src/gateway/server.cpp": "#include <pqxx/pqxx>\n",
    "backend/src/apps/long.cpp": "int x;\n" * 451,
    "tools/run.sh": "cat /" + "home/ada/feed.tsv\n",
    "web/package-lock.json": '{"resolved": "https://registry.example.org/a.tgz"}\n',
}


@contextlib.contextmanager
def git_tree(files: dict[str, str]):
    """A temporary git checkout that holds the files."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        subprocess.run(["git", "init", "--quiet", name], check=True)
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        yield root


class TreeTest(unittest.TestCase):
    def test_a_good_tree_has_no_faults(self):
        with git_tree(GOOD_TREE) as root:
            self.assertEqual(tidy.check_tree(root), (len(GOOD_TREE), []))

    def test_a_bad_tree_breaks_every_rule(self):
        with git_tree(BAD_TREE) as root:
            found = {(fault.path, fault.rule) for fault in tidy.check_tree(root)[1]}
        self.assertEqual(found, {
            ("ARCHITECTURE.md", "folders"),
            ("backend/src/base/log.hpp", "layers"),
            ("backend/src/base/string_utils.hpp", "names"),
            ("backend/src/adapters/redis/cache.cpp", "layers"),
            ("backend/src/gateway/server.cpp", "layers"),
            ("backend/src/apps/long.cpp", "length"),
            ("tools/run.sh", "paths"),
            ("web/package-lock.json", "registry"),
        })

    def test_the_exit_status_tells_good_from_bad(self):
        for tree, status in ((GOOD_TREE, 0), (BAD_TREE, 1)):
            with git_tree(tree) as root, contextlib.redirect_stdout(io.StringIO()) as output:
                self.assertEqual(tidy.main([str(root)]), status)
            self.assertRegex(output.getvalue().splitlines()[-1], r"^tidy: \d+ files, \d+ faults, \d+ warnings$")

    def test_ignored_files_are_left_out(self):
        with git_tree({".gitignore": "/build/\n", "build/manager.py": "", "ok.py": ""}) as root:
            self.assertEqual(tidy.check_tree(root), (2, []))


class LayersTest(unittest.TestCase):
    def faults(self, folder: str, include: str) -> list[str]:
        path = f"{layers.SOURCE_ROOT}{folder}/file.cpp"
        return [fault.message for fault in layers.check_includes(path, f"// text\n#include {include}\n")]

    def test_arrows(self):
        allowed = [("domain", '"base/error.hpp"'), ("ports", '"domain/catalog.hpp"'), ("ingest/embed", '"ports/models.hpp"'),
                   ("ingest/embed", '"ingest/stage_timer.hpp"'), ("gateway/routes", '"query/search_service.hpp"'),
                   ("apps/client", '"adapters/curl/client.hpp"'), ("adapters/redis", '"adapters/redis/url.hpp"'),
                   ("config", '"domain/money.hpp"'), ("apps", '"config/settings.hpp"')]
        forbidden = [("base", '"domain/catalog.hpp"'), ("domain", '"ports/models.hpp"'), ("ports", '"query/rank/ranker.hpp"'),
                     ("ingest/embed", '"query/embed/query_embedder.hpp"'), ("query", '"gateway/server.hpp"'),
                     ("gateway", '"adapters/redis/cache.hpp"'), ("gateway", '"config/settings.hpp"'),
                     ("adapters/redis", '"adapters/nats/stream.hpp"'), ("adapters/redis", '"ingest/sweeper.hpp"'),
                     ("config", '"ports/cache.hpp"'), ("base", '"log.hpp"')]
        for folder, include in allowed:
            self.assertEqual(self.faults(folder, include), [], f"{folder} includes {include}")
        for folder, include in forbidden:
            self.assertEqual(len(self.faults(folder, include)), 1, f"{folder} includes {include}")

    def test_third_party_headers(self):
        allowed = [("base", "<spdlog/spdlog.h>"), ("base", "<fmt/format.h>"), ("domain", "<roaring/roaring.hh>"), ("domain", "<vector>"),
                   ("domain", "<immintrin.h>"), ("config", "<toml++/toml.h>"), ("apps", "<CLI/CLI.hpp>"), ("gateway/routes", "<nlohmann/json.hpp>"),
                   ("gateway", "<valijson/validator.hpp>"), ("ingest/feed", "<csv.h>"), ("adapters/vips", "<vips/vips.h>"),
                   ("gateway", "<sys/socket.h>")]
        forbidden = [("domain", "<nlohmann/json.hpp>"), ("domain", "<thread>"), ("domain", "<fcntl.h>"), ("ports", "<boost/asio.hpp>"),
                     ("ingest/download", "<csv.h>"), ("ingest", "<pugixml.hpp>"), ("query", "<roaring/roaring.hh>"),
                     ("gateway", "<toml++/toml.h>"), ("apps", "<boost/asio.hpp>"), ("gateway", "<yaml-cpp/yaml.h>")]
        for folder, include in allowed:
            self.assertEqual(self.faults(folder, include), [], f"{folder} includes {include}")
        for folder, include in forbidden:
            self.assertEqual(len(self.faults(folder, include)), 1, f"{folder} includes {include}")

    def test_the_fault_names_the_line(self):
        fault = next(layers.check_includes("backend/src/base/a.hpp", '\n#include "ports/cache.hpp"\n'))
        self.assertEqual(str(fault), "backend/src/base/a.hpp:2: layers: base must not see ports")

    def test_an_unknown_folder_is_a_fault(self):
        self.assertEqual(len(self.faults("common", "<vector>")), 1)


class StyleTest(unittest.TestCase):
    def test_length_warns_and_then_fails(self):
        for lines, expected in ((300, []), (301, [True]), (450, [True]), (451, [False])):
            found = [fault.warning for fault in style.check_length("a.cpp", "x\n" * lines)]
            self.assertEqual(found, expected, lines)
        self.assertEqual(list(style.check_length("data.tsv", "x\n" * 1000)), [])

    def test_vague_names(self):
        for line in ("class JobManager {", "struct Impl;", "enum class ImageUtils {", "using StringHelper = int;"):
            self.assertEqual(len(list(style.check_names("a.hpp", line))), 1, line)
        for line in ("class Simple {", "struct Implementation;", "// class JobManager", "int manager_count;"):
            self.assertEqual(list(style.check_names("a.hpp", line)), [], line)
        self.assertEqual(len(list(style.check_names("web/src/lib/utils.ts", ""))), 1)
        self.assertEqual(list(style.check_names("backend/src/query/simple_impulse.cpp", "")), [])

    def test_paths_of_one_machine(self):
        for path in ("/" + "root/x", '"/' + "work/main", "--data=/" + "home/ada"):
            self.assertEqual(len(list(style.check_machine_paths("a.md", path))), 1, path)
        for path in ("https://shop.example/home/", "docs/work/plan.md", "/homeland", "./root/x"):
            self.assertEqual(list(style.check_machine_paths("a.md", path)), [], path)

    def test_registry_hosts_only_in_lock_files(self):
        line = '"resolved": "https://registry.example.org/a.tgz"'
        self.assertEqual(len(list(style.check_registry_hosts("web/package-lock.json", line))), 1)
        self.assertEqual(len(list(style.check_registry_hosts(".npmrc", "registry=https://npm.example.org/"))), 1)
        self.assertEqual(len(list(style.check_registry_hosts("tools/requirements.txt", "--index-url https://pypi.example.org/simple"))), 1)
        self.assertEqual(list(style.check_registry_hosts("docs/install.md", line)), [])
        self.assertEqual(list(style.check_registry_hosts("web/package-lock.json", '"homepage": "https://a.example"')), [])


class FoldersTest(unittest.TestCase):
    FILES = {"backend/src/base/a.hpp", "backend/src/query/rank/b.hpp", "backend/src/query/embed/c.hpp", "docs/x.md", ".ci/run"}

    def faults(self, block: str, path: str = "ARCHITECTURE.md") -> list[str]:
        return [fault.message for fault in folders.check_list(path, f"# Title\n\n```tree\n{block}\n```\n", self.FILES)]

    def test_a_complete_list(self):
        self.assertEqual(self.faults("backend/src/\n  base/     ground\n  query/{embed,rank}/\ndocs/   pages"), [])

    def test_missing_and_surplus_folders(self):
        self.assertEqual(self.faults("backend/src/\n  base/\n  query/{embed,rank,stream}/\ndocs/"),
                         ["backend/src/query/stream/ is listed and does not exist"])
        self.assertEqual(self.faults("backend/src/\n  base/\n  query/{embed}/\ndocs/"), ["backend/src/query/rank/ exists and is not listed"])
        self.assertEqual(self.faults("backend/src/\n  base/\ndocs/"), ["backend/src/query/ exists and is not listed"])
        self.assertEqual(self.faults("backend/"), ["docs/ exists and is not listed"])
        self.assertEqual(self.faults("backend/src/\n  base/\n  query/"), [], "the top is not listed, only something far below it")

    def test_an_ellipsis_stands_for_more(self):
        self.assertEqual(self.faults("backend/src/\n  base/\n  query/{embed,…}/\ndocs/"), [])

    def test_several_folders_on_a_line(self):
        self.assertEqual(self.faults("backend/  docs/   program and pages"), [])
        self.assertEqual(self.faults("backend/  attic/  docs/"), ["attic/ is listed and does not exist"])

    def test_branches_drawn_with_lines(self):
        self.assertEqual(self.faults("backend/src/\n├── base/   ground\n└── query/\ndocs/"), [])

    def test_lists_of_a_readme_are_relative_to_it(self):
        self.assertEqual(self.faults("base/\nquery/", "backend/src/README.md"), [])
        self.assertEqual(self.faults("base/", "backend/src/README.md"), ["backend/src/query/ exists and is not listed"])


if __name__ == "__main__":
    unittest.main()
