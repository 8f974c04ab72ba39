// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <QString>

namespace app::exports {

/// A file name for an episode's notes, without suffix: safe on every system, at most 120 bytes of
/// UTF-8.
/// Thread: any.
[[nodiscard]] QString exportFileName(const notes::EpisodeRef &episode);

} // namespace app::exports
