#!/usr/bin/env bash
# Makes build/bench-venv, the Python environment of the peers that benchmarks are run beside; quick where it is current.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
list=tools/bench/requirements.txt
stamp=build/bench-venv/stamp
if ! cmp -s "$list" "$stamp"; then
  /usr/bin/python3 -m venv --clear build/bench-venv
  build/bench-venv/bin/pip install --quiet --disable-pip-version-check --requirement "$list"
  cp "$list" "$stamp"
fi
