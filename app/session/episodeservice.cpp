// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/episodeservice.h"

#include "app/base/logging.h"
#include "app/downloads/filenames.h"
#include "app/library/episodestore.h"
#include "app/session/internal/queueorder.h"
#include "app/session/internal/ready.h"
#include "app/session/localfiles.h"
#include "app/work/comeback.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace app::session {
namespace {

using library::Changes;
using library::Connection;
using library::Durability;
using library::EpisodeStore;

void logFailure(const char *what, const base::Result<void> &result)
{
    if (!result) {
        qCWarning(base::logSession) << what << result.error().detail;
    }
}

using Order = std::vector<base::EpisodeId>;

/// Those of a queue that are still in the library.
base::Result<Order> existing(EpisodeStore &store, const Order &wanted)
{
    const auto rows = store.rows(wanted);
    if (!rows) {
        return base::unexpected(rows.error());
    }
    QSet<base::EpisodeId> there;
    for (const library::EpisodeRow &row : *rows) {
        there.insert(row.id);
    }
    Order order;
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(order), [&](base::EpisodeId id) {
        return there.contains(id);
    });
    return order;
}

base::Result<void>
setQueue(Connection &connection, const std::function<Order(const Order &)> &edit, Changes &changes)
{
    EpisodeStore store(connection);
    const auto before = store.queue();
    if (!before) {
        return base::unexpected(before.error());
    }
    const auto after = existing(store, edit(*before));
    if (!after) {
        return base::unexpected(after.error());
    }
    const QSet<base::EpisodeId> staying(after->begin(), after->end());
    for (const base::EpisodeId id : *before) {
        if (!staying.contains(id)) {
            if (auto done = store.dequeue(id, changes); !done) {
                return done;
            }
        }
    }
    return after->empty() ? base::Result<void>() : store.enqueue(*after, 0, changes);
}

} // namespace

EpisodeService::EpisodeService(library::Library &library,
                               downloads::DownloadQueue &queue,
                               History &history)
    : m_library(library)
    , m_queue(queue)
    , m_history(history)
{
    connect(&queue, &downloads::DownloadQueue::finished, this, &EpisodeService::keepFile);
    connect(&queue,
            &downloads::DownloadQueue::failed,
            this,
            [this](base::EpisodeId episode, const base::Error &error) {
                settleDownload(episode, base::unexpected(error));
                emit failed(episode, error);
            });
}

QString EpisodeService::filePathFor(const library::Episode &episode) const
{
    const QString folder = m_library.folder() + QStringLiteral("/episodes/");
    return folder
           + downloads::episodeFilePath(
               episode.row.podcastTitle,
               episode.row.title,
               episode.row.published.toUTC().toString(QStringLiteral("yyyy-MM-dd")),
               episode.feedUrl + QLatin1Char('\n') + episode.row.guid,
               episode.feed.enclosureUrl,
               episode.feed.enclosureType);
}

QFuture<base::Result<QString>> EpisodeService::download(base::EpisodeId episode)
{
    auto promise = internal::sharedPromise<QString>();
    const auto pending = m_library.read(
        [episode](Connection &connection) { return EpisodeStore(connection).get(episode); });
    work::comeBack(pending, this, [this, promise](const base::Result<library::Episode> &found) {
        if (!found) {
            internal::settle<QString>(promise, base::unexpected(found.error()));
        } else {
            beginDownload(*found, promise);
        }
    });
    return promise->future();
}

void EpisodeService::beginDownload(const library::Episode &episode, const DownloadPromise &promise)
{
    const QString &existing = episode.row.filePath;
    if (!existing.isEmpty() && QFileInfo::exists(existing)) {
        internal::settle<QString>(promise, existing);
        return;
    }
    if (episode.feed.enclosureUrl.isEmpty()) {
        internal::settle<QString>(
            promise,
            base::unexpected(
                base::ErrorCode::NotFound,
                QStringLiteral("\"%1\" has no sound to download").arg(episode.row.title)));
        return;
    }
    m_waiting.emplace(episode.row.id, promise);
    m_queue.add(episode.row.id, QUrl(episode.feed.enclosureUrl), filePathFor(episode));
}

void EpisodeService::cancelDownload(base::EpisodeId episode)
{
    m_queue.cancel(episode);
    settleDownload(
        episode,
        base::unexpected(base::ErrorCode::Busy, QStringLiteral("the download was stopped")));
}

void EpisodeService::keepFile(base::EpisodeId episode, const QString &path)
{
    const auto pending = m_library.write(
        Durability::Normal, [episode, path](Connection &connection, Changes &changes) {
            return EpisodeStore(connection).setFile(episode, path, changes);
        });
    work::comeBack(pending, this, [this, episode, path](const base::Result<void> &kept) {
        settleDownload(episode,
                       kept ? base::Result<QString>(path) : base::unexpected(kept.error()));
        if (kept) {
            emit fileKept(episode, path);
        }
    });
}

void EpisodeService::settleDownload(base::EpisodeId episode, const base::Result<QString> &result)
{
    const auto [first, last] = m_waiting.equal_range(episode);
    for (auto it = first; it != last; ++it) {
        internal::settle<QString>(it->second, result);
    }
    m_waiting.erase(first, last);
}

QFuture<base::Result<void>> EpisodeService::deleteFile(base::EpisodeId episode)
{
    m_queue.discard(episode);
    return m_library.write(
        Durability::Normal,
        [episode, folder = m_library.folder()](Connection &connection,
                                               Changes &changes) -> base::Result<void> {
            EpisodeStore store(connection);
            const auto found = store.get(episode);
            if (!found) {
                return base::unexpected(found.error());
            }
            const QString path = found->row.filePath;
            if (!path.isEmpty() && !isOwnFile(folder, path)) {
                return base::unexpected(base::ErrorCode::Denied,
                                        QStringLiteral("%1 is your own file and stays").arg(path));
            }
            if (!path.isEmpty() && QFile::exists(path) && !QFile::remove(path)) {
                return base::unexpected(base::ErrorCode::Denied,
                                        QStringLiteral("%1 cannot be removed").arg(path));
            }
            return store.setFile(episode, {}, changes);
        });
}

void EpisodeService::setPlayed(base::EpisodeId episode, bool played)
{
    applyPlayed(episode, played);
    m_history.push({played ? StepKind::MarkedPlayed : StepKind::MarkedUnplayed,
                    [this, episode, played] { applyPlayed(episode, !played); },
                    [this, episode, played] {
                        applyPlayed(episode, played);
                    }});
}

void EpisodeService::applyPlayed(base::EpisodeId episode, bool played)
{
    const auto pending = m_library.write(
        Durability::Normal, [episode, played](Connection &connection, Changes &changes) {
            return EpisodeStore(connection).setPlayed(episode, played, changes);
        });
    work::comeBack(pending, this, [](const base::Result<void> &done) {
        logFailure("played not kept:", done);
    });
}

void EpisodeService::enqueue(base::EpisodeId episode, bool next)
{
    enqueueMany({episode}, next);
}

void EpisodeService::enqueueMany(const std::vector<base::EpisodeId> &episodes, bool next)
{
    if (episodes.empty()) {
        return;
    }
    changeQueue(StepKind::Queued, [episodes, next](const Order &queue) {
        return internal::inserted(queue, episodes, next ? 0 : -1);
    });
}

void EpisodeService::dequeue(base::EpisodeId episode)
{
    changeQueue(StepKind::Unqueued, [episode](Order queue) {
        std::erase(queue, episode);
        return queue;
    });
}

void EpisodeService::moveInQueue(base::EpisodeId episode, int to)
{
    changeQueue(StepKind::QueueMoved, [episode, to](Order queue) {
        std::erase(queue, episode);
        return internal::inserted(queue, {episode}, std::max(0, to));
    });
}

void EpisodeService::clearQueue()
{
    changeQueue(StepKind::Unqueued, [](const Order &) { return Order(); });
}

void EpisodeService::changeQueue(StepKind kind, const QueueEdit &edit)
{
    // Filled and read on the writing lane alone, which does one thing after the other.
    struct Orders
    {
        Order before;
        Order after;
    };

    const auto orders = std::make_shared<Orders>();
    const auto change = [this, edit, orders] {
        writeQueue([edit, orders](const Order &queue) {
            orders->before = queue;
            orders->after = edit(queue);
            return orders->after;
        });
    };
    change();
    m_history.push({kind,
                    [this, orders] {
                        writeQueue([orders](const Order &queue) {
                            return internal::restored(orders->before, orders->after, queue);
                        });
                    },
                    change});
}

void EpisodeService::writeQueue(const QueueEdit &edit)
{
    const auto pending =
        m_library.write(Durability::Normal, [edit](Connection &connection, Changes &changes) {
            return setQueue(connection, edit, changes);
        });
    work::comeBack(
        pending, this, [](const base::Result<void> &done) { logFailure("queue not kept:", done); });
}

} // namespace app::session
