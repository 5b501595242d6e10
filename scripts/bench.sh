#!/usr/bin/env bash
# Measures the release binary with a million people: builds it, and leaves the rest to crates/bench.
set -euo pipefail
cd "$(dirname "$0")/.."

[[ -d crates/bench ]] || { echo "There is no crates/bench yet." >&2; exit 1; }
cargo build --release -p app
cargo run --release -p bench -- "$@"
