// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/library/library.h"
#include "app/notes/anchorhistory.h"
#include "app/work/workerpool.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

namespace app::session::internal {

struct ShowNotesQuotes;

/// Seeks notes that were taken from show notes in these whenever they may have become others.
/// Thread: main.
class ShowNotesKeeper final : public QObject
{
    Q_OBJECT

public:
    ShowNotesKeeper(library::Library &library, work::WorkerPool &workers, const base::Clock &clock);
    ~ShowNotesKeeper() override;

    /// Gives up what is done and what waits.
    void cancel();

signals:
    /// What is to be done to the notes of an episode, one record for each that does not stay as it
    /// is. Their times stay.
    void found(app::base::EpisodeId episode,
               const std::vector<app::notes::AnchoringRecord> &records);
    void failed(const app::base::Error &error);

private:
    using Quotes = std::vector<ShowNotesQuotes>;

    void notice(const QSet<base::EpisodeId> &episodes);
    void noticeAll();
    void look();
    void seek(Quotes quotes);

    library::Library &m_library;
    work::WorkerPool &m_workers;
    const base::Clock &m_clock;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< looked at by workers
    QTimer m_soon;
    QTimer m_afterStart;
    QSet<base::EpisodeId> m_waiting;
    QHash<base::EpisodeId, std::size_t> m_seen; ///< what was there when an episode was looked at
    bool m_looking = false;
};

} // namespace app::session::internal
