// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/notecolors.h"

namespace app::exports::internal {

QString shownColor(const notes::Note &note, const ExportOptions &options)
{
    if (!options.colors)
        return {};
    const auto named = options.colorNames.find(note.color);
    if (named != options.colorNames.end() && !named->second.trimmed().isEmpty())
        return named->second.simplified();
    return note.color == notes::Color::Yellow ? QString() : notes::colorName(note.color);
}

} // namespace app::exports::internal
