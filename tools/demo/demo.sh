#!/usr/bin/env bash
# `make demo`: sets up, builds, and hands over to tools/demo/demo.py with the seconds that this took.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tools/quality/timed.sh

timed set-up tools/setup/setup.sh
timed build tools/quality/build.sh release --target likeness
timed pack .venv/bin/python -m tools.model_pack build lite --out build/packs/lite
exec .venv/bin/python -m tools.demo.demo "${times[@]/#/--step=}"
