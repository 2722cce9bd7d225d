#!/usr/bin/env bash
# `make test`: sets up, builds everything, builds the packs that tests use, and runs all tests through CTest.
# Arguments are passed to ctest. The last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tools/quality/timed.sh

pack() { .venv/bin/python -m tools.model_pack build "$1" --out "build/packs/$1"; }
packs() { pack tiny && pack lite; }
# Tests start servers, each with its own threads: two at a time, whatever the machine.
run_ctest() { ctest --preset release --no-tests=error --parallel 2 "$@" 2>&1 | tee build/ctest.log; }

timed set-up tools/setup/setup.sh
timed build tools/quality/build.sh
timed packs packs
timed clients tools/clients/setup.sh
status=0
timed tests run_ctest "$@" || status=$?
show_times

# ctest hides what passing programs say; what they left out (no ../shared, no root) is named all the same.
left_out=$(grep -aoE '^\[  SKIPPED \] [A-Za-z]+[./][A-Za-z0-9_./]+ \(|\.\.\. skipped .*' build/release/Testing/Temporary/LastTest.log |
           sed -E 's/\[  SKIPPED \] //; s/ \($//; s/^\.\.\. //' | sort -u) || true
[[ -z $left_out ]] || printf 'Left out here:\n%s\n\n' "$(sed 's/^/   /' <<<"$left_out")"

# "98% tests passed, 1 tests failed out of 42" -> "41 passed, 1 failed"
awk '/tests passed,.*tests failed out of/ { failed = $4; all = $NF; print all - failed " passed, " failed " failed"; found = 1 }
     END { if (!found) print "0 passed, 1 failed (ctest did not finish)" }' build/ctest.log
exit "$status"
