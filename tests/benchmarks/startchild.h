// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tests {

/// Whether this process is one of those the benchmark starts to measure them.
[[nodiscard]] bool isStartChild(int argc, char **argv);

/// Starts the program as `earmark` does, from its real parts and without a display, and prints one
/// JSON object: milliseconds since the parent began to start this process, by stage, then what the
/// process holds while idle. \returns the exit status
[[nodiscard]] int runStartChild(int argc, char **argv);

/// The arguments runStartChild() takes, after the program's name and in this order.
enum StartArgument {
    ChildMark = 1,
    LibraryFolder,
    SettingsPath,
    StartedNs,
    WatchIdle,
    ArgumentCount
};

inline constexpr char startChildMark[] = "--start-child";

} // namespace tests
