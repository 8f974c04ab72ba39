// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/player.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace tests {

/// A player without sound: a test sets what it "does", and reads what was asked of it.
///
/// Requests take effect at once, as if the engine were infinitely fast; finishOpening() is called
/// by load() unless holdOpening is set.
class FakePlayer final : public app::playback::Player
{
public:
    using State = app::playback::PlayerState;
    using MediaTime = app::timestamps::MediaTime;
    using Duration = app::timestamps::Duration;

    explicit FakePlayer(QObject *parent = nullptr)
        : Player(parent)
    {}

    void load(const app::playback::PlayerSource &source, MediaTime place, bool playing) override
    {
        calls << QStringLiteral("load %1 %2").arg(place.ms()).arg(playing ? u"play" : u"pause");
        loaded = source;
        m_place = place;
        m_playAfterOpening = playing;
        m_error.reset();
        m_stopPlace.reset();
        setState(State::Opening);
        if (source.expectedDuration) {
            setDuration(*source.expectedDuration, false);
        }
        if (!holdOpening) {
            finishOpening();
        }
    }

    void unload() override
    {
        calls << QStringLiteral("unload");
        loaded.reset();
        m_place = {};
        m_duration.reset();
        setState(State::Empty);
    }

    void play() override
    {
        calls << QStringLiteral("play");
        if (m_state == State::Opening) {
            m_playAfterOpening = true;
        } else if (m_state != State::Empty) {
            setState(State::Playing);
        }
    }

    void pause() override
    {
        calls << QStringLiteral("pause");
        if (m_state == State::Opening) {
            m_playAfterOpening = false;
        } else if (m_state != State::Empty) {
            setState(State::Paused);
        }
    }

    void seek(MediaTime place) override
    {
        calls << QStringLiteral("seek %1").arg(place.ms());
        setPosition(std::max(place, MediaTime()));
    }

    void setSpeed(double speed) override
    {
        m_speed = std::clamp(speed, 0.5, 3.0);
        calls << QStringLiteral("speed %1").arg(m_speed);
        emit speedChanged(m_speed);
    }

    void setVolume(double volume) override
    {
        m_volume = std::clamp(volume, 0.0, 1.0);
        calls << QStringLiteral("volume %1").arg(m_volume);
        emit volumeChanged(m_volume);
    }

    void setStopPlace(std::optional<MediaTime> place) override
    {
        calls << (place ? QStringLiteral("stop at %1").arg(place->ms())
                        : QStringLiteral("stop nowhere"));
        m_stopPlace = place;
    }

    void setOptions(const app::settings::SoundOptions &options) override
    {
        calls << QStringLiteral("options");
        m_options = options;
        emit optionsChanged(options);
    }

    void setLeaveOutAtEnd(Duration length) override
    {
        calls << QStringLiteral("leave out %1").arg(length.count());
        if (loaded) {
            loaded->leaveOutAtEnd = length;
        }
    }

    void setLoudness(double lufs) override { calls << QStringLiteral("loudness %1").arg(lufs); }

    void setLoop(std::optional<app::timestamps::TimeRange> range) override
    {
        calls << (range ? QStringLiteral("loop %1 %2").arg(range->start.ms()).arg(range->end.ms())
                        : QStringLiteral("loop nothing"));
        m_loop = range;
        emit loopChanged(range);
    }

    void setNext(const std::optional<app::playback::PlayerSource> &source, MediaTime place) override
    {
        calls << (source ? QStringLiteral("next %1").arg(place.ms()) : QStringLiteral("next none"));
        next = source;
        m_nextPlace = place;
    }

    void fadeOut(Duration over) override
    {
        calls << QStringLiteral("fade %1").arg(over.count());
        setFading(true);
    }

    void cancelFade() override
    {
        calls << QStringLiteral("fade not");
        setFading(false);
    }

    void setDevice(const QByteArray &id) override
    {
        calls << QStringLiteral("device %1").arg(QString::fromUtf8(id));
    }

    [[nodiscard]] Duration timeSaved() const override { return Duration(0); }

    [[nodiscard]] app::settings::SoundOptions options() const override { return m_options; }

    [[nodiscard]] std::optional<app::timestamps::TimeRange> loop() const override { return m_loop; }

    [[nodiscard]] bool isFading() const override { return m_fading; }

    [[nodiscard]] State state() const override { return m_state; }

    [[nodiscard]] MediaTime position() const override { return m_place; }

    [[nodiscard]] std::optional<Duration> duration() const override { return m_duration; }

    [[nodiscard]] bool isDurationExact() const override { return m_durationExact; }

    [[nodiscard]] double speed() const override { return m_speed; }

    [[nodiscard]] double volume() const override { return m_volume; }

    [[nodiscard]] std::optional<app::base::Error> error() const override { return m_error; }

    [[nodiscard]] std::optional<MediaTime> stopPlace() const { return m_stopPlace; }

    void finishOpening() { setState(m_playAfterOpening ? State::Playing : State::Paused); }

    /// The sound went on to here; stops at the stop place like the real one.
    void setPosition(MediaTime place)
    {
        const bool stops = m_stopPlace && m_place < *m_stopPlace && place >= *m_stopPlace
                           && m_state == State::Playing;
        m_place = stops ? *m_stopPlace : place;
        emit positionChanged(m_place);
        if (stops) {
            setState(State::Paused);
        }
    }

    void setDuration(Duration duration, bool exact = true)
    {
        m_duration = duration;
        m_durationExact = exact;
        emit durationChanged(duration);
    }

    void setState(State state)
    {
        if (m_state != state) {
            m_state = state;
            emit stateChanged(state);
        }
    }

    void finish()
    {
        if (m_duration) {
            setPosition(MediaTime(*m_duration));
        }
        setState(State::Ended);
        emit finished();
    }

    /// The sound goes on with what setNext() gave.
    void advance()
    {
        loaded = std::exchange(next, std::nullopt);
        m_place = m_nextPlace;
        m_loop.reset();
        m_stopPlace.reset();
        m_duration = loaded ? loaded->expectedDuration : std::nullopt;
        m_durationExact = false;
        emit advanced();
    }

    /// The fading began is over: it pauses.
    void finishFade()
    {
        setFading(false);
        setState(State::Paused);
    }

    void fail(const app::base::Error &error)
    {
        m_error = error;
        setState(State::Failed);
    }

    QStringList calls; ///< in order, such as "seek 270000"
    std::optional<app::playback::PlayerSource> loaded;
    std::optional<app::playback::PlayerSource> next;
    bool holdOpening = false;

private:
    void setFading(bool fading)
    {
        if (m_fading != fading) {
            m_fading = fading;
            emit fadingChanged(fading);
        }
    }

    app::settings::SoundOptions m_options;
    std::optional<app::timestamps::TimeRange> m_loop;
    MediaTime m_nextPlace;
    bool m_fading = false;
    State m_state = State::Empty;
    MediaTime m_place;
    std::optional<Duration> m_duration;
    bool m_durationExact = false;
    std::optional<MediaTime> m_stopPlace;
    std::optional<app::base::Error> m_error;
    double m_speed = 1;
    double m_volume = 1;
    bool m_playAfterOpening = false;
};

} // namespace tests
