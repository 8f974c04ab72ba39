// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/notesearch.h"

#include "app/library/connection.h"
#include "app/library/internal/noteindexer.h"
#include "app/library/internal/noterows.h"

namespace app::library {

base::Result<NoteIndex> NoteSearch::index(const NoteQuery &query)
{
    return internal::NoteIndexer(m_connection, query).run();
}

base::Result<std::vector<notes::Note>> NoteSearch::load(const std::vector<base::NoteId> &ids)
{
    std::vector<notes::Note> notes;
    notes.reserve(ids.size());
    for (const base::NoteId &id : ids) {
        auto note = internal::loadNote(m_connection, id);
        if (!note) {
            return base::unexpected(note.error());
        }
        if (*note) {
            notes.push_back(**std::move(note));
        }
    }
    return notes;
}

} // namespace app::library
