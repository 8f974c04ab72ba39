// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "app/session/notebook.h"
#include "app/session/notedrafts.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "ui/theme/thememanager.h"
#include "ui/transcript/readerpane.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace ui::notes {
class Codebook;
class NoteEditor;
class NotesPanel;
} // namespace ui::notes

namespace ui::window {

class Messages;
class ReaderController;

/// Highlights, notes and marks: from selected words, from the sound, and in the lists of notes.
/// Thread: main.
class NoteController final : public QObject
{
    Q_OBJECT

public:
    /// \param stage  the pane over which the card is shown
    NoteController(app::session::Session &session,
                   const theme::ThemeManager &themes,
                   ReaderController &reader,
                   Messages &messages,
                   QWidget *stage);

    /// Lets a list of notes play, edit, colour and delete.
    void serve(notes::NotesPanel &panel);
    /// Lets a text be highlighted and noted.
    void serve(transcript::ReaderPane &text);

    /// N: about the selected words, else about what is heard.
    void beginNote();
    /// About a place in the open episode.
    void beginNoteAt(app::timestamps::MediaTime place);
    void edit(const app::notes::Note &note, bool tags = false);
    void edit(const app::base::NoteId &id);
    void remove(const app::base::NoteId &id);
    /// Saves what is being written; there is no time to wait for it.
    void flush();
    /// Alt+Up and Alt+Down: to the note before or after what is heard.
    void goToNote(int step, const std::vector<app::notes::Note> &notes);

    /// How notes are taken; the names of colours are the codebook's.
    void setSettings(const app::settings::NoteSettings &settings);

    /// Of the card, and of the texts that are served by then; followed when it changes.
    void setCodebook(const notes::Codebook &codebook);

signals:
    /// A note's episode is to be shown.
    void episodeWanted(app::base::EpisodeId episode);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] app::session::NewNote newNote(const transcript::SelectedText &selected) const;
    void highlight(const transcript::SelectedText &selected, app::notes::Color color);
    void writeAbout(const transcript::SelectedText &selected);
    void openCard();
    void showCard();
    void closeCard();
    void placeCard();
    void save(const QString &text, const QStringList &tags, app::notes::Color color);
    void cardSaved(const app::base::Result<app::notes::Note> &note);
    void saved(const app::base::Result<app::notes::Note> &note);
    void moveTime(int step);
    void beginWriting();
    void nameColors(const notes::Codebook &codebook);
    void pauseWhileWriting();
    void resume();
    void onEdited();
    void keepDraft();
    void recoverDraft();
    void copyWithTime(const transcript::SelectedText &selected);
    void play(const app::notes::Note &note);
    void add(const app::session::NewNote &note);

    app::session::Session &m_session;
    ReaderController &m_reader;
    Messages &m_messages;
    QWidget *m_stage;
    notes::NoteEditor *m_card;
    QList<transcript::ReaderPane *> m_texts;
    app::settings::NoteSettings m_settings;
    app::session::NoteDrafts m_drafts;
    app::session::NewNote m_draft;
    std::optional<app::base::NoteId> m_editing; ///< empty: the card is about a new note
    bool m_timeFollows = false; ///< the note's time is that of the first key in the card
    QTimer m_typed{this};       ///< since the last key
    bool m_resume = false;      ///< the sound was paused for writing
};

} // namespace ui::window
