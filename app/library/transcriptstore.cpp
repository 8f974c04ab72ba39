// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/transcriptstore.h"

#include "app/library/connection.h"
#include "app/library/internal/lookup.h"

#include <QCryptographicHash>

#include <algorithm>
#include <tuple>

namespace app::library {
namespace {

using base::EpisodeId;
using base::PodcastId;
using base::TranscriptId;
using transcripts::Corrections;
using transcripts::SpeakerNames;

#define TRANSCRIPT_COLUMNS "id, episode_id, source, url, type, language, sha256, fetched_ms"

TranscriptRecord readTranscript(ColumnReader &in)
{
    TranscriptRecord record;
    record.id = in.id<TranscriptId>();
    record.episode = in.id<EpisodeId>();
    record.source = static_cast<TranscriptSource>(in.number());
    record.url = in.text();
    record.type = in.text();
    record.language = in.text();
    record.sha256 = in.text();
    record.fetched = in.date();
    return record;
}

base::Result<void> dropReplaced(Connection &connection, const TranscriptRecord &record)
{
    // Notes keep the transcript they were taken from. Which one that was is not always known, so
    // one note of this kind keeps all of them. What the listener worked on or chose stays too.
    return connection.run(
        "DELETE FROM transcripts WHERE episode_id = ?1 AND source = ?2 AND url = ?3"
        " AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.episode_id = ?1 AND n.source = 1)"
        " AND NOT EXISTS (SELECT 1 FROM transcript_corrections c WHERE c.transcript_id = id)"
        " AND NOT EXISTS (SELECT 1 FROM transcript_choices t WHERE t.transcript_id = id)",
        record.episode,
        static_cast<qint64>(record.source),
        record.url);
}

base::Result<void> checkEpisode(Connection &connection, EpisodeId episode)
{
    const auto there = connection.number(0, "SELECT count(*) FROM episodes WHERE id = ?", episode);
    if (!there) {
        return base::unexpected(there.error());
    }
    if (*there == 0) {
        return internal::notFound(QStringLiteral("episode"), QString::number(episode.number()));
    }
    return {};
}

base::Result<EpisodeId> episodeOf(Connection &connection, TranscriptId id)
{
    const auto episode =
        connection.number(0, "SELECT episode_id FROM transcripts WHERE id = ?", id);
    if (!episode) {
        return base::unexpected(episode.error());
    }
    if (*episode == 0) {
        return internal::notFound(QStringLiteral("transcript"), QString::number(id.number()));
    }
    return EpisodeId(*episode);
}

/// The better first; the newest of a kind.
bool comesFirst(const TranscriptRecord &a, const TranscriptRecord &b)
{
    const auto worth = [](const TranscriptRecord &record) {
        return std::tuple(preference(record.source),
                          record.fetched.isValid() ? record.fetched.toMSecsSinceEpoch() : 0,
                          record.id);
    };
    return worth(a) > worth(b);
}

} // namespace

base::Result<TranscriptId> TranscriptStore::add(const TranscriptRecord &record, Changes &changes)
{
    const QString sha256 = QString::fromLatin1(
        QCryptographicHash::hash(record.bytes, QCryptographicHash::Sha256).toHex());
    const auto same = m_connection.number(0,
                                          "SELECT id FROM transcripts WHERE episode_id = ?"
                                          " AND source = ? AND sha256 = ?",
                                          record.episode,
                                          static_cast<qint64>(record.source),
                                          sha256);
    if (!same) {
        return base::unexpected(same.error());
    }
    if (*same > 0) {
        return TranscriptId(*same);
    }
    auto done = checkEpisode(m_connection, record.episode);
    if (done) {
        done = dropReplaced(m_connection, record);
    }
    if (done) {
        done = m_connection.run(
            "INSERT INTO transcripts (episode_id, source, url, type, language, sha256,"
            " fetched_ms, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            record.episode,
            static_cast<qint64>(record.source),
            record.url,
            record.type,
            record.language,
            sha256,
            record.fetched,
            record.bytes);
    }
    if (!done) {
        return base::unexpected(done.error());
    }
    changes.episodes.insert(record.episode);
    return TranscriptId(m_connection.lastInsertedId());
}

base::Result<TranscriptRecord> TranscriptStore::get(TranscriptId id)
{
    auto statement = m_connection.prepare(
        "SELECT " TRANSCRIPT_COLUMNS ", bytes FROM transcripts WHERE id = ?", id);
    std::optional<TranscriptRecord> record;
    if (statement.next()) {
        ColumnReader in(statement);
        record = readTranscript(in);
        record->bytes = in.bytes();
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    if (!record) {
        return internal::notFound(QStringLiteral("transcript"), QString::number(id.number()));
    }
    return *std::move(record);
}

base::Result<TranscriptRecord> TranscriptStore::byHash(const QString &sha256)
{
    const auto id =
        m_connection.number(0, "SELECT id FROM transcripts WHERE sha256 = ? LIMIT 1", sha256);
    if (!id) {
        return base::unexpected(id.error());
    }
    if (*id > 0) {
        return get(TranscriptId(*id));
    }
    auto kept = m_connection.prepare(
        "SELECT type, language, bytes FROM kept_transcripts WHERE hash = ?", sha256);
    std::optional<TranscriptRecord> record;
    if (kept.next()) {
        record.emplace();
        record->sha256 = sha256;
        record->type = kept.text(0);
        record->language = kept.text(1);
        record->bytes = kept.bytes(2);
    }
    if (const auto done = kept.finish(); !done) {
        return base::unexpected(done.error());
    }
    if (!record) {
        return internal::notFound(QStringLiteral("transcript"), sha256);
    }
    return *std::move(record);
}

base::Result<TranscriptRecord> TranscriptStore::best(EpisodeId episode)
{
    const auto all = list(episode);
    if (!all) {
        return base::unexpected(all.error());
    }
    if (all->empty()) {
        return base::unexpected(
            base::ErrorCode::NotFound,
            QStringLiteral("episode %1 has no transcript yet").arg(episode.number()));
    }
    return get(all->front().id);
}

base::Result<std::vector<TranscriptRecord>> TranscriptStore::list(EpisodeId episode)
{
    const auto chosen = choice(episode);
    if (!chosen) {
        return base::unexpected(chosen.error());
    }
    auto statement = m_connection.prepare(
        "SELECT " TRANSCRIPT_COLUMNS " FROM transcripts WHERE episode_id = ?", episode);
    std::vector<TranscriptRecord> records;
    while (statement.next()) {
        ColumnReader in(statement);
        records.push_back(readTranscript(in));
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    std::sort(records.begin(), records.end(), comesFirst);
    std::stable_partition(records.begin(), records.end(), [&](const TranscriptRecord &record) {
        return record.id == *chosen;
    });
    return records;
}

base::Result<void> TranscriptStore::remove(TranscriptId id, Changes &changes)
{
    const auto episode = episodeOf(m_connection, id);
    if (!episode) {
        return base::unexpected(episode.error());
    }
    // What was noted before it came was noted from another one. Notes in the bin may come back.
    const auto notes = m_connection.number(
        0,
        "SELECT count(*) FROM notes n JOIN transcripts t ON t.episode_id = n.episode_id"
        " WHERE t.id = ? AND n.source = 1"
        " AND (n.created_ms IS NULL OR t.fetched_ms IS NULL OR n.created_ms >= t.fetched_ms)",
        id);
    if (!notes) {
        return base::unexpected(notes.error());
    }
    if (*notes > 0) {
        return base::unexpected(
            base::ErrorCode::Conflict,
            QStringLiteral("notes may have been taken from transcript %1").arg(id.number()));
    }
    changes.episodes.insert(*episode);
    return m_connection.run("DELETE FROM transcripts WHERE id = ?", id);
}

base::Result<void>
TranscriptStore::choose(EpisodeId episode, std::optional<TranscriptId> id, Changes &changes)
{
    if (!id) {
        const auto done =
            m_connection.run("DELETE FROM transcript_choices WHERE episode_id = ?", episode);
        if (done && m_connection.changedRows() > 0) {
            changes.episodes.insert(episode);
        }
        return done;
    }
    const auto owner = episodeOf(m_connection, *id);
    if (!owner) {
        return base::unexpected(owner.error());
    }
    if (*owner != episode) {
        return internal::notFound(QStringLiteral("transcript"), QString::number(id->number()));
    }
    changes.episodes.insert(episode);
    return m_connection.run("INSERT OR REPLACE INTO transcript_choices"
                            " (episode_id, transcript_id) VALUES (?, ?)",
                            episode,
                            *id);
}

base::Result<std::optional<TranscriptId>> TranscriptStore::choice(EpisodeId episode)
{
    const auto id = m_connection.number(
        0, "SELECT transcript_id FROM transcript_choices WHERE episode_id = ?", episode);
    if (!id) {
        return base::unexpected(id.error());
    }
    return *id > 0 ? std::optional(TranscriptId(*id)) : std::nullopt;
}

base::Result<QSet<TranscriptId>> TranscriptStore::corrected(EpisodeId episode)
{
    auto statement =
        m_connection.prepare("SELECT c.transcript_id FROM transcript_corrections c"
                             " JOIN transcripts t ON t.id = c.transcript_id WHERE t.episode_id = ?",
                             episode);
    QSet<TranscriptId> ids;
    while (statement.next()) {
        ids.insert(TranscriptId(statement.number(0)));
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return ids;
}

base::Result<Corrections> TranscriptStore::corrections(TranscriptId id)
{
    auto statement = m_connection.prepare(
        "SELECT edits FROM transcript_corrections WHERE transcript_id = ?", id);
    QByteArray json;
    if (statement.next()) {
        json = statement.text(0).toUtf8();
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    if (json.isEmpty()) {
        return Corrections();
    }
    auto read = transcripts::readCorrections(json);
    if (!read) {
        return base::unexpected(
            base::ErrorCode::Corrupt,
            QStringLiteral("transcript %1: %2").arg(id.number()).arg(read.error().detail));
    }
    return read;
}

base::Result<void> TranscriptStore::setCorrections(TranscriptId id,
                                                   const Corrections &corrections,
                                                   const QDateTime &now,
                                                   Changes &changes)
{
    const auto episode = episodeOf(m_connection, id);
    if (!episode) {
        return base::unexpected(episode.error());
    }
    changes.episodes.insert(*episode);
    if (corrections.isEmpty()) {
        return m_connection.run("DELETE FROM transcript_corrections WHERE transcript_id = ?", id);
    }
    return m_connection.run("INSERT OR REPLACE INTO transcript_corrections"
                            " (transcript_id, edits, modified_ms) VALUES (?, ?, ?)",
                            id,
                            QString::fromUtf8(transcripts::writeCorrections(corrections)),
                            now);
}

base::Result<SpeakerNames> TranscriptStore::speakerNames(PodcastId podcast)
{
    auto statement =
        m_connection.prepare("SELECT label, name FROM speaker_names WHERE podcast_id = ?", podcast);
    SpeakerNames names;
    while (statement.next()) {
        names.emplace(statement.text(0), statement.text(1));
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return names;
}

base::Result<void> TranscriptStore::setSpeakerName(PodcastId podcast,
                                                   const QString &label,
                                                   const QString &name,
                                                   Changes &changes)
{
    const auto there =
        m_connection.number(0, "SELECT count(*) FROM podcasts WHERE id = ?", podcast);
    if (!there) {
        return base::unexpected(there.error());
    }
    if (*there == 0) {
        return internal::notFound(QStringLiteral("podcast"), QString::number(podcast.number()));
    }
    changes.podcasts.insert(podcast);
    if (name.isEmpty() || name == label) {
        return m_connection.run(
            "DELETE FROM speaker_names WHERE podcast_id = ? AND label = ?", podcast, label);
    }
    return m_connection.run("INSERT OR REPLACE INTO speaker_names (podcast_id, label, name)"
                            " VALUES (?, ?, ?)",
                            podcast,
                            label,
                            name);
}

} // namespace app::library
