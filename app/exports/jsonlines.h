// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/note.h"

#include <QByteArray>

#include <vector>

namespace app::exports {

/// Notes as JSON Lines: a header object, then one note per line in order of
/// (episode date, feed, guid, start, id). Lossless: readJsonLines gives the same notes back, and
/// writing those gives the same bytes. Deleted notes are included. Thread: any.
[[nodiscard]] QByteArray writeJsonLines(const std::vector<notes::Note> &notes);

/// One note as the line that writeJsonLines makes of it, without the line feed.
[[nodiscard]] QByteArray noteToJsonLine(const notes::Note &note);

/// Reads what writeJsonLines wrote. Keys it does not know are ignored.
/// Note::episode is not part of the format and stays invalid.
/// Errors: Malformed (detail has the line), Unsupported (a newer version), TooLarge (over 1 GB).
[[nodiscard]] base::Result<std::vector<notes::Note>> readJsonLines(const QByteArray &document);

} // namespace app::exports
