// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <optional>

namespace app::notes {

/// One edit of one note, whole before and after: enough to do it, to undo it and to journal it.
struct NoteChange
{
    base::NoteId id;
    std::optional<Note> before; ///< empty: the note is new
    std::optional<Note> after;  ///< empty: the note is gone for good (never the result of an edit)

    bool operator==(const NoteChange &) const = default;
};

/// The change that takes this one back.
[[nodiscard]] NoteChange inverse(const NoteChange &change);

} // namespace app::notes
