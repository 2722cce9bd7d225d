#!/usr/bin/env bash
# Builds the fuzz targets (clang, ASan, UBSan) and gives each RUNS inputs (default 1000000), starting from its seeds in
# backend/fuzz/corpus and from what earlier runs found, which is kept in build/fuzz-corpus. Stops at the first failure;
# the input that made it lies in build/fuzz-failures.
# usage: fuzz.sh [TARGET…]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
runs=${RUNS:-1000000}
if ! dpkg-query --show clang-19 libclang-rt-19-dev >/dev/null 2>&1; then
  echo "fuzz: needs the Debian packages clang-19 and libclang-rt-19-dev: apt-get install them" >&2
  exit 1
fi
tools/quality/build.sh fuzz --target fuzzers
mkdir -p build/fuzz-failures
targets=("$@")
[[ ${#targets[@]} -gt 0 ]] || mapfile -t targets < <(cd build/fuzz/fuzzers && printf '%s\n' fuzz_* | sed 's/^fuzz_//')
for target in "${targets[@]}"; do
  found=build/fuzz-corpus/$target
  mkdir -p "$found"
  seeds=()
  [[ -d backend/fuzz/corpus/$target ]] && seeds=("backend/fuzz/corpus/$target")
  log=build/fuzz-failures/$target.log
  start=$SECONDS
  if ! ASAN_OPTIONS=detect_leaks=1 build/fuzz/fuzzers/fuzz_"$target" -runs="$runs" -max_len=8192 -timeout=10 \
      -rss_limit_mb=2048 -artifact_prefix="build/fuzz-failures/$target-" "$found" "${seeds[@]}" >"$log" 2>&1; then
    tail -40 "$log" >&2
    echo "fuzz: $target failed; whole log in $log" >&2
    exit 1
  fi
  echo "fuzz: $target: $(grep -o 'Done [0-9]* runs.*' "$log") in $((SECONDS - start)) s, $(grep -oE 'cov: [0-9]+' "$log" | tail -1), corpus $(find "$found" -type f | wc -l)"
done
echo "${#targets[@]} passed, 0 failed"
