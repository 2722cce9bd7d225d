"""Measures search quality with `likeness eval` on the labelled queries and writes the table in docs/evaluation.md.

Both catalogues are imported in each run, so that every query has to find its product among all of them.
"""

import argparse
import datetime
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .machine import CHECKOUT, machine

DATA = Path(os.environ.get("LIKENESS_EVAL_DATA", CHECKOUT.parent / "shared" / "data"))
DETECTOR = DATA.parent / "models" / "yolox_nano.onnx"
DOCUMENT = CHECKOUT / "docs" / "evaluation.md"
BINARY = CHECKOUT / "build" / "release" / "likeness"
BEGIN, END = "<!-- eval: begin, written by `make eval` -->", "<!-- eval: end -->"
CONCURRENCY = 8
PARTLY_DONE = 5

SKELETON = f"""# Evaluation

Measured by `make eval`: two catalogues are imported together (881 products), then each labelled query photo searches in all of
them. *recall@k*: the right product (grocery) or a product of the right type (clothing) is among the first k. *precision@10*:
the share of right ones among the first ten. *ann_recall@20*: the share of the exact 20 nearest vectors that the index returns.

{BEGIN}
{END}
"""


class EvalError(RuntimeError):
    """The evaluation cannot be done; the message says why."""


@dataclass(frozen=True)
class QuerySet:
    """One set of labelled queries and the column that says what is right."""

    name: str
    key: str


@dataclass(frozen=True)
class Row:
    """The measures of one set: one client at a time, and several."""

    name: str
    single: dict
    concurrent: dict


SETS = [QuerySet("grocery", "product_id"), QuerySet("clothing", "product_type")]


def run_eval(binary: Path, data: Path, query_set: QuerySet, concurrency: int) -> dict:
    """Runs `likeness eval` once; returns its JSON document."""
    with tempfile.TemporaryDirectory() as nowhere:
        # A data directory that does not exist: the evaluation starts a server of its own.
        command = [str(binary), "--json", "--data", f"{nowhere}/none", "eval"]
        for feed in SETS:
            command += ["--catalog", str(data / feed.name / "feed.tsv")]
        command += ["--queries", str(data / query_set.name / "queries.csv"), "--key", query_set.key,
                    "--concurrency", str(concurrency)]
        if DETECTOR.is_file():
            command += ["--set", f"models.detector={DETECTOR}"]
        print(f"eval: {query_set.name}, {concurrency} at a time …", flush=True)
        result = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if result.returncode not in (0, PARTLY_DONE):
        raise EvalError(f"likeness eval on {query_set.name} ended with exit status {result.returncode}: {result.stdout.strip()}")
    return json.loads(result.stdout)


def table(rows: list[Row], machine_text: str, commit_text: str, day: datetime.date) -> str:
    """The measures as Markdown, with what they belong to."""
    head = ["set", "queries", "errors", "recall@1", "recall@5", "recall@20", "precision@10", "ann_recall@20", "p50 ms", "p95 ms",
            f"p95 ms, {CONCURRENCY} at a time", "photos/s imported"]
    lines = [f"| {' | '.join(head)} |", "|---" + "|---:" * (len(head) - 1) + "|"]
    for row in rows:
        one = row.single
        errors = one["errors"] + row.concurrent["errors"]
        cells = [row.name, one["queries"], errors, *(f"{one[key]:.3f}" for key in
                 ("recall@1", "recall@5", "recall@20", "precision@10", "ann_recall@20")),
                 *(f"{value:.0f}" for value in (one["p50_ms"], one["p95_ms"], row.concurrent["p95_ms"])), f"{one['images_per_s']:.1f}"]
        lines.append(f"| {' | '.join(map(str, cells))} |")
    packs = ", ".join(sorted({row.single["pack"] for row in rows}))
    detector = DETECTOR.stem if DETECTOR.is_file() else "none"
    note = f"Pack {packs}; detector {detector}; {machine_text}; commit {commit_text}; {day.isoformat()}."
    return "\n".join([*lines, "", note])


def replace_between_marks(text: str, inserted: str) -> str:
    """The document with everything between the two marks replaced."""
    if text.count(BEGIN) != 1 or text.count(END) != 1 or text.index(BEGIN) > text.index(END):
        raise EvalError(f"{DOCUMENT.name} must hold the lines\n{BEGIN}\n{END}\nonce each, in this order")
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n{inserted}\n{END}{rest.split(END)[1]}"


def check_inputs(binary: Path, data: Path) -> None:
    """Raises EvalError where something that the evaluation needs is missing."""
    if not binary.is_file():
        raise EvalError(f"{binary} is missing: run `make build` first")
    for query_set in SETS:
        for file in ("feed.tsv", "queries.csv"):
            if not (data / query_set.name / file).is_file():
                raise EvalError(f"{data / query_set.name / file} is missing: the evaluation sets are not part of this repository; "
                                "put them there, or name their directory in LIKENESS_EVAL_DATA. Nothing was measured")


def main(arguments: list[str] | None = None) -> int:
    """Runs the evaluation; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.quality.eval_report", description=__doc__)
    parser.add_argument("--binary", type=Path, default=BINARY)
    parser.add_argument("--data", type=Path, default=DATA, help=f"directory of the evaluation sets (default: {DATA})")
    options = parser.parse_args(arguments)
    try:
        check_inputs(options.binary, options.data)
        rows = [Row(each.name, run_eval(options.binary, options.data, each, 1),
                    run_eval(options.binary, options.data, each, CONCURRENCY)) for each in SETS]
        text = table(rows, machine(), rows[0].single["commit"], datetime.date.today())
        document = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.is_file() else SKELETON
        DOCUMENT.write_text(replace_between_marks(document, text), encoding="utf-8")
    except (EvalError, OSError, ValueError, KeyError) as error:
        print(f"eval: {error}", file=sys.stderr)
        return 1
    print(f"\n{text}\n\neval: written to {DOCUMENT.relative_to(CHECKOUT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
