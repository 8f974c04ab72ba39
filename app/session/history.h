// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
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
    NotePlaced, ///< it stands elsewhere, or the listener agreed to where it stands
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
        int count = 1; ///< of the things it did this to
    };

    using QObject::QObject;

    /// For a step that takes a while, such as one that has to be on disk first: held until it was
    /// pushed, or came to nothing. What is undone or redone meanwhile waits for it, so that undo
    /// pressed right after a deletion takes back that deletion.
    [[nodiscard]] std::shared_ptr<void> underway();
    /// Remembers a step that has just been done; what could be redone is forgotten.
    void push(Step step);
    /// Puts steps of earlier runs before all others, oldest first. What they could redo is taken as
    /// long as nothing else was done. \param undone  what redo would do next comes first
    void restore(std::vector<Step> done, std::vector<Step> undone);
    void undo();
    void redo();

    [[nodiscard]] bool canUndo() const { return m_next > 0 || m_underway > 0; }

    [[nodiscard]] bool canRedo() const { return m_next < m_steps.size(); }

    /// What undo would take back, and redo do again; of what is underway nothing is known yet.
    [[nodiscard]] std::optional<StepKind> undoKind() const;
    [[nodiscard]] std::optional<StepKind> redoKind() const;

    /// Of the last step that was done, undone or redone: to how many things.
    [[nodiscard]] int lastCount() const { return m_lastCount; }

signals:
    void stepDone(app::session::StepKind kind);
    void stepUndone(app::session::StepKind kind);
    void stepRedone(app::session::StepKind kind);
    void changed();
    /// What could be redone no longer can, because something else was done.
    void redoForgotten();

private:
    enum class Way { Back, Forth };

    void go(Way way);
    void arrive();
    void goWaiting();

    std::vector<Step> m_steps;
    std::size_t m_next = 0; ///< index of the step that redo would do
    int m_lastCount = 1;
    int m_underway = 0;
    std::vector<Way> m_waiting; ///< asked for while a step was underway
};

} // namespace app::session
