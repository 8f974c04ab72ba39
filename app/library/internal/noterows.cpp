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
constexpr std::array states = {notes::AnchorState::Exact,
                               notes::AnchorState::Moved,
                               notes::AnchorState::Approximate,
                               notes::AnchorState::TimeOnly};

// Replacing the row would take its tags along by the foreign key, so it is updated in place.
constexpr std::string_view storeSql =
    "INSERT INTO notes (id, episode_id, podcast_title, feed_url, podcast_guid, episode_title,"
    " episode_guid, link, enclosure_url, published_ms, duration_ms, start_ms, end_ms, quote,"
    " prefix, suffix, text_offset, source, text_hash, speaker, text, color, created_ms,"
    " modified_ms, deleted_ms, starred, anchor_state, transcript_hash, audio_size_bytes,"
    " audio_duration_ms, audio_hash) VALUES (?, (SELECT id FROM episodes WHERE id = ?), ?, ?, ?, ?,"
    " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
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
    " modified_ms = excluded.modified_ms, deleted_ms = excluded.deleted_ms,"
    " starred = excluded.starred, anchor_state = excluded.anchor_state,"
    " transcript_hash = excluded.transcript_hash, audio_size_bytes = excluded.audio_size_bytes,"
    " audio_duration_ms = excluded.audio_duration_ms, audio_hash = excluded.audio_hash";

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

bool isFoundByTheSame(const notes::Note &a, const notes::Note &b)
{
    return a.anchor.quote == b.anchor.quote && a.text == b.text && a.tags == b.tags
           && a.anchor.speaker == b.anchor.speaker
           && a.episodeRef.episodeTitle == b.episodeRef.episodeTitle
           && a.episodeRef.podcastTitle == b.episodeRef.podcastTitle;
}

base::Result<void> forgetWords(Connection &connection, const base::NoteId &id)
{
    return connection.run(
        "DELETE FROM note_search WHERE rowid = (SELECT number FROM notes WHERE id = ?)", id);
}

base::Result<void> storeWords(Connection &connection, const notes::Note &note)
{
    return connection.run(
        "INSERT INTO note_search (rowid, quote, text, tags, speaker, episode_title, podcast_title)"
        " VALUES ((SELECT number FROM notes WHERE id = ?), ?, ?, ?, ?, ?, ?)",
        note.id,
        note.anchor.quote,
        note.text,
        note.tags.join(QLatin1Char('\n')),
        note.anchor.speaker,
        note.episodeRef.episodeTitle,
        note.episodeRef.podcastTitle);
}

base::Result<void> storeRow(Connection &connection, const notes::Note &note)
{
    const notes::EpisodeRef &reference = note.episodeRef;
    const notes::Anchor &anchor = note.anchor;
    return connection.run(storeSql,
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
                          storedColor(note.color),
                          note.created,
                          note.modified,
                          note.deleted,
                          note.starred,
                          storedState(anchor.state),
                          anchor.transcriptHash,
                          note.audio.sizeBytes,
                          note.audio.duration,
                          note.audio.soundHash);
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
    note.color = colorOf(in.number());
    note.created = in.date();
    note.modified = in.date();
    if (!in.isNull()) {
        note.deleted = in.date();
    } else {
        in.skip();
    }
    note.starred = in.flag();
    note.anchor.state = stateOf(in.number());
    note.anchor.transcriptHash = in.text();
    note.audio.sizeBytes = in.number();
    note.audio.duration = in.duration();
    note.audio.soundHash = in.text();
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

base::Result<QString> spelledTag(Connection &connection, const QString &folded)
{
    auto statement = connection.prepare("SELECT tag FROM note_tags INDEXED BY note_tags_by_tag"
                                        " WHERE tag_folded = ? ORDER BY note_id LIMIT 1",
                                        folded);
    const QString tag = statement.next() ? statement.text(0) : folded;
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return tag;
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

base::Result<void>
storeNote(Connection &connection, const notes::Note &note, const std::optional<notes::Note> &stored)
{
    if (auto done = storeRow(connection, note); !done) {
        return done;
    }
    if (!stored || stored->tags != note.tags) {
        if (auto done = storeTags(connection, note); !done) {
            return done;
        }
    }
    if (stored && isFoundByTheSame(*stored, note)) {
        return {};
    }
    if (auto done = forgetWords(connection, note.id); !done) {
        return done;
    }
    return storeWords(connection, note);
}

base::Result<void> dropNote(Connection &connection, const base::NoteId &id)
{
    if (auto done = forgetWords(connection, id); !done) {
        return done;
    }
    return connection.run("DELETE FROM notes WHERE id = ?", id);
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
                          &anchor.transcriptHash,
                          &stored.audio.soundHash,
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

qint64 storedColor(notes::Color color)
{
    return numberOf(colors, color);
}

qint64 storedState(notes::AnchorState state)
{
    return numberOf(states, state);
}

notes::Color colorOf(qint64 stored)
{
    return valueOf(colors, stored);
}

notes::AnchorState stateOf(qint64 stored)
{
    return valueOf(states, stored);
}

} // namespace app::library::internal
