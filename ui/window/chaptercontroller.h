// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/chapterservice.h"
#include "app/session/session.h"
#include "app/work/job.h"

#include <QObject>

namespace ui::player {
class PlayerBar;
}

namespace ui::window {

class Messages;
class SoundController;

/// Chapters in the player bar: going from one to the next, their list with pictures and links, and
/// which source they are from. Thread: main.
class ChapterController final : public QObject
{
    Q_OBJECT

public:
    ChapterController(app::session::Session &session, player::PlayerBar &bar, Messages &messages);

    /// \param delta  -1 to the chapter before (or this one's start), +1 to the next
    void goToChapter(int delta);

signals:
    /// Pictures from the publisher's server may, or may not, be loaded for the podcast that plays.
    void picturesAllowed(bool allowed);

private:
    void show();
    void readSources();
    void showSources(const app::session::EpisodeChapters &chapters);
    void loadPictures();
    void openLink(const QUrl &url);

    app::session::Session &m_session;
    player::PlayerBar &m_bar;
    Messages &m_messages;
    app::work::Job m_reading;
};

} // namespace ui::window
