// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/journalnotes.h"

#include "app/library/connection.h"
#include "app/library/internal/noteoutbox.h"
#include "app/library/internal/noterows.h"
#include "app/library/notestore.h"
#include "app/notes/journal.h"
#include "app/notes/noteid.h"

#include <QDateTime>

#include <algorithm>
#include <set>

namespace app::library::internal {
namespace {

using base::NoteId;
using notes::JournalEntry;
using notes::JournalKind;
using notes::Note;

/// Where a note is attached is the library's own affair.
bool sayTheSame(const Note &a, const Note &b)
{
    Note other = b;
    other.episode = a.episode;
    return a == other;
}

base::Result<std::vector<NoteId>> allIds(Connection &connection)
{
    auto statement = connection.prepare("SELECT id FROM notes ORDER BY number");
    std::vector<NoteId> ids;
    while (statement.next()) {
        ids.emplace_back(statement.text(0));
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return ids;
}

/// The notes that lines behind \p last speak of.
std::set<NoteId> spokenOf(const QByteArray &journal, qint64 last)
{
    std::set<NoteId> ids;
    const QByteArrayView bytes(journal);
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype found = bytes.indexOf('\n', at);
        const qsizetype end = found < 0 ? bytes.size() : found;
        if (const auto entry = notes::readJournalLine(bytes.sliced(at, end - at));
            entry && entry->sequence > last) {
            ids.insert(entry->id);
        }
        at = end + 1;
    }
    return ids;
}

base::Result<std::set<NoteId>> inOutbox(Connection &connection)
{
    auto statement = connection.prepare("SELECT line FROM note_outbox");
    std::set<NoteId> ids;
    while (statement.next()) {
        if (const auto entry = notes::readJournalLine(statement.bytes(0))) {
            ids.insert(entry->id);
        }
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return ids;
}

/// Adds lines with numbers of their own.
class Snapshot final
{
public:
    Snapshot(JournalFile &file, qint64 last)
        : m_file(file)
        , m_last(last)
    {}

    base::Result<void> add(const NoteId &id, const std::optional<Note> &note)
    {
        const JournalEntry entry{
            ++m_last, QDateTime::currentDateTimeUtc(), JournalKind::Snapshot, id, note};
        return m_file.add(notes::journalLine(entry), entry.sequence);
    }

private:
    JournalFile &m_file;
    qint64 m_last;
};

/// \returns whether the library had it otherwise
base::Result<bool>
takeNote(Connection &connection, const NoteId &id, const notes::JournalReplay &journal)
{
    const auto stored = loadNote(connection, id);
    if (!stored) {
        return base::unexpected(stored.error());
    }
    const auto found = journal.notes.find(id);
    base::Result<void> done;
    if (found == journal.notes.end()) {
        if (!*stored) {
            return false;
        }
        done = dropNote(connection, id);
    } else {
        Note note = asStored(found->second);
        // Numbers of episodes may mean others in a copy that went its own way.
        note.episode = *stored ? (*stored)->episode : base::EpisodeId();
        if (*stored == note) {
            return false;
        }
        done = storeNote(connection, note, *stored);
    }
    return done ? base::Result<bool>(true) : base::unexpected(done.error());
}

} // namespace

base::Result<void> snapshotInto(Connection &connection, JournalFile &file)
{
    const auto journal = file.contents();
    const auto ids = allIds(connection);
    const auto last = lastSequence(connection);
    if (!journal || !ids || !last) {
        return base::unexpected(!journal ? journal.error() : !ids ? ids.error() : last.error());
    }
    notes::JournalReplay replay = notes::replayJournal(*journal);
    Snapshot snapshot(file, std::max({*last, replay.lastSequence, file.end().lastSequence}));
    for (const NoteId &id : *ids) {
        const auto note = loadNote(connection, id);
        if (!note) {
            return base::unexpected(note.error());
        }
        const auto known = replay.notes.extract(id);
        const bool isThere = !known.empty() && sayTheSame(**note, known.mapped());
        if (isThere || !notes::isNoteId(id.text())) {
            continue;
        }
        if (auto done = snapshot.add(id, **note); !done) {
            return done;
        }
    }
    for (const auto &[id, gone] : replay.notes) {
        if (auto done = snapshot.add(id, std::nullopt); !done) {
            return done;
        }
    }
    return {};
}

base::Result<int>
takeFrom(Connection &connection, JournalFile &file, KnownPart known, Changes &changes)
{
    const auto bytes = file.contents();
    const auto own =
        known.wentApart ? inOutbox(connection) : base::Result<std::set<NoteId>>(std::set<NoteId>());
    if (!bytes || !own) {
        return base::unexpected(!bytes ? bytes.error() : own.error());
    }
    const notes::JournalReplay journal = notes::replayJournal(*bytes);
    int changed = 0;
    for (const NoteId &id : spokenOf(*bytes, known.last)) {
        if (own->contains(id)) {
            continue;
        }
        const auto taken = takeNote(connection, id, journal);
        if (!taken) {
            return base::unexpected(taken.error());
        }
        if (*taken) {
            changes.notes.insert(id);
            ++changed;
        }
    }
    const auto attached = NoteStore(connection).reattach(changes);
    return attached ? base::Result<int>(changed) : base::unexpected(attached.error());
}

} // namespace app::library::internal
