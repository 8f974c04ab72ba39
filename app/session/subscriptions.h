// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/feeds/opml.h"
#include "app/library/library.h"
#include "app/library/records.h"
#include "app/session/feedfetcher.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <vector>

namespace app::session {

/// What came of refreshing.
struct RefreshReport
{
    struct Failure
    {
        base::PodcastId podcast;
        QString feedUrl;
        base::Error error;
    };

    int refreshed = 0; ///< read anew
    int unchanged = 0;
    int newEpisodes = 0;
    std::vector<Failure> failed;
};

/// What came of following several feeds.
struct SubscribeReport
{
    std::vector<library::Podcast> added; ///< also those that were followed already
    std::vector<std::pair<QString, base::Error>> failed;
};

/// The podcasts the listener follows. Thread: main.
class Subscriptions final : public QObject
{
    Q_OBJECT

public:
    Subscriptions(FeedFetcher &fetcher, library::Library &library, const base::Clock &clock);

    /// Fetches a feed and adds it; one that is followed already is only brought up to date.
    /// Errors: Malformed (no web address, no feed), and those of fetching.
    [[nodiscard]] QFuture<base::Result<library::Podcast>> subscribe(const QString &address);

    /// Several at once, in parallel; progressChanged() tells how far it is.
    [[nodiscard]] QFuture<base::Result<SubscribeReport>>
    subscribeAll(const std::vector<feeds::Outline> &outlines);

    /// Notes stay. Downloaded files are removed. Errors: NotFound.
    [[nodiscard]] QFuture<base::Result<void>> unsubscribe(base::PodcastId podcast);

    /// Fetches feeds conditionally, in parallel; an empty list means all.
    [[nodiscard]] QFuture<base::Result<RefreshReport>>
    refresh(const std::vector<base::PodcastId> &podcasts = {});

signals:
    /// \p done of \p total feeds; equal when it is over.
    void progressChanged(int done, int total);

private:
    using RefreshPromise = std::shared_ptr<QPromise<base::Result<RefreshReport>>>;
    [[nodiscard]] QFuture<base::Result<library::Podcast>> keep(const FetchedFeed &fetched);
    void refreshAll(const std::vector<library::Podcast> &podcasts, const RefreshPromise &promise);
    [[nodiscard]] QFuture<int> refreshOne(const library::Podcast &podcast,
                                          const std::shared_ptr<RefreshReport> &report);

    FeedFetcher &m_fetcher;
    library::Library &m_library;
    const base::Clock &m_clock;
};

} // namespace app::session
