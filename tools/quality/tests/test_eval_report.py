"""Tests of the evaluation report against a stand-in for `likeness eval`."""

import contextlib
import datetime
import io
import json
import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from tools.quality import eval_report

MEASURES = {"queries": 296, "errors": 0, "recall@1": 0.5123, "recall@5": 0.9, "recall@20": 0.99, "precision@10": 0.4,
            "ann_recall@20": 1.0, "p50_ms": 41.2, "p95_ms": 55.6, "images_per_s": 12.34, "pack": "lite-1", "commit": "abc123"}
FAKE = """#!/usr/bin/env python3
import json, sys
concurrency = sys.argv[sys.argv.index("--concurrency") + 1]
with open({calls!r}, "a") as stream:
    stream.write(json.dumps(sys.argv[1:]) + "\\n")
print(json.dumps({{**{measures!r}, "p95_ms": 55.6 if concurrency == "1" else 140.4}}))
sys.exit({status})
"""


class EvalReportTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / "docs").mkdir()
        for query_set in eval_report.SETS:
            (self.root / "data" / query_set.name).mkdir(parents=True)
            for file in ("feed.tsv", "queries.csv"):
                (self.root / "data" / query_set.name / file).touch()
        self.document = self.root / "docs" / "evaluation.md"
        self.enterContext(mock.patch.object(eval_report, "DOCUMENT", self.document))
        self.enterContext(mock.patch.object(eval_report, "CHECKOUT", self.root))

    def run_report(self, status: int = 0, data: str = "data") -> tuple[int, str]:
        binary = self.root / "likeness"
        binary.write_text(FAKE.format(calls=str(self.root / "calls"), measures=MEASURES, status=status), encoding="utf-8")
        os.chmod(binary, 0o755)
        with contextlib.redirect_stdout(io.StringIO()) as output, contextlib.redirect_stderr(output):
            return eval_report.main(["--binary", str(binary), "--data", str(self.root / data)]), output.getvalue()

    def test_the_table_is_written_between_the_marks(self):
        self.assertEqual(self.run_report()[0], 0)
        self.document.write_text("mine above\n" + self.document.read_text(encoding="utf-8") + "mine below\n", encoding="utf-8")
        self.assertEqual(self.run_report()[0], 0)
        text = self.document.read_text(encoding="utf-8")
        self.assertEqual(text.count("| grocery | 296 | 0 | 0.512 | 0.900 | 0.990 | 0.400 | 1.000 | 41 | 56 | 140 | 12.3 |"), 1)
        self.assertEqual(text.count("| clothing |"), 1)
        self.assertTrue(text.startswith("mine above\n") and text.endswith("mine below\n"))
        self.assertIn("Pack lite-1; ", text)
        self.assertIn("commit abc123; " + datetime.date.today().isoformat(), text)

    def test_each_run_searches_in_both_catalogues(self):
        self.run_report()
        calls = [json.loads(line) for line in (self.root / "calls").read_text(encoding="utf-8").splitlines()]
        self.assertEqual(len(calls), 4)
        for call in calls:
            self.assertEqual(call.count("--catalog"), 2)
        self.assertEqual([call[call.index("--key") + 1] for call in calls],
                         ["product_id", "product_id", "product_type", "product_type"])
        self.assertEqual([call[call.index("--concurrency") + 1] for call in calls], ["1", "8", "1", "8"])

    def test_absent_sets_are_said_and_nothing_is_written(self):
        status, output = self.run_report(data="nowhere")
        self.assertEqual(status, 1)
        self.assertIn("not part of this repository", output)
        self.assertFalse(self.document.exists())

    def test_a_failed_run_is_an_error(self):
        status, output = self.run_report(status=1)
        self.assertEqual(status, 1)
        self.assertIn("exit status 1", output)
        self.assertFalse(self.document.exists())

    def test_a_document_without_marks_is_left_alone(self):
        self.document.write_text("# Evaluation\n", encoding="utf-8")
        self.assertEqual(self.run_report()[0], 1)
        self.assertEqual(self.document.read_text(encoding="utf-8"), "# Evaluation\n")


if __name__ == "__main__":
    unittest.main()
