// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/anchoringstore.h"

#include "app/base/logging.h"
#include "app/library/connection.h"
#include "app/library/internal/lookup.h"
#include "app/library/internal/notelines.h"
#include "app/library/internal/noterows.h"

#include <algorithm>
#include <array>

namespace app::library {
namespace {

using notes::AnchoringRecord;
using notes::AnchorMethod;
using notes::NotePlace;

// The numbers of the schema, which must not change when the enumeration does.
constexpr std::array methods = {
    AnchorMethod::Exact, AnchorMethod::Fuzzy, AnchorMethod::Time, AnchorMethod::Manual};

/// Where a note's words are from, as the schema numbers it.
constexpr qint64 showNotes = 2;

/// A place travels as a note that has nothing else.
QString placeLine(const base::NoteId &id, const NotePlace &place)
{
    notes::Note note;
    note.id = id;
    note.anchor = place.anchor;
    note.start = place.start;
    note.end = place.end;
    note.audio = place.audio;
    return internal::noteLine(id, internal::asStored(note));
}

std::optional<NotePlace> readPlace(const QString &line)
{
    const auto read = internal::readNoteLines(line);
    if (!read || read->size() != 1 || !read->front().second) {
        return std::nullopt;
    }
    return notes::placeOf(*read->front().second);
}

std::optional<AnchoringRecord> readRecord(const Statement &statement)
{
    const auto before = readPlace(statement.text(5));
    const auto after = readPlace(statement.text(6));
    const qint64 method = statement.number(3);
    if (!before || !after || method < 0 || method >= static_cast<qint64>(methods.size())) {
        return std::nullopt;
    }
    return AnchoringRecord{base::NoteId(statement.text(1)),
                           statement.date(2),
                           methods[static_cast<std::size_t>(method)],
                           statement.real(4),
                           *before,
                           *after,
                           statement.flag(7)};
}

} // namespace

base::Result<qint64> AnchoringStore::add(const AnchoringRecord &record)
{
    const auto method =
        std::distance(methods.begin(), std::find(methods.begin(), methods.end(), record.method));
    const auto done = m_connection.run(
        "INSERT INTO note_anchorings (note_id, done_ms, method, score, before, after,"
        " before_transcript, undone) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        record.note,
        record.when,
        static_cast<qint64>(method),
        record.score,
        placeLine(record.note, record.before),
        placeLine(record.note, record.after),
        record.before.anchor.transcriptHash,
        record.undone);
    return done ? base::Result<qint64>(m_connection.lastInsertedId())
                : base::unexpected(done.error());
}

base::Result<std::vector<StoredAnchoring>> AnchoringStore::list(const base::NoteId &note)
{
    auto statement = m_connection.prepare(
        "SELECT id, note_id, done_ms, method, score, before, after, undone FROM note_anchorings"
        " WHERE note_id = ? ORDER BY id",
        note);
    std::vector<StoredAnchoring> stored;
    while (statement.next()) {
        if (auto record = readRecord(statement)) {
            stored.push_back({statement.number(0), *std::move(record)});
        } else {
            qCWarning(base::logLibrary) << "anchoring" << statement.number(0) << "cannot be read";
        }
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return stored;
}

base::Result<std::vector<AnchoringRecord>> AnchoringStore::history(const base::NoteId &note)
{
    const auto stored = list(note);
    if (!stored) {
        return base::unexpected(stored.error());
    }
    std::vector<AnchoringRecord> records;
    for (const StoredAnchoring &one : *stored) {
        records.push_back(one.record);
    }
    return records;
}

base::Result<std::vector<base::EpisodeId>>
AnchoringStore::quotedShowNotes(const std::optional<QSet<base::EpisodeId>> &among)
{
    std::vector<base::EpisodeId> quoted;
    if (!among) {
        auto statement = m_connection.prepare(
            "SELECT DISTINCT episode_id FROM notes WHERE source = ? AND episode_id IS NOT NULL",
            showNotes);
        while (statement.next()) {
            quoted.emplace_back(statement.number(0));
        }
        const auto done = statement.finish();
        return done ? base::Result<std::vector<base::EpisodeId>>(std::move(quoted))
                    : base::unexpected(done.error());
    }
    for (const base::EpisodeId id : *among) {
        const auto any = m_connection.number(
            0,
            "SELECT EXISTS (SELECT 1 FROM notes WHERE episode_id = ? AND source = ?)",
            id,
            showNotes);
        if (!any) {
            return base::unexpected(any.error());
        }
        if (*any != 0) {
            quoted.push_back(id);
        }
    }
    return quoted;
}

base::Result<void> AnchoringStore::setUndone(qint64 id, bool undone)
{
    return internal::changedOne(
        m_connection,
        m_connection.run("UPDATE note_anchorings SET undone = ? WHERE id = ?", undone, id),
        QStringLiteral("anchoring"),
        id);
}

base::Result<void> AnchoringStore::setUndone(const AnchoringRecord &record, bool undone)
{
    const auto id = m_connection.number(
        0,
        "SELECT max(id) FROM note_anchorings WHERE note_id = ? AND before = ? AND after = ?",
        record.note,
        placeLine(record.note, record.before),
        placeLine(record.note, record.after));
    return id ? setUndone(*id, undone) : base::unexpected(id.error());
}

} // namespace app::library
