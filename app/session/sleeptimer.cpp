// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sleeptimer.h"

namespace app::session {

SleepTimer::~SleepTimer() = default;

} // namespace app::session
