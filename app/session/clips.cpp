// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/clips.h"

#include "app/downloads/filenames.h"
#include "app/session/internal/ready.h"
#include "app/timestamps/timecode.h"
#include "app/work/comeback.h"

#include <algorithm>
#include <cmath>

namespace app::session {
namespace {

using timestamps::Duration;
using timestamps::MediaTime;
using Written = base::Result<Duration>;

constexpr int progressSteps = 1000;

/// To the nearest second: a quote that ends at 4:44.9 ends at 4:45 for a reader.
QString timeText(MediaTime place)
{
    return timestamps::formatTimecode(place + Duration(500));
}

} // namespace

Clips::Clips(work::WorkerPool &workers)
    : m_workers(workers)
{}

Clips::~Clips()
{
    cancel();
}

QFuture<Written> Clips::write(const playback::ClipRequest &request)
{
    if (m_writing) {
        return internal::readyError<Duration>(base::ErrorCode::Busy,
                                              QStringLiteral("another clip is being written"));
    }
    m_writing = true;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    const auto writing =
        m_workers.run<Written>([request, stop = m_stop](QPromise<Written> &promise) {
            promise.setProgressRange(0, progressSteps);
            promise.addResult(playback::writeClip(request, *stop, [&promise](double part) {
                promise.setProgressValue(static_cast<int>(std::lround(part * progressSteps)));
            }));
        });
    auto *const watcher = new QFutureWatcher<Written>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int step) {
        emit progressed(static_cast<double>(step) / progressSteps);
    });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(writing);
    return work::comeBack(writing, this, [this](const Written &written) {
        m_writing = false;
        return written;
    });
}

void Clips::cancel()
{
    // The future itself is not cancelled, so that it ends with what became of the file.
    if (m_stop) {
        *m_stop = true;
    }
}

base::Result<playback::ClipRequest> Clips::requestFor(const library::Episode &episode,
                                                      const timestamps::TimeRange &range)
{
    if (episode.row.filePath.isEmpty()) {
        return base::unexpected(base::ErrorCode::NotFound,
                                QStringLiteral("\"%1\" is not downloaded").arg(episode.row.title));
    }
    playback::ClipRequest request;
    request.audioPath = episode.row.filePath;
    request.range = range;
    request.tags.title =
        QStringLiteral("%1 %2\u2013%3")
            .arg(episode.row.title.simplified(), timeText(range.start), timeText(range.end))
            .trimmed();
    request.tags.album = episode.row.podcastTitle.simplified();
    request.tags.artist = request.tags.album;
    request.tags.comment = episode.feed.link;
    return request;
}

QString Clips::fileNameFor(const library::Episode &episode,
                           const timestamps::TimeRange &range,
                           const QString &suffix)
{
    QString times = QStringLiteral("%1-%2").arg(timeText(range.start), timeText(range.end));
    times.replace(QLatin1Char(':'), QLatin1Char('.'));
    QString kind = suffix.toLower();
    kind.removeIf([](QChar c) { return c.unicode() > 127 || !c.isLetterOrNumber(); });
    return QStringLiteral("%1 %2.%3").arg(downloads::safeFileName(episode.row.title), times, kind);
}

} // namespace app::session
