// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "app/library/library.h"
#include "app/session/listening.h"
#include "app/session/listeningsettings.h"
#include "ui/library/episodepanel.h"
#include "ui/library/firstrunpage.h"
#include "ui/library/sidebar.h"
#include "ui/notes/notepage.h"
#include "ui/notes/notespanel.h"
#include "ui/notes/notesview.h"
#include "ui/player/playerbar.h"
#include "ui/theme/metrics.h"
#include "ui/transcript/shownotesview.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/chaptercontroller.h"
#include "ui/window/clipcontroller.h"
#include "ui/window/copynotice.h"
#include "ui/window/exportflow.h"
#include "ui/window/librarycontroller.h"
#include "ui/window/librarynotice.h"
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

#include <QCloseEvent>
#include <QDir>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui::window {
namespace metrics = theme::metrics;

MainWindow::MainWindow(app::session::Session &session,
                       theme::ThemeManager &themes,
                       const app::settings::SettingsFile &settings)
    : m_session(session)
    , m_themes(themes)
    , m_settings(settings)
    , m_commands(themes)
    , m_places(session.library())
    , m_episodes(session.library(), session.clock())
    , m_episodeNotes(session.library())
    , m_allNotes(session.library())
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Earmark"));
    setMinimumSize(metrics::minimumWidth, metrics::minimumHeight);
    setAcceptDrops(true);
    buildPanels();
    buildControllers();
    connectControllers();
    bindLibraryCommands();
    bindPlayerCommands();
    bindNoteCommands();
    bindReaderCommands();
    bindViewCommands();
    buildMenus();
    restore();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPanels()
{
    auto *const content = new QWidget(this);
    m_toolBar = new ToolBar(m_themes, content);
    m_libraryNotice = new LibraryNotice(m_themes, content);
    m_sidebar = new library::Sidebar(m_themes, m_places, content);
    m_list = new library::EpisodePanel(m_themes, m_episodes, content);
    m_firstRun = new library::FirstRunPage(m_themes, content);
    m_reader = new ReaderPane(m_themes, content);
    m_showNotes = new transcript::ShowNotesView(m_themes, m_reader);
    m_transcript = new transcript::TranscriptView(m_themes, m_reader);
    m_episodeNotesPanel = new notes::NotesPanel(m_themes, m_episodeNotes, m_codebook, m_reader);
    m_codebook.setNames(m_settings.notes().colorNames);
    m_notesView =
        new notes::NotesView(m_themes, m_allNotes, m_codebook, m_session.clock(), content);
    m_player = new player::PlayerBar(m_themes, content);
    m_reader->setPages(m_showNotes, m_transcript, m_episodeNotesPanel);
    m_workspace = new Workspace({.sidebar = m_sidebar,
                                 .episodes = m_list,
                                 .reader = m_reader,
                                 .notes = m_notesView,
                                 .firstRun = m_firstRun},
                                content);
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_toolBar);
    layout->addWidget(m_libraryNotice);
    layout->addWidget(m_workspace, 1);
    layout->addWidget(m_player);
    setCentralWidget(content);
    m_messageBar = new widgets::MessageBar(m_themes, content);
    m_messageBar->hide();
    m_player->installEventFilter(this);
    m_firstRun->setDataPath(QDir::toNativeSeparators(m_session.library().folder()));
}

void MainWindow::buildControllers()
{
    m_messages = new Messages(*m_messageBar, m_session.history());
    m_messages->setParent(this);
    m_library = new LibraryController(m_session,
                                      m_themes,
                                      m_places,
                                      m_episodes,
                                      {.sidebar = *m_sidebar,
                                       .episodes = *m_list,
                                       .firstRun = *m_firstRun,
                                       .workspace = *m_workspace,
                                       .toolBar = *m_toolBar,
                                       .messages = *m_messages});
    m_library->setParent(this);
    m_timing = new TimesController(m_session, m_themes, *m_showNotes, *m_messages);
    m_timing->setParent(this);
    m_transcripts = new TranscriptController(m_session, m_themes, *m_transcript, *m_messages);
    m_transcripts->setParent(this);
    m_reading = new ReaderController(m_session,
                                     m_episodeNotes,
                                     {.pane = *m_reader,
                                      .showNotes = *m_showNotes,
                                      .transcript = *m_transcript,
                                      .messages = *m_messages,
                                      .times = *m_timing,
                                      .transcripts = *m_transcripts});
    m_reading->setParent(this);
    m_copyNotice = new CopyNotice(m_session, m_themes, *m_messages, m_reader);
    m_reader->setBar(m_copyNotice);
    m_noting = new NoteController(m_session, m_themes, *m_reading, *m_messages, m_reader);
    m_noting->setParent(this);
    m_noting->serve(*m_showNotes);
    m_noting->serve(*m_transcript);
    m_noting->serve(*m_episodeNotesPanel);
    m_noting->setSettings(m_settings.notes());
    m_noting->setCodebook(m_codebook);
    m_choosing = new SettingsController(m_session, m_themes, m_settings, *m_messages, this);
    m_choosing->setParent(this);
    m_clipping = new ClipController(m_session, *m_reading, *m_messages, this);
    m_clipping->setParent(this);
    m_clipping->serve(*m_showNotes);
    m_clipping->serve(*m_transcript);
    m_clipping->serve(*m_episodeNotesPanel);
    m_notes = new NotesController(m_session, *m_notesView, *m_messages, *m_clipping);
    m_notes->setParent(this);
    m_exporting = new ExportFlow(m_session, m_themes, *m_messages, this);
    m_vault = new VaultController(m_session.vault(), *m_messages, this);
    m_vault->setFolder(m_settings.notes().vaultFolder);
    m_marking = new MarkController(m_session, m_commands, *m_player, *m_messages, this);
    m_marking->setMediaKey(m_settings.notes().markKey);
    m_playing = new PlayerController(m_session, *m_player, *m_marking, *m_messages);
    m_playing->setParent(this);
    m_sounding = new SoundController(m_session, *m_player, *m_messages);
    m_sounding->setParent(this);
    m_chapters = new ChapterController(m_session, *m_player, *m_messages);
    m_chapters->setParent(this);
}

void MainWindow::showEpisode(app::base::EpisodeId episode)
{
    if (m_workspace->view() == Workspace::View::Notes) {
        m_library->goTo(QStringLiteral("inbox"));
    }
    m_reading->open(episode);
    m_list->setCurrent(episode);
    m_workspace->openReader();
}

void MainWindow::take(const QList<QUrl> &urls)
{
    m_library->take(urls);
}

void MainWindow::restore()
{
    const app::settings::WindowSettings kept = m_settings.window();
    const QScreen *const first = QGuiApplication::primaryScreen();
    const QSize wanted(1280, 800);
    resize(first ? wanted.boundedTo(first->availableSize()) : wanted);
    if (!kept.geometry.isEmpty()) {
        restoreGeometry(kept.geometry);
    }
    // A screen that is gone must not keep the window out of sight.
    if (first && !QGuiApplication::screenAt(geometry().center())) {
        move(first->availableGeometry().topLeft());
    }
    for (QSplitter *const splitter : {m_workspace->splitter(), m_notesView->splitter()}) {
        splitter->restoreState(kept.splitters.value(splitter->objectName()));
    }
    m_notesView->setOrder(kept.notesOrder);
    showAppearance();
    m_library->goTo(kept.view.isEmpty() ? QStringLiteral("inbox") : kept.view);
    if (kept.episode > 0) {
        m_reading->open(app::base::EpisodeId(kept.episode));
    }
    if (kept.playing > 0) {
        m_session.listening().open(app::base::EpisodeId(kept.playing), std::nullopt, true);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    app::settings::WindowSettings kept;
    kept.geometry = saveGeometry();
    for (QSplitter *const splitter : {m_workspace->splitter(), m_notesView->splitter()}) {
        kept.splitters.insert(splitter->objectName(), splitter->saveState());
    }
    kept.notesOrder = m_notesView->order();
    m_notesView->page().flush();
    m_noting->flush();
    kept.view = m_library->placeKey();
    if (m_reading->episode()) {
        kept.episode = m_reading->episode()->row.id.number();
    }
    if (const auto &current = m_session.listening().current()) {
        kept.playing = current->row.id.number();
    }
    m_settings.store(kept);
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!library::droppedAddresses(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    take(library::droppedAddresses(*event->mimeData()));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_transcript->reader().setStacked(width() < metrics::narrowWindow);
    m_player->setCompact(height() < metrics::compactBelow);
    placeMessage();
}

void MainWindow::placeMessage()
{
    const int width = std::min(560, centralWidget()->width() - 2 * metrics::space24);
    const int height = m_messageBar->sizeHint().height();
    m_messageBar->setGeometry((centralWidget()->width() - width) / 2,
                              m_player->y() - height - metrics::space16,
                              width,
                              height);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // It grows when something is loaded.
    if (watched == m_player && (event->type() == QEvent::Move || event->type() == QEvent::Resize)) {
        placeMessage();
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow()) {
        // The command line may have worked on the same library meanwhile.
        m_session.library().checkForOutsideChanges();
        if (m_vault) {
            m_vault->look();
        }
    }
}

} // namespace ui::window
