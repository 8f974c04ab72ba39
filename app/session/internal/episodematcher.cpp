// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/episodematcher.h"

#include "app/library/episodestore.h"
#include "app/library/podcaststore.h"

#include <QStringList>

#include <algorithm>

namespace app::session::internal {
namespace {

using base::Result;
using base::unexpected;
using notes::EpisodeRef;

constexpr std::size_t mostAlike = 20; ///< of the same title; more tell nothing

/// What two titles have to have in common.
QString essence(const QString &text)
{
    QString kept;
    for (const QChar c : text.normalized(QString::NormalizationForm_C).toCaseFolded()) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()) {
            kept.append(c);
        }
    }
    return kept;
}

} // namespace

Result<void> EpisodeMatcher::readRows()
{
    if (m_hasRows) {
        return {};
    }
    const auto podcasts = library::PodcastStore(m_connection).all();
    if (!podcasts) {
        return unexpected(podcasts.error());
    }
    for (const library::Podcast &podcast : *podcasts) {
        m_feeds.insert(podcast.id, podcast.feedUrl);
    }
    auto rows = library::EpisodeStore(m_connection).page({}, 0, 0);
    if (!rows) {
        return unexpected(rows.error());
    }
    m_rows = *std::move(rows);
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        const library::EpisodeRow &row = m_rows[at];
        const QString title = essence(row.title);
        m_byTitle[title].push_back(at);
        m_byWholeName[essence(row.podcastTitle) + title].push_back(at);
        m_byGuid[row.guid].push_back(at);
    }
    m_hasRows = true;
    return {};
}

EpisodeMatcher::Rows EpisodeMatcher::titled(const EpisodeRef &episode) const
{
    const QString title = essence(episode.episodeTitle);
    if (title.isEmpty()) {
        return {};
    }
    Rows rows = m_byTitle.value(title);
    const QString podcast = essence(episode.podcastTitle);
    std::erase_if(rows, [&](std::size_t at) {
        const library::EpisodeRow &row = m_rows[at];
        return (!episode.feedUrl.isEmpty() && m_feeds.value(row.podcastId) != episode.feedUrl)
               || (!podcast.isEmpty() && essence(row.podcastTitle) != podcast);
    });
    const bool onlyName = episode.feedUrl.isEmpty() && podcast.isEmpty();
    return rows.empty() && onlyName ? m_byWholeName.value(title) : rows;
}

Result<EpisodeMatcher::Rows> EpisodeMatcher::linked(const Rows &rows, const QString &link)
{
    if (link.isEmpty() || rows.size() > mostAlike) {
        return Rows();
    }
    if (rows.empty()) {
        return m_byGuid.value(link);
    }
    Rows fitting;
    for (const std::size_t at : rows) {
        const auto episode = library::EpisodeStore(m_connection).get(m_rows[at].id);
        if (!episode) {
            return unexpected(episode.error());
        }
        if (episode->feed.link == link || episode->row.guid == link) {
            fitting.push_back(at);
        }
    }
    return fitting;
}

EpisodeMatcher::Found EpisodeMatcher::search(const EpisodeRef &episode)
{
    if (const auto read = readRows(); !read) {
        return unexpected(read.error());
    }
    Rows rows = titled(episode);
    if (rows.size() != 1) {
        auto fitting = linked(rows, episode.link);
        if (!fitting) {
            return unexpected(fitting.error());
        }
        rows = *std::move(fitting);
    }
    if (rows.size() != 1) {
        return std::optional<library::Episode>();
    }
    auto found = library::EpisodeStore(m_connection).get(m_rows[rows.front()].id);
    if (!found) {
        return unexpected(found.error());
    }
    return std::optional(*std::move(found));
}

EpisodeMatcher::Found EpisodeMatcher::find(const EpisodeRef &episode)
{
    const QString facts =
        QStringList{episode.episodeTitle, episode.podcastTitle, episode.feedUrl, episode.link}.join(
            QChar(u'\0'));
    if (const auto known = m_known.constFind(facts); known != m_known.constEnd()) {
        return *known;
    }
    auto found = search(episode);
    if (found) {
        m_known.insert(facts, *found);
    }
    return found;
}

} // namespace app::session::internal
