// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/episodeservice.h"

#include "app/base/logging.h"
#include "app/downloads/filenames.h"
#include "app/feeds/chaptersjson.h"
#include "app/library/episodestore.h"
#include "app/media/mediainfo.h"
#include "app/session/internal/ready.h"
#include "app/session/localfiles.h"
#include "app/work/comeback.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace app::session {
namespace {

using library::Changes;
using library::Connection;
using library::Durability;
using library::EpisodeStore;
using timestamps::Chapters;

void logFailure(const char *what, const base::Result<void> &result)
{
    if (!result) {
        qCWarning(base::logSession) << what << result.error().detail;
    }
}

} // namespace

EpisodeService::EpisodeService(library::Library &library,
                               downloads::DownloadQueue &queue,
                               network::HttpClient &http,
                               work::WorkerPool &pool,
                               History &history)
    : m_library(library)
    , m_queue(queue)
    , m_http(http)
    , m_pool(pool)
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
            readChaptersOf(episode, path);
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

void EpisodeService::readChaptersOf(base::EpisodeId episode, const QString &path)
{
    using Read = base::Result<Chapters>;
    const auto pending = m_pool.run<Read>(
        [path](QPromise<Read> &reading) { reading.addResult(media::readFileChapters(path)); });
    work::comeBack(pending, this, [this, episode](const Read &chapters) {
        if (chapters && !chapters->empty()) {
            keepChapters(episode, QStringLiteral("file"), *chapters);
        }
    });
}

QFuture<base::Result<void>> EpisodeService::keepChapters(base::EpisodeId episode,
                                                         const QString &source,
                                                         const Chapters &chapters)
{
    const auto pending = m_library.write(
        Durability::Normal, [episode, source, chapters](Connection &connection, Changes &changes) {
            return EpisodeStore(connection).setChapters(episode, source, chapters, changes);
        });
    work::comeBack(pending, this, [](const base::Result<void> &kept) {
        logFailure("chapters not kept:", kept);
    });
    return pending;
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
    applyQueued(episode, true, next ? 0 : -1);
    m_history.push({StepKind::Queued,
                    [this, episode] { applyQueued(episode, false, 0); },
                    [this, episode, next] {
                        applyQueued(episode, true, next ? 0 : -1);
                    }});
}

void EpisodeService::dequeue(base::EpisodeId episode)
{
    applyQueued(episode, false, 0);
    m_history.push({StepKind::Unqueued,
                    [this, episode] { applyQueued(episode, true, -1); },
                    [this, episode] {
                        applyQueued(episode, false, 0);
                    }});
}

void EpisodeService::applyQueued(base::EpisodeId episode, bool queued, int at)
{
    const auto pending = m_library.write(
        Durability::Normal, [episode, queued, at](Connection &connection, Changes &changes) {
            EpisodeStore store(connection);
            return queued ? store.enqueue({episode}, at, changes) : store.dequeue(episode, changes);
        });
    work::comeBack(
        pending, this, [](const base::Result<void> &done) { logFailure("queue not kept:", done); });
}

QFuture<base::Result<Chapters>> EpisodeService::chapters(const library::Episode &episode)
{
    auto promise = internal::sharedPromise<Chapters>();
    const base::EpisodeId id = episode.row.id;
    const auto pending = m_library.read(
        [id](Connection &connection) { return EpisodeStore(connection).chapters(id); });
    work::comeBack(pending, this, [this, episode, promise](const base::Result<Chapters> &stored) {
        if (!stored || !stored->empty() || episode.feed.chaptersUrl.isEmpty()) {
            internal::settle<Chapters>(promise, stored);
        } else {
            fetchChapters(episode, promise);
        }
    });
    return promise->future();
}

void EpisodeService::fetchChapters(const library::Episode &episode, const ChaptersPromise &promise)
{
    network::HttpRequest request;
    request.url = QUrl(episode.feed.chaptersUrl);
    request.limits.bodyBytes = 8LL * 1024 * 1024;
    work::comeBack(m_http.get(request),
                   this,
                   [this, episode, promise](const base::Result<network::HttpReply> &reply) {
                       if (!reply) {
                           internal::settle<Chapters>(promise, base::unexpected(reply.error()));
                           return;
                       }
                       const auto chapters = feeds::readChaptersJson(reply->body);
                       if (!chapters) {
                           internal::settle<Chapters>(promise, chapters);
                           return;
                       }
                       // Shown also when they cannot be kept, but not asked for again before.
                       work::comeBack(
                           keepChapters(episode.row.id, QStringLiteral("json"), *chapters),
                           this,
                           [promise, chapters](const base::Result<void> &) {
                               internal::settle<Chapters>(promise, chapters);
                           });
                   });
}

} // namespace app::session
