// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/chapterservice.h"

#include "app/base/logging.h"
#include "app/feeds/chaptersjson.h"
#include "app/library/episodestore.h"
#include "app/media/mediainfo.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

#include <algorithm>

namespace app::session {
namespace {

using library::Changes;
using library::ChapterList;
using library::Connection;
using library::Durability;
using library::Episode;
using library::EpisodeStore;
using timestamps::Chapters;

const QString fileSource = QStringLiteral("file");
const QString jsonSource = QStringLiteral("json");
const QString notesSource = QStringLiteral("notes");

constexpr qint64 largestJson = 8LL * 1024 * 1024;
constexpr qsizetype picturesInMemory = 16LL * 1024 * 1024;

Chapters chaptersOf(const std::vector<ChapterList> &lists, const QString &source)
{
    const auto found = std::find_if(
        lists.begin(), lists.end(), [&](const ChapterList &list) { return list.source == source; });
    return found == lists.end() ? Chapters() : found->chapters;
}

EpisodeChapters shownFrom(const std::vector<ChapterList> &lists)
{
    return {library::mergeChapterLists(lists), lists};
}

/// \returns whether it was another list before
base::Result<bool> storeList(Connection &connection,
                             base::EpisodeId episode,
                             const QString &source,
                             const Chapters &chapters,
                             Changes &changes)
{
    EpisodeStore store(connection);
    const auto kept = store.chapterLists(episode);
    if (!kept) {
        return base::unexpected(kept.error());
    }
    if (chaptersOf(*kept, source) == chapters) {
        return false;
    }
    if (const auto done = store.setChapters(episode, source, chapters, changes); !done) {
        return base::unexpected(done.error());
    }
    return true;
}

/// An episode may leave the library while its chapters are looked for; that is no fault.
void logUnkept(const base::Error &error)
{
    if (error.code != base::ErrorCode::NotFound) {
        qCWarning(base::logSession) << "chapters not kept:" << error.detail;
    }
}

/// Whether asking the same server again later may bring more.
bool mayPass(const base::Error &error)
{
    return error.code == base::ErrorCode::Offline || error.code == base::ErrorCode::Timeout
           || error.code == base::ErrorCode::Busy;
}

} // namespace

ChapterService::ChapterService(library::Library &library,
                               network::HttpClient &http,
                               work::WorkerPool &workers,
                               ListeningSettings &settings,
                               Timekeeping &timekeeping,
                               History &history)
    : m_library(library)
    , m_http(http)
    , m_workers(workers)
    , m_settings(settings)
    , m_timekeeping(timekeeping)
    , m_history(history)
    , m_pictures(picturesInMemory)
{
    connect(&timekeeping, &Timekeeping::changed, this, &ChapterService::changed);
}

QFuture<base::Result<EpisodeChapters>> ChapterService::of(const Episode &episode)
{
    auto promise = internal::sharedPromise<EpisodeChapters>();
    const auto pending = m_library.read([id = episode.row.id](Connection &connection) {
        return EpisodeStore(connection).chapterLists(id);
    });
    work::comeBack(pending, this, [this, episode, promise](const base::Result<Lists> &kept) {
        if (!kept) {
            internal::settle<EpisodeChapters>(promise, base::unexpected(kept.error()));
            return;
        }
        readNotes(episode, *kept, promise);
        lookFurther(episode, *kept);
    });
    return promise->future();
}

void ChapterService::readNotes(const Episode &episode, const Lists &kept, const Promise &promise)
{
    // The notes are read each time: a feed may bring others, and it takes a moment only.
    const auto pending = m_timekeeping.read(episode);
    work::comeBack(
        pending,
        this,
        [this, id = episode.row.id, kept, promise](const base::Result<DecidedNotes> &read) {
            const Chapters found = read ? read->chapters : Chapters();
            if (!read || found == chaptersOf(kept, notesSource)) {
                internal::settle<EpisodeChapters>(promise, shownFrom(kept));
            } else {
                keepNotes(id, kept, found, promise);
            }
        });
}

void ChapterService::keepNotes(base::EpisodeId episode,
                               const Lists &kept,
                               const Chapters &found,
                               const Promise &promise)
{
    const auto pending = m_library.write(
        Durability::Normal,
        [episode, found](Connection &connection, Changes &changes) -> base::Result<Lists> {
            const auto stored = storeList(connection, episode, notesSource, found, changes);
            if (!stored) {
                return base::unexpected(stored.error());
            }
            return EpisodeStore(connection).chapterLists(episode);
        });
    work::comeBack(pending, this, [kept, found, promise](const base::Result<Lists> &stored) {
        if (stored) {
            internal::settle<EpisodeChapters>(promise, shownFrom(*stored));
            return;
        }
        // Shown also when they cannot be kept.
        logUnkept(stored.error());
        Lists lists = kept;
        std::erase_if(lists, [](const ChapterList &list) { return list.source == notesSource; });
        if (!found.empty()) {
            lists.push_back({notesSource, found});
        }
        internal::settle<EpisodeChapters>(promise, shownFrom(lists));
    });
}

void ChapterService::lookFurther(const Episode &episode, const Lists &kept)
{
    const auto isFirstLook = [this](const QString &place) {
        const bool isNew = !place.isEmpty() && !m_lookedAt.contains(place);
        m_lookedAt.insert(place);
        return isNew;
    };
    if (chaptersOf(kept, fileSource).empty() && isFirstLook(episode.row.filePath)) {
        readFile(episode.row.id, episode.row.filePath);
    }
    if (chaptersOf(kept, jsonSource).empty() && isFirstLook(episode.feed.chaptersUrl)) {
        fetch(episode.row.id, episode.feed.chaptersUrl);
    }
}

void ChapterService::readFile(base::EpisodeId episode, const QString &path)
{
    m_lookedAt.insert(path);
    using Read = base::Result<Chapters>;
    const auto pending = m_workers.run<Read>(
        [path](QPromise<Read> &reading) { reading.addResult(media::readFileChapters(path)); });
    work::comeBack(pending, this, [this, episode](const Read &chapters) {
        // What cannot be read now says nothing against what was read before.
        if (chapters) {
            keep(episode, fileSource, *chapters);
        }
    });
}

void ChapterService::fetch(base::EpisodeId episode, const QString &address)
{
    network::HttpRequest request;
    request.url = QUrl(address);
    request.limits.bodyBytes = largestJson;
    using Read = base::Result<Chapters>;
    work::comeBack(m_http.get(request),
                   this,
                   [this, episode, address](const base::Result<network::HttpReply> &reply) {
                       if (!reply) {
                           if (mayPass(reply.error())) {
                               m_lookedAt.remove(address);
                           }
                           return;
                       }
                       const auto pending =
                           m_workers.run<Read>([body = reply->body](QPromise<Read> &reading) {
                               reading.addResult(feeds::readChaptersJson(body));
                           });
                       work::comeBack(pending, this, [this, episode](const Read &chapters) {
                           if (chapters) {
                               keep(episode, jsonSource, *chapters);
                           }
                       });
                   });
}

void ChapterService::keep(base::EpisodeId episode, const QString &source, const Chapters &chapters)
{
    const auto pending = m_library.write(
        Durability::Normal, [episode, source, chapters](Connection &connection, Changes &changes) {
            return storeList(connection, episode, source, chapters, changes);
        });
    work::comeBack(pending, this, [this, episode](const base::Result<bool> &stored) {
        if (!stored) {
            logUnkept(stored.error());
        } else if (*stored) {
            emit changed(episode);
        }
    });
}

QFuture<base::Result<void>> ChapterService::choose(base::EpisodeId episode, const QString &source)
{
    const auto pending = m_library.write(
        Durability::Normal, [episode, source](Connection &connection, Changes &changes) {
            return EpisodeStore(connection).chooseChapterSource(episode, source, changes);
        });
    return work::comeBack(pending, this, [this, episode](const base::Result<void> &done) {
        if (done) {
            emit changed(episode);
        }
        return done;
    });
}

} // namespace app::session
