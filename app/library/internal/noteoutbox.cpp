// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/noteoutbox.h"

#include "app/base/logging.h"
#include "app/library/connection.h"
#include "app/notes/noteid.h"

namespace app::library::internal {

base::Result<void> toOutbox(Connection &connection,
                            notes::JournalKind kind,
                            const base::NoteId &id,
                            const std::optional<notes::Note> &note)
{
    if (!notes::isNoteId(id.text())) {
        // The journal refuses names that are not of our making, and so could not be read back.
        qCWarning(base::logLibrary).noquote() << "not in the journal: a note named" << id.text();
        return {};
    }
    const auto last = lastSequence(connection);
    if (!last) {
        return base::unexpected(last.error());
    }
    const notes::JournalEntry entry{*last + 1, QDateTime::currentDateTimeUtc(), kind, id, note};
    return connection.run("INSERT INTO note_outbox (sequence, line) VALUES (?, ?)",
                          entry.sequence,
                          notes::journalLine(entry));
}

base::Result<qint64> lastSequence(Connection &connection)
{
    return connection.number(0, "SELECT seq FROM sqlite_sequence WHERE name = 'note_outbox'");
}

base::Result<qint64> firstInOutbox(Connection &connection)
{
    return connection.number(0, "SELECT sequence FROM note_outbox ORDER BY sequence LIMIT 1");
}

base::Result<void> restartOutbox(Connection &connection, qint64 sequence)
{
    if (auto done = connection.run("DELETE FROM note_outbox"); !done || sequence == 0) {
        return done;
    }
    // A row that comes and goes is the way to move the number that SQLite remembers.
    auto done =
        connection.run("INSERT INTO note_outbox (sequence, line) VALUES (?, x'')", sequence);
    return done ? connection.run("DELETE FROM note_outbox") : done;
}

} // namespace app::library::internal
