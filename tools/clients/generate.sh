#!/usr/bin/env bash
# Generates both clients from api/openapi.yaml. With --check into build/clients only, and fails where the ones in clients/
# are not the same.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
tools/clients/setup.sh

out=build/clients
rm -rf "$out"
mkdir -p "$out"
/usr/bin/python3 api/embed.py api/openapi.yaml "$out"
/usr/bin/python3 tools/clients/for_python.py "$out/openapi.json" "$out/openapi-python.json"
(cd clients/typescript && ../../tools/setup/node.sh generate.ts "../../$out/openapi.json" "../../$out/schema.ts")
PATH=$PWD/build/clients-venv/bin:$PATH build/clients-venv/bin/openapi-python-client generate --fail-on-warning --meta none \
  --path "$out/openapi-python.json" --config tools/clients/python_client.yaml --output-path "$out/likeness_client" \
  >"$out/python.log" 2>&1 || { cat "$out/python.log" >&2; exit 1; }
rm -rf "$out/likeness_client/.ruff_cache"

typescript=clients/typescript/src/schema.ts
python=clients/python/likeness_client
if [[ ${1:-} == --check ]]; then
  diff --brief "$out/schema.ts" "$typescript" && diff --brief --recursive --exclude=__pycache__ "$out/likeness_client" "$python" || {
    echo "the clients are not those of api/openapi.yaml: run \`make clients\` and commit what it changes" >&2
    exit 1
  }
else
  rm -rf "$python"
  cp "$out/schema.ts" "$typescript"
  cp -r "$out/likeness_client" "$python"
fi
