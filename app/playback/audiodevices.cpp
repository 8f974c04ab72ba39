// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/audiodevices.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QTimer>

#include <chrono>
#include <utility>

namespace app::playback {

namespace {

constexpr std::chrono::seconds lookInterval(1);

class QtAudioDevices final : public AudioDevices
{
public:
    QtAudioDevices()
        : m_known(QtAudioDevices::devices())
    {
        m_timer.setInterval(lookInterval);
        connect(&m_timer, &QTimer::timeout, this, &QtAudioDevices::look);
        connect(&m_devices, &QMediaDevices::audioOutputsChanged, this, &QtAudioDevices::look);
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

    void setWatched(bool watched) override
    {
        if (watched && !m_timer.isActive()) {
            look();
            m_timer.start();
        } else if (!watched) {
            m_timer.stop();
        }
    }

private:
    void look()
    {
        auto now = devices();
        if (now != m_known) {
            m_known = std::move(now);
            emit changed();
        }
    }

    QMediaDevices m_devices;
    QTimer m_timer;
    std::vector<AudioDevice> m_known;
};

} // namespace

std::unique_ptr<AudioDevices> makeAudioDevices()
{
    return std::make_unique<QtAudioDevices>();
}

} // namespace app::playback
