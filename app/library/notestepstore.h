// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/notechange.h"

#include <QString>

#include <vector>

namespace app::library {

class Connection;

/// One step of undo and redo: what was done to notes at once.
struct NoteStep
{
    qint64 id = 0;
    QString kind; ///< the caller's name of it
    std::vector<notes::NoteChange> changes;
    bool undone = false;

    bool operator==(const NoteStep &) const = default;
};

/// The steps over notes that can be undone and redone after a restart too. Dates lose what is finer
/// than a millisecond. Plain blocking code on the lane of its connection.
class NoteStepStore final
{
public:
    explicit NoteStepStore(Connection &connection)
        : m_connection(connection)
    {}

    /// How many are kept; the oldest go.
    static constexpr int kept = 200;

    /// Keeps a step that was just done; write it in the transaction that does it. \returns its id
    [[nodiscard]] base::Result<qint64> push(const QString &kind,
                                            const std::vector<notes::NoteChange> &changes);
    /// Oldest first. One that cannot be read any more is left out with all that came before it,
    /// as those could not be undone past it.
    [[nodiscard]] base::Result<std::vector<NoteStep>> list();
    /// Errors: NotFound.
    [[nodiscard]] base::Result<void> setUndone(qint64 id, bool undone);
    /// Drops all that are undone, which cannot be redone once something else was done.
    [[nodiscard]] base::Result<void> forgetUndone();

private:
    Connection &m_connection;
};

} // namespace app::library
