// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/downloads/downloadqueue.h"
#include "app/library/library.h"
#include "app/library/records.h"
#include "app/session/history.h"
#include "app/timestamps/chapters.h"
#include "app/work/workerpool.h"

#include <QFuture>
#include <QObject>

#include <map>
#include <memory>

namespace app::session {

/// What is done with episodes besides listening: downloads, played, the queue, chapters.
/// Thread: main.
class EpisodeService final : public QObject
{
    Q_OBJECT

public:
    EpisodeService(library::Library &library,
                   downloads::DownloadQueue &queue,
                   network::HttpClient &http,
                   work::WorkerPool &pool,
                   History &history);

    /// Fetches an episode's file; the future ends with the path once it is complete.
    /// Errors: NotFound (no enclosure), and those of DownloadQueue.
    [[nodiscard]] QFuture<base::Result<QString>> download(base::EpisodeId episode);
    void cancelDownload(base::EpisodeId episode);
    /// Removes the file; the episode stays.
    [[nodiscard]] QFuture<base::Result<void>> deleteFile(base::EpisodeId episode);

    void setPlayed(base::EpisodeId episode, bool played);
    /// Puts it at the end of the queue, or next.
    void enqueue(base::EpisodeId episode, bool next);
    void dequeue(base::EpisodeId episode);

    /// The chapters to show; fetches a feed's chapters file the first time.
    [[nodiscard]] QFuture<base::Result<timestamps::Chapters>>
    chapters(const library::Episode &episode);

    /// Where an episode's file is, or will be, kept.
    [[nodiscard]] QString filePathFor(const library::Episode &episode) const;

    [[nodiscard]] downloads::DownloadQueue &downloadQueue() { return m_queue; }

signals:
    void failed(app::base::EpisodeId episode, const app::base::Error &error);

private:
    using DownloadPromise = std::shared_ptr<QPromise<base::Result<QString>>>;
    using ChaptersPromise = std::shared_ptr<QPromise<base::Result<timestamps::Chapters>>>;
    void beginDownload(const library::Episode &episode, const DownloadPromise &promise);
    void keepFile(base::EpisodeId episode, const QString &path);
    void settleDownload(base::EpisodeId episode, const base::Result<QString> &result);
    void readChaptersOf(base::EpisodeId episode, const QString &path);
    QFuture<base::Result<void>> keepChapters(base::EpisodeId episode,
                                             const QString &source,
                                             const timestamps::Chapters &chapters);
    void fetchChapters(const library::Episode &episode, const ChaptersPromise &promise);
    void applyPlayed(base::EpisodeId episode, bool played);
    void applyQueued(base::EpisodeId episode, bool queued, int at);

    library::Library &m_library;
    downloads::DownloadQueue &m_queue;
    network::HttpClient &m_http;
    work::WorkerPool &m_pool;
    History &m_history;
    std::multimap<base::EpisodeId, DownloadPromise> m_waiting; ///< who asked for a download
};

} // namespace app::session
