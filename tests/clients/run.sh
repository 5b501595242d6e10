#!/usr/bin/env bash
# Calendars and cards through real clients: the libraries of Python that phones' users rely on, in an environment of their own.
#   tests/clients/run.sh      KARTOTEK_BINARY names a program to test instead of building one
set -euo pipefail
cd "$(dirname "$0")/../.."
source scripts/tools.sh

need "python3 -c 'import venv, ensurepip'" python3-venv "to test with real calendar programs"
clients=target/calendar-clients
wanted=$(sha256sum tests/clients/requirements.txt)
if [[ "$(cat "$clients/installed" 2>/dev/null)" != "$wanted" ]]; then
    rm -rf "$clients"
    python3 -m venv "$clients"
    if ! "$clients/bin/pip" install --quiet --disable-pip-version-check --requirement tests/clients/requirements.txt; then
        echo "The calendar programs could not be installed; nothing was tested with them."
        exit 0
    fi
    echo "$wanted" >"$clients/installed"
fi
if [[ -z "${KARTOTEK_BINARY:-}" ]]; then
    cargo build --package app --quiet
    export KARTOTEK_BINARY="${CARGO_TARGET_DIR:-target}/debug/kartotek"
fi
"$clients/bin/python" tests/clients/run.py
