// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/subscriptions.h"

#include "app/library/podcaststore.h"
#include "app/session/internal/batch.h"
#include "app/session/internal/ready.h"
#include "app/session/localfiles.h"
#include "app/work/comeback.h"

#include <QFile>

namespace app::session {
namespace {

/// Feeds fetched at a time: enough to hide the wait for slow servers, few enough to bound memory.
constexpr std::size_t inFlight = 24;

using library::Changes;
using library::Connection;
using library::Durability;
using library::Podcast;
using library::PodcastStore;

base::Result<std::vector<Podcast>> podcastsToRefresh(Connection &connection,
                                                     const std::vector<base::PodcastId> &ids)
{
    PodcastStore store(connection);
    if (ids.empty()) {
        auto all = store.all();
        if (all) {
            std::erase_if(*all,
                          [](const Podcast &podcast) { return !isWebAddress(podcast.feedUrl); });
        }
        return all;
    }
    std::vector<Podcast> podcasts;
    for (const base::PodcastId id : ids) {
        auto podcast = store.get(id);
        if (!podcast) {
            return base::unexpected(podcast.error());
        }
        if (isWebAddress(podcast->feedUrl)) {
            podcasts.push_back(*std::move(podcast));
        }
    }
    return podcasts;
}

/// Where a feed lives from now on, when that is not where it was fetched.
QString movedAddress(const FetchedFeed &fetched, const QString &before)
{
    const QUrl announced(fetched.feed.newFeedUrl);
    QString moved;
    if (fetched.movedTo.isValid()) {
        moved = fetched.movedTo.toString();
    } else if (announced.scheme() == QLatin1String("https")
               || announced.scheme() == QLatin1String("http")) {
        moved = announced.toString();
    }
    return moved == before ? QString() : moved;
}

/// What storing one refreshed feed came to. A feed that could not be fetched is stored as such.
struct RefreshedFeed
{
    std::optional<base::Error> error;
    bool unchanged = false;
    int newEpisodes = 0;
};

base::Result<int> mergeFetched(Connection &connection,
                               const Podcast &podcast,
                               const FetchedFeed &fetched,
                               const QDateTime &now,
                               Changes &changes)
{
    PodcastStore store(connection);
    int newEpisodes = 0;
    if (!fetched.unchanged) {
        const auto merged = store.merge(podcast.id, fetched.feed, now, changes);
        if (!merged) {
            return base::unexpected(merged.error());
        }
        newEpisodes = merged->newEpisodes;
    }
    if (const QString moved = movedAddress(fetched, podcast.feedUrl); !moved.isEmpty()) {
        // Another podcast may live there already; then this one keeps its address.
        if (const auto set = store.setFeedUrl(podcast.id, moved, changes);
            !set && set.error().code != base::ErrorCode::Conflict) {
            return base::unexpected(set.error());
        }
    }
    const auto kept = store.setFetched(podcast.id,
                                       QString::fromLatin1(fetched.etag),
                                       QString::fromLatin1(fetched.lastModified),
                                       now,
                                       changes);
    if (!kept) {
        return base::unexpected(kept.error());
    }
    return newEpisodes;
}

base::Result<RefreshedFeed> storeRefreshed(Connection &connection,
                                           const Podcast &podcast,
                                           const base::Result<FetchedFeed> &fetched,
                                           const QDateTime &now,
                                           Changes &changes)
{
    if (!fetched) {
        const auto kept =
            PodcastStore(connection).setFetchError(podcast.id, fetched.error().detail, changes);
        if (!kept) {
            return base::unexpected(kept.error());
        }
        return RefreshedFeed{fetched.error(), false, 0};
    }
    const auto newEpisodes = mergeFetched(connection, podcast, *fetched, now, changes);
    if (!newEpisodes) {
        return base::unexpected(newEpisodes.error());
    }
    return RefreshedFeed{std::nullopt, fetched->unchanged, *newEpisodes};
}

} // namespace

Subscriptions::Subscriptions(FeedFetcher &fetcher,
                             library::Library &library,
                             const base::Clock &clock)
    : m_fetcher(fetcher)
    , m_library(library)
    , m_clock(clock)
{}

QFuture<base::Result<Podcast>> Subscriptions::subscribe(const QString &address)
{
    const QUrl url = feedAddress(address);
    if (!url.isValid()) {
        return internal::readyError<Podcast>(
            base::ErrorCode::Malformed,
            QStringLiteral("\"%1\" is not a web address").arg(address.left(200)));
    }
    return work::comeBack(m_fetcher.fetch(url),
                          this,
                          [this](const base::Result<FetchedFeed> &fetched) {
                              return fetched ? keep(*fetched)
                                             : internal::readyError<Podcast>(fetched.error());
                          })
        .unwrap();
}

QFuture<base::Result<Podcast>> Subscriptions::keep(const FetchedFeed &fetched)
{
    const QUrl address = fetched.movedTo.isValid() ? fetched.movedTo : fetched.asked;
    return m_library.write(
        Durability::Normal,
        [address, fetched, now = m_clock.now()](Connection &connection,
                                                Changes &changes) -> base::Result<Podcast> {
            PodcastStore store(connection);
            const auto added = store.add(address.toString(), fetched.feed, now, changes);
            if (!added) {
                return base::unexpected(added.error());
            }
            const auto kept = store.setFetched(added->podcast,
                                               QString::fromLatin1(fetched.etag),
                                               QString::fromLatin1(fetched.lastModified),
                                               now,
                                               changes);
            if (!kept) {
                return base::unexpected(kept.error());
            }
            return store.get(added->podcast);
        });
}

QFuture<base::Result<SubscribeReport>>
Subscriptions::subscribeAll(const std::vector<feeds::Outline> &outlines)
{
    auto promise = internal::sharedPromise<SubscribeReport>();
    auto report = std::make_shared<SubscribeReport>();
    auto total = static_cast<int>(outlines.size());
    auto done = std::make_shared<int>(0);
    auto batch = std::make_shared<internal::Batch<feeds::Outline>>(
        outlines,
        [this, report, promise, total, done](const feeds::Outline &outline, auto itemDone) {
            const QString address = outline.feedUrl;
            work::comeBack(subscribe(address),
                           this,
                           [this, report, address, itemDone, total, done](
                               const base::Result<Podcast> &podcast) {
                               if (podcast) {
                                   report->added.push_back(*podcast);
                               } else {
                                   report->failed.emplace_back(address, podcast.error());
                               }
                               emit progressChanged(++*done, total);
                               itemDone();
                           });
        },
        [promise, report] { internal::settle<SubscribeReport>(promise, *report); });
    batch->run(inFlight);
    return promise->future();
}

QFuture<base::Result<void>> Subscriptions::unsubscribe(base::PodcastId podcast)
{
    const auto removing =
        m_library.write(Durability::Normal, [podcast](Connection &connection, Changes &changes) {
            return PodcastStore(connection).remove(podcast, changes);
        });
    return work::comeBack(removing,
                          this,
                          [folder = m_library.folder()](
                              const base::Result<QStringList> &files) -> base::Result<void> {
                              if (!files) {
                                  return base::unexpected(files.error());
                              }
                              for (const QString &path : *files) {
                                  if (isOwnFile(folder, path)) {
                                      QFile::remove(path);
                                  }
                              }
                              return {};
                          });
}

QFuture<base::Result<RefreshReport>>
Subscriptions::refresh(const std::vector<base::PodcastId> &podcasts)
{
    auto promise = internal::sharedPromise<RefreshReport>();
    const auto pending = m_library.read(
        [podcasts](Connection &connection) { return podcastsToRefresh(connection, podcasts); });
    work::comeBack(pending, this, [this, promise](const base::Result<std::vector<Podcast>> &found) {
        if (!found) {
            internal::settle<RefreshReport>(promise, base::unexpected(found.error()));
            return;
        }
        refreshAll(*found, promise);
    });
    return promise->future();
}

void Subscriptions::refreshAll(const std::vector<Podcast> &podcasts, const RefreshPromise &promise)
{
    auto report = std::make_shared<RefreshReport>();
    auto done = std::make_shared<int>(0);
    const auto total = static_cast<int>(podcasts.size());
    emit progressChanged(0, total);
    std::make_shared<internal::Batch<Podcast>>(
        podcasts,
        [this, promise, report, done, total](const Podcast &podcast, auto itemDone) {
            if (promise->isCanceled()) {
                itemDone();
                return;
            }
            work::comeBack(refreshOne(podcast, report), this, [this, done, total, itemDone](int) {
                emit progressChanged(++*done, total);
                itemDone();
            });
        },
        [promise, report] { internal::settle<RefreshReport>(promise, *report); })
        ->run(inFlight);
}

QFuture<int> Subscriptions::refreshOne(const Podcast &podcast,
                                       const std::shared_ptr<RefreshReport> &report)
{
    return work::comeBack(
        work::comeBack(
            m_fetcher.fetch(
                QUrl(podcast.feedUrl), podcast.etag.toLatin1(), podcast.lastModified.toLatin1()),
            this,
            [this, podcast](const base::Result<FetchedFeed> &fetched) {
                return m_library.write(
                    Durability::Normal,
                    [podcast, fetched, now = m_clock.now()](Connection &connection,
                                                            Changes &changes) {
                        return storeRefreshed(connection, podcast, fetched, now, changes);
                    });
            })
            .unwrap(),
        this,
        [podcast, report](const base::Result<RefreshedFeed> &stored) {
            if (!stored || stored->error) {
                report->failed.push_back(
                    {podcast.id, podcast.feedUrl, stored ? *stored->error : stored.error()});
            } else if (stored->unchanged) {
                ++report->unchanged;
            } else {
                ++report->refreshed;
                report->newEpisodes += stored->newEpisodes;
            }
            return 0;
        });
}

} // namespace app::session
