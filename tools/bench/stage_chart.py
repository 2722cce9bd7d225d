"""Draws where ingest spends its time, ours beside the Python pipeline, as docs/ingest-stages.svg."""

import json
import sys
from pathlib import Path

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "likeness"
import matplotlib.pyplot as plt  # noqa: E402

STAGES = ("download", "preprocess", "detect", "embed", "index")
COLORS = ("#8a9ba8", "#48aff0", "#3dcc91", "#d9822b", "#7157d9")
OUT = Path(__file__).resolve().parents[2] / "docs" / "ingest-stages.svg"


def main() -> None:
    """Reads the file that tools.bench.ingest wrote."""
    photos = json.loads(Path(sys.argv[1]).read_text())["photos"]
    figure, axes = plt.subplots(figsize=(8, 2.2))
    for name, times in (("Python pipeline", photos["peer_stages"]), ("Likeness", photos["stages"])):
        left = 0.0
        for stage, color in zip(STAGES, COLORS, strict=True):
            width = times.get(stage, 0) / photos["photos"] * 1000
            axes.barh(name, width, left=left, color=color, label=stage if name == "Likeness" else None)
            left += width
    axes.set_xlabel("thread-milliseconds a photo, waiting for the model included")
    axes.legend(ncols=len(STAGES), loc="upper center", bbox_to_anchor=(0.5, 1.3), frameon=False, fontsize=8)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(OUT, bbox_inches="tight", metadata={"Date": None})


if __name__ == "__main__":
    main()
