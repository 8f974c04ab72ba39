// SPDX-License-Identifier: GPL-3.0-or-later
// Which controller's wishes another carries out.
#include "app/library/library.h"
#include "app/session/listening.h"
#include "app/session/listeningsettings.h"
#include "ui/library/episodepanel.h"
#include "ui/library/sidebar.h"
#include "ui/notes/notesview.h"
#include "ui/player/playerbar.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/chaptercontroller.h"
#include "ui/window/clipcontroller.h"
#include "ui/window/copynotice.h"
#include "ui/window/librarycontroller.h"
#include "ui/window/librarynotice.h"
#include "ui/window/mainwindow.h"
#include "ui/window/markcontroller.h"
#include "ui/window/messages.h"
#include "ui/window/notecontroller.h"
#include "ui/window/notescontroller.h"
#include "ui/window/playercontroller.h"
#include "ui/window/readercontroller.h"
#include "ui/window/readerpane.h"
#include "ui/window/settingscontroller.h"
#include "ui/window/soundcontroller.h"
#include "ui/window/timescontroller.h"
#include "ui/window/toolbar.h"
#include "ui/window/transcriptcontroller.h"
#include "ui/window/vaultcontroller.h"
#include "ui/window/workspace.h"

namespace ui::window {

void MainWindow::connectControllers()
{
    connectLibrary();
    connectReader();
    connectNotes();
    connectSound();
    connect(&m_session.listening(), &app::session::Listening::currentChanged, this, [this] {
        const auto &current = m_session.listening().current();
        m_list->setPlaying(current ? current->row.id : app::base::EpisodeId());
    });
    connect(&m_episodes, &models::EpisodeModel::loaded, this, &MainWindow::usable);
    connect(&m_places, &models::SidebarModel::loaded, this, [this] {
        if (m_places.podcastCount() == 0) {
            emit usable();
        }
    });
}

void MainWindow::connectLibrary()
{
    connect(m_messageBar, &widgets::MessageBar::dismissed, m_messageBar, &QWidget::hide);
    connect(m_library, &LibraryController::episodeChosen, m_reading, &ReaderController::open);
    connect(m_library, &LibraryController::episodeActivated, this, [this](app::base::EpisodeId id) {
        m_reading->open(id);
        m_workspace->openReader();
    });
    connect(m_library, &LibraryController::playRequested, this, [this](app::base::EpisodeId id) {
        m_session.listening().open(id);
    });
    connect(m_library, &LibraryController::exportRequested, this, &MainWindow::exportEpisode);
    connect(m_library, &LibraryController::episodeAdded, this, [this](app::base::EpisodeId id) {
        m_session.listening().open(id);
        showEpisode(id);
    });
    connect(m_library,
            &LibraryController::transcriptDropped,
            m_transcripts,
            &TranscriptController::attach);
    connect(
        m_library, &LibraryController::linkOpened, m_reading, &ReaderController::openLinkedPlace);
    connect(m_library, &LibraryController::transcriptRequested, this, [this](auto id) {
        m_reading->chooseTranscriptFile(id);
    });
}

void MainWindow::connectReader()
{
    connect(m_reader, &ReaderPane::playRequested, this, [this] {
        if (m_reading->episode()) {
            m_session.listening().open(m_reading->episode()->row.id);
        }
    });
    connect(m_reader, &ReaderPane::laterRequested, this, [this] {
        if (m_reading->episode()) {
            m_library->toggleQueued(m_reading->episode()->row, false);
        }
    });
    connect(m_reader, &ReaderPane::downloadRequested, this, [this] {
        if (m_reading->episode()) {
            m_library->downloadEpisode(m_reading->episode()->row.id);
        }
    });
    connect(m_reader, &ReaderPane::menuRequested, this, [this](const QPoint &position) {
        if (m_reading->episode()) {
            m_library->openEpisodeMenu(m_reading->episode()->row, position);
        }
    });
    connect(m_timing, &TimesController::noteRequested, m_noting, &NoteController::beginNoteAt);
    connect(m_noting, &NoteController::episodeWanted, this, &MainWindow::showEpisode);
    connect(m_playing, &PlayerController::titleActivated, this, &MainWindow::showEpisode);
    connect(m_marking,
            &MarkController::noteWanted,
            m_noting,
            qOverload<const app::base::NoteId &>(&NoteController::edit));
    connect(m_playing,
            &PlayerController::noteActivated,
            m_noting,
            qOverload<const app::base::NoteId &>(&NoteController::edit));
    connect(m_playing, &PlayerController::quitRequested, this, &QWidget::close);
    connect(m_playing, &PlayerController::raiseRequested, this, [this] {
        raise();
        activateWindow();
    });
}

void MainWindow::connectNotes()
{
    connect(m_library, &LibraryController::placeChanged, this, [this](const models::Place &place) {
        if (place.kind == models::Place::Kind::Notes) {
            m_notesView->activate();
            // The keyboard stays in the sidebar for whoever walks along it.
            if (!m_sidebar->isAncestorOf(focusWidget())) {
                m_notesView->focusList();
            }
        }
    });
    connect(
        m_notes, &NotesController::transcriptWanted, this, [this](const app::notes::Note &note) {
            showEpisode(note.episode);
            m_reading->showInTranscript(note);
        });
    connect(m_notes, &NotesController::exportWanted, this, [this](const auto &chosen) {
        exportNotes(chosen, std::nullopt);
    });
    connect(m_notes, &NotesController::namesWanted, m_choosing, &SettingsController::openNotes);
    connect(m_choosing,
            &SettingsController::notesChanged,
            this,
            [this](const app::settings::NoteSettings &settings) {
                m_codebook.setNames(settings.colorNames);
                m_noting->setSettings(settings);
                m_marking->setMediaKey(settings.markKey);
                m_vault->setFolder(settings.vaultFolder);
            });
    connectNotices();
}

void MainWindow::connectNotices()
{
    connect(m_reading, &ReaderController::opened, this, [this] {
        if (m_reading->episode()) {
            m_copyNotice->lookAt(m_reading->episode()->row.id);
        }
    });
    connect(m_copyNotice, &CopyNotice::reviewRequested, this, [this] {
        m_reader->setPage(ReaderPane::Notes);
    });
    connect(&m_session.library(),
            &app::library::Library::journalFailed,
            m_libraryNotice,
            &LibraryNotice::tellJournal);
    if (const auto &recovery = m_session.recovery()) {
        m_libraryNotice->tellRecovery(*recovery);
    }
}

void MainWindow::connectSound()
{
    connect(m_library,
            &LibraryController::podcastSettingsRequested,
            m_choosing,
            &SettingsController::openPodcast);
    connect(m_sounding,
            &SoundController::podcastSettingsRequested,
            m_choosing,
            &SettingsController::openPodcast);
    connect(m_choosing, &SettingsController::appearanceChanged, this, &MainWindow::showAppearance);
    connect(m_chapters, &ChapterController::picturesAllowed, this, [this](bool allowed) {
        m_sounding->changeOwn([allowed](auto &own) { own.remotePictures = allowed; });
    });
    connect(m_playing, &PlayerController::loopToggled, m_clipping, &ClipController::toggleLoop);
    connect(m_playing, &PlayerController::clipRequested, m_clipping, &ClipController::saveChosen);
    connect(m_player, &player::PlayerBar::queueRequested, this, [this] {
        m_library->goTo(QStringLiteral("queue"));
    });
    connect(m_clipping, &ClipController::progressed, m_toolBar, &ToolBar::setProgress);
}

} // namespace ui::window
