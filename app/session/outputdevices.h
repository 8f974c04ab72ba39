// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/audiodevices.h"
#include "app/playback/player.h"
#include "app/session/listeningsettings.h"

#include <QObject>

#include <memory>
#include <vector>

namespace app::session {

/// Which device plays: the one chosen, else the computer's default. Pauses when the one in use goes
/// away; moves on to a new default when the listener wants that. Thread: main.
class OutputDevices final : public QObject
{
    Q_OBJECT

public:
    OutputDevices(playback::Player &player,
                  std::unique_ptr<playback::AudioDevices> devices,
                  ListeningSettings &settings);

    [[nodiscard]] std::vector<playback::AudioDevice> devices() const;
    /// Id of the one that was chosen, also while it is not there; empty is the default.
    [[nodiscard]] QByteArray chosen() const;
    void choose(const QByteArray &id);

signals:
    /// The list or the choice.
    void changed();
    /// The device in use went away and the sound was paused.
    void lost(const QString &name);
    /// The sound moved to another device by itself.
    void moved(const QString &name);

private:
    playback::Player &m_player;
    std::unique_ptr<playback::AudioDevices> m_devices;
    ListeningSettings &m_settings;
    std::vector<playback::AudioDevice> m_known;
};

} // namespace app::session
