// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "app/session/notebook.h"
#include "app/session/session.h"
#include "ui/notes/notesview.h"
#include "ui/window/noteturns.h"

#include <QObject>

#include <memory>
#include <vector>

class QMenu;
class QMimeData;

namespace ui::window {

class ClipController;
class Messages;

/// Carries out what is wished in the view of all notes. Thread: main.
class NotesController final : public QObject
{
    Q_OBJECT

public:
    NotesController(app::session::Session &session,
                    notes::NotesView &view,
                    Messages &messages,
                    ClipController &clips);

    [[nodiscard]] NoteTurns &turns() { return m_turns; }

    /// Those chosen in the view; in the bin it is asked whether they are to go for good.
    void deleteChosen();

    /// What notes are for other programs: their words with citations, and as Markdown quotes.
    /// \returns owned by the caller
    [[nodiscard]] static std::unique_ptr<QMimeData>
    mimeData(const std::vector<app::notes::Note> &notes);

signals:
    /// A note's place is to be shown among its words, without a sound.
    void transcriptWanted(const app::notes::Note &note);
    void exportWanted(const std::vector<app::base::NoteId> &ids);
    /// The names of the colours are to be changed.
    void namesWanted();

private:
    using Ids = std::vector<app::base::NoteId>;
    using Notes = std::vector<app::notes::Note>;

    void connectView();
    void connectPage();
    void play(const app::notes::Note &note);
    void save(const app::base::NoteId &id, const QString &text, const QStringList &tags);
    void edit(const Ids &ids, const app::session::NoteEdit &edit);
    void report(const QFuture<app::base::Result<Notes>> &done);
    void copy(const Ids &ids);
    void openMenu(const app::notes::Note &note, const QPoint &position);
    void showMenu(const app::notes::Note &note, const QPoint &position, bool moved);
    void addPlayed(QMenu &menu, const app::notes::Note &note);
    void putBack(const app::notes::Note &note);
    void emptyBin();
    void drop(const Ids &ids);
    void drag(const Ids &ids);

    app::session::Session &m_session;
    notes::NotesView &m_view;
    Messages &m_messages;
    ClipController &m_clips;
    NoteTurns m_turns;
};

} // namespace ui::window
