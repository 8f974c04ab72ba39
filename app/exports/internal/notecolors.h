// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exports/exporter.h"

namespace app::exports::internal {

/// What the user calls a note's colour, else "green"; empty for yellow without a name, which says
/// nothing, and when colours are not wanted.
[[nodiscard]] QString shownColor(const notes::Note &note, const ExportOptions &options);

} // namespace app::exports::internal
