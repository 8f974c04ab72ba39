// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/mediacontrols.h"
#include "app/session/session.h"
#include "app/settings/settingsfile.h"
#include "ui/models/notemodel.h"

#include <QObject>

namespace ui::player {
class PlayerBar;
}

namespace ui::window {

class Messages;

/// Shows in the player bar and on the desktop what is heard, and carries out what they wish.
/// Thread: main.
class PlayerController final : public QObject
{
    Q_OBJECT

public:
    PlayerController(app::session::Session &session,
                     const app::settings::SettingsFile &settings,
                     player::PlayerBar &bar,
                     Messages &messages);
    ~PlayerController() override;

    /// \param delta  -1 to the chapter before (or this one's start), +1 to the next
    void goToChapter(int delta);
    /// In steps of 0.05, or 0 for normal.
    void changeSpeed(int steps);
    void changeVolume(double by);
    void toggleMute();
    void skipBack();
    void skipForward();

    /// Notes of the episode that is loaded.
    [[nodiscard]] const std::vector<app::notes::Note> &notes() const { return m_notes.notes(); }

signals:
    void markRequested();
    void titleActivated(app::base::EpisodeId episode);
    void noteActivated(const app::base::NoteId &note);
    void raiseRequested();
    void quitRequested();

private:
    void connectBar();
    void connectPlayer();
    void connectDesktop();
    void showEpisode();
    void showState();
    void showBuffered();
    void showFlags();
    void showOnDesktop();
    void showBack();
    void setSpeed(double speed);

    app::session::Session &m_session;
    const app::settings::SettingsFile &m_settings;
    app::settings::PlaybackSettings m_playback;
    player::PlayerBar &m_bar;
    Messages &m_messages;
    models::NoteModel m_notes;
    app::platform::MediaControls *m_desktop;
    double m_volumeBeforeMute = 1.0;
};

} // namespace ui::window
