// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace app::cli {

/// Calls \p interrupted on the main thread, from its event loop, when SIGINT or SIGTERM comes.
/// Where a system has no such signals, nothing happens. Call once, after the application object.
void catchSignals(std::function<void(int signal)> interrupted);

} // namespace app::cli
