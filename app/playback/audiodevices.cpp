// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/audiodevices.h"

#include <QAudioDevice>
#include <QMediaDevices>

namespace app::playback {

namespace {

class QtAudioDevices final : public AudioDevices
{
public:
    QtAudioDevices()
    {
        connect(&m_devices, &QMediaDevices::audioOutputsChanged, this, &AudioDevices::changed);
    }

    [[nodiscard]] std::vector<AudioDevice> devices() const override
    {
        std::vector<AudioDevice> found;
        for (const auto &device : QMediaDevices::audioOutputs()) {
            if (!device.isNull()) {
                found.push_back({device.id(), device.description(), device.isDefault()});
            }
        }
        return found;
    }

private:
    QMediaDevices m_devices;
};

} // namespace

std::unique_ptr<AudioDevices> makeAudioDevices()
{
    return std::make_unique<QtAudioDevices>();
}

} // namespace app::playback
