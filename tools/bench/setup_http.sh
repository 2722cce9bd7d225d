#!/usr/bin/env bash
# Makes what `make bench-http` runs beside ours: FastAPI in build/bench-venv, and the NestJS peer, compiled; quick where it is current.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
peer=tools/bench/http_peers/nest
tools/bench/setup.sh
tools/setup/npm_ci.sh "$peer"
tools/setup/node.sh "$peer/node_modules/typescript/bin/tsc" --project "$peer"
