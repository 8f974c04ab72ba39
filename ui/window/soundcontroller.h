// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/session/session.h"
#include "app/settings/sound.h"

#include <QObject>

#include <functional>

namespace ui::player {
class PlayerBar;
}

namespace ui::window {

class Messages;

/// What it sounds like: speed, silence, loudness, the sleep timer and the device, in the player
/// bar. Thread: main.
class SoundController final : public QObject
{
    Q_OBJECT

public:
    SoundController(app::session::Session &session, player::PlayerBar &bar, Messages &messages);

    /// In steps of 0.05, or 0 for normal.
    void changeSpeed(int steps);
    void openSleep();
    /// Changes what the podcast that plays has of its own.
    void changeOwn(const std::function<void(app::settings::PodcastSettings &)> &change);

signals:
    void podcastSettingsRequested(app::base::PodcastId podcast, const QString &title);

private:
    void connectSound();
    void connectSleep();
    void connectDevices();
    void showSound();
    void showOwn();
    void showSleep();
    void showDevices();
    void giveOwn(bool own);

    app::session::Session &m_session;
    player::PlayerBar &m_bar;
    Messages &m_messages;
};

} // namespace ui::window
