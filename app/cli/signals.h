// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace app::cli {

/// From now on SIGINT and SIGTERM end the program at once, with status 128 and their number: for
/// commands that have nothing to lose, such as one that waits for standard input.
void endOnSignals();

/// From now on they call \p interrupted on the main thread, from its event loop.
/// Where a system has no such signals, nothing happens. Call once, after the application object.
void catchSignals(std::function<void(int signal)> interrupted);

} // namespace app::cli
