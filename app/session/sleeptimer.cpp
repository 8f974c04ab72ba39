// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sleeptimer.h"

#include "app/session/internal/playable.h"
#include "app/session/listening.h"

#include <algorithm>
#include <utility>

namespace app::session {
namespace {

using namespace std::chrono_literals;
using playback::Player;
using playback::PlayerState;
using timestamps::Duration;
using timestamps::MediaTime;

/// Positions come twenty times a second; after a longer gap the computer slept.
constexpr Duration longestStep{2'000};

qint64 minutesOf(Duration duration)
{
    return std::chrono::ceil<std::chrono::minutes>(duration).count();
}

} // namespace

SleepTimer::SleepTimer(Listening &listening, const base::Clock &clock)
    : m_listening(listening)
    , m_player(listening.player())
    , m_clock(clock)
{
    connect(&m_player, &Player::positionChanged, this, &SleepTimer::noticePosition);
    connect(&m_player, &Player::stateChanged, this, &SleepTimer::noticeState);
    connect(&m_player, &Player::fadingChanged, this, [this](bool fading) {
        m_fadeOver = m_fading && !fading;
    });
    connect(&m_listening, &Listening::steered, this, &SleepTimer::noticeWish);
}

SleepTimer::~SleepTimer() = default;

void SleepTimer::startMinutes(std::chrono::minutes minutes)
{
    m_left = std::clamp<std::chrono::minutes>(minutes, 1min, 24h);
    start(Mode::Minutes);
}

void SleepTimer::startAtEndOfChapter()
{
    start(Mode::EndOfChapter);
}

void SleepTimer::startAtEndOfEpisode()
{
    start(Mode::EndOfEpisode);
}

void SleepTimer::start(Mode mode)
{
    endFade();
    m_sleptAt.reset();
    m_asleep = false;
    m_counted =
        m_player.state() == PlayerState::Playing ? std::optional(m_clock.now()) : std::nullopt;
    setMode(mode);
    noticePosition();
}

void SleepTimer::stop()
{
    endFade();
    if (m_mode != Mode::Off) {
        setMode(Mode::Off);
    }
}

void SleepTimer::setMode(Mode mode)
{
    m_mode = mode;
    m_listening.setFollowing(mode != Mode::EndOfEpisode && mode != Mode::EndOfChapter);
    emit changed();
}

void SleepTimer::extend()
{
    const Duration left = m_mode == Mode::Off ? Duration(0) : remaining().value_or(Duration(0));
    m_left = std::min<Duration>(left + 5min, 24h);
    start(Mode::Minutes);
}

std::optional<Duration> SleepTimer::remaining() const
{
    if (m_mode == Mode::Off) {
        return std::nullopt;
    }
    if (m_mode == Mode::Minutes) {
        return m_left;
    }
    const auto place = end();
    if (!place) {
        return std::nullopt;
    }
    const Duration sound = std::max(Duration(0), *place - m_player.position());
    return std::chrono::duration_cast<Duration>(sound / m_player.speed());
}

std::optional<MediaTime> SleepTimer::endOfEpisode() const
{
    const auto duration = m_player.duration();
    if (!duration) {
        return std::nullopt;
    }
    return MediaTime(*duration - internal::outroLength(duration, m_listening.settings()));
}

std::optional<MediaTime> SleepTimer::end() const
{
    const auto last = endOfEpisode();
    if (m_mode != Mode::EndOfChapter) {
        return last;
    }
    const timestamps::Chapters &chapters = m_listening.chapters();
    const MediaTime here = m_player.position();
    // Also before the first one, and one that the list does not show ends nothing.
    const auto next = std::find_if(chapters.begin(), chapters.end(), [here](const auto &chapter) {
        return chapter.listed && chapter.start > here;
    });
    if (next == chapters.end() || (last && next->start >= *last)) {
        return last;
    }
    return next->start;
}

void SleepTimer::noticePosition()
{
    if (m_mode == Mode::Off || m_player.state() != PlayerState::Playing) {
        return;
    }
    count();
    if (m_fading) {
        if (m_fadeOver) {
            stop(); // somebody else ended it, and it sounds
        }
        return;
    }
    if (const auto left = remaining(); left && *left <= fade) {
        fadeAway(*left);
    }
}

void SleepTimer::count()
{
    const QDateTime now = m_clock.now();
    const auto since = std::exchange(m_counted, now);
    if (m_mode != Mode::Minutes || !since) {
        return;
    }
    const Duration step(since->msecsTo(now));
    const qint64 before = minutesOf(m_left);
    m_left -= std::clamp(step, Duration(0), longestStep);
    m_left = std::max(m_left, Duration(0));
    if (minutesOf(m_left) != before) {
        emit changed();
    }
}

void SleepTimer::noticeState(PlayerState state)
{
    const bool playing = state == PlayerState::Playing;
    m_counted = playing ? std::optional(m_clock.now()) : std::nullopt;
    if (playing && std::exchange(m_asleep, false) && m_mode == Mode::Off) {
        m_listening.setFollowing(true);
    }
    const bool atItsEnd = m_mode == Mode::EndOfEpisode || m_mode == Mode::EndOfChapter;
    if ((state == PlayerState::Paused && m_fading)
        || (state == PlayerState::Ended && (m_fading || atItsEnd))) {
        fallAsleep();
    }
}

void SleepTimer::noticeWish()
{
    if (m_fading) {
        stop();
    }
}

void SleepTimer::fadeAway(Duration over)
{
    const auto here = m_listening.here();
    if (!here) {
        return;
    }
    m_fading = true;
    m_fadeOver = false;
    m_fadedFrom = *here;
    // Left-out pauses may bring the end of the chapter sooner than the silence.
    const auto place = end();
    if (m_mode == Mode::EndOfChapter && place && place != endOfEpisode()) {
        m_stopsThere = true;
        m_player.setStopPlace(*place);
    }
    m_player.fadeOut(over);
}

void SleepTimer::endFade()
{
    const PlayerState state = m_player.state();
    const bool sounding = state == PlayerState::Playing || state == PlayerState::Buffering;
    if (std::exchange(m_fading, false) && sounding) {
        m_player.cancelFade();
    }
    if (std::exchange(m_stopsThere, false)) {
        m_player.setStopPlace(std::nullopt);
    }
}

void SleepTimer::fallAsleep()
{
    if (!m_fading) {
        m_fadedFrom = m_listening.here().value_or(ListeningPlace());
    }
    endFade();
    m_sleptAt = m_fadedFrom;
    // At the end of an episode what follows is asked for after this.
    m_listening.setFollowing(false);
    m_asleep = true;
    m_mode = Mode::Off;
    emit changed();
    emit fellAsleep();
}

void SleepTimer::undo()
{
    const auto place = std::exchange(m_sleptAt, std::nullopt);
    if (!place) {
        return;
    }
    emit changed();
    m_listening.open(place->episode, place->position);
}

} // namespace app::session
