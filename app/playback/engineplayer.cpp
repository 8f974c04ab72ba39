// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/engineplayer.h"

#include "app/playback/internal/engine.h"

#include <QTimer>

#include <algorithm>
#include <cmath>

namespace app::playback {

namespace {

using internal::Report;
using internal::Wishes;
using timestamps::MediaTime;

constexpr std::chrono::milliseconds positionInterval(50);
constexpr double framesPerMs = 48;

/// The main thread's side: remembers what was asked and told, and asks the engine for the position.
class EnginePlayer final : public Player
{
public:
    explicit EnginePlayer(AudioOutputFactory makeOutput)
        : m_engine(std::move(makeOutput), [this](Report report) {
            QMetaObject::invokeMethod(
                this, [this, report = std::move(report)] { apply(report); }, Qt::QueuedConnection);
        })
    {
        m_ticks.setInterval(positionInterval);
        connect(&m_ticks, &QTimer::timeout, this, &EnginePlayer::tick);
    }

    void load(const PlayerSource &source, MediaTime place, bool playing) override
    {
        ++m_generation;
        m_target = std::max(place, MediaTime());
        m_error.reset();
        m_duration.reset();
        m_durationExact = false;
        const auto serial = ++m_serial;
        m_engine.wish([&](Wishes &wishes) {
            wishes.load = {source, m_target, m_generation};
            wishes.seek.reset();
            wishes.stop.reset();
            wishes.playing = playing;
            wishes.seekSerial = serial;
        });
        setState(PlayerState::Opening);
        emit positionChanged(m_target);
    }

    void unload() override
    {
        ++m_generation;
        ++m_serial;
        m_target = {};
        m_error.reset();
        m_duration.reset();
        m_durationExact = false;
        m_engine.wish([](Wishes &wishes) {
            wishes.load.reset();
            wishes.seek.reset();
            wishes.stop.reset();
            wishes.playing = false;
            wishes.unload = true;
        });
        setState(PlayerState::Empty);
    }

    void play() override { wishPlaying(true); }

    void pause() override { wishPlaying(false); }

    void seek(MediaTime place) override
    {
        if (m_state == PlayerState::Empty) {
            return;
        }
        m_target = std::max(place, MediaTime());
        if (m_duration && m_durationExact) {
            m_target = std::min(m_target, MediaTime(*m_duration));
        }
        const auto serial = ++m_serial;
        m_engine.wish([&](Wishes &wishes) {
            wishes.seek = m_target;
            wishes.seekSerial = serial;
        });
        if (m_state == PlayerState::Ended) {
            setState(PlayerState::Paused);
        }
        emit positionChanged(m_target);
    }

    void setSpeed(double speed) override
    {
        speed = std::isnan(speed) ? 1.0 : std::clamp(speed, 0.5, 3.0);
        if (speed != m_speed) {
            m_speed = speed;
            m_engine.wish([&](Wishes &wishes) { wishes.speed = speed; });
            emit speedChanged(speed);
        }
    }

    void setVolume(double volume) override
    {
        volume = std::isnan(volume) ? 1.0 : std::clamp(volume, 0.0, 1.0);
        if (volume != m_volume) {
            m_volume = volume;
            m_engine.wish([&](Wishes &wishes) { wishes.volume = volume; });
            emit volumeChanged(volume);
        }
    }

    void setStopPlace(std::optional<MediaTime> place) override
    {
        m_engine.wish([&](Wishes &wishes) { wishes.stop = place; });
    }

    void setOptions(const settings::SoundOptions &options) override
    {
        if (options != m_options) {
            m_options = options;
            emit optionsChanged(options);
        }
    }

    void setLoudness(double lufs) override { Q_UNUSED(lufs) }

    void setLoop(std::optional<timestamps::TimeRange> range) override
    {
        if (range != m_loop) {
            m_loop = range;
            emit loopChanged(range);
        }
    }

    void setNext(const std::optional<PlayerSource> &source, MediaTime place) override
    {
        Q_UNUSED(source)
        Q_UNUSED(place)
    }

    void fadeOut(timestamps::Duration over) override { Q_UNUSED(over) }

    void cancelFade() override {}

    void setDevice(const QByteArray &id) override { Q_UNUSED(id) }

    [[nodiscard]] timestamps::Duration timeSaved() const override { return {}; }

    [[nodiscard]] settings::SoundOptions options() const override { return m_options; }

    [[nodiscard]] std::optional<timestamps::TimeRange> loop() const override { return m_loop; }

    [[nodiscard]] bool isFading() const override { return false; }

    [[nodiscard]] PlayerState state() const override { return m_state; }

    [[nodiscard]] MediaTime position() const override
    {
        if (m_engine.doneSerial() < m_serial) {
            return m_target;
        }
        const auto ms = static_cast<qint64>(std::floor(m_engine.place() / framesPerMs + 0.01));
        const auto place = MediaTime::fromMs(std::max<qint64>(ms, 0));
        return m_duration && m_durationExact ? std::min(place, MediaTime(*m_duration)) : place;
    }

    [[nodiscard]] std::optional<timestamps::Duration> duration() const override
    {
        return m_duration;
    }

    [[nodiscard]] bool isDurationExact() const override { return m_durationExact; }

    [[nodiscard]] double speed() const override { return m_speed; }

    [[nodiscard]] double volume() const override { return m_volume; }

    [[nodiscard]] std::optional<base::Error> error() const override { return m_error; }

private:
    void wishPlaying(bool playing)
    {
        if (m_state != PlayerState::Empty) {
            m_engine.wish([&](Wishes &wishes) { wishes.playing = playing; });
        }
    }

    void setState(PlayerState state)
    {
        // No timer runs while nothing moves.
        if (state == PlayerState::Playing || state == PlayerState::Buffering) {
            m_ticks.start();
        } else {
            m_ticks.stop();
        }
        if (state != m_state) {
            m_state = state;
            emit stateChanged(state);
        }
    }

    void tick()
    {
        if (m_engine.isEndHeard()) {
            m_engine.wish([](Wishes &wishes) { wishes.look = true; });
        }
        setState(m_engine.isStarved() ? PlayerState::Buffering : PlayerState::Playing);
        emit positionChanged(position());
    }

    void apply(const Report &report)
    {
        if (report.generation != m_generation) {
            return;
        }
        if (report.duration
            && (report.duration != m_duration || report.durationExact != m_durationExact)) {
            m_duration = report.duration;
            m_durationExact = report.durationExact;
            emit durationChanged(*m_duration);
        }
        if (report.index) {
            emit seekIndexBuilt(*report.index);
        }
        if (report.state) {
            m_error = report.error;
            setState(*report.state);
            emit positionChanged(position());
        }
        if (report.finished) {
            emit finished();
        }
    }

    PlayerState m_state = PlayerState::Empty;
    quint64 m_generation = 0;
    quint64 m_serial = 0;
    MediaTime m_target;
    std::optional<timestamps::Duration> m_duration;
    bool m_durationExact = false;
    std::optional<base::Error> m_error;
    settings::SoundOptions m_options;
    std::optional<timestamps::TimeRange> m_loop;
    double m_speed = 1;
    double m_volume = 1;
    QTimer m_ticks;
    internal::Engine m_engine; ///< last: its thread is gone before anything else here
};

} // namespace

std::unique_ptr<Player> makeEnginePlayer(AudioOutputFactory makeOutput)
{
    return std::make_unique<EnginePlayer>(std::move(makeOutput));
}

} // namespace app::playback
