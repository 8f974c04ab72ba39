// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "app/library/records.h"
#include "app/media/soundanalysis.h"
#include "app/work/job.h"
#include "app/work/workerpool.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace app::session {

/// The shape, loudness and pauses of recordings: from the library, or made in the background and
/// kept there by the file's identity. Thread: main.
class SoundMaps final : public QObject
{
    Q_OBJECT

public:
    SoundMaps(library::Library &library, work::WorkerPool &workers);
    ~SoundMaps() override;

    /// Asks for a complete file's; ready() follows, also when it is known already. Only the latest
    /// wish counts: what was being made for another file is given up. The same file again while it
    /// is on its way changes nothing.
    void want(const QString &filePath);
    /// Nothing is wanted any more.
    void forget();

signals:
    void progressed(const QString &filePath, double part);
    void ready(const QString &filePath,
               const std::shared_ptr<const app::media::SoundAnalysis> &analysis);
    void failed(const QString &filePath, const app::base::Error &error);

private:
    using Analysis = std::shared_ptr<const media::SoundAnalysis>;

    /// What a worker made, and what is kept of it.
    struct Made
    {
        Analysis analysis;
        library::FileIdentity file;
        QByteArray bytes; ///< empty when the file has changed meanwhile
    };

    using Making = base::Result<Made>;

    void make(const QString &filePath);
    void showProgress(const QString &filePath, const QFuture<Making> &making);
    void keep(const Made &made);
    [[nodiscard]] static Making
    makeOnWorker(const QString &filePath, std::atomic<bool> &stop, QPromise<Making> &promise);

    library::Library &m_library;
    work::WorkerPool &m_workers;
    QString m_wanted; ///< empty once it is there, or cannot be had
    int m_round = 0;  ///< counts wishes, so that answers to earlier ones are told apart
    work::Job m_reading;
    work::Job m_making;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< looked at by the worker
};

} // namespace app::session
