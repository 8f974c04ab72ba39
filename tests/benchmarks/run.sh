#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the benchmarks optimised, runs them, and prints each figure beside its budget.
# A figure over its budget is only said; the status is 1 when something could not be built or did not run.
# Arguments go to every benchmark, for example --benchmark_filter=start.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../../packaging/prepare.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/../../packaging/prepare.sh"

install_packages "${build_packages[@]}" "${test_packages[@]}"
build=$top/build/bench
mkdir -p "$build"
if ! (cd "$top" && cmake --preset bench) >"$build/configure.log" 2>&1; then
    cat "$build/configure.log" >&2
    say "The benchmarks could not be configured: the reason stands above."
    exit 1
fi
if ! cmake --build "$build" --parallel "$jobs" --target benchmarks >&2; then
    say "The benchmarks could not be built: the first line that begins with FAILED says where."
    exit 1
fi

status=0
results=()
for program in texts library notes exports media analysis player reader start; do
    json=$build/bench_$program.json
    say "Running bench_$program"
    if QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 "$build/bin/bench_$program" --benchmark_format=json "$@" \
        >"$json" 2>"$build/bench_$program.log"; then
        results+=("$json")
    else
        say "bench_$program failed:"
        tail -n 20 "$build/bench_$program.log" >&2
        status=1
    fi
done

# Google Benchmark writes one key a line. "X at most" and "X at least" are the budgets of the counter X.
LC_ALL=C awk '
    function row(what, measured, unit, budget, verdict) {
        printf "%-58s %12s %-10s %10s  %s\n", what, measured, unit, budget, verdict
    }
    function judged(what, unit, value,    most, least) {
        most = unit " at most"
        least = unit " at least"
        if (most in counters)
            row(what, sprintf("%.2f", value), shown(unit), "<= " counters[most], value <= counters[most] ? "ok" : "OVER")
        else if (least in counters)
            row(what, sprintf("%.2f", value), shown(unit), ">= " counters[least], value >= counters[least] ? "ok" : "UNDER")
        else if (unit == "time")
            row(what, sprintf("%.2f", value), shown(unit), "-", "")
    }
    function shown(unit) { return unit == "time" ? time_unit : unit }
    function finish(    i) {
        if (problem != "") { row(name, "-", "", "-", problem) }
        else {
            judged(name, "time", time)
            for (i = 1; i <= count; i++)
                if (order[i] !~ / at (most|least)$/ && order[i] != "time") judged(name, order[i], counters[order[i]])
        }
        name = ""
    }
    BEGIN { row("what", "measured", "", "budget", "") }
    FNR == 1 { listed = 0; name = "" }
    /^  "benchmarks": \[/ { listed = 1; next }
    !listed { next }
    /^    \{/ { split("", counters); count = 0; problem = ""; time = 0; label = ""; next }
    /^    \}/ { if (name != "") finish(); next }
    match($0, /^      "[^"]+": /) {
        key = substr($0, RSTART + 7, RLENGTH - 10)
        value = substr($0, RLENGTH + 1)
        sub(/,$/, "", value)
        gsub(/^"|"$/, "", value)
        if (key == "name") {
            name = value
            gsub(/\/(iterations:[0-9]+|manual_time|process_time|real_time)/, "", name)
            sub(/\//, " ", name)
        }
        else if (key == "label") { sub(/ [0-9]+$/, " " value, name) }
        else if (key == "real_time") time = value + 0
        else if (key == "time_unit") time_unit = value
        else if (key == "error_message") problem = value
        else if (value ~ /^-?[0-9]/) { counters[key] = value + 0; order[++count] = key }
    }' "${results[@]}"
exit "$status"
