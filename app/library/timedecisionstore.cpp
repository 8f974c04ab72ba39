// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/timedecisionstore.h"

#include "app/library/connection.h"
#include "app/library/internal/lookup.h"

namespace app::library {
namespace {

using timestamps::TimeDecisions;

base::Result<TimeDecisions> readOne(Statement statement)
{
    TimeDecisions decisions;
    if (statement.next()) {
        decisions = timestamps::readDecisions(statement.text(0).toUtf8());
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return decisions;
}

QString stored(const TimeDecisions &decisions)
{
    return QString::fromUtf8(timestamps::writeDecisions(decisions));
}

} // namespace

base::Result<TimeDecisions> TimeDecisionStore::of(base::EpisodeId episode, const QString &textHash)
{
    return readOne(m_connection.prepare("SELECT decisions FROM time_decisions"
                                        " WHERE episode_id = ? AND text_hash = ?",
                                        episode,
                                        textHash));
}

base::Result<void> TimeDecisionStore::set(base::EpisodeId episode,
                                          const QString &textHash,
                                          const TimeDecisions &decisions,
                                          const QDateTime &now,
                                          Changes &changes)
{
    const auto there =
        m_connection.number(0, "SELECT count(*) FROM episodes WHERE id = ?", episode);
    if (!there) {
        return base::unexpected(there.error());
    }
    if (*there == 0) {
        return internal::notFound(QStringLiteral("episode"), QString::number(episode.number()));
    }
    changes.episodes.insert(episode);
    if (decisions.isEmpty()) {
        return m_connection.run(
            "DELETE FROM time_decisions WHERE episode_id = ? AND text_hash = ?", episode, textHash);
    }
    return m_connection.run("INSERT OR REPLACE INTO time_decisions"
                            " (episode_id, text_hash, decisions, modified_ms) VALUES (?, ?, ?, ?)",
                            episode,
                            textHash,
                            stored(decisions),
                            now);
}

base::Result<TimeDecisions> TimeDecisionStore::ofPodcast(base::PodcastId podcast)
{
    return readOne(m_connection.prepare(
        "SELECT decisions FROM podcast_time_decisions WHERE podcast_id = ?", podcast));
}

base::Result<void> TimeDecisionStore::setOfPodcast(base::PodcastId podcast,
                                                   const TimeDecisions &decisions,
                                                   const QDateTime &now,
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
    if (decisions.isEmpty()) {
        return m_connection.run("DELETE FROM podcast_time_decisions WHERE podcast_id = ?", podcast);
    }
    return m_connection.run("INSERT OR REPLACE INTO podcast_time_decisions"
                            " (podcast_id, decisions, modified_ms) VALUES (?, ?, ?)",
                            podcast,
                            stored(decisions),
                            now);
}

} // namespace app::library
