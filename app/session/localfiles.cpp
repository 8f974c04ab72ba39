// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/localfiles.h"

#include "app/library/episodestore.h"
#include "app/library/podcaststore.h"
#include "app/media/mediainfo.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace app::session {
namespace {

using library::Changes;
using library::Connection;

/// Not a web address on purpose: there is nothing to fetch.
QString localAddress()
{
    return QStringLiteral("earmark:files");
}

feeds::Feed feedOf(const QFileInfo &file, const media::MediaInfo &info, const QString &title)
{
    feeds::FeedEpisode episode;
    episode.guid = file.absoluteFilePath();
    episode.title = info.title.isEmpty() ? file.completeBaseName() : info.title;
    episode.published = file.lastModified().toUTC();
    episode.duration = info.duration;
    feeds::Feed feed;
    feed.title = title;
    feed.episodes.push_back(std::move(episode));
    return feed;
}

base::Result<base::EpisodeId> keep(Connection &connection,
                                   const QFileInfo &file,
                                   const media::MediaInfo &info,
                                   const QString &title,
                                   const QDateTime &now,
                                   Changes &changes)
{
    const auto added = library::PodcastStore(connection)
                           .add(localAddress(), feedOf(file, info, title), now, changes);
    if (!added) {
        return base::unexpected(added.error());
    }
    library::EpisodeStore episodes(connection);
    const auto episode = episodes.find(file.absoluteFilePath());
    if (!episode) {
        return base::unexpected(episode.error());
    }
    const base::EpisodeId id = episode->row.id;
    if (const auto set = episodes.setFile(id, file.absoluteFilePath(), changes); !set) {
        return base::unexpected(set.error());
    }
    if (const auto set = episodes.setExactDuration(id, info.duration, changes); !set) {
        return base::unexpected(set.error());
    }
    const auto set = episodes.setChapters(id, QStringLiteral("file"), info.chapters, changes);
    if (!set) {
        return base::unexpected(set.error());
    }
    return id;
}

} // namespace

LocalFiles::LocalFiles(library::Library &library, work::WorkerPool &pool, const base::Clock &clock)
    : m_library(library)
    , m_pool(pool)
    , m_clock(clock)
{}

QFuture<base::Result<base::EpisodeId>> LocalFiles::add(const QString &path,
                                                       const QString &podcastTitle)
{
    using Info = base::Result<media::MediaInfo>;
    auto promise = internal::sharedPromise<base::EpisodeId>();
    const auto reading = m_pool.run<Info>(
        [path](QPromise<Info> &info) { info.addResult(media::readMediaInfo(path)); });
    work::comeBack(reading, this, [this, path, podcastTitle, promise](const Info &info) {
        if (!info) {
            internal::settle<base::EpisodeId>(promise, base::unexpected(info.error()));
            return;
        }
        const auto keeping = m_library.write(
            library::Durability::Normal,
            [path, info = *info, podcastTitle, now = m_clock.now()](Connection &connection,
                                                                    Changes &changes) {
                return keep(connection, QFileInfo(path), info, podcastTitle, now, changes);
            });
        work::comeBack(keeping, this, [promise](const base::Result<base::EpisodeId> &id) {
            internal::settle<base::EpisodeId>(promise, id);
        });
    });
    return promise->future();
}

bool isOwnFile(const QString &libraryFolder, const QString &path)
{
    const QString folder = QDir::cleanPath(QFileInfo(libraryFolder).absoluteFilePath());
    return QDir::cleanPath(QFileInfo(path).absoluteFilePath())
        .startsWith(folder + QStringLiteral("/episodes/"));
}

bool isSoundFile(const QString &path)
{
    static const QSet<QString> suffixes{
        QStringLiteral("mp3"),
        QStringLiteral("m4a"),
        QStringLiteral("m4b"),
        QStringLiteral("aac"),
        QStringLiteral("ogg"),
        QStringLiteral("oga"),
        QStringLiteral("opus"),
        QStringLiteral("flac"),
        QStringLiteral("wav"),
    };
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

} // namespace app::session
