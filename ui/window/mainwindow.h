// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/settings/settingsfile.h"
#include "ui/commands/commandregistry.h"
#include "ui/models/episodemodel.h"
#include "ui/models/noteindexmodel.h"
#include "ui/models/notemodel.h"
#include "ui/models/sidebarmodel.h"
#include "ui/notes/codebook.h"
#include "ui/theme/thememanager.h"

#include <QList>
#include <QMainWindow>
#include <QUrl>

namespace ui::library {
class EpisodePanel;
class FirstRunPage;
class Sidebar;
} // namespace ui::library

namespace ui::notes {
class NotesPanel;
class NotesView;
} // namespace ui::notes

namespace ui::player {
class PlayerBar;
}

namespace ui::transcript {
class ShowNotesView;
class TranscriptView;
} // namespace ui::transcript

namespace ui::widgets {
class MessageBar;
}

namespace ui::window {

class ChapterController;
class ClipController;
class CopyNotice;
class LibraryController;
class ExportFlow;
class VaultController;
class LibraryNotice;
class MarkController;
class Messages;
class NoteController;
class NotesController;
class PlayerController;
class ReaderController;
class ReaderPane;
class SettingsController;
class SoundController;
class TimesController;
class ToolBar;
class TranscriptController;
class Workspace;

/// The window: builds the panels, hands them to their controllers, remembers how it looked.
/// Makes no decisions of its own. Thread: main.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(app::session::Session &session,
               theme::ThemeManager &themes,
               const app::settings::SettingsFile &settings);
    ~MainWindow() override;

    /// Takes in what was named on the command line: files, feeds, earmark: links.
    void take(const QList<QUrl> &urls);

    [[nodiscard]] commands::CommandRegistry &commands() { return m_commands; }

signals:
    /// The first list has been read and painted: the window can be used.
    void usable();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildPanels();
    void buildControllers();
    void connectControllers();
    void connectLibrary();
    void connectReader();
    void connectNotes();
    void connectNotices();
    void exportNotes(const std::vector<app::base::NoteId> &chosen,
                     const std::optional<app::library::Episode> &episode);
    void exportEpisode(app::base::EpisodeId id);
    void connectSound();
    void bindLibraryCommands();
    void bindPlayerCommands();
    void bindNoteCommands();
    void bindReaderCommands();
    void bindViewCommands();
    void buildMenus();
    void openMenu();
    void restore();
    void placeMessage();
    void showEpisode(app::base::EpisodeId episode);
    void goBack();
    void changeTextSize(int by);
    void showAppearance();
    void toggleTheme();
    void askForTime();
    [[nodiscard]] std::optional<app::library::EpisodeRow> chosenEpisode() const;
    void deleteChosen();

    app::session::Session &m_session;
    theme::ThemeManager &m_themes;
    const app::settings::SettingsFile &m_settings;
    commands::CommandRegistry m_commands;
    models::SidebarModel m_places;
    models::EpisodeModel m_episodes;
    models::NoteModel m_episodeNotes;
    models::NoteIndexModel m_allNotes;
    notes::Codebook m_codebook;

    ToolBar *m_toolBar = nullptr;
    LibraryNotice *m_libraryNotice = nullptr;
    library::Sidebar *m_sidebar = nullptr;
    library::EpisodePanel *m_list = nullptr;
    library::FirstRunPage *m_firstRun = nullptr;
    ReaderPane *m_reader = nullptr;
    transcript::ShowNotesView *m_showNotes = nullptr;
    transcript::TranscriptView *m_transcript = nullptr;
    notes::NotesPanel *m_episodeNotesPanel = nullptr;
    notes::NotesView *m_notesView = nullptr;
    Workspace *m_workspace = nullptr;
    player::PlayerBar *m_player = nullptr;
    widgets::MessageBar *m_messageBar = nullptr;

    Messages *m_messages = nullptr;
    LibraryController *m_library = nullptr;
    TimesController *m_timing = nullptr;
    TranscriptController *m_transcripts = nullptr;
    ReaderController *m_reading = nullptr;
    CopyNotice *m_copyNotice = nullptr;
    NoteController *m_noting = nullptr;
    NotesController *m_notes = nullptr;
    ExportFlow *m_exporting = nullptr;
    VaultController *m_vault = nullptr;
    MarkController *m_marking = nullptr;
    PlayerController *m_playing = nullptr;
    SoundController *m_sounding = nullptr;
    ChapterController *m_chapters = nullptr;
    ClipController *m_clipping = nullptr;
    SettingsController *m_choosing = nullptr;
    QMenu *m_menu = nullptr;
};

} // namespace ui::window
