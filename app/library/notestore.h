// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/changes.h"
#include "app/library/records.h"
#include "app/notes/journal.h"
#include "app/notes/notechange.h"

#include <vector>

namespace app::library {

class Connection;

/// Notes. Write them with Durability::Full. Plain blocking code on the lane of its connection.
class NoteStore final
{
public:
    explicit NoteStore(Connection &connection)
        : m_connection(connection)
    {}

    /// Does one edit: the note becomes change.after. What can be found of it and the line of the
    /// journal go with it, in the same transaction. Errors: NotFound (after deleting for good),
    /// Conflict (the stored note is not change.before; which episode it is attached to does not
    /// count). An episode that is not there is left out, never an error.
    /// \param kind  what the journal says of it
    [[nodiscard]] base::Result<void>
    apply(const notes::NoteChange &change, notes::JournalKind kind, Changes &changes);

    [[nodiscard]] base::Result<void> apply(const notes::NoteChange &change, Changes &changes)
    {
        return apply(change, notes::JournalKind::Edit, changes);
    }

    /// Errors: NotFound.
    [[nodiscard]] base::Result<notes::Note> get(const base::NoteId &id);
    /// By id or an unambiguous beginning of one. Errors: NotFound, Conflict.
    [[nodiscard]] base::Result<notes::Note> find(const QString &idOrPrefix);
    /// In order of (episode date, episode, start, id).
    [[nodiscard]] base::Result<std::vector<notes::Note>> list(const NoteFilter &filter);
    /// Notes that are not in the bin.
    [[nodiscard]] base::Result<int> count();
    /// Every tag in use, most used first.
    [[nodiscard]] base::Result<QStringList> tags();

    /// Gives notes whose episode is back (matched by feed address or podcast guid, and guid) their
    /// episode again.
    [[nodiscard]] base::Result<int> reattach(Changes &changes);

    /// Removes notes that were deleted before \p before. \returns how many
    [[nodiscard]] base::Result<int> emptyBin(const QDateTime &before, Changes &changes);
    /// Removes these for good, those of them that are in the bin. \returns how many
    [[nodiscard]] base::Result<int> emptyBin(const std::vector<base::NoteId> &wanted,
                                             Changes &changes);

private:
    [[nodiscard]] base::Result<int> drop(const std::vector<base::NoteId> &ids, Changes &changes);

    Connection &m_connection;
};

} // namespace app::library
