// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/library/library.h"

namespace tests {

/// Fills an empty library with 500 podcasts of 200 episodes each. Waits until they are kept.
void fillLargeLibrary(app::library::Library &library, const app::base::Clock &clock);

} // namespace tests
