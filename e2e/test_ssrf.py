"""The downloader against hostile addresses, on a network of its own in which every address is a trap."""

import json
import os
import subprocess
import sys
import unittest

from e2e import hostile_addresses as hostile
from e2e.likeness import BUILD, ROOT

PROGRAM = BUILD / "tests/fetch_urls"
QUICK = ["timeout_ms=4000", "wait_ms=60000", "host_failures=1000000", "per_host=64"]
CONTROL = [f"http://{hostile.PUBLIC_NAME}/photo", f"http://{hostile.PUBLIC}/photo", f"http://[{hostile.PUBLIC6}]/photo",
           f"http://{hostile.PUBLIC_NAME}/to/301/http://{hostile.PUBLIC}/photo"]


def run_on_own_network(runs: list[dict], answers: hostile.Answers) -> list[dict]:
    """Starts the site in new network and mount namespaces; nothing of it is left when it ends."""
    task = {"program": str(PROGRAM), "runs": runs, "answers": answers}
    done = subprocess.run(["unshare", "--net", "--mount", "--propagation", "private", sys.executable, "-m",
                           "e2e.network_site"], input=json.dumps(task), capture_output=True, text=True, timeout=400,
                          cwd=ROOT)
    if done.returncode != 0:
        raise AssertionError(f"the network could not be made: {done.stderr[-2000:]}")
    return json.loads(done.stdout)


@unittest.skipUnless(os.geteuid() == 0, "only root may make a network namespace")
class SsrfTest(unittest.TestCase):
    """Each kind of hostile address through the real downloader; the traps count who connects."""

    @classmethod
    def setUpClass(cls):
        cls.by_name, answers = hostile.by_name()
        rebinding, more = hostile.by_rebinding()
        answers = answers | more | {hostile.PUBLIC_NAME.removesuffix("." + hostile.ZONE): [[hostile.PUBLIC]]}
        cls.by_form, cls.by_redirect = hostile.by_form(), hostile.by_redirect()
        cls.rebinding = rebinding * 2
        ordered = [*QUICK, "one_at_a_time=1"]
        runs = [{"options": QUICK, "urls": CONTROL}, {"options": QUICK, "urls": cls.by_form},
                {"options": QUICK, "urls": cls.by_name}, {"options": QUICK, "urls": cls.by_redirect},
                {"options": [*ordered, "addresses_kept_ms=0"], "urls": cls.rebinding},
                {"options": ordered, "urls": cls.rebinding},
                {"options": [*QUICK, "allow_loopback=1", "port=8080"], "urls": cls.by_form}]
        (cls.control, cls.forms, cls.names, cls.redirects, cls.rebound, cls.kept,
         cls.unguarded) = run_on_own_network(runs, answers)

    def assert_refused(self, urls: list[str], run: dict) -> None:
        self.assertEqual(len(run["results"]), len(urls))
        for number, (outcome, message) in run["results"].items():
            with self.subTest(urls[int(number)]):
                self.assertIn(outcome, ("invalid_argument", "unavailable", "forbidden"), message)
                self.assertNotIn("secret", message)

    def test_good_addresses_work_on_this_network(self):
        self.assertEqual([outcome for outcome, _ in self.control["results"].values()], ["ok"] * len(CONTROL))
        self.assertGreaterEqual(self.control["public"], 3)
        self.assertEqual(self.control["trapped"], {})

    def test_traps_see_a_downloader_that_is_allowed_in(self):
        """With the rule for tests that opens loopback, and nothing else changed, traps are stepped on."""
        self.assertGreaterEqual(sum(self.unguarded["trapped"].values()), 5)
        self.assertTrue(all(place.startswith("127.") or place.startswith("::1 ") for place in self.unguarded["trapped"]),
                        self.unguarded["trapped"])

    def test_there_are_enough_of_them(self):
        count = len({*self.by_form, *self.by_name, *self.by_redirect, *self.rebinding})
        self.assertGreaterEqual(count, 500)
        print(f"\n{count} hostile addresses", file=sys.stderr)

    def test_spellings(self):
        self.assertEqual(self.forms["trapped"], {})
        self.assertEqual(self.forms["public"], 0)
        self.assert_refused(self.by_form, self.forms)

    def test_names(self):
        self.assertEqual(self.names["trapped"], {})
        self.assertEqual(self.names["public"], 0, "one bad address among good ones spoils the name")
        self.assertGreaterEqual(self.names["look_ups"], len(self.by_name))
        self.assert_refused(self.by_name, self.names)
        refused = [message for outcome, message in self.names["results"].values() if outcome == "invalid_argument"]
        self.assertGreater(len(refused), 100, "they were resolved, and then refused")

    def test_redirects(self):
        self.assertEqual(self.redirects["trapped"], {})
        self.assertGreaterEqual(self.redirects["public"], 1)
        self.assert_refused(self.by_redirect, self.redirects)

    def test_rebinding(self):
        self.assertEqual(self.rebound["trapped"], {})
        outcomes = [self.rebound["results"][str(number)][0] for number in range(len(self.rebinding))]
        half = len(outcomes) // 2
        self.assertEqual(outcomes[:half].count("ok"), half // 2, "outside, when they are asked for first")
        self.assertEqual(set(outcomes[half:]), {"invalid_argument"}, "inside from then on, and refused")

    def test_rebinding_while_addresses_are_kept(self):
        self.assertEqual(self.kept["trapped"], {})
        self.assertEqual({outcome for outcome, _ in self.kept["results"].values()}, {"ok"}, "the checked address is used")


if __name__ == "__main__":
    unittest.main()
