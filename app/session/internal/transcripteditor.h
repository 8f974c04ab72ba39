// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/library/library.h"
#include "app/library/records.h"
#include "app/session/history.h"
#include "app/session/internal/correctedreading.h"
#include "app/transcripts/corrections.h"
#include "app/work/workerpool.h"

#include <QFuture>
#include <QObject>

#include <deque>
#include <functional>
#include <memory>

namespace app::session::internal {

/// Changes what was put right in transcripts, each change a step of the History. Edits are done one
/// after the other as they were asked for. Thread: main.
class TranscriptEditor final : public QObject
{
    Q_OBJECT

public:
    using Done = base::Result<void>;

    TranscriptEditor(library::Library &library,
                     work::WorkerPool &pool,
                     History &history,
                     const base::Clock &clock);

    /// Errors: NotFound, Conflict (an edit does not fit), Malformed, TooLarge, Corrupt.
    [[nodiscard]] QFuture<Done> correct(base::TranscriptId id,
                                        const std::vector<transcripts::Edit> &edits);
    /// Errors: NotFound (no such transcript, or nothing was put right).
    [[nodiscard]] QFuture<Done> undoLast(base::TranscriptId id);
    [[nodiscard]] QFuture<Done> dropAll(base::TranscriptId id);
    /// Errors: NotFound.
    [[nodiscard]] QFuture<Done>
    rename(base::PodcastId podcast, const QString &label, const QString &name);

signals:
    void changed(app::base::EpisodeId episode);
    void podcastChanged(app::base::PodcastId podcast);
    void failed(const app::base::Error &error);

private:
    /// What was kept of a transcript, and what is to be.
    struct Change
    {
        base::EpisodeId episode;
        transcripts::Corrections before;
        transcripts::Corrections after;
    };

    using Changed = base::Result<Change>;
    using Promise = std::shared_ptr<QPromise<Done>>;
    /// Makes `after` from `before`. Runs on a worker with what is kept at hand.
    using Work = std::function<Done(const KeptWords &kept, Change &change)>;

    [[nodiscard]] QFuture<Done> edit(base::TranscriptId id, const Work &change);
    void beginNext();
    void tryEdit(base::TranscriptId id, const Work &work, int triesLeft, const Promise &promise);
    void keep(base::TranscriptId id,
              const Change &change,
              const std::function<void()> &again,
              const Promise &promise);
    void put(base::TranscriptId id, const transcripts::Corrections &corrections);
    void putName(base::PodcastId podcast, const QString &label, const QString &name);
    [[nodiscard]] QFuture<base::Result<QString>>
    writeName(base::PodcastId podcast, const QString &label, const QString &name);

    library::Library &m_library;
    work::WorkerPool &m_pool;
    History &m_history;
    const base::Clock &m_clock;
    std::deque<std::function<void()>> m_waiting; ///< the first is being done
};

} // namespace app::session::internal
