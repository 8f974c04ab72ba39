// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/episodestore.h"
#include "app/media/mediainfo.h"
#include "app/session/chapterservice.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace app::session {
namespace {

using library::ChapterList;
using library::Connection;
using library::Episode;
using library::EpisodeStore;
using timestamps::Chapter;
using timestamps::MediaTime;
using Picture = base::Result<QByteArray>;

constexpr qint64 largestPicture = 8LL * 1024 * 1024;

QString cacheKey(const Episode &episode, const Chapter &chapter)
{
    return QStringLiteral("%1 %2 %3")
        .arg(QString::number(episode.row.id.number()),
             QString::number(chapter.start.ms()),
             chapter.image);
}

bool isInFile(const Chapter &chapter)
{
    return chapter.hasImage && chapter.image.isEmpty();
}

/// Where the file itself says this chapter begins, when it has a picture for it: a list that was
/// merged may have the start of another account.
std::optional<MediaTime> startInFile(const std::vector<ChapterList> &lists, const Chapter &chapter)
{
    for (const ChapterList &list : lists) {
        if (list.source != QLatin1String("file")) {
            continue;
        }
        const auto same = [&](const Chapter &own) {
            return isInFile(own)
                   && std::chrono::abs(own.start - chapter.start) < std::chrono::seconds(1);
        };
        const auto found = std::find_if(list.chapters.begin(), list.chapters.end(), same);
        return found == list.chapters.end() ? std::nullopt : std::optional(found->start);
    }
    return isInFile(chapter) ? std::optional(chapter.start) : std::nullopt;
}

/// Formats that only hold a picture. Others, such as SVG, may name more to be loaded.
bool isPlainPicture(const QByteArray &bytes)
{
    static const std::array<QByteArray, 4> beginnings{
        QByteArray("\xff\xd8\xff"), QByteArray("\x89PNG"), QByteArray("GIF8"), QByteArray("RIFF")};
    const auto begins = [&](const QByteArray &beginning) {
        return bytes.startsWith(beginning);
    };
    return std::any_of(beginnings.begin(), beginnings.end(), begins)
           && (!bytes.startsWith("RIFF") || bytes.mid(8, 4) == "WEBP");
}

bool isWebAddress(const QUrl &url)
{
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty()
           && (scheme == QLatin1String("http") || scheme == QLatin1String("https"));
}

} // namespace

QFuture<Picture> ChapterService::picture(const Episode &episode, const Chapter &chapter)
{
    if (const QByteArray *known = m_pictures.object(cacheKey(episode, chapter))) {
        return internal::ready<QByteArray>(*known);
    }
    auto promise = internal::sharedPromise<QByteArray>();
    if (episode.row.filePath.isEmpty()) {
        pictureFromAddress(episode, chapter, promise);
        return promise->future();
    }
    const auto pending = m_library.read([id = episode.row.id](Connection &connection) {
        return EpisodeStore(connection).chapterLists(id);
    });
    work::comeBack(
        pending, this, [this, episode, chapter, promise](const base::Result<Lists> &lists) {
            const auto start = startInFile(lists.value_or({}), chapter);
            if (start) {
                pictureFromFile(episode, chapter, *start, promise);
            } else {
                pictureFromAddress(episode, chapter, promise);
            }
        });
    return promise->future();
}

void ChapterService::pictureFromFile(const Episode &episode,
                                     const Chapter &chapter,
                                     MediaTime start,
                                     const PicturePromise &promise)
{
    const auto pending =
        m_workers.run<Picture>([path = episode.row.filePath, start](QPromise<Picture> &reading) {
            reading.addResult(media::readChapterPicture(path, start));
        });
    work::comeBack(pending, this, [this, episode, chapter, promise](const Picture &picture) {
        if (picture || chapter.image.isEmpty()) {
            givePicture(episode, chapter, picture, promise);
        } else {
            pictureFromAddress(episode, chapter, promise);
        }
    });
}

void ChapterService::pictureFromAddress(const Episode &episode,
                                        const Chapter &chapter,
                                        const PicturePromise &promise)
{
    const QUrl url(chapter.image);
    if (!isWebAddress(url)) {
        internal::settle<QByteArray>(
            promise,
            base::unexpected(
                base::ErrorCode::NotFound,
                QStringLiteral("the chapter at %1 ms has no picture").arg(chapter.start.ms())));
        return;
    }
    using Own = base::Result<settings::PodcastSettings>;
    work::comeBack(
        m_settings.ofPodcast(episode.row.podcastId),
        this,
        [this, url, episode, chapter, promise](const Own &own) {
            if (!own || !own->remotePictures) {
                internal::settle<QByteArray>(
                    promise,
                    base::unexpected(
                        base::ErrorCode::Denied,
                        QStringLiteral("pictures from other servers are not allowed for \"%1\"")
                            .arg(episode.row.podcastTitle)));
                return;
            }
            network::HttpRequest request;
            request.url = url;
            request.accept = "image/*";
            request.limits.bodyBytes = largestPicture;
            work::comeBack(
                m_http.get(request),
                this,
                [this, episode, chapter, promise](const base::Result<network::HttpReply> &reply) {
                    givePicture(episode,
                                chapter,
                                reply ? Picture(reply->body) : base::unexpected(reply.error()),
                                promise);
                });
        });
}

void ChapterService::givePicture(const Episode &episode,
                                 const Chapter &chapter,
                                 const Picture &picture,
                                 const PicturePromise &promise)
{
    Picture given = picture;
    if (picture && !isPlainPicture(*picture)) {
        given = base::unexpected(base::ErrorCode::Unsupported,
                                 QStringLiteral("the picture of the chapter at %1 ms is of a kind"
                                                " that is not shown")
                                     .arg(chapter.start.ms()));
    }
    if (given) {
        m_pictures.insert(cacheKey(episode, chapter),
                          new QByteArray(*given),
                          std::max<qsizetype>(given->size(), 1));
    }
    internal::settle<QByteArray>(promise, std::move(given));
}

} // namespace app::session
