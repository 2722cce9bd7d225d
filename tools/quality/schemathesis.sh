#!/usr/bin/env bash
# Makes build/schemathesis-venv, quick where it is there, and has Schemathesis try every operation: see e2e/schema_fuzz.py.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
version=4.32.5
if [[ ! -x build/schemathesis-venv/bin/schemathesis || $(cat build/schemathesis-venv/version 2>/dev/null) != "$version" ]]; then
  "${PYTHON:-python3}" -m venv --clear build/schemathesis-venv
  build/schemathesis-venv/bin/pip install --quiet --disable-pip-version-check "schemathesis==$version"
  echo "$version" >build/schemathesis-venv/version
fi
exec .venv/bin/python -m e2e.schema_fuzz build/schemathesis-venv/bin/schemathesis "$@"
