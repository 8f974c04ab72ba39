// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/notestore.h"

#include "app/library/connection.h"
#include "app/library/internal/lookup.h"
#include "app/library/internal/noteoutbox.h"
#include "app/library/internal/noterows.h"

#include <QHash>

namespace app::library {
namespace {

using base::ErrorCode;
using base::NoteId;
using notes::Note;

base::Unexpected noNote(const QString &wanted)
{
    return internal::notFound(QStringLiteral("note"), wanted);
}

/// Whether a stored note still is what an edit was made from. Unsubscribing and subscribing again
/// change where a note is attached, never what it says, so that must not be in an edit's way.
bool isStill(const Note &stored, const Note &before)
{
    Note expected = internal::asStored(before);
    expected.episode = stored.episode;
    return stored == expected;
}

base::Result<void> checkBefore(const notes::NoteChange &change, const std::optional<Note> &stored)
{
    if (change.before && !stored) {
        return noNote(change.id.text());
    }
    if (change.before ? !isStill(*stored, *change.before) : stored.has_value()) {
        return base::unexpected(
            ErrorCode::Conflict,
            QStringLiteral("the note \"%1\" has been changed meanwhile").arg(change.id.text()));
    }
    return {};
}

/// An edit made before unsubscribing may name an episode that is gone; then the note stays where it
/// is.
base::Result<Note>
withEpisode(Connection &connection, const Note &after, const std::optional<Note> &stored)
{
    Note note = after;
    const auto there =
        connection.number(0, "SELECT count(*) FROM episodes WHERE id = ?", after.episode);
    if (!there) {
        return base::unexpected(there.error());
    }
    if (*there == 0) {
        note.episode = stored ? stored->episode : base::EpisodeId();
    }
    return note;
}

/// Those kept for notes only, when the last such note is gone for good.
base::Result<void> forgetTranscripts(Connection &connection)
{
    return connection.run(
        "DELETE FROM kept_transcripts WHERE NOT EXISTS (SELECT 1 FROM notes n"
        " WHERE n.transcript_hash = kept_transcripts.hash AND n.transcript_hash != '')"
        " AND NOT EXISTS (SELECT 1 FROM note_anchorings a"
        " WHERE a.before_transcript = kept_transcripts.hash AND a.before_transcript != '')");
}

/// Parameters, where the filter asks for them: ?1 episode, ?2 since, ?3 tag.
QByteArray listSql(const NoteFilter &filter)
{
    QByteArray sql = "SELECT " NOTE_COLUMNS " FROM notes n WHERE 1";
    if (filter.episode) {
        sql += " AND n.episode_id = ?1";
    }
    if (filter.since.isValid()) {
        sql += " AND n.modified_ms >= ?2";
    }
    if (!filter.tag.isEmpty()) {
        sql += " AND n.id IN (SELECT note_id FROM note_tags WHERE tag_folded = ?3)";
    }
    if (!filter.deletedToo) {
        sql += " AND n.deleted_ms IS NULL";
    }
    // By what the note itself remembers, so that the order is the same with and without podcast.
    return sql
           + " ORDER BY n.published_ms IS NULL, n.published_ms, n.feed_url, n.episode_guid,"
             " n.start_ms, n.id";
}

Statement listStatement(Connection &connection, const NoteFilter &filter)
{
    const QByteArray sql = listSql(filter);
    auto statement = connection.prepare(std::string_view(sql.constData()));
    if (filter.episode) {
        statement.bind(1, *filter.episode);
    }
    if (filter.since.isValid()) {
        statement.bind(2, filter.since);
    }
    if (!filter.tag.isEmpty()) {
        statement.bind(3, filter.tag.toCaseFolded());
    }
    return statement;
}

} // namespace

base::Result<void>
NoteStore::apply(const notes::NoteChange &change, notes::JournalKind kind, Changes &changes)
{
    const auto stored = internal::loadNote(m_connection, change.id);
    if (!stored) {
        return base::unexpected(stored.error());
    }
    if (auto fits = checkBefore(change, *stored); !fits) {
        return fits;
    }
    changes.notes.insert(change.id);
    if (*stored && (*stored)->episode.isValid()) {
        changes.episodes.insert((*stored)->episode);
    }
    if (!change.after) {
        auto dropped = internal::dropNote(m_connection, change.id);
        return dropped ? internal::toOutbox(m_connection, kind, change.id, std::nullopt) : dropped;
    }
    auto note = withEpisode(m_connection, internal::asStored(*change.after), *stored);
    if (!note) {
        return base::unexpected(note.error());
    }
    note->id = change.id;
    if (note->episode.isValid()) {
        changes.episodes.insert(note->episode);
    }
    auto done = internal::storeNote(m_connection, *note, *stored);
    return done ? internal::toOutbox(m_connection, kind, change.id, *note) : done;
}

base::Result<Note> NoteStore::get(const NoteId &id)
{
    const auto note = internal::loadNote(m_connection, id);
    if (!note) {
        return base::unexpected(note.error());
    }
    if (!*note) {
        return noNote(id.text());
    }
    return **note;
}

base::Result<Note> NoteStore::find(const QString &idOrPrefix)
{
    const QString wanted = idOrPrefix.trimmed().toLower();
    if (wanted.isEmpty()) {
        return noNote(idOrPrefix);
    }
    auto statement = m_connection.prepare(
        "SELECT id FROM notes WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT 2", wanted);
    QStringList ids;
    while (statement.next()) {
        ids.append(statement.text(0));
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    if (ids.isEmpty()) {
        return noNote(idOrPrefix.left(100));
    }
    if (ids.size() > 1 && ids.first() != wanted) {
        return base::unexpected(ErrorCode::Conflict,
                                QStringLiteral("several notes begin with \"%1\": %2 and %3")
                                    .arg(wanted, ids.at(0), ids.at(1)));
    }
    return get(NoteId(ids.first()));
}

base::Result<std::vector<Note>> NoteStore::list(const NoteFilter &filter)
{
    auto statement = listStatement(m_connection, filter);
    std::vector<Note> notes;
    while (statement.next()) {
        Note &note = notes.emplace_back(internal::readNote(statement));
        auto tags = internal::loadTags(m_connection, note.id);
        if (!tags) {
            return base::unexpected(tags.error());
        }
        note.tags = *std::move(tags);
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return notes;
}

base::Result<int> NoteStore::count()
{
    auto statement = m_connection.prepare("SELECT count(*) FROM notes WHERE deleted_ms IS NULL");
    const int count = statement.next() ? static_cast<int>(statement.number(0)) : 0;
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return count;
}

base::Result<QStringList> NoteStore::tags()
{
    auto statement =
        m_connection.prepare("SELECT min(t.tag) FROM note_tags t JOIN notes n ON n.id = t.note_id"
                             " WHERE n.deleted_ms IS NULL GROUP BY t.tag_folded"
                             " ORDER BY count(DISTINCT t.note_id) DESC, t.tag_folded");
    QStringList tags;
    while (statement.next()) {
        tags.append(statement.text(0));
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return tags;
}

base::Result<int> NoteStore::reattach(Changes &changes)
{
    auto homeless = m_connection.prepare(
        "SELECT n.id, e.id FROM notes n JOIN episodes e ON e.guid = n.episode_guid"
        " JOIN podcasts p ON p.id = e.podcast_id AND (p.feed_url = n.feed_url"
        " OR (n.podcast_guid != '' AND p.guid = n.podcast_guid))"
        " WHERE n.episode_id IS NULL AND n.episode_guid != '' ORDER BY n.id, e.id");
    QHash<QString, base::EpisodeId> homes;
    while (homeless.next()) {
        const QString note = homeless.text(0);
        if (!homes.contains(note)) {
            homes.insert(note, base::EpisodeId(homeless.number(1)));
        }
    }
    if (const auto done = homeless.finish(); !done) {
        return base::unexpected(done.error());
    }
    for (auto home = homes.cbegin(); home != homes.cend(); ++home) {
        const auto done = m_connection.run(
            "UPDATE notes SET episode_id = ? WHERE id = ?", home.value(), home.key());
        if (!done) {
            return base::unexpected(done.error());
        }
        changes.notes.insert(NoteId(home.key()));
        changes.episodes.insert(home.value());
    }
    return static_cast<int>(homes.size());
}

base::Result<int> NoteStore::emptyBin(const QDateTime &before, Changes &changes)
{
    auto old = m_connection.prepare("SELECT id FROM notes WHERE deleted_ms < ?", before);
    std::vector<NoteId> ids;
    while (old.next()) {
        ids.emplace_back(old.text(0));
    }
    if (const auto read = old.finish(); !read) {
        return base::unexpected(read.error());
    }
    return drop(ids, changes);
}

base::Result<int> NoteStore::emptyBin(const std::vector<NoteId> &wanted, Changes &changes)
{
    std::vector<NoteId> ids;
    for (const NoteId &id : wanted) {
        const auto binned = m_connection.number(
            0, "SELECT count(*) FROM notes WHERE id = ? AND deleted_ms IS NOT NULL", id);
        if (!binned) {
            return base::unexpected(binned.error());
        }
        if (*binned > 0) {
            ids.push_back(id);
        }
    }
    return drop(ids, changes);
}

base::Result<int> NoteStore::drop(const std::vector<NoteId> &ids, Changes &changes)
{
    base::Result<void> done;
    for (const NoteId &id : ids) {
        if (done) {
            done = internal::dropNote(m_connection, id);
        }
        if (done) {
            done = internal::toOutbox(m_connection, notes::JournalKind::Edit, id, std::nullopt);
        }
        changes.notes.insert(id);
    }
    if (done && !ids.empty()) {
        done = forgetTranscripts(m_connection);
    }
    if (!done) {
        return base::unexpected(done.error());
    }
    return static_cast<int>(ids.size());
}

} // namespace app::library
