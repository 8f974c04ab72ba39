// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "app/media/soundanalysis.h"
#include "app/work/job.h"
#include "app/work/workerpool.h"

#include <QObject>

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
    /// wish counts: what was being made for another file is given up.
    void want(const QString &filePath);
    /// Nothing is wanted any more.
    void forget();

signals:
    void progressed(const QString &filePath, double part);
    void ready(const QString &filePath,
               const std::shared_ptr<const app::media::SoundAnalysis> &analysis);
    void failed(const QString &filePath, const app::base::Error &error);

private:
    void make(const QString &filePath);

    library::Library &m_library;
    work::WorkerPool &m_workers;
    QString m_wanted;
    work::Job m_reading;
    work::Job m_making;
};

} // namespace app::session
