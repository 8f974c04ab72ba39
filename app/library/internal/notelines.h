// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <optional>
#include <utility>
#include <vector>

namespace app::library::internal {

/// A note, or that there is none, as a line in the form of the journal.
[[nodiscard]] QString noteLine(const base::NoteId &id, const std::optional<notes::Note> &note);

/// Reads such lines; absent when any is not whole.
[[nodiscard]] std::optional<std::vector<std::pair<base::NoteId, std::optional<notes::Note>>>>
readNoteLines(const QString &lines);

} // namespace app::library::internal
