// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <vector>

namespace app::session {

/// What a step did; the window words it ("Highlight deleted").
enum class StepKind {
    NoteAdded,
    NoteEdited,
    NoteDeleted,
    MarkedPlayed,
    MarkedUnplayed,
    Queued,
    Unqueued,
    QueueMoved,
    Unfollowed,
    ChaptersChanged,
    TimesDecided,
    TranscriptCorrected,
};

/// Undo and redo over everything the listener changes, 200 steps deep. Never moves the sound.
/// Thread: main.
class History final : public QObject
{
    Q_OBJECT

public:
    struct Step
    {
        StepKind kind = StepKind::NoteAdded;
        std::function<void()> undo;
        std::function<void()> redo;
    };

    using QObject::QObject;

    /// Remembers a step that has just been done; what could be redone is forgotten.
    void push(Step step);
    void undo();
    void redo();

    [[nodiscard]] bool canUndo() const { return m_next > 0; }

    [[nodiscard]] bool canRedo() const { return m_next < m_steps.size(); }

signals:
    void stepDone(app::session::StepKind kind);
    void stepUndone(app::session::StepKind kind);
    void stepRedone(app::session::StepKind kind);
    void changed();

private:
    std::vector<Step> m_steps;
    std::size_t m_next = 0; ///< index of the step that redo would do
};

} // namespace app::session
