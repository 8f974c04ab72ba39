// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

namespace app::notes::internal {

/// What makeAnchor() takes out of a text, without its hash: for many quotes of one long text.
[[nodiscard]] Anchor cutQuote(const QString &text, qsizetype offset, qsizetype length);

} // namespace app::notes::internal
