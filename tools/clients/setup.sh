#!/usr/bin/env bash
# What generating, checking and testing the clients needs: npm packages in clients/typescript, and build/clients-venv.
# Does nothing where everything is there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
requirements=tools/clients/requirements.txt
environment=build/clients-venv

tools/setup/npm_ci.sh clients/typescript
cmp --silent "$requirements" "$environment/installed.txt" && exit 0
echo "setup: $environment"
/usr/bin/python3 -m venv --clear "$environment"
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --only-binary :all: \
  --requirement "$requirements"
cp "$requirements" "$environment/installed.txt"
