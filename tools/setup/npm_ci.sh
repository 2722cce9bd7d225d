#!/usr/bin/env bash
# npm_ci.sh FOLDER: installs exactly what FOLDER/package-lock.json pins into FOLDER/node_modules, without running scripts of
# packages. Gets Node.js into .venv where it is not there. Does nothing where everything is there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=$1
stamp=$folder/node_modules/.likeness-stamp
hash=$(sha256sum "$folder/package-lock.json" | cut -c1-64)

exec 9>build/npm.lock
flock 9

tools/setup/node.sh --version >/dev/null
[[ -f $stamp && $(cat "$stamp") == "$hash" ]] && exit 0
echo "setup: npm packages of $folder"
tools/setup/node.sh npm --prefix "$folder" ci --ignore-scripts --loglevel=error >build/npm.log 2>&1 || {
  tail -n 20 build/npm.log >&2
  exit 1
}
echo "$hash" >"$stamp"
