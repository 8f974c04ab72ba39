// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

#include <string>

namespace tests {

/// Notes a budget beside what is measured: `run.sh` compares the two. A measurement never fails.
/// \param what  a counter of the same benchmark, or "time": its time, in the unit it reports in
inline void atMost(benchmark::State &state, const std::string &what, double budget)
{
    state.counters[what + " at most"] = budget;
}

inline void atLeast(benchmark::State &state, const std::string &what, double budget)
{
    state.counters[what + " at least"] = budget;
}

} // namespace tests
