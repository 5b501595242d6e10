#!/usr/bin/env bash
# Bundles scripts, styles and icons into crates/web/dist; installs the npm packages when they are missing or old.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v npm >/dev/null || { echo "Node.js 20 or newer is needed: https://nodejs.org" >&2; exit 1; }
# The file inside node_modules is written last, so an interrupted install is done again.
if [[ ! node_modules/.package-lock.json -nt package-lock.json ]]; then
    npm ci --no-audit --no-fund
    touch node_modules/.package-lock.json
fi
npm run --silent build
