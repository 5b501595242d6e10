#!/usr/bin/env bash
# Runs a command with a PostgreSQL server of its own, named by KARTOTEK_TEST_POSTGRES, which is gone afterwards:
#   scripts/postgres.sh cargo test
# A server that the variable names already is used as it is.
set -euo pipefail

if [[ -n "${KARTOTEK_TEST_POSTGRES:-}" ]]; then
    exec "$@"
fi

# The newest one: from the system's folders, else from the path.
bin=$(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [[ -z "$bin" || ! -x "$bin/initdb" ]]; then
    found=$(command -v initdb || true)
    [[ -n "$found" ]] || { echo "PostgreSQL is not installed (initdb was not found)" >&2; exit 1; }
    bin=$(dirname "$(readlink -f "$found")")
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/kartotek-postgres.XXXXXX")
# A server refuses to run as root.
as_owner() { "$@"; }
if [[ $(id -u) == 0 ]]; then
    id postgres >/dev/null 2>&1 || useradd --system --no-create-home postgres
    chown postgres "$folder"
    if command -v runuser >/dev/null; then
        as_owner() { runuser -u postgres -- "$@"; }
    else
        as_owner() { su postgres -s /bin/sh -c "$(printf '%q ' "$@")"; }
    fi
fi

end() {
    (cd / && as_owner "$bin/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop) >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

here=$PWD
cd /
as_owner "$bin/initdb" --pgdata="$folder/data" --username=kartotek --auth=trust --encoding=UTF8 --no-locale \
    --no-sync >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }

# Nothing here outlives the tests, so nothing has to reach the disk.
settings="-c listen_addresses=127.0.0.1 -c unix_socket_directories='$folder' -c fsync=off -c full_page_writes=off"
settings+=" -c synchronous_commit=off -c max_connections=200 -c shared_buffers=64MB -c autovacuum=off"
for attempt in 1 2 3 4 5; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 20000))
    if as_owner "$bin/pg_ctl" --pgdata="$folder/data" --log="$folder/server.log" --silent --wait \
        --options="$settings -c port=$port" start >/dev/null 2>&1; then
        break
    fi
    [[ $attempt -lt 5 ]] || { cat "$folder/server.log" >&2; exit 1; }
done
cd "$here"

export KARTOTEK_TEST_POSTGRES="postgres://kartotek@127.0.0.1:$port/postgres"
# Not exec: the trap has to run.
"$@"
