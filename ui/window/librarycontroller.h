// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"
#include "app/platform/notifications.h"
#include "app/session/session.h"
#include "app/session/subscriptions.h"
#include "app/work/job.h"
#include "ui/models/episodemodel.h"
#include "ui/models/sidebarmodel.h"
#include "ui/theme/thememanager.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QUrl>

namespace ui::library {
class AddPodcastDialog;
class EpisodePanel;
class FirstRunPage;
class Sidebar;
} // namespace ui::library

namespace ui::window {

class ImportFlow;
class Messages;
class ToolBar;
class Workspace;

/// Brings the sidebar, the list of episodes and the first page together with the podcasts the
/// listener follows: adding, importing, checking, unfollowing, the queue and downloads. Thread:
/// main.
class LibraryController final : public QObject
{
    Q_OBJECT

public:
    /// The panels it works with.
    struct Panels
    {
        library::Sidebar &sidebar;
        library::EpisodePanel &episodes;
        library::FirstRunPage &firstRun;
        Workspace &workspace;
        ToolBar &toolBar;
        Messages &messages;
    };

    LibraryController(app::session::Session &session,
                      const theme::ThemeManager &themes,
                      models::SidebarModel &places,
                      models::EpisodeModel &model,
                      const Panels &panels);

    /// Goes to a place by its key, such as "inbox"; to the inbox when there is no such place.
    void goTo(const QString &key);

    [[nodiscard]] QString placeKey() const { return m_place.key(); }

    void addPodcast(const QString &address = {});
    /// Asks for an OPML file or exported notes.
    void chooseFile();
    /// Files and addresses that were dropped, or named on the command line.
    void take(const QList<QUrl> &urls);
    void addSample();
    /// Looks for new episodes and says what came of it. Without being asked that happens each hour.
    void checkFeeds();

    void downloadEpisode(app::base::EpisodeId episode);
    void toggleQueued(const app::library::EpisodeRow &episode, bool next);
    void togglePlayed(const app::library::EpisodeRow &episode);
    void deleteFile(app::base::EpisodeId episode);
    void openEpisodeMenu(const app::library::EpisodeRow &episode, const QPoint &position);

signals:
    void placeChanged(const ui::models::Place &place);
    void episodeChosen(app::base::EpisodeId episode);
    void episodeActivated(app::base::EpisodeId episode);
    void playRequested(app::base::EpisodeId episode);
    void exportRequested(app::base::EpisodeId episode);
    /// A sound file became an episode, to be opened.
    void episodeAdded(app::base::EpisodeId episode);
    /// A transcript file is to be chosen for an episode.
    void transcriptRequested(app::base::EpisodeId episode);
    void podcastSettingsRequested(app::base::PodcastId podcast, const QString &title);
    /// A transcript for the open episode.
    void transcriptDropped(const QString &path);
    /// An earmark: address, as exports write them.
    void linkOpened(const QUrl &url);

private:
    void placesCame();
    void showPlace(const models::Place &place);
    void showPodcast(const app::library::Podcast &podcast);
    void follow(const QString &address);
    void openFirst();
    void openPodcastMenu(const models::Place &place, const QPoint &position);
    void unfollow(const models::Place &place);
    void copyAddress(const models::Place &place);
    void check(bool asked);
    void tellNews(const app::session::RefreshReport &report, bool asked);
    void showProgress(int done, int total);
    void showChecked();

    app::session::Session &m_session;
    const theme::ThemeManager &m_themes;
    models::SidebarModel &m_places;
    models::EpisodeModel &m_model;
    Panels m_panels;
    ImportFlow *m_imports;
    app::platform::Notifications *m_notifications;
    models::Place m_place;
    QString m_wanted; ///< a place asked for before the library was read
    bool m_shown = false;
    app::base::PodcastId m_openFirst; ///< its first episode is to be opened once it is listed
    bool m_checking = false;
    QDateTime m_checked;
    QPointer<library::AddPodcastDialog> m_addDialog;
    app::work::Job m_following;
};

} // namespace ui::window
