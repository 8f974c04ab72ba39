// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app::library::internal {

/// What somebody types as a question to FTS5: all words and "phrases" must be there, the last may
/// be unfinished. Nothing typed has a meaning of its own there. Empty when it holds no word.
/// Thread: any.
[[nodiscard]] QString matchFor(const QString &typed);

} // namespace app::library::internal
