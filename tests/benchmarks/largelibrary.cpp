// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/largelibrary.h"

#include "app/library/podcaststore.h"

namespace tests {
namespace {

constexpr int podcasts = 500;
constexpr int episodesEach = 200;

app::feeds::Feed makeFeed(int podcast, const QDateTime &now)
{
    app::feeds::Feed feed;
    feed.title = QStringLiteral("Podcast %1").arg(podcast);
    for (int i = 0; i < episodesEach; ++i) {
        app::feeds::FeedEpisode episode;
        episode.guid = QStringLiteral("%1-%2").arg(podcast).arg(i);
        episode.title = QStringLiteral("Episode %1 of podcast %2").arg(i).arg(podcast);
        episode.description = QStringLiteral("<p>Notes (4:30)</p>").repeated(20);
        episode.published = now.addSecs(-3600LL * (i * podcasts + podcast));
        episode.enclosureUrl = QStringLiteral("https://pod.example/%1/%2.mp3").arg(podcast).arg(i);
        feed.episodes.push_back(episode);
    }
    return feed;
}

} // namespace

void fillLargeLibrary(app::library::Library &library, const app::base::Clock &clock)
{
    using namespace app::library;
    for (int i = 0; i < podcasts; ++i) {
        auto added = library.write(
            Durability::Normal,
            [feed = makeFeed(i, clock.now()), i, now = clock.now()](Connection &connection,
                                                                    Changes &changes) {
                return PodcastStore(connection)
                    .add(QStringLiteral("https://pod.example/%1").arg(i), feed, now, changes);
            });
        added.waitForFinished();
    }
}

} // namespace tests
