// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/notes/note.h"
#include "ui/models/notemodel.h"
#include "ui/theme/thememanager.h"

#include <QWidget>

#include <optional>

class QModelIndex;
class QStackedWidget;

namespace ui::widgets {
class EmptyState;
} // namespace ui::widgets

namespace ui::notes {

class Codebook;
class NoteDelegate;

namespace internal {
class NoteList;
} // namespace internal

/// The notes of a NoteModel that is filtered to one episode, beside its words.
///
/// Keys in the list: Enter plays, F2 or E edits, Delete deletes, 1 to 5 colour, Ctrl+C or C copies.
/// Thread: main.
class NotesPanel final : public QWidget
{
    Q_OBJECT

public:
    /// \param model, codebook  must outlive the panel
    NotesPanel(const theme::ThemeManager &themes,
               models::NoteModel &model,
               const Codebook &codebook,
               QWidget *parent = nullptr);
    ~NotesPanel() override;

    /// The one the keyboard is on.
    [[nodiscard]] std::optional<app::notes::Note> current() const;

    /// Marks a note and scrolls to it, without a signal. One that has not been read yet is marked
    /// as soon as it comes.
    void setCurrent(const app::base::NoteId &id);

    void focusList();

    /// Puts a note on the clipboard as a Markdown quote.
    static void copy(const app::notes::Note &note);

signals:
    /// Another note was made current, by mouse or keys.
    void noteChosen(const app::notes::Note &note);
    void playRequested(const app::notes::Note &note);
    void editRequested(const app::notes::Note &note);
    /// Edit, with the keyboard in the tags.
    void tagsRequested(const app::notes::Note &note);
    void colorRequested(const app::base::NoteId &id, app::notes::Color color);
    void deleteRequested(const app::base::NoteId &id);
    /// The note's stretch of sound, as a file, or again and again.
    void clipRequested(const app::notes::Note &note);
    void loopRequested(const app::notes::Note &note);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void connectList();
    void refresh();
    void refreshEmpty();
    void showFailure(const app::base::Error &error);
    void openMenu(const QPoint &position);

    const theme::ThemeManager &m_themes;
    models::NoteModel &m_model;
    const Codebook &m_codebook;
    QStackedWidget *m_stack;
    NoteDelegate *m_delegate;
    internal::NoteList *m_list;
    widgets::EmptyState *m_empty;
    app::base::NoteId m_current;
};

} // namespace ui::notes
