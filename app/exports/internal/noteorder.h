// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <vector>

namespace app::exports::internal {

/// The notes in the order of every export: episode date, feed, guid, start, id.
[[nodiscard]] std::vector<const notes::Note *> inOrder(const std::vector<notes::Note> &notes);

} // namespace app::exports::internal
