// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/clips.h"

namespace app::session {

Clips::~Clips() = default;

} // namespace app::session
