// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of the table do in the window.
#include "app/session/history.h"
#include "app/session/listening.h"
#include "app/session/listeningsettings.h"
#include "app/timestamps/timecode.h"
#include "ui/commands/keyssheet.h"
#include "ui/library/episodepanel.h"
#include "ui/library/firstrunpage.h"
#include "ui/notes/notespanel.h"
#include "ui/notes/notesview.h"
#include "ui/player/playerbar.h"
#include "ui/transcript/shownotesview.h"
#include "ui/transcript/transcriptview.h"
#include "ui/window/chaptercontroller.h"
#include "ui/window/clipcontroller.h"
#include "ui/window/librarycontroller.h"
#include "ui/window/mainwindow.h"
#include "ui/window/messages.h"
#include "ui/window/notecontroller.h"
#include "ui/window/notescontroller.h"
#include "ui/window/playercontroller.h"
#include "ui/window/readercontroller.h"
#include "ui/window/readerpane.h"
#include "ui/window/settingscontroller.h"
#include "ui/window/soundcontroller.h"
#include "ui/window/toolbar.h"
#include "ui/window/workspace.h"

#include <QApplication>
#include <QInputDialog>
#include <QMenu>
#include <QMenuBar>

namespace ui::window {
namespace {

using namespace std::chrono_literals;

} // namespace

void MainWindow::bindLibraryCommands()
{
    const auto bind = [this](const char *id, auto work) {
        m_commands.bind(QLatin1String(id), this, work);
    };
    bind("app.addPodcast", [this] { m_library->addPodcast(); });
    bind("app.openFile", [this] { m_library->chooseFile(); });
    bind("app.checkFeeds", [this] { m_library->checkFeeds(); });
    bind("app.export", [this] {
        const bool inNotes = m_workspace->view() == Workspace::View::Notes;
        exportNotes({}, inNotes ? std::nullopt : m_reading->episode());
    });
    bind("app.close", [this] { close(); });
    bind("app.quit", [this] { close(); });
    bind("edit.undo", [this] { m_session.history().undo(); });
    bind("edit.redo", [this] { m_session.history().redo(); });
    bind("ep.open", [this] {
        if (const auto episode = chosenEpisode()) {
            showEpisode(episode->id);
        }
    });
    bind("ep.play", [this] {
        if (const auto episode = chosenEpisode()) {
            m_session.listening().open(episode->id);
        }
    });
    bind("ep.later", [this] {
        if (const auto episode = chosenEpisode()) {
            m_library->toggleQueued(*episode, false);
        }
    });
    bind("ep.next", [this] {
        if (const auto episode = chosenEpisode()) {
            m_library->toggleQueued(*episode, true);
        }
    });
    bind("queue.moveUp", [this] { m_list->moveCurrent(-1); });
    bind("queue.moveDown", [this] { m_list->moveCurrent(1); });
    bind("queue.playNext", [this] { m_session.listening().playNextInQueue(); });
    bind("ep.played", [this] {
        if (const auto episode = chosenEpisode()) {
            m_library->togglePlayed(*episode);
        }
    });
    bind("ep.download", [this] {
        if (const auto episode = chosenEpisode()) {
            m_library->downloadEpisode(episode->id);
        }
    });
    bind("item.delete", [this] { deleteChosen(); });
    connect(&m_session.history(), &app::session::History::changed, this, [this] {
        m_commands.setEnabled(QStringLiteral("edit.undo"), m_session.history().canUndo());
        m_commands.setEnabled(QStringLiteral("edit.redo"), m_session.history().canRedo());
    });
    m_commands.setEnabled(QStringLiteral("edit.undo"), false);
    m_commands.setEnabled(QStringLiteral("edit.redo"), false);
}

void MainWindow::bindPlayerCommands()
{
    const auto bind = [this](const char *id, auto work) {
        m_commands.bind(QLatin1String(id), this, work);
    };
    app::session::Listening &listening = m_session.listening();
    bind("player.toggle", [&listening] { listening.toggle(); });
    bind("player.back15", [this] { m_playing->skipBack(); });
    bind("player.forward30", [this] { m_playing->skipForward(); });
    bind("player.nudgeBack", [&listening] { listening.skip(-1s); });
    bind("player.nudgeForward", [&listening] { listening.skip(1s); });
    bind("player.chapterPrev", [this] { m_chapters->goToChapter(-1); });
    bind("player.chapterNext", [this] { m_chapters->goToChapter(1); });
    bind("player.goToTime", [this] {
        if (m_transcript->isAncestorOf(QApplication::focusWidget()) && m_transcript->isTimed()) {
            m_transcript->jumpToTime();
        } else {
            askForTime();
        }
    });
    bind("player.slower", [this] { m_sounding->changeSpeed(-1); });
    bind("player.faster", [this] { m_sounding->changeSpeed(1); });
    bind("player.normal", [this] { m_sounding->changeSpeed(0); });
    bind("player.volDown", [this] { m_playing->changeVolume(-0.05); });
    bind("player.volUp", [this] { m_playing->changeVolume(0.05); });
    bind("player.mute", [this] { m_playing->toggleMute(); });
    bind("player.sleep", [this] { m_sounding->openSleep(); });
    bind("player.loop", [this] { m_clipping->toggleLoop(); });
    bind("player.repeatSentence", [this] { m_clipping->repeatSentence(); });
    bind("range.start", [&listening] { listening.setLoopStart(); });
    bind("range.end", [&listening] { listening.setLoopEnd(); });
    bind("sel.clip", [this] { m_clipping->saveChosen(); });
    bind("nav.back", [this] { goBack(); });
    bind("nav.forward", [&listening] { listening.goForward(); });
    const auto refresh = [this, &listening] {
        const bool canGoBack = listening.backPlace() || m_workspace->isReaderOnly();
        m_commands.setEnabled(QStringLiteral("nav.back"), canGoBack);
        m_commands.setEnabled(QStringLiteral("nav.forward"), listening.forwardPlace().has_value());
    };
    connect(&listening, &app::session::Listening::backChanged, this, refresh);
    connect(m_reading, &ReaderController::opened, this, refresh);
    refresh();
}

void MainWindow::bindNoteCommands()
{
    const auto bind = [this](const char *id, auto work) {
        m_commands.bind(QLatin1String(id), this, work);
    };
    bind("note.new", [this] { m_noting->beginNote(); });
    bind("mark.prev", [this] { m_noting->goToNote(-1, m_playing->notes()); });
    bind("mark.next", [this] { m_noting->goToNote(1, m_playing->notes()); });
    bind("sel.highlight", [this] {
        if (auto *const text = m_reading->shownText()) {
            text->highlight();
        }
    });
    bind("sel.copyWithTime", [this] {
        if (auto *const text = m_reading->shownText()) {
            text->copyWithTime();
        }
    });
    using app::notes::Color;
    const std::array colors{Color::Yellow, Color::Green, Color::Blue, Color::Red, Color::Violet};
    for (std::size_t i = 0; i < colors.size(); ++i) {
        m_commands.bind(QStringLiteral("sel.color%1").arg(i + 1), this, [this, color = colors[i]] {
            if (auto *const text = m_reading->shownText()) {
                text->highlightIn(color);
            }
        });
    }
}

void MainWindow::bindReaderCommands()
{
    const auto bind = [this](const char *id, auto work) {
        m_commands.bind(QLatin1String(id), this, work);
    };
    bind("reader.notes", [this] { m_reader->setPage(ReaderPane::ShowNotes); });
    bind("reader.transcript", [this] { m_reader->setPage(ReaderPane::Transcript); });
    bind("reader.mine", [this] { m_reader->setPage(ReaderPane::Notes); });
    bind("reader.follow", [this] { m_transcript->toggleFollow(); });
    bind("text.correct", [this] {
        if (m_reading->shownText() == m_transcript) {
            m_transcript->correct();
        }
    });
    bind("search.inView", [this] {
        if (m_workspace->view() == Workspace::View::Notes) {
            m_notesView->beginFilter();
        } else if (m_list->isAncestorOf(QApplication::focusWidget())) {
            m_list->beginFilter();
        } else if (auto *const text = m_reading->shownText()) {
            text->find();
        }
    });
    bind("search.next", [this] {
        if (auto *const text = m_reading->shownText()) {
            text->findNext();
        }
    });
    bind("search.prev", [this] {
        if (auto *const text = m_reading->shownText()) {
            text->findPrevious();
        }
    });
    bind("text.larger", [this] { changeTextSize(1); });
    bind("text.smaller", [this] { changeTextSize(-1); });
    bind("text.normal", [this] { changeTextSize(0); });
}

void MainWindow::bindViewCommands()
{
    const auto bind = [this](const char *id, auto work) {
        m_commands.bind(QLatin1String(id), this, work);
    };
    for (const char *const place : {"inbox", "queue", "downloads", "notes", "history"}) {
        m_commands.bind(QStringLiteral("nav.") + QLatin1String(place), this, [this, place] {
            m_library->goTo(QLatin1String(place));
        });
    }
    bind("app.sidebar", [this] { m_workspace->toggleSidebar(); });
    bind("app.fullScreen", [this] { isFullScreen() ? showNormal() : showFullScreen(); });
    bind("app.theme", [this] { toggleTheme(); });
    bind("app.preferences", [this] { m_choosing->openPreferences(); });
    bind("app.menu", [this] { openMenu(); });
    bind("app.keys", [this] {
        auto *const sheet = new commands::KeysSheet(m_commands, this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->open();
    });
    bind("nav.paneNext", [this] { m_workspace->focusNextPane(true); });
    bind("nav.panePrev", [this] { m_workspace->focusNextPane(false); });
    m_toolBar->bindSidebar(m_commands.action(QStringLiteral("app.sidebar")));
    m_toolBar->bindBack(m_commands.action(QStringLiteral("nav.back")));
    m_toolBar->bindForward(m_commands.action(QStringLiteral("nav.forward")));
    m_toolBar->bindCheck(m_commands.action(QStringLiteral("app.checkFeeds")));
    m_toolBar->bindAdd(m_commands.action(QStringLiteral("app.addPodcast")));
    connect(m_toolBar, &ToolBar::menuRequested, this, &MainWindow::openMenu);
    m_firstRun->setKeysHints(m_commands.action(QStringLiteral("app.addPodcast"))->shortcut(),
                             m_commands.action(QStringLiteral("app.openFile"))->shortcut());
    for (const char *const id : {"player.toggle",
                                 "player.back15",
                                 "player.forward30",
                                 "player.chapterPrev",
                                 "player.chapterNext",
                                 "player.normal",
                                 "player.mute",
                                 "player.slower",
                                 "player.faster",
                                 "player.sleep",
                                 "player.loop",
                                 "range.start",
                                 "range.end",
                                 "nav.back"}) {
        m_player->bindAction(QLatin1String(id), m_commands.action(QLatin1String(id)));
    }
    using commands::Context;
    m_commands.install(*this, {});
    m_commands.install(*m_list, Context::Lists | Context::Queue);
    m_commands.install(*m_showNotes, Context::Reader | Context::ShowNotes);
    m_commands.install(*m_transcript, Context::Reader | Context::Transcript);
    m_commands.install(*m_reader, Context::Reader);
    m_commands.install(*m_episodeNotesPanel, Context::Notes);
    m_commands.install(*m_notesView, Context::Notes);
}

void MainWindow::buildMenus()
{
    using commands::Menu;
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("mainMenu"));
    const QList<std::pair<Menu, QString>> titles{{Menu::File, tr("File")},
                                                 {Menu::Edit, tr("Edit")},
                                                 {Menu::Listen, tr("Listen")},
                                                 {Menu::Note, tr("Note")},
                                                 {Menu::View, tr("View")}};
    for (const auto &[menu, title] : titles) {
        QMenu *const part = m_menu->addMenu(title);
        for (const commands::CommandRow &row : m_commands.rows()) {
            if (row.menu == menu) {
                part->addAction(m_commands.action(row.id));
            }
        }
#ifdef Q_OS_MACOS
        menuBar()->addMenu(part);
#endif
    }
}

void MainWindow::openMenu()
{
    m_menu->popup(m_toolBar->menuPosition());
}

void MainWindow::goBack()
{
    if (m_workspace->isReaderOnly()) {
        m_workspace->closeReader();
        return;
    }
    if (m_workspace->view() == Workspace::View::Notes && m_notesView->isPageOnly()) {
        m_notesView->closePage();
        m_notesView->focusList();
        return;
    }
    m_session.listening().goBack();
    if (const auto &current = m_session.listening().current()) {
        showEpisode(current->row.id);
    }
}

void MainWindow::changeTextSize(int by)
{
    auto appearance = m_choosing->appearance();
    const app::settings::AppearanceSettings defaults;
    appearance.readingSize =
        by == 0 ? defaults.readingSize : std::clamp(appearance.readingSize + by, 12, 28);
    m_choosing->setAppearance(appearance);
}

void MainWindow::showAppearance()
{
    const app::settings::AppearanceSettings &wanted = m_choosing->appearance();
    m_reading->setTextSize(wanted.readingSize);
    m_showNotes->reader().setReadingFont(wanted.readingFont);
    m_transcript->reader().setReadingFont(wanted.readingFont);
    m_transcript->reader().setClickPlays(wanted.clickPlays);
    m_transcript->reader().setAnnouncing(wanted.announces);
}

void MainWindow::toggleTheme()
{
    auto appearance = m_choosing->appearance();
    appearance.scheme = m_themes.current().dark ? app::settings::ColorScheme::Light
                                                : app::settings::ColorScheme::Dark;
    m_choosing->setAppearance(appearance);
}

void MainWindow::askForTime()
{
    if (!m_session.listening().current()) {
        m_messages->say(tr("Nothing is playing."));
        return;
    }
    auto *const dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Go to time"));
    dialog->setLabelText(tr("Time, such as 4:30 or 1:02:03"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        if (const auto place = app::timestamps::parseTimecode(text)) {
            m_session.listening().seek(*place);
        } else {
            m_messages->say(tr("“%1” is not a time.").arg(text));
        }
    });
    dialog->open();
}

std::optional<app::library::EpisodeRow> MainWindow::chosenEpisode() const
{
    if (m_reader->isAncestorOf(QApplication::focusWidget()) && m_reading->episode()) {
        return m_reading->episode()->row;
    }
    if (const auto listed = m_list->current()) {
        return listed;
    }
    return m_reading->episode() ? std::optional(m_reading->episode()->row) : std::nullopt;
}

void MainWindow::deleteChosen()
{
    if (m_episodeNotesPanel->isAncestorOf(QApplication::focusWidget())
        && m_episodeNotesPanel->current()) {
        m_noting->remove(m_episodeNotesPanel->current()->id);
        return;
    }
    if (m_notesView->isAncestorOf(QApplication::focusWidget())) {
        m_notes->deleteChosen();
        return;
    }
    if (const auto episode = m_list->current();
        episode && !episode->filePath.isEmpty()
        && m_list->isAncestorOf(QApplication::focusWidget())) {
        m_library->deleteFile(episode->id);
    }
}

} // namespace ui::window
