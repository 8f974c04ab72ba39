// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/session/session.h"
#include "app/work/job.h"
#include "ui/theme/thememanager.h"

#include <QFuture>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QWidget;

namespace app::session {
struct ImportOutcome;
struct ImportPreview;
} // namespace app::session

namespace ui::exchange {
class ImportPreview;
}

namespace ui::library {
class ImportDialog;
}

namespace ui::window {

class Messages;

/// Podcasts and notes that come from files, and podcasts that go. Thread: main.
class ImportFlow final : public QObject
{
    Q_OBJECT

public:
    ImportFlow(app::session::Session &session,
               const theme::ThemeManager &themes,
               Messages &messages,
               QObject *parent);

    /// Asks for an OPML file or exported notes, and takes it in.
    void chooseFile(QWidget *window);
    /// Takes a file in; notes are shown first, with what would become of them.
    void take(const QString &path, QWidget *window);
    /// Adds a sound file of the listener's own, and opens it.
    void addSound(const QString &path);

    /// Stops following, and offers to follow again. Notes stay.
    void unfollow(app::base::PodcastId podcast, const QString &title);

    void withFeedAddress(app::base::PodcastId podcast,
                         const std::function<void(const QString &)> &work);

signals:
    void episodeAdded(app::base::EpisodeId episode);

private:
    using Outcome = app::base::Result<app::session::ImportOutcome>;

    void
    showPreview(const QString &path, const app::session::ImportPreview &preview, QWidget *window);
    /// Shows the notes again, with the episode that was said.
    void lookAgain(const QString &path,
                   app::base::EpisodeId episode,
                   exchange::ImportPreview *dialog,
                   const std::shared_ptr<app::session::ImportPreview> &shown);
    void findEpisodes(const QString &words, exchange::ImportPreview *dialog);
    void takeIn(const QFuture<Outcome> &importing, QWidget *window);
    void showOutcome(const Outcome &outcome);
    void followAgain(const QString &address);
    void unfollowAddress(const QString &address);

    app::session::Session &m_session;
    const theme::ThemeManager &m_themes;
    Messages &m_messages;
    QPointer<library::ImportDialog> m_dialog;
    app::work::Job m_job;
    app::work::Job m_finding;
};

} // namespace ui::window
