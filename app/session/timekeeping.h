// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/library/library.h"
#include "app/library/records.h"
#include "app/session/history.h"
#include "app/session/shownotes.h"
#include "app/timestamps/chapters.h"
#include "app/timestamps/decisions.h"
#include "app/work/workerpool.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

#include <functional>

namespace app::session {

/// Show notes as the listener has decided to read their times.
struct DecidedNotes
{
    ShowNotes notes;
    QString textHash; ///< names this text when a decision about it is made
    timestamps::TimeDecisions own;
    timestamps::TimeDecisions ofPodcast;
    /// Times as they are written: not moved, none taken away.
    std::vector<timestamps::Timestamp> asWritten;
    /// The list of contents they hold, as chapters; empty when there is none.
    timestamps::Chapters chapters;
};

/// Keeps what the listener decides about times in show notes, per text, with what holds for all of
/// a podcast. Every decision can be undone through the History. Thread: main.
class Timekeeping final : public QObject
{
    Q_OBJECT

public:
    /// Works on a text's decisions: what comes out is kept.
    using Change = std::function<void(timestamps::TimeDecisions &decisions)>;

    Timekeeping(library::Library &library,
                work::WorkerPool &workers,
                History &history,
                const base::Clock &clock);

    /// An episode's show notes, their times read anew with its present duration.
    [[nodiscard]] QFuture<base::Result<DecidedNotes>> read(const library::Episode &episode);

    /// Changes what was decided about one text. Errors: NotFound (the episode is gone), DiskFull.
    QFuture<base::Result<void>>
    decide(base::EpisodeId episode, const QString &textHash, const Change &change);

    /// Keeps form and recording for all texts of a podcast that have no decision of their own.
    QFuture<base::Result<void>> setForPodcast(base::PodcastId podcast,
                                              const timestamps::TimeDecisions &decisions);

signals:
    /// Ask again for its show notes.
    void changed(app::base::EpisodeId episode);
    void podcastChanged(app::base::PodcastId podcast);

private:
    struct Kept
    {
        timestamps::TimeDecisions before;
        timestamps::TimeDecisions after;
    };

    QFuture<base::Result<Kept>>
    keep(base::EpisodeId episode, const QString &textHash, const Change &change);

    library::Library &m_library;
    work::WorkerPool &m_workers;
    History &m_history;
    const base::Clock &m_clock;
};

/// Where the recording that a text's times belong to can be opened at a place: the feed's
/// contentLink, else a video that the text links to. Invalid when neither is there.
/// YouTube understands the time in it; of others the fragment "t=" says it.
[[nodiscard]] QUrl otherRecordingAt(const library::Episode &episode,
                                    const markup::RichText &text,
                                    timestamps::MediaTime place);

} // namespace app::session
