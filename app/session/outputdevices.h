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
/// away; moves on to a new default when the listener wants that, and back to the one chosen when it
/// is there again. Thread: main.
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
    void look();
    void applySettings();
    void use(const QByteArray &id);
    void lose(const QString &name);
    [[nodiscard]] bool isSounding() const;
    /// What the player is to be given: empty for whatever is the default.
    [[nodiscard]] QByteArray wanted() const;
    [[nodiscard]] QByteArray idOfDefault() const;
    [[nodiscard]] const playback::AudioDevice *find(const QByteArray &id) const;

    playback::Player &m_player;
    std::unique_ptr<playback::AudioDevices> m_devices;
    ListeningSettings &m_settings;
    std::vector<playback::AudioDevice> m_known;
    QByteArray m_chosen;
    bool m_follows = true;
    QByteArray m_asked; ///< what the player was told
    QByteArray m_inUse; ///< what that means
    QString m_nameInUse;
    bool m_lossSaid = false;
};

} // namespace app::session
