// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

#include <string>

#ifdef __linux__
#include <sys/resource.h>
#endif

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

/// The most memory this program ever had, in MB; 0 where nobody tells.
[[nodiscard]] inline double peakMb()
{
#ifdef __linux__
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
#else
    return 0;
#endif
}

} // namespace tests
