#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Earmark with its tests and runs them all, without screen, sound or network.
# The last line is "N passed, N failed"; the status is 0 only when everything was built and nothing failed.
#
# Counted are test functions and their data rows, as Qt Test reports them. A program that reports none counts
# as one, and one that ends badly without naming a failed function (a crash, a time-out) as one failure.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/prepare.sh"

passed=0
failed=1
finish() {
    local status=$?
    trap - EXIT
    printf '%s passed, %s failed\n' "$passed" "$failed"
    if [ "$failed" -ne 0 ] && [ "$status" -eq 0 ]; then status=1; fi
    exit "$status"
}
trap finish EXIT

install_packages "${build_packages[@]}" "${test_packages[@]}"
build_preset check
# A library that waits for its disk would wait for all that was built.
sync -f "$top/build/check" || true

log=$top/build/check/tests.log
status=0
env -u DISPLAY -u WAYLAND_DISPLAY -u PULSE_SERVER -u DBUS_SESSION_BUS_ADDRESS \
    -u http_proxy -u https_proxy -u all_proxy -u HTTP_PROXY -u HTTPS_PROXY -u ALL_PROXY \
    QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 \
    ctest --test-dir "$top/build/check" --verbose --parallel "$jobs" --timeout 600 --no-tests=error 2>&1 |
    tee "$log" | { grep -E --line-buffered '^ *[0-9]+/[0-9]+ Test +#' || true; } || status=${PIPESTATUS[0]}

# ctest prefixes each line of a test's output with the test's number. Prints "passed failed skipped", then the
# numbers of the tests that failed.
summary=$(awk '
    match($0, /^[0-9]+: /) {
        test = substr($0, 1, RLENGTH - 2)
        line = substr($0, RLENGTH + 1)
        if (line ~ /^(PASS   |FAIL!  |XPASS  |SKIP   ): /) {
            verdict = substr(line, 1, 5)
            name = line
            sub(/^[A-Z! ]+: /, "", name)
            sub(/\).*/, ")", name)
            if (name ~ /::(initTestCase|cleanupTestCase)\(\)/ && verdict == "PASS ") next
            if (verdict == "PASS ") passes[test]++
            else if (verdict == "SKIP ") skips[test]++
            else if (!((test, name) in seen)) { seen[test, name] = 1; failures[test]++ }
        }
        next
    }
    /^ *[0-9]+\/[0-9]+ Test +#[0-9]+: / {
        test = $0
        sub(/^[^#]*#/, "", test)
        sub(/:.*/, "", test)
        if ($0 ~ /   Passed  /) good[test] = 1
        else bad[test] = 1
    }
    END {
        for (test in good) passed += passes[test] + skips[test] > 0 ? passes[test] : 1
        for (test in bad) { passed += passes[test]; failed += failures[test] > 0 ? failures[test] : 1 }
        for (test in skips) skipped += skips[test]
        print passed + 0, failed + 0, skipped + 0
        for (test in bad) print test
    }' "$log")
read -r passed failed skipped <<<"$summary"

for test in $(tail -n +2 <<<"$summary" | sort -n); do
    printf '\n'
    grep -E "^ *[0-9]+/[0-9]+ Test +#$test: " "$log" || true
    grep -E "^$test: " "$log" | tail -n 200 || true
done
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
    failed=1
    tail -n 20 "$log"
fi
if [ "$skipped" -ne 0 ]; then
    printf '%s skipped\n' "$skipped"
    grep -E '^[0-9]+: SKIP   : ' "$log" || true
fi
