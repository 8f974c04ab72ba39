// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <QString>

namespace app::exports::internal {

/// Plain and in one line; "Untitled episode" where it has none.
[[nodiscard]] QString episodeTitle(const notes::EpisodeRef &episode);

/// The first words of a note, without the marks a line of Markdown may begin with.
[[nodiscard]] QString shortTitle(const notes::Note &note);

/// In one line: the quote, else the text, else its time.
[[nodiscard]] QString labelOf(const notes::Note &note);

[[nodiscard]] bool isRange(const notes::Note &note); ///< has an end after its start

[[nodiscard]] QString timeRange(const notes::Note &note);     ///< "4:30–4:45" or "4:30"
[[nodiscard]] QString clockTime(timestamps::MediaTime place); ///< "00:04:30"
[[nodiscard]] QString clockRange(const notes::Note &note); ///< "00:04:30–00:04:45" or "00:04:30"

/// Without milliseconds, in UTC: "2026-11-21T10:01:00Z"; empty when not valid.
[[nodiscard]] QString utcText(const QDateTime &date);

} // namespace app::exports::internal
