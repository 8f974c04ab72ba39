#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Earmark and starts it with the arguments given here.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/prepare.sh"

install_packages "${build_packages[@]}" "${run_packages[@]}"
build_preset release
bin=$top/build/release/bin

if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    cat <<END

Earmark is built, but there is no display here to show its window on.
The same library can be used from the command line:

    $bin/earmark-cli subscribe https://example.org/feed.xml
    $bin/earmark-cli episodes --limit 10
    $bin/earmark-cli download "part of a title"
    $bin/earmark-cli note add "part of a title" --at 4:30 --text "What I heard"
    $bin/earmark-cli export --format markdown -o notes
    $bin/earmark-cli --help

On a machine with a display, run this script again to open the window.
END
    exit 0
fi
exec "$bin/earmark" "$@"
