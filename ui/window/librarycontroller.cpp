// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/librarycontroller.h"

#include "app/library/library.h"
#include "app/session/episodeservice.h"
#include "app/session/noteexchange.h"
#include "app/session/sample.h"
#include "app/session/subscriptions.h"
#include "app/work/comeback.h"
#include "ui/library/addpodcastdialog.h"
#include "ui/library/episodepanel.h"
#include "ui/library/firstrunpage.h"
#include "ui/library/importdialog.h"
#include "ui/library/sidebar.h"
#include "ui/text/timetext.h"
#include "ui/window/importflow.h"
#include "ui/window/messages.h"
#include "ui/window/toolbar.h"
#include "ui/window/workspace.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QTimer>

namespace ui::window {

using app::base::EpisodeId;
using app::library::EpisodeFilter;
using app::library::EpisodeRow;
using models::Place;
using State = EpisodeFilter::State;

namespace {

using namespace std::chrono_literals;
constexpr auto firstCheckAfter = 10s;
constexpr auto checkEvery = 1h;

bool isTranscript(const QUrl &url)
{
    const QString path = url.path().toLower();
    return path.endsWith(QLatin1String(".vtt")) || path.endsWith(QLatin1String(".srt"));
}

} // namespace

LibraryController::LibraryController(app::session::Session &session,
                                     const theme::ThemeManager &themes,
                                     models::SidebarModel &places,
                                     models::EpisodeModel &model,
                                     const Panels &panels)
    : m_session(session)
    , m_themes(themes)
    , m_places(places)
    , m_model(model)
    , m_panels(panels)
    , m_imports(new ImportFlow(session, themes, panels.messages, this))
    , m_notifications(app::platform::makeNotifications(this))
{
    // Once after the window has settled, then every hour; the window may stay open for days.
    QTimer::singleShot(firstCheckAfter, this, [this] { check(false); });
    auto *const hourly = new QTimer(this);
    hourly->setTimerType(Qt::VeryCoarseTimer);
    connect(hourly, &QTimer::timeout, this, [this] { check(false); });
    hourly->start(checkEvery);
    connect(&places, &models::SidebarModel::loaded, this, &LibraryController::placesCame);
    connect(&panels.sidebar, &library::Sidebar::placeChosen, this, &LibraryController::showPlace);
    connect(&panels.sidebar, &library::Sidebar::addRequested, this, [this] { addPodcast(); });
    connect(&panels.sidebar,
            &library::Sidebar::podcastMenuRequested,
            this,
            &LibraryController::openPodcastMenu);
    connect(&panels.episodes,
            &library::EpisodePanel::episodeChosen,
            this,
            &LibraryController::episodeChosen);
    connect(&panels.episodes,
            &library::EpisodePanel::episodeActivated,
            this,
            &LibraryController::episodeActivated);
    connect(&panels.episodes,
            &library::EpisodePanel::queueMoveRequested,
            &session.episodes(),
            &app::session::EpisodeService::moveInQueue);
    connect(&panels.sidebar, &library::Sidebar::queueRequested, this, [this](EpisodeId episode) {
        m_session.episodes().enqueue(episode, false);
    });
    connect(&panels.episodes,
            &library::EpisodePanel::menuRequested,
            this,
            &LibraryController::openEpisodeMenu);
    connect(&panels.episodes,
            &library::EpisodePanel::emptyActionTriggered,
            this,
            &LibraryController::checkFeeds);
    connect(&model, &models::EpisodeModel::loaded, this, &LibraryController::openFirst);
    connect(m_imports, &ImportFlow::episodeAdded, this, &LibraryController::episodeAdded);
    library::FirstRunPage &first = panels.firstRun;
    connect(&first, &library::FirstRunPage::addPodcastRequested, this, [this] { addPodcast(); });
    connect(&first, &library::FirstRunPage::importRequested, this, &LibraryController::chooseFile);
    connect(&first, &library::FirstRunPage::sampleRequested, this, &LibraryController::addSample);
    connect(&first, &library::FirstRunPage::filesDropped, this, &LibraryController::take);
    connect(&session.subscriptions(),
            &app::session::Subscriptions::progressChanged,
            this,
            &LibraryController::showProgress);
}

void LibraryController::placesCame()
{
    if (m_places.podcastCount() == 0) {
        m_panels.workspace.setView(Workspace::View::FirstRun);
        m_panels.toolBar.setPlace({});
        m_panels.sidebar.setStatus(tr("No feeds yet"));
        m_panels.firstRun.focusFirst();
        return;
    }
    const bool wasFirstRun = m_panels.workspace.view() == Workspace::View::FirstRun;
    const bool gone = m_places.rowOf(m_place.key()) < 0;
    if (!m_shown || wasFirstRun || gone) {
        m_panels.episodes.focusList();
        m_shown = true;
        goTo(m_wanted.isEmpty() || gone ? QStringLiteral("inbox") : m_wanted);
    }
    showChecked();
}

void LibraryController::goTo(const QString &key)
{
    m_wanted = key;
    if (!m_places.isLoaded() || m_places.podcastCount() == 0) {
        return;
    }
    const int row = std::max(m_places.rowOf(key), 0);
    showPlace(*m_places.placeAt(row));
}

void LibraryController::showPlace(const Place &place)
{
    m_place = place;
    m_panels.sidebar.setCurrent(place.key());
    m_panels.workspace.foldSidebar();
    m_panels.toolBar.setPlace(place.title);
    if (place.kind == Place::Kind::Notes) {
        m_panels.workspace.setView(Workspace::View::Notes);
        emit placeChanged(place);
        return;
    }
    EpisodeFilter filter;
    QString emptyTitle = tr("No episodes");
    QString emptyText;
    QList<widgets::MessageAction> actions;
    switch (place.kind) {
    case Place::Kind::Queue:
        filter.state = State::Queued;
        emptyTitle = tr("Nothing queued.");
        emptyText = tr("Press Q on an episode.");
        break;
    case Place::Kind::Downloads:
        filter.state = State::Downloaded;
        emptyTitle = tr("Nothing downloaded.");
        emptyText = tr("Press Ctrl+D on an episode to keep it here.");
        break;
    case Place::Kind::History:
        filter.state = State::Heard;
        emptyTitle = tr("Nothing played yet.");
        emptyText = tr("What you listen to is listed here, the latest first.");
        break;
    case Place::Kind::Podcast:
        filter.podcast = place.podcast;
        emptyText = tr("This feed holds no episodes.");
        break;
    default:
        filter.state = State::Unplayed;
        emptyTitle = tr("Inbox is empty.");
        emptyText = tr("New episodes land here.");
        actions = {{QStringLiteral("check"), tr("Check now")}};
        break;
    }
    m_panels.workspace.setView(Workspace::View::Episodes);
    m_panels.workspace.closeReader();
    m_panels.episodes.showPlace(place.title, filter, emptyTitle, emptyText, actions);
    emit placeChanged(place);
}

void LibraryController::addPodcast(const QString &address)
{
    if (m_addDialog) {
        m_addDialog->raise();
        return;
    }
    m_addDialog = new library::AddPodcastDialog(m_themes, m_panels.workspace.window());
    m_addDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        m_addDialog, &library::AddPodcastDialog::followRequested, this, &LibraryController::follow);
    connect(m_addDialog, &library::AddPodcastDialog::cancelRequested, this, [this] {
        m_following = {};
    });
    if (!address.isEmpty()) {
        m_addDialog->setAddress(address);
    }
    m_addDialog->open();
}

void LibraryController::follow(const QString &address)
{
    if (!app::session::feedAddress(address).isValid() && m_addDialog) {
        m_addDialog->setError(tr("This is not a web address."));
        return;
    }
    auto following = m_session.subscriptions().subscribe(address);
    m_following = app::work::Job(following);
    app::work::comeBack(
        following, this, [this](const app::base::Result<app::library::Podcast> &podcast) {
            if (!podcast) {
                if (m_addDialog) {
                    m_addDialog->setError(
                        text::failureText(text::Attempt::ReadFeed, podcast.error()));
                }
                return;
            }
            if (m_addDialog) {
                m_addDialog->accept();
            }
            showPodcast(*podcast);
        });
}

void LibraryController::showPodcast(const app::library::Podcast &podcast)
{
    m_wanted = Place{Place::Kind::Podcast, podcast.id, {}, {}, 0, {}}.key();
    m_shown = true;
    showPlace({Place::Kind::Podcast, podcast.id, podcast.title, {}, podcast.unplayedCount, {}});
}

void LibraryController::addSample()
{
    app::work::comeBack(
        app::session::addSample(m_session.library(), m_session.clock(), QStringLiteral(":/sample")),
        this,
        [this](const app::base::Result<app::library::Podcast> &podcast) {
            if (podcast) {
                // A newcomer who asks for the sample wants to see an episode, not a list.
                m_openFirst = podcast->id;
                showPodcast(*podcast);
            } else {
                m_panels.messages.sayFailure(text::Attempt::Import, podcast.error());
            }
        });
}

void LibraryController::openFirst()
{
    const EpisodeRow *const oldest = m_model.episodeAt(m_model.rowCount() - 1);
    if (oldest && oldest->podcastId == m_openFirst) {
        m_openFirst = {};
        m_panels.episodes.setCurrent(oldest->id);
        emit episodeChosen(oldest->id);
    }
}

void LibraryController::checkFeeds()
{
    check(true);
}

void LibraryController::check(bool asked)
{
    if (m_checking || m_places.podcastCount() == 0) {
        return;
    }
    m_checking = true;
    app::work::comeBack(
        m_session.subscriptions().refresh(),
        this,
        [this, asked](const app::base::Result<app::session::RefreshReport> &report) {
            m_checking = false;
            m_panels.toolBar.setProgress({});
            if (report) {
                m_checked = m_session.clock().now();
                showChecked();
                tellNews(*report, asked);
            } else if (asked) {
                m_panels.messages.sayFailure(text::Attempt::ReadFeed, report.error());
            }
        });
}

void LibraryController::tellNews(const app::session::RefreshReport &report, bool asked)
{
    const auto failures = static_cast<int>(report.failed.size());
    const QString news = tr("%n new episode(s).", nullptr, report.newEpisodes);
    if (!asked) {
        // Nobody is waiting for an answer; only news are worth a word, and only to someone
        // elsewhere.
        if (report.newEpisodes > 0 && !m_panels.workspace.window()->isActiveWindow()) {
            m_notifications->show(QStringLiteral("Earmark"), news);
        }
    } else if (failures > 0) {
        m_panels.messages.say(tr("%n feed(s) could not be read.", nullptr, failures));
    } else {
        m_panels.messages.say(report.newEpisodes > 0 ? news : tr("No new episodes."));
    }
}

void LibraryController::showProgress(int done, int total)
{
    m_panels.toolBar.setProgress(
        m_checking && done < total ? tr("Checking %1 of %2…").arg(done).arg(total) : QString());
}

void LibraryController::showChecked()
{
    m_panels.sidebar.setStatus(
        m_checked.isValid() ? tr("Checked %1", "%1 is how long ago: 8 min ago")
                                  .arg(text::agoText(m_checked, m_session.clock().now(), QLocale()))
                            : tr("Not checked yet"));
}

void LibraryController::chooseFile()
{
    m_imports->chooseFile(m_panels.workspace.window());
}

void LibraryController::take(const QList<QUrl> &urls)
{
    for (const QUrl &url : urls) {
        if (url.scheme() == QLatin1String("earmark")) {
            emit linkOpened(url);
        } else if (url.isLocalFile() && isTranscript(url)) {
            emit transcriptDropped(url.toLocalFile());
        } else if (url.isLocalFile()) {
            m_imports->take(url.toLocalFile(), m_panels.workspace.window());
        } else {
            addPodcast(url.toString());
        }
    }
}

void LibraryController::downloadEpisode(EpisodeId episode)
{
    app::work::comeBack(m_session.episodes().download(episode),
                        this,
                        [this](const app::base::Result<QString> &path) {
                            if (!path && path.error().code != app::base::ErrorCode::Busy) {
                                m_panels.messages.sayFailure(text::Attempt::Download, path.error());
                            }
                        });
}

void LibraryController::toggleQueued(const EpisodeRow &episode, bool next)
{
    if (episode.queued && !next) {
        m_session.episodes().dequeue(episode.id);
    } else {
        m_session.episodes().enqueue(episode.id, next);
    }
}

void LibraryController::togglePlayed(const EpisodeRow &episode)
{
    m_session.episodes().setPlayed(episode.id, !episode.played);
}

void LibraryController::openEpisodeMenu(const EpisodeRow &episode, const QPoint &position)
{
    auto *const menu = new QMenu(m_panels.workspace.window());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const EpisodeId id = episode.id;
    if (episode.hasAudio) {
        menu->addAction(tr("Play"), this, [this, id] { emit playRequested(id); });
        menu->addAction(tr("Play next"), this, [this, episode] { toggleQueued(episode, true); });
        menu->addAction(episode.queued ? tr("Take off the queue") : tr("Listen later"),
                        this,
                        [this, episode] { toggleQueued(episode, false); });
        if (episode.filePath.isEmpty()) {
            menu->addAction(tr("Download"), this, [this, id] { downloadEpisode(id); });
        } else {
            menu->addAction(tr("Delete the downloaded file"), this, [this, id] { deleteFile(id); });
        }
        menu->addSeparator();
    }
    menu->addAction(episode.played ? tr("Mark as not played") : tr("Mark as played"),
                    this,
                    [this, episode] { togglePlayed(episode); });
    menu->addAction(tr("Attach a transcript…"), this, [this, id] { emit transcriptRequested(id); });
    if (episode.noteCount > 0) {
        menu->addAction(tr("Export notes…"), this, [this, id] { emit exportRequested(id); });
    }
    menu->popup(position);
}

void LibraryController::deleteFile(EpisodeId episode)
{
    app::work::comeBack(
        m_session.episodes().deleteFile(episode),
        this,
        [this](const app::base::Result<void> &deleted) {
            if (deleted) {
                m_panels.messages.say(tr("File deleted. It can be downloaded again."));
            } else {
                m_panels.messages.sayFailure(text::Attempt::Download, deleted.error());
            }
        });
}

void LibraryController::openPodcastMenu(const Place &place, const QPoint &position)
{
    auto *const menu = new QMenu(m_panels.workspace.window());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Check now"), this, [this, place] {
        app::work::comeBack(m_session.subscriptions().refresh({place.podcast}),
                            this,
                            [this](const app::base::Result<app::session::RefreshReport> &report) {
                                if (report && !report->failed.empty()) {
                                    m_panels.messages.sayFailure(text::Attempt::ReadFeed,
                                                                 report->failed.front().error);
                                }
                            });
    });
    menu->addAction(tr("Settings…"), this, [this, place] {
        emit podcastSettingsRequested(place.podcast, place.title);
    });
    menu->addAction(tr("Copy feed address"), this, [this, place] { copyAddress(place); });
    menu->addSeparator();
    menu->addAction(tr("Stop following"), this, [this, place] { unfollow(place); });
    menu->popup(position);
}

void LibraryController::unfollow(const Place &place)
{
    m_imports->unfollow(place.podcast, place.title);
}

void LibraryController::copyAddress(const Place &place)
{
    m_imports->withFeedAddress(place.podcast, [](const QString &address) {
        QGuiApplication::clipboard()->setText(address);
    });
}

} // namespace ui::window
