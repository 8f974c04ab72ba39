// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/downloads/downloadqueue.h"
#include "app/library/library.h"
#include "app/library/records.h"
#include "app/session/history.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace app::session {

/// What is done with episodes besides listening: downloads, played, the queue. Thread: main.
class EpisodeService final : public QObject
{
    Q_OBJECT

public:
    EpisodeService(library::Library &library, downloads::DownloadQueue &queue, History &history);

    /// Fetches an episode's file; the future ends with the path once it is complete.
    /// Errors: NotFound (no enclosure), and those of DownloadQueue.
    [[nodiscard]] QFuture<base::Result<QString>> download(base::EpisodeId episode);
    void cancelDownload(base::EpisodeId episode);
    /// Removes the file; the episode stays.
    [[nodiscard]] QFuture<base::Result<void>> deleteFile(base::EpisodeId episode);

    void setPlayed(base::EpisodeId episode, bool played);

    // Each of these is one step to undo, which brings back the very order there was; what was
    // played or added since stays so.
    /// Puts it at the end of the queue, or next.
    void enqueue(base::EpisodeId episode, bool next);
    /// All of them, in this order.
    void enqueueMany(const std::vector<base::EpisodeId> &episodes, bool next);
    void dequeue(base::EpisodeId episode);
    /// Moves it to this place of the queue, counted without itself; adds it when it is not there.
    void moveInQueue(base::EpisodeId episode, int to);
    void clearQueue();

    /// Where an episode's file is, or will be, kept.
    [[nodiscard]] QString filePathFor(const library::Episode &episode) const;

    [[nodiscard]] downloads::DownloadQueue &downloadQueue() { return m_queue; }

signals:
    /// A download is complete and recorded.
    void fileKept(app::base::EpisodeId episode, const QString &path);
    void failed(app::base::EpisodeId episode, const app::base::Error &error);

private:
    using DownloadPromise = std::shared_ptr<QPromise<base::Result<QString>>>;
    void beginDownload(const library::Episode &episode, const DownloadPromise &promise);
    void keepFile(base::EpisodeId episode, const QString &path);
    void settleDownload(base::EpisodeId episode, const base::Result<QString> &result);
    void applyPlayed(base::EpisodeId episode, bool played);
    using QueueEdit =
        std::function<std::vector<base::EpisodeId>(const std::vector<base::EpisodeId> &)>;
    void changeQueue(StepKind kind, const QueueEdit &edit);
    void writeQueue(const QueueEdit &edit);

    library::Library &m_library;
    downloads::DownloadQueue &m_queue;
    History &m_history;
    std::multimap<base::EpisodeId, DownloadPromise> m_waiting; ///< who asked for a download
};

} // namespace app::session
