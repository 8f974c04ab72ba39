// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"
#include "app/playback/clip.h"
#include "app/work/workerpool.h"

#include <QFuture>
#include <QObject>

#include <atomic>
#include <memory>

namespace app::session {

/// Writes clips in the background, one at a time. Thread: main.
class Clips final : public QObject
{
    Q_OBJECT

public:
    explicit Clips(work::WorkerPool &workers);
    ~Clips() override;

    /// Errors: those of playback::writeClip, and Busy while another is written.
    [[nodiscard]] QFuture<base::Result<timestamps::Duration>>
    write(const playback::ClipRequest &request);
    /// The future then ends with Busy.
    void cancel();

    [[nodiscard]] bool isWriting() const { return m_writing; }

    /// A clip of an episode, with its titles as tags and a name made of episode and place; the
    /// caller sets outputPath. Errors: NotFound when the episode is not downloaded.
    [[nodiscard]] static base::Result<playback::ClipRequest>
    requestFor(const library::Episode &episode, const timestamps::TimeRange &range);
    /// "Where zero is 4.30-4.45.mp3": safe on every system.
    [[nodiscard]] static QString fileNameFor(const library::Episode &episode,
                                             const timestamps::TimeRange &range,
                                             const QString &suffix);

signals:
    /// 0 to 1.
    void progressed(double part);

private:
    work::WorkerPool &m_workers;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< looked at by the worker
    bool m_writing = false;
};

} // namespace app::session
