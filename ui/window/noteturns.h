// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "app/session/session.h"
#include "app/work/job.h"

#include <QObject>

#include <optional>
#include <vector>

namespace ui::window {

/// Plays notes one after the other: each from its start to its end, a moment for a while. Ends when
/// the listener goes elsewhere. Thread: main.
class NoteTurns final : public QObject
{
    Q_OBJECT

public:
    explicit NoteTurns(app::session::Session &session);

    void start(std::vector<app::base::NoteId> ids);
    /// One from its start to its end as given, which may not be as it is kept.
    void playOnce(const app::notes::Note &note);
    /// To another of them; beyond the last it ends.
    void step(int by);
    /// No longer; the sound goes on.
    void stop();

    [[nodiscard]] bool isOn() const { return !m_ids.empty(); }

signals:
    /// The which of how many is played, counted from 1; 0 of 0 at the end.
    void turnChanged(int position, int count, const app::base::NoteId &note);
    /// All were played. \param skipped  how many could not, for their episode is gone
    void done(int skipped);

private:
    void play(int step);
    void noteCame(const app::notes::Note &note, int step);
    void follow(app::timestamps::MediaTime heard);
    void end();

    app::session::Session &m_session;
    std::vector<app::base::NoteId> m_ids;
    int m_at = 0;
    int m_skipped = 0;
    std::optional<app::notes::Note> m_note; ///< that is played, or about to be
    bool m_reached = false;                 ///< the sound has come to it
    app::work::Job m_loading;
};

} // namespace ui::window
