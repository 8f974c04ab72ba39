// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sample.h"

#include "app/feeds/chaptersjson.h"
#include "app/feeds/feedreader.h"
#include "app/library/episodestore.h"
#include "app/library/podcaststore.h"
#include "app/library/transcriptstore.h"

#include <QDir>
#include <QFile>

namespace app::session {
namespace {

using library::Changes;
using library::Connection;

/// Not a web address on purpose: there is nothing to fetch again.
const QString &sampleAddress()
{
    static const QString address = QStringLiteral("earmark:sample");
    return address;
}

base::Result<QByteArray> readWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unexpected(base::ErrorCode::NotFound,
                                QStringLiteral("the sample lacks %1").arg(path));
    }
    return file.readAll();
}

base::Result<void> copySound(const QString &from, const QString &to)
{
    if (QFile::exists(to)) {
        return {};
    }
    QFile file(from);
    if (!file.copy(to)) {
        const auto code = file.error() == QFileDevice::OpenError ? base::ErrorCode::Denied
                                                                 : base::ErrorCode::DiskFull;
        return base::unexpected(
            code,
            QStringLiteral("the sample cannot be copied to %1: %2").arg(to, file.errorString()));
    }
    // Copies of embedded files are read-only, which would keep them from being deleted later.
    QFile::setPermissions(
        to, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup);
    return {};
}

/// Adds one episode's sound, transcripts and chapters.
base::Result<void> addParts(Connection &connection,
                            const library::Episode &episode,
                            const QString &from,
                            const QString &to,
                            const QDateTime &now,
                            Changes &changes)
{
    library::EpisodeStore store(connection);
    const QString sound = QDir(to).filePath(episode.feed.enclosureUrl);
    if (const auto copied = copySound(QDir(from).filePath(episode.feed.enclosureUrl), sound);
        !copied) {
        return copied;
    }
    if (const auto set = store.setFile(episode.row.id, sound, changes); !set) {
        return set;
    }
    for (const feeds::TranscriptLink &link : episode.feed.transcripts) {
        const auto bytes = readWhole(QDir(from).filePath(link.url));
        if (!bytes) {
            return base::unexpected(bytes.error());
        }
        library::TranscriptRecord record;
        record.episode = episode.row.id;
        record.url = link.url;
        record.type = link.type;
        record.language = link.language;
        record.bytes = *bytes;
        record.fetched = now;
        if (const auto kept = library::TranscriptStore(connection).add(record, changes); !kept) {
            return base::unexpected(kept.error());
        }
    }
    if (episode.feed.chaptersUrl.isEmpty()) {
        return {};
    }
    const auto json = readWhole(QDir(from).filePath(episode.feed.chaptersUrl));
    const auto chapters = json ? feeds::readChaptersJson(*json)
                               : base::Result<timestamps::Chapters>(base::unexpected(json.error()));
    if (!chapters) {
        return base::unexpected(chapters.error());
    }
    return store.setChapters(episode.row.id, QStringLiteral("json"), *chapters, changes);
}

base::Result<library::Podcast> addAll(Connection &connection,
                                      const QString &from,
                                      const QString &to,
                                      const QDateTime &now,
                                      Changes &changes)
{
    const auto document = readWhole(QDir(from).filePath(QStringLiteral("feed.xml")));
    if (!document) {
        return base::unexpected(document.error());
    }
    const auto feed = feeds::readFeed(*document);
    if (!feed) {
        return base::unexpected(feed.error());
    }
    if (!QDir().mkpath(to)) {
        return base::unexpected(base::ErrorCode::Denied,
                                QStringLiteral("the folder %1 cannot be made").arg(to));
    }
    library::PodcastStore podcasts(connection);
    const auto added = podcasts.add(sampleAddress(), *feed, now, changes);
    if (!added) {
        return base::unexpected(added.error());
    }
    library::EpisodeStore episodes(connection);
    const auto rows = episodes.page({.podcast = added->podcast, .titleContains = {}}, 0, 0);
    if (!rows) {
        return base::unexpected(rows.error());
    }
    for (const library::EpisodeRow &row : *rows) {
        const auto episode = episodes.get(row.id);
        if (!episode) {
            return base::unexpected(episode.error());
        }
        if (const auto parts = addParts(connection, *episode, from, to, now, changes); !parts) {
            return base::unexpected(parts.error());
        }
    }
    return podcasts.get(added->podcast);
}

} // namespace

QFuture<base::Result<library::Podcast>>
addSample(library::Library &library, const base::Clock &clock, const QString &folder)
{
    const QString to = library.folder() + QStringLiteral("/episodes/sample");
    return library.write(library::Durability::Normal,
                         [folder, to, now = clock.now()](Connection &connection, Changes &changes) {
                             return addAll(connection, folder, to, now, changes);
                         });
}

} // namespace app::session
