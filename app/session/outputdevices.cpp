// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/outputdevices.h"

#include <algorithm>
#include <utility>

namespace app::session {

using playback::AudioDevice;
using playback::Player;
using playback::PlayerState;

OutputDevices::OutputDevices(Player &player,
                             std::unique_ptr<playback::AudioDevices> devices,
                             ListeningSettings &settings)
    : m_player(player)
    , m_devices(std::move(devices))
    , m_settings(settings)
    , m_known(m_devices->devices())
    , m_chosen(settings.common().outputDevice)
    , m_follows(settings.common().followDefaultDevice)
{
    connect(m_devices.get(), &playback::AudioDevices::changed, this, &OutputDevices::look);
    connect(&settings, &ListeningSettings::commonChanged, this, &OutputDevices::applySettings);
    connect(&player, &Player::deviceLost, this, [this] {
        // The player may know it before the list does.
        if (!std::exchange(m_lossSaid, true)) {
            emit lost(m_nameInUse);
        }
    });
    connect(&player, &Player::stateChanged, this, [this](PlayerState state) {
        const bool sounds = state == PlayerState::Playing || state == PlayerState::Buffering;
        m_devices->setWatched(sounds);
        if (state == PlayerState::Playing) {
            m_lossSaid = false;
        }
    });
    use(wanted());
}

std::vector<AudioDevice> OutputDevices::devices() const
{
    return m_known;
}

QByteArray OutputDevices::chosen() const
{
    return m_chosen;
}

void OutputDevices::choose(const QByteArray &id)
{
    settings::PlaybackSettings common = m_settings.common();
    common.outputDevice = id;
    m_settings.setCommon(common);
}

void OutputDevices::applySettings()
{
    const settings::PlaybackSettings &common = m_settings.common();
    if (m_chosen == common.outputDevice && m_follows == common.followDefaultDevice) {
        return;
    }
    if (m_chosen != common.outputDevice) {
        m_inUse.clear();
    }
    m_chosen = common.outputDevice;
    m_follows = common.followDefaultDevice;
    use(wanted());
    emit changed();
}

void OutputDevices::look()
{
    auto before = std::exchange(m_known, m_devices->devices());
    if (before == m_known) {
        return;
    }
    const QByteArray usedBefore = m_inUse;
    const bool gone = !usedBefore.isEmpty() && find(usedBefore) == nullptr;
    if (gone) {
        lose(m_nameInUse);
    }
    const bool sounding = isSounding();
    const QByteArray device = wanted();
    const QByteArray becomes = device.isEmpty() ? idOfDefault() : device;
    if (gone || becomes != usedBefore) {
        use(device);
        if (sounding && !m_inUse.isEmpty()) {
            emit moved(m_nameInUse);
        }
    }
    emit changed();
}

void OutputDevices::use(const QByteArray &id)
{
    m_asked = id;
    m_inUse = id.isEmpty() ? idOfDefault() : id;
    const AudioDevice *const device = find(m_inUse);
    m_nameInUse = device ? device->name : QString();
    m_player.setDevice(id);
}

void OutputDevices::lose(const QString &name)
{
    if (!isSounding()) {
        return;
    }
    m_player.pause();
    if (!std::exchange(m_lossSaid, true)) {
        emit lost(name);
    }
}

bool OutputDevices::isSounding() const
{
    return m_player.state() == PlayerState::Playing || m_player.state() == PlayerState::Buffering;
}

QByteArray OutputDevices::wanted() const
{
    if (!m_chosen.isEmpty() && find(m_chosen) != nullptr) {
        return m_chosen;
    }
    if (m_follows) {
        return {};
    }
    // It stays with what was the default when it began, as long as that is there.
    return find(m_inUse) != nullptr ? m_inUse : idOfDefault();
}

QByteArray OutputDevices::idOfDefault() const
{
    const auto found = std::find_if(
        m_known.begin(), m_known.end(), [](const AudioDevice &device) { return device.isDefault; });
    return found == m_known.end() ? QByteArray() : found->id;
}

const AudioDevice *OutputDevices::find(const QByteArray &id) const
{
    const auto found = std::find_if(m_known.begin(),
                                    m_known.end(),
                                    [&id](const AudioDevice &device) { return device.id == id; });
    return found == m_known.end() ? nullptr : &*found;
}

} // namespace app::session
