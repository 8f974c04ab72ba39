// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/transcriptstore.h"

#include "app/library/connection.h"
#include "app/library/internal/lookup.h"

#include <QCryptographicHash>

namespace app::library {
namespace {

using base::EpisodeId;
using base::TranscriptId;

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
    // one note of this kind keeps all of them.
    return connection.run("DELETE FROM transcripts WHERE episode_id = ?1 AND source = ?2"
                          " AND url = ?3 AND NOT EXISTS (SELECT 1 FROM notes n"
                          " WHERE n.episode_id = ?1 AND n.source = 1)",
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

base::Result<TranscriptRecord> TranscriptStore::best(EpisodeId episode)
{
    auto statement = m_connection.prepare("SELECT " TRANSCRIPT_COLUMNS
                                          ", bytes FROM transcripts WHERE episode_id = ?"
                                          " ORDER BY source DESC, fetched_ms DESC, id DESC LIMIT 1",
                                          episode);
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
        return base::unexpected(
            base::ErrorCode::NotFound,
            QStringLiteral("episode %1 has no transcript yet").arg(episode.number()));
    }
    return *std::move(record);
}

base::Result<std::vector<TranscriptRecord>> TranscriptStore::list(EpisodeId episode)
{
    auto statement =
        m_connection.prepare("SELECT " TRANSCRIPT_COLUMNS " FROM transcripts WHERE episode_id = ?"
                             " ORDER BY source DESC, fetched_ms DESC, id DESC",
                             episode);
    std::vector<TranscriptRecord> records;
    while (statement.next()) {
        ColumnReader in(statement);
        records.push_back(readTranscript(in));
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return records;
}

} // namespace app::library
