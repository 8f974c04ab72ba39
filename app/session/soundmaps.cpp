// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/soundmaps.h"

namespace app::session {

SoundMaps::~SoundMaps() = default;

} // namespace app::session
