#!/usr/bin/env bash
# Everything that is checked: format, lints, types, tests on SQLite and PostgreSQL, browsers, licences.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/tools.sh

command -v cargo >/dev/null || { echo "Rust is needed: https://rustup.rs" >&2; exit 1; }
need has_compiler build-essential "to build SQLite"
need has_postgres postgresql "for tests"
need has_chromium chromium "for tests in a browser"

licences() {
    if ! cargo deny --version >/dev/null 2>&1; then
        # It takes minutes to build, so only where somebody asked for it.
        if command -v cargo-binstall >/dev/null; then
            cargo binstall --quiet --no-confirm cargo-deny || true
        elif [[ -n "${CI:-}" || -n "${KARTOTEK_TEST_DENY:-}" ]]; then
            cargo install --quiet --locked cargo-deny || true
        fi
    fi
    if ! cargo deny --version >/dev/null 2>&1; then
        echo "cargo-deny is not installed (cargo install --locked cargo-deny): licences, bans and advisories were not checked."
        return
    fi
    cargo deny --log-level error check licenses bans sources
    # Advisories need the database of rustsec.org; the others do not need the network.
    if cargo deny --log-level error fetch db >/dev/null 2>&1; then
        cargo deny --log-level error check advisories
    else
        echo "The database of advisories could not be reached; they were not checked."
    fi
}

# Invoices that the tests wrote, against the official schemas and rules.
invoices() {
    local tools=target/ubl-tools
    if [[ ! -x $tools/bin/python ]] || ! cmp -s tests/ubl/requirements.txt $tools/requirements.txt; then
        rm -rf $tools
        if ! { python3 -m venv $tools && $tools/bin/pip install --quiet --requirement tests/ubl/requirements.txt; }; then
            rm -rf $tools
            echo "The official rules could not be fetched (python3 with venv, and pypi.org, are needed); invoices were not held against them."
            return
        fi
        cp tests/ubl/requirements.txt $tools/
    fi
    $tools/bin/python tests/ubl/check.py target/ubl
}

browsers() {
    if [[ -f tests/browser/run.mjs ]]; then
        node tests/browser/run.mjs
    else
        echo "There are no tests in a browser."
    fi
}

step "Assets" scripts/assets.sh
step "Types of scripts" npm run --silent check
step "Format" cargo fmt --all --check
# Clippy and the tests share what they compile of others; the pieces of ours are small.
step "Lints" cargo clippy --quiet --workspace --all-targets -- -D warnings
rm -rf target/ubl && mkdir -p target/ubl
export KARTOTEK_TEST_UBL=$PWD/target/ubl
step "Tests on SQLite and PostgreSQL" scripts/postgres.sh cargo test --quiet --workspace
step "Invoices against EN 16931" invoices
step "Tests in a browser" browsers
step "Tests with calendar programs" tests/clients/run.sh
step "Licences" licences
printf '\nEverything is fine: %d minutes.\n' $((SECONDS / 60))
