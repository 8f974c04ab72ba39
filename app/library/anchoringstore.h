// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/anchorhistory.h"

#include <QSet>

#include <optional>
#include <vector>

namespace app::library {

class Connection;

/// An anchoring as it is kept.
struct StoredAnchoring
{
    qint64 id = 0;
    notes::AnchoringRecord record;

    bool operator==(const StoredAnchoring &) const = default;
};

/// Where notes stood and why they were moved: never changed but for what was undone, and gone only
/// with its note. Plain blocking code on the lane of its connection.
class AnchoringStore final
{
public:
    explicit AnchoringStore(Connection &connection)
        : m_connection(connection)
    {}

    /// Errors: Conflict (there is no such note). \returns its id
    [[nodiscard]] base::Result<qint64> add(const notes::AnchoringRecord &record);
    /// Of one note, oldest first.
    [[nodiscard]] base::Result<std::vector<StoredAnchoring>> list(const base::NoteId &note);
    /// The records of list().
    [[nodiscard]] base::Result<std::vector<notes::AnchoringRecord>>
    history(const base::NoteId &note);
    /// Which episodes have notes whose words are from their show notes; those in the bin count.
    /// \param among  these only; empty: of all
    [[nodiscard]] base::Result<std::vector<base::EpisodeId>>
    quotedShowNotes(const std::optional<QSet<base::EpisodeId>> &among);
    /// Errors: NotFound.
    [[nodiscard]] base::Result<void> setUndone(qint64 id, bool undone);
    /// The newest that says the same, whether undone or not. Errors: NotFound.
    [[nodiscard]] base::Result<void> setUndone(const notes::AnchoringRecord &record, bool undone);

private:
    Connection &m_connection;
};

} // namespace app::library
