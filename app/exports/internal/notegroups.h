// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <QHash>

#include <vector>

namespace app::exports::internal {

/// The notes of one episode that are not in the bin, by (start, id).
struct NoteGroup
{
    notes::EpisodeRef episode; ///< as the newest edit knows it: titles change over the years
    std::vector<const notes::Note *> notes;
    QHash<QString, QString> blockIds; ///< by note id: "h-0192f3a1"
};

/// Notes of one feed and item belong together, also when other facts differ. Groups come in the
/// order of their first notes; one without live notes is left out.
[[nodiscard]] std::vector<NoteGroup> groupsOf(const std::vector<notes::Note> &notes);

/// Names with a suffix for the files of groups, unique whatever their case.
[[nodiscard]] QStringList fileNamesOf(const std::vector<NoteGroup> &groups, const QString &suffix);

} // namespace app::exports::internal
