#!/usr/bin/env bash
# Redocly's opinion of the contract as it is served.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
tools/setup/npm_ci.sh clients/typescript
mkdir -p build/redocly
/usr/bin/python3 api/embed.py api/openapi.yaml build/redocly
/usr/bin/python3 -m json.tool build/redocly/openapi.json build/redocly/pretty.json
REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true \
  tools/setup/node.sh clients/typescript/node_modules/@redocly/cli/bin/cli.js lint build/redocly/pretty.json --config api/redocly.yaml
