// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"
#include "app/notes/note.h"
#include "app/session/session.h"
#include "app/timestamps/timerange.h"

#include <QObject>

class QWidget;

namespace ui::notes {
class NotesPanel;
}

namespace ui::transcript {
class ReaderPane;
}

namespace ui::window {

class Messages;
class ReaderController;

/// Stretches of sound: saves one as a file, or has it repeated; of selected words, of a note, or
/// between A and B. Thread: main.
class ClipController final : public QObject
{
    Q_OBJECT

public:
    ClipController(app::session::Session &session,
                   ReaderController &reader,
                   Messages &messages,
                   QWidget *window);

    void serve(notes::NotesPanel &panel);
    void serve(transcript::ReaderPane &text);

    /// X: the selected words, else the stretch that is repeated, else the sentence that is heard.
    void saveChosen();
    /// R: the sentence that is heard, once more from its start.
    void repeatSentence();
    /// Shift+R: repeats the selected words or the sentence that is heard; again: no longer.
    void toggleLoop();

    void save(const app::library::Episode &episode, const app::timestamps::TimeRange &range);

    /// A note's stretch of sound; one without an end has none.
    void save(const app::notes::Note &note);
    void repeat(const app::notes::Note &note);

signals:
    /// What is being written, for a line of progress; empty when nothing is.
    void progressed(const QString &text);

private:
    void saveOf(app::base::EpisodeId episode, const app::timestamps::TimeRange &range);
    void write(const app::library::Episode &episode,
               const app::timestamps::TimeRange &range,
               const QString &path);
    void repeat(app::base::EpisodeId episode, const app::timestamps::TimeRange &range);
    [[nodiscard]] std::optional<app::timestamps::TimeRange> selectedRange() const;
    [[nodiscard]] std::optional<app::timestamps::TimeRange> heardSentence() const;

    app::session::Session &m_session;
    ReaderController &m_reader;
    Messages &m_messages;
    QWidget *m_window;
};

} // namespace ui::window
