// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/noterows.h"

#include "app/library/connection.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace app::library::internal {
namespace {

// The numbers of the schema, which must not change when an enumeration does.
constexpr std::array colors = {notes::Color::Yellow,
                               notes::Color::Green,
                               notes::Color::Blue,
                               notes::Color::Red,
                               notes::Color::Violet};
constexpr std::array sources = {
    notes::QuoteSource::None, notes::QuoteSource::Transcript, notes::QuoteSource::ShowNotes};

// Replacing the row would take its tags along by the foreign key, so it is updated in place.
constexpr std::string_view storeSql =
    "INSERT INTO notes (id, episode_id, podcast_title, feed_url, podcast_guid, episode_title,"
    " episode_guid, link, enclosure_url, published_ms, duration_ms, start_ms, end_ms, quote,"
    " prefix, suffix, text_offset, source, text_hash, speaker, text, color, created_ms,"
    " modified_ms, deleted_ms) VALUES (?, (SELECT id FROM episodes WHERE id = ?), ?, ?, ?, ?,"
    " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET episode_id = excluded.episode_id,"
    " podcast_title = excluded.podcast_title, feed_url = excluded.feed_url,"
    " podcast_guid = excluded.podcast_guid, episode_title = excluded.episode_title,"
    " episode_guid = excluded.episode_guid, link = excluded.link,"
    " enclosure_url = excluded.enclosure_url, published_ms = excluded.published_ms,"
    " duration_ms = excluded.duration_ms, start_ms = excluded.start_ms,"
    " end_ms = excluded.end_ms, quote = excluded.quote, prefix = excluded.prefix,"
    " suffix = excluded.suffix, text_offset = excluded.text_offset, source = excluded.source,"
    " text_hash = excluded.text_hash, speaker = excluded.speaker, text = excluded.text,"
    " color = excluded.color, created_ms = excluded.created_ms,"
    " modified_ms = excluded.modified_ms, deleted_ms = excluded.deleted_ms";

template <typename Value, std::size_t size>
qint64 numberOf(const std::array<Value, size> &values, Value value)
{
    return std::distance(values.begin(), std::find(values.begin(), values.end(), value));
}

template <typename Value, std::size_t size>
Value valueOf(const std::array<Value, size> &values, qint64 number)
{
    const bool known = number >= 0 && number < static_cast<qint64>(size);
    return values[known ? static_cast<std::size_t>(number) : 0];
}

notes::EpisodeRef readReference(ColumnReader &in)
{
    notes::EpisodeRef reference;
    reference.podcastTitle = in.text();
    reference.feedUrl = in.text();
    reference.podcastGuid = in.text();
    reference.episodeTitle = in.text();
    reference.episodeGuid = in.text();
    reference.link = in.text();
    reference.enclosureUrl = in.text();
    reference.published = in.date();
    reference.duration = in.duration();
    return reference;
}

notes::Anchor readAnchor(ColumnReader &in)
{
    notes::Anchor anchor;
    anchor.quote = in.text();
    anchor.prefix = in.text();
    anchor.suffix = in.text();
    anchor.offset = in.number();
    anchor.source = valueOf(sources, in.number());
    anchor.textHash = in.text();
    anchor.speaker = in.text();
    return anchor;
}

base::Result<void> storeTags(Connection &connection, const notes::Note &note)
{
    if (auto done = connection.run("DELETE FROM note_tags WHERE note_id = ?", note.id); !done) {
        return done;
    }
    int place = 0;
    for (const QString &tag : note.tags) {
        auto done = connection.run("INSERT INTO note_tags (note_id, place, tag, tag_folded)"
                                   " VALUES (?, ?, ?, ?)",
                                   note.id,
                                   place++,
                                   tag,
                                   tag.toCaseFolded());
        if (!done) {
            return done;
        }
    }
    return {};
}

QString validText(const QString &text)
{
    return QString::fromUtf8(text.toUtf8());
}

QDateTime storedDate(const QDateTime &date)
{
    return date.isValid() ? QDateTime::fromMSecsSinceEpoch(date.toMSecsSinceEpoch(), Qt::UTC)
                          : QDateTime();
}

} // namespace

notes::Note readNote(const Statement &statement)
{
    ColumnReader in(statement);
    notes::Note note;
    note.id = base::NoteId(in.text());
    note.episode = in.id<base::EpisodeId>();
    note.episodeRef = readReference(in);
    note.start = in.mediaTime();
    if (const auto end = in.optionalNumber()) {
        note.end = timestamps::MediaTime::fromMs(*end);
    }
    note.anchor = readAnchor(in);
    note.text = in.text();
    note.color = valueOf(colors, in.number());
    note.created = in.date();
    note.modified = in.date();
    if (!in.isNull()) {
        note.deleted = in.date();
    }
    return note;
}

base::Result<QStringList> loadTags(Connection &connection, const base::NoteId &id)
{
    auto statement =
        connection.prepare("SELECT tag FROM note_tags WHERE note_id = ? ORDER BY place", id);
    QStringList tags;
    while (statement.next()) {
        tags.append(statement.text(0));
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return tags;
}

base::Result<std::optional<notes::Note>> loadNote(Connection &connection, const base::NoteId &id)
{
    auto statement = connection.prepare("SELECT " NOTE_COLUMNS " FROM notes n WHERE n.id = ?", id);
    auto note = statement.next() ? std::optional(readNote(statement)) : std::nullopt;
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    if (note) {
        auto tags = loadTags(connection, id);
        if (!tags) {
            return base::unexpected(tags.error());
        }
        note->tags = *std::move(tags);
    }
    return note;
}

base::Result<void> storeNote(Connection &connection, const notes::Note &note)
{
    const notes::EpisodeRef &reference = note.episodeRef;
    const notes::Anchor &anchor = note.anchor;
    auto done = connection.run(storeSql,
                               note.id,
                               note.episode,
                               reference.podcastTitle,
                               reference.feedUrl,
                               reference.podcastGuid,
                               reference.episodeTitle,
                               reference.episodeGuid,
                               reference.link,
                               reference.enclosureUrl,
                               reference.published,
                               reference.duration,
                               note.start,
                               note.end,
                               anchor.quote,
                               anchor.prefix,
                               anchor.suffix,
                               anchor.offset,
                               numberOf(sources, anchor.source),
                               anchor.textHash,
                               anchor.speaker,
                               note.text,
                               numberOf(colors, note.color),
                               note.created,
                               note.modified,
                               note.deleted);
    return done ? storeTags(connection, note) : done;
}

notes::Note asStored(const notes::Note &note)
{
    notes::Note stored = note;
    notes::EpisodeRef &reference = stored.episodeRef;
    notes::Anchor &anchor = stored.anchor;
    for (QString *text : {&reference.podcastTitle,
                          &reference.feedUrl,
                          &reference.podcastGuid,
                          &reference.episodeTitle,
                          &reference.episodeGuid,
                          &reference.link,
                          &reference.enclosureUrl,
                          &anchor.quote,
                          &anchor.prefix,
                          &anchor.suffix,
                          &anchor.textHash,
                          &anchor.speaker,
                          &stored.text}) {
        *text = validText(*text);
    }
    for (QString &tag : stored.tags) {
        tag = validText(tag);
    }
    reference.published = storedDate(reference.published);
    stored.created = storedDate(stored.created);
    stored.modified = storedDate(stored.modified);
    if (stored.deleted) {
        stored.deleted = storedDate(*stored.deleted);
    }
    return stored;
}

} // namespace app::library::internal
