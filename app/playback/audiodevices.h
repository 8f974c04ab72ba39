// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace app::playback {

/// One way out for sound of this computer.
struct AudioDevice
{
    QByteArray id; ///< stays the same over restarts
    QString name;  ///< as the system calls it
    bool isDefault = false;

    bool operator==(const AudioDevice &) const = default;
};

/// Which ways out there are, and when that changes. Thread: main.
class AudioDevices : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Empty where there is no sound server.
    [[nodiscard]] virtual std::vector<AudioDevice> devices() const = 0;

    /// Whether changes matter now: while sound plays or a list is shown. Qt 6.4 says nothing of
    /// PulseAudio's devices by itself, so they are looked at every second then, and never else.
    virtual void setWatched(bool watched){Q_UNUSED(watched)}

    signals :
        /// One came, went, or another became the default; where the system does not tell, only
        /// while watched.
        void changed();
};

/// The computer's own.
[[nodiscard]] std::unique_ptr<AudioDevices> makeAudioDevices();

} // namespace app::playback
