// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace app::exports {

/// The notes of one episode as one Markdown file for Obsidian and the like.
///
/// Front matter, then one section per note in order of (start, id): heading with time, quote with
/// speaker and deep link, text, tags, block id. Everything from outside is escaped.
/// The same notes give the same bytes, whatever order they come in.
/// \param notes  of one episode; deleted ones are left out
/// Thread: any.  Source: Obsidian help, "Properties" and "Internal links".
[[nodiscard]] QByteArray writeMarkdown(const std::vector<notes::Note> &notes);

/// A file name for an episode's notes, without suffix: safe on every system, at most 120 bytes of
/// UTF-8.
[[nodiscard]] QString exportFileName(const notes::EpisodeRef &episode);

} // namespace app::exports
