// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/changes.h"
#include "app/library/records.h"
#include "app/settings/sound.h"

namespace app::library {

class Connection;

/// What reading a feed again brought.
struct MergeResult
{
    base::PodcastId podcast;
    int newEpisodes = 0;
    int updatedEpisodes = 0;
};

/// Podcasts and what their feeds say. Plain blocking code on the lane of its connection.
class PodcastStore final
{
public:
    explicit PodcastStore(Connection &connection)
        : m_connection(connection)
    {}

    /// By title, case and accents ignored.
    [[nodiscard]] base::Result<std::vector<Podcast>> all();
    /// Errors: NotFound.
    [[nodiscard]] base::Result<Podcast> get(base::PodcastId id);
    /// By id, feed address, or part of a title. Errors: NotFound, Conflict (several; detail names
    /// them).
    [[nodiscard]] base::Result<Podcast> find(const QString &idOrUrlOrTitle);

    /// Adds a podcast with its episodes; one with this address or podcast:guid (a true UUID) is
    /// merged into instead. http or https, case of the host and a slash at the end make no other
    /// address. Notes that lost one of these episodes have it again.
    [[nodiscard]] base::Result<MergeResult>
    add(const QString &feedUrl, const feeds::Feed &feed, const QDateTime &now, Changes &changes);

    /// Brings a podcast up to date with its feed. Episodes are matched by guid, else enclosure
    /// address, else title and date; those the feed forgot are kept; position, played and notes
    /// never change. What reads as before is not written again.
    [[nodiscard]] base::Result<MergeResult>
    merge(base::PodcastId id, const feeds::Feed &feed, const QDateTime &now, Changes &changes);

    /// After a fetch: validators to send next time, and that it went well.
    [[nodiscard]] base::Result<void> setFetched(base::PodcastId id,
                                                const QString &etag,
                                                const QString &lastModified,
                                                const QDateTime &now,
                                                Changes &changes);
    [[nodiscard]] base::Result<void>
    setFetchError(base::PodcastId id, const QString &sentence, Changes &changes);
    /// After a permanent redirect or itunes:new-feed-url.
    [[nodiscard]] base::Result<void>
    setFeedUrl(base::PodcastId id, const QString &feedUrl, Changes &changes);

    /// What it has of its own; defaults when nothing was ever set. Errors: NotFound.
    [[nodiscard]] base::Result<settings::PodcastSettings> settings(base::PodcastId id);
    [[nodiscard]] base::Result<void>
    setSettings(base::PodcastId id, const settings::PodcastSettings &own, Changes &changes);

    /// Removes a podcast and its episodes; notes stay, without their episode. \returns the paths of
    /// downloaded files that nobody needs any more.
    [[nodiscard]] base::Result<QStringList> remove(base::PodcastId id, Changes &changes);

private:
    Connection &m_connection;
};

} // namespace app::library
