// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/feed.h"
#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/library/podcaststore.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

#include <memory>

namespace tests {

/// A library in a temporary folder with one podcast of a few episodes.
struct SessionFixture
{
    SessionFixture()
    {
        auto opened = app::library::Library::open(folder.path(), clock);
        Q_ASSERT(opened);
        library = *std::move(opened);
    }

    /// Episodes "e1", "e2", ... with sound at the addresses given, newest last in the feed.
    app::base::PodcastId addPodcast(const QStringList &enclosures)
    {
        app::feeds::Feed feed;
        feed.title = QStringLiteral("Tidewater Radio");
        feed.guid = QStringLiteral("917393e3-1b1e-5cef-ace4-edaa54e1f810");
        for (int i = 0; i < enclosures.size(); ++i) {
            app::feeds::FeedEpisode episode;
            episode.guid = QStringLiteral("e%1").arg(i + 1);
            episode.title = QStringLiteral("Episode %1").arg(i + 1);
            episode.published = clock.now().addDays(-i);
            episode.enclosureUrl = enclosures[i];
            episode.enclosureType = QStringLiteral("audio/mpeg");
            episode.duration = std::chrono::minutes(10);
            feed.episodes.push_back(episode);
        }
        return add(feed);
    }

    app::base::PodcastId add(const app::feeds::Feed &feed)
    {
        const auto added = await(library->write(
            app::library::Durability::Normal,
            [feed, now = clock.now()](app::library::Connection &connection,
                                      app::library::Changes &changes) {
                return app::library::PodcastStore(connection)
                    .add(QStringLiteral("https://pod.example/feed"), feed, now, changes);
            }));
        return added ? added->podcast : app::base::PodcastId();
    }

    app::library::Episode episode(const QString &guid)
    {
        const auto found = await(library->read([guid](app::library::Connection &connection) {
            return app::library::EpisodeStore(connection).find(guid);
        }));
        return found.value_or({});
    }

    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<app::library::Library> library;
};

} // namespace tests
