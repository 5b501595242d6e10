# Sourced by other scripts: installs what a fresh machine lacks, or says what to install.

# need COMMAND-TEST PACKAGE WHAT-FOR
need() {
    local there=$1 package=$2 why=$3
    if eval "$there"; then return; fi
    if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
        echo "Installing $package, which is needed $why"
        if [[ -z "${KARTOTEK_TEST_APT_UPDATED:-}" ]]; then
            apt-get update -qq
            export KARTOTEK_TEST_APT_UPDATED=1
        fi
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null || true
        if eval "$there"; then return; fi
    fi
    echo "$package is missing, which is needed $why. Install it, then try again." >&2
    exit 1
}

has_postgres() { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb /usr/pgsql-*/bin/initdb >/dev/null 2>&1; }
has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }
has_compiler() { command -v cc >/dev/null; }

# step TITLE COMMAND…: says what is done and how long it took.
step() {
    local title=$1 began=$SECONDS
    shift
    printf '\n== %s\n' "$title"
    "$@"
    printf '== %s: %d s\n' "$title" $((SECONDS - began))
}
