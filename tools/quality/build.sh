#!/usr/bin/env bash
# Configures and builds a preset (default: release). Configures each time, so that the program knows its commit.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
preset=${1:-release}
shift $(($# > 0))
cmake --preset "$preset" >"build/configure-$preset.log" 2>&1 || { cat "build/configure-$preset.log" >&2; exit 1; }
exec cmake --build --preset "$preset" "$@"
