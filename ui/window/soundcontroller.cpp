// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/soundcontroller.h"

#include "app/session/listening.h"
#include "app/session/listeningsettings.h"
#include "app/session/outputdevices.h"
#include "app/session/sleeptimer.h"
#include "app/work/comeback.h"
#include "ui/player/playerbar.h"
#include "ui/text/errortext.h"
#include "ui/window/messages.h"

#include <algorithm>
#include <cmath>

namespace ui::window {
namespace {

using app::base::Result;
using app::playback::Player;
using app::session::Listening;
using app::session::OutputDevices;
using app::session::SleepTimer;
using app::settings::PodcastSettings;
using player::PlayerBar;
using player::SleepShown;

constexpr double speedStep = 0.05;

SleepShown::Mode shown(SleepTimer::Mode mode)
{
    switch (mode) {
    case SleepTimer::Mode::Minutes:
        return SleepShown::Mode::Minutes;
    case SleepTimer::Mode::EndOfChapter:
        return SleepShown::Mode::EndOfChapter;
    case SleepTimer::Mode::EndOfEpisode:
        return SleepShown::Mode::EndOfEpisode;
    case SleepTimer::Mode::Off:
        break;
    }
    return SleepShown::Mode::Off;
}

bool hasOwn(const PodcastSettings &own)
{
    return own.speed || own.silence || own.level;
}

} // namespace

SoundController::SoundController(app::session::Session &session, PlayerBar &bar, Messages &messages)
    : m_session(session)
    , m_bar(bar)
    , m_messages(messages)
{
    connectSound();
    connectSleep();
    connectDevices();
    showSound();
    showSleep();
    showDevices();
}

void SoundController::connectSound()
{
    Listening &listening = m_session.listening();
    connect(&m_bar, &PlayerBar::speedRequested, &listening, &Listening::setSpeed);
    connect(&m_bar, &PlayerBar::soundRequested, &listening, &Listening::setSound);
    connect(&m_bar, &PlayerBar::ownSettingsRequested, this, &SoundController::giveOwn);
    connect(&m_bar, &PlayerBar::podcastSettingsRequested, this, [this] {
        if (const auto &current = m_session.listening().current()) {
            emit podcastSettingsRequested(current->row.podcastId, current->row.podcastTitle);
        }
    });
    connect(&listening.player(), &Player::speedChanged, this, &SoundController::showSound);
    connect(&listening.player(), &Player::optionsChanged, this, &SoundController::showSound);
    connect(&listening, &Listening::settingsChanged, this, &SoundController::showSound);
    connect(&listening, &Listening::currentChanged, this, &SoundController::showOwn);
    connect(&m_session.listeningSettings(),
            &app::session::ListeningSettings::podcastWished,
            this,
            &SoundController::showOwn);
}

void SoundController::connectSleep()
{
    SleepTimer &sleep = m_session.sleepTimer();
    connect(&m_bar, &PlayerBar::sleepMinutesRequested, this, [&sleep](int minutes) {
        sleep.startMinutes(std::chrono::minutes(minutes));
    });
    connect(
        &m_bar, &PlayerBar::sleepAtEndOfChapterRequested, &sleep, &SleepTimer::startAtEndOfChapter);
    connect(
        &m_bar, &PlayerBar::sleepAtEndOfEpisodeRequested, &sleep, &SleepTimer::startAtEndOfEpisode);
    connect(&m_bar, &PlayerBar::sleepExtendRequested, &sleep, &SleepTimer::extend);
    connect(&m_bar, &PlayerBar::sleepOffRequested, &sleep, &SleepTimer::stop);
    connect(&sleep, &SleepTimer::changed, this, &SoundController::showSleep);
    connect(&sleep, &SleepTimer::fellAsleep, this, [this, &sleep] {
        m_messages.offer(
            tr("The sleep timer paused the sound."), tr("Go back"), [&sleep] { sleep.undo(); });
    });
}

void SoundController::connectDevices()
{
    OutputDevices &devices = m_session.outputDevices();
    connect(&m_bar, &PlayerBar::deviceRequested, &devices, &OutputDevices::choose);
    connect(&m_bar, &PlayerBar::followDefaultRequested, this, [this](bool follow) {
        auto common = m_session.listeningSettings().common();
        common.followDefaultDevice = follow;
        m_session.listeningSettings().setCommon(common);
    });
    connect(&devices, &OutputDevices::changed, this, &SoundController::showDevices);
    connect(&devices, &OutputDevices::lost, this, [this](const QString &name) {
        m_messages.say(tr("“%1” was disconnected. The sound is paused.").arg(name));
    });
    connect(&devices, &OutputDevices::moved, this, [this](const QString &name) {
        m_messages.say(tr("The sound is on “%1” now.").arg(name));
    });
    connect(&m_session.listeningSettings(),
            &app::session::ListeningSettings::commonChanged,
            this,
            &SoundController::showDevices);
}

void SoundController::showSound()
{
    const Player &player = m_session.listening().player();
    m_bar.setSpeed(player.speed());
    m_bar.setSound(player.options());
}

void SoundController::showOwn()
{
    const Listening &listening = m_session.listening();
    m_bar.setOwnSettings(listening.current() && hasOwn(listening.own()));
}

void SoundController::giveOwn(bool own)
{
    const Player &player = m_session.listening().player();
    changeOwn([own, speed = player.speed(), sound = player.options()](PodcastSettings &settings) {
        settings.speed = own ? std::optional(speed) : std::nullopt;
        settings.silence = own ? std::optional(sound.silence) : std::nullopt;
        settings.level = own ? std::optional(sound.level) : std::nullopt;
    });
}

void SoundController::changeOwn(const std::function<void(PodcastSettings &)> &change)
{
    const auto &current = m_session.listening().current();
    if (!current) {
        return;
    }
    // Counts at once: the next wish for a speed is one of this podcast.
    PodcastSettings changed = m_session.listening().own();
    change(changed);
    app::work::comeBack(m_session.listeningSettings().setOfPodcast(current->row.podcastId, changed),
                        this,
                        [this](const Result<void> &stored) {
                            if (!stored) {
                                m_messages.say(text::errorSentence(stored.error()));
                            }
                        });
}

void SoundController::showSleep()
{
    const SleepTimer &sleep = m_session.sleepTimer();
    m_bar.setSleep({shown(sleep.mode()), sleep.remaining()});
}

void SoundController::showDevices()
{
    std::vector<player::DeviceChoice> choices;
    for (const auto &device : m_session.outputDevices().devices()) {
        choices.push_back({device.id, device.name, device.isDefault});
    }
    m_bar.setDevices(std::move(choices),
                     m_session.outputDevices().chosen(),
                     m_session.listeningSettings().common().followDefaultDevice);
}

void SoundController::changeSpeed(int steps)
{
    const double now = m_session.listening().player().speed();
    const double wanted = steps == 0 ? 1.0 : now + steps * speedStep;
    m_session.listening().setSpeed(
        std::clamp(std::round(wanted / speedStep) * speedStep, 0.5, 3.0));
}

void SoundController::openSleep()
{
    m_bar.openSleep();
}

} // namespace ui::window
