#!/usr/bin/env bash
# `make lint`: the fast checks. Runs all of them, and fails at the end if one of them did.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
failed=()

formatting() {
  local bad
  bad=$(find backend -name '*.cpp' -o -name '*.hpp' | xargs -P 2 -n 40 clang-format-19 --dry-run -Werror 2>&1 |
        grep -oE '^[^ :]+:[0-9]+:.*error:' | cut -d: -f1 | sort | uniq -c)
  [[ -z $bad ]] && return
  awk '{ print $2 ": not formatted in " $1 " places" }' <<<"$bad"
  echo "formatting: \`make format\` mends it"
  return 1
}

formatting || failed+=(formatting)
.venv/bin/python -m compileall -q tools api || failed+=(python)
.venv/bin/python -m tools.tidy || failed+=(tidy)
[[ ${#failed[@]} == 0 ]] || { echo "lint: failed: ${failed[*]}"; exit 1; }
echo "lint: all good"
