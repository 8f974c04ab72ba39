# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# What run.sh and test.sh share: the packages Earmark is built from, and how to build a preset.
# To be sourced. `top` is the project's folder, `jobs` how many things to do at once.
top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
jobs=$(getconf _NPROCESSORS_ONLN)

# Debian's names; a|b is one package under the names it has had, newest first. The README says why each is here.
build_packages=(
    g++ cmake ninja-build pkg-config ccache
    qt6-base-dev qt6-multimedia-dev "qt6-svg-dev|libqt6svg6-dev" qt6-tools-dev qt6-l10n-tools
    libavformat-dev libavcodec-dev libavutil-dev libswresample-dev libsoundtouch-dev
    librubberband-dev libebur128-dev
    "libtag-dev|libtag1-dev" libsqlite3-dev libpugixml-dev libkainjow-mustache-dev
)
run_packages=(ca-certificates qt6-wayland qt6-translations-l10n)
test_packages=(libbenchmark-dev ffmpeg pulseaudio)

say() { printf '%s\n' "$*" >&2; }

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# The words of $@ of which no name is installed.
missing_of() {
    local package name names
    for package in "$@"; do
        IFS='|' read -ra names <<<"$package"
        for name in "${names[@]}"; do
            if is_installed "$name"; then continue 2; fi
        done
        printf '%s\n' "$package"
    done
}

# The first name of $1 this system's package lists know.
known_name() {
    local name names
    IFS='|' read -ra names <<<"$1"
    for name in "${names[@]}"; do
        if apt-cache show --no-all-versions "$name" >/dev/null 2>&1; then
            printf '%s\n' "$name"
            return
        fi
    done
    printf '%s\n' "${names[-1]}"
}

# Makes sure that every package of $@ is there, or says what is missing and returns 1.
install_packages() {
    local missing package names=() as_root=()
    if [ "${EARMARK_PACKAGES:-}" = installed ]; then return 0; fi
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "Earmark installs what it needs by itself on Debian and Ubuntu only. Please install these first"
        say "(Debian's names, your system may use others; Qt must be 6.4 or newer):"
        say "    ${*//|*/}"
        say "and then say so:  EARMARK_PACKAGES=installed $0"
        return 1
    fi
    mapfile -t missing < <(missing_of "$@")
    if [ ${#missing[@]} -eq 0 ]; then return 0; fi
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            for package in "${missing[@]}"; do names+=("$(known_name "$package")"); done
            say "These packages are missing, and installing them needs root or sudo:"
            say "    ${names[*]}"
            return 1
        fi
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=300 update -qq >&2 || return 1
    for package in "${missing[@]}"; do names+=("$(known_name "$package")"); done
    say "Installing what is missing: ${names[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
        install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends "${names[@]}" >&2 || return 1
}

# Configures and builds preset $1 in build/$1. Everything it says goes to standard error.
build_preset() (
    cd "$top" || return 1
    mkdir -p "build/$1"
    if ! cmake --preset "$1" >"build/$1/configure.log" 2>&1; then
        cat "build/$1/configure.log" >&2
        say "Earmark could not be configured: the reason stands above."
        return 1
    fi
    if ! cmake --build "build/$1" --parallel "$jobs" >&2; then
        say "Earmark could not be built: the first line that begins with FAILED says where."
        return 1
    fi
)
