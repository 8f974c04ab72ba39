// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"
#include "app/session/session.h"
#include "app/transcripts/readingtext.h"
#include "app/work/job.h"
#include "ui/models/notemodel.h"

#include <QObject>

#include <optional>

namespace ui::transcript {
class ReaderPane;
class ShowNotesView;
class TranscriptView;
} // namespace ui::transcript

namespace ui::window {

class Messages;
class ReaderPane;
class TimesController;
class TranscriptController;

/// Fills the reader with an episode: head, show notes, transcript, notes; and lets its times and
/// words move the sound. Thread: main.
class ReaderController final : public QObject
{
    Q_OBJECT

public:
    /// What it works with.
    struct Panels
    {
        ReaderPane &pane;
        transcript::ShowNotesView &showNotes;
        transcript::TranscriptView &transcript;
        Messages &messages;
        TimesController &times;
        TranscriptController &transcripts;
    };

    ReaderController(app::session::Session &session,
                     models::NoteModel &notes,
                     const Panels &panels);

    void open(app::base::EpisodeId episode);
    /// Opens a note's episode at the note's place in the transcript, without a sound.
    void showInTranscript(const app::notes::Note &note);

    /// The open episode as last read.
    [[nodiscard]] const std::optional<app::library::Episode> &episode() const { return m_episode; }

    /// The open episode's transcript; empty while there is none.
    [[nodiscard]] const app::transcripts::ReadingText &reading() const;
    /// Whether the open episode is the one in the player.
    [[nodiscard]] bool isPlayingThis() const;
    /// Show notes or transcript, whichever is shown; null on the notes page.
    [[nodiscard]] transcript::ReaderPane *shownText() const;

    /// Asks for a transcript file for an episode, which opens.
    void chooseTranscriptFile(app::base::EpisodeId episode);
    /// Goes to the place that an exported link names: an episode at a time, or a note.
    void openLinkedPlace(const QUrl &link);
    void setTextSize(int pixels);

signals:
    void opened();
    void noteActivated(const app::base::NoteId &note);

private:
    void episodeCame(const app::library::Episode &episode);
    void refreshHead();
    void transcriptShown();
    void refreshNotes();
    void followSound();
    void follow(const app::library::Changes &changes);
    void openLink(const QUrl &url);
    void revealNote();

    app::session::Session &m_session;
    models::NoteModel &m_notes;
    Panels m_panels;
    app::base::EpisodeId m_wanted;
    std::optional<app::library::Episode> m_episode;
    std::optional<app::notes::Note> m_noteWanted; ///< to be shown once its transcript is there
    app::work::Job m_reading;
};

} // namespace ui::window
