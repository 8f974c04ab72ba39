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
using timestamps::Duration;
using timestamps::MediaTime;

constexpr std::chrono::milliseconds positionInterval(50);
constexpr double framesPerMs = 48;
constexpr Duration shortestLoop{100};

/// The main thread's side: remembers what was asked and told, asks the engine for the position, and
/// decides when what follows has become what is loaded.
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
        forgetRecording();
        m_track = ++m_tracks;
        m_target = std::max(place, MediaTime());
        const auto serial = ++m_serial;
        m_engine.wish([&](Wishes &wishes) {
            wishes.forgetRecording();
            wishes.load = {source, m_target, m_track};
            wishes.playing = playing;
            wishes.seekSerial = serial;
        });
        setState(PlayerState::Opening);
        emit positionChanged(m_target);
    }

    void unload() override
    {
        forgetRecording();
        m_track = ++m_tracks;
        ++m_serial;
        m_target = {};
        m_engine.wish([](Wishes &wishes) {
            wishes.forgetRecording();
            wishes.playing = false;
            wishes.unload = true;
        });
        setState(PlayerState::Empty);
    }

    void play() override { wishPlaying(true); }

    void pause() override
    {
        wishPlaying(false);
        setFading(false);
    }

    void seek(MediaTime place) override;

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
            m_engine.wish([&](Wishes &wishes) { wishes.options = options; });
            emit optionsChanged(options);
        }
    }

    void setLeaveOutAtEnd(Duration length) override
    {
        m_engine.wish([&](Wishes &wishes) { wishes.leaveOutAtEnd = length; });
    }

    void setLoudness(double lufs) override
    {
        m_engine.wish([&](Wishes &wishes) { wishes.loudness = lufs; });
    }

    void setLoop(std::optional<timestamps::TimeRange> range) override
    {
        if (range) {
            range->start = std::max(range->start, MediaTime());
        }
        const bool tooShort = range && range->length() < shortestLoop;
        if (!tooShort && range != m_loop && (!range || m_state != PlayerState::Empty)) {
            m_loop = range;
            m_engine.wish([&](Wishes &wishes) { wishes.loop = range; });
            emit loopChanged(range);
        }
    }

    void setNext(const std::optional<PlayerSource> &source, MediaTime place) override;
    void fadeOut(Duration over) override;
    void cancelFade() override;

    void setDevice(const QByteArray &id) override
    {
        m_engine.wish([&](Wishes &wishes) { wishes.device = id; });
    }

    [[nodiscard]] PlayerState state() const override { return m_state; }

    [[nodiscard]] MediaTime position() const override;

    [[nodiscard]] std::optional<Duration> duration() const override { return m_length.duration; }

    [[nodiscard]] bool isDurationExact() const override { return m_length.exact; }

    [[nodiscard]] bool isPositionExact() const override { return m_placeExact; }

    [[nodiscard]] Duration timeSaved() const override
    {
        if (m_engine.doneSerial() < m_loadSerial) {
            return Duration(0);
        }
        return Duration(std::llround(static_cast<double>(m_engine.savedFrames()) / framesPerMs));
    }

    [[nodiscard]] settings::SoundOptions options() const override { return m_options; }

    [[nodiscard]] std::optional<timestamps::TimeRange> loop() const override { return m_loop; }

    [[nodiscard]] bool isFading() const override { return m_fading; }

    [[nodiscard]] double speed() const override { return m_speed; }

    [[nodiscard]] double volume() const override { return m_volume; }

    [[nodiscard]] std::optional<base::Error> error() const override { return m_error; }

private:
    struct Length
    {
        std::optional<Duration> duration;
        bool exact = false;
    };

    void wishPlaying(bool playing);
    void forgetRecording();
    void setState(PlayerState state);
    void setFading(bool fading);
    void tick();
    [[nodiscard]] bool isNextHeard() const;
    void advance(const std::optional<base::Error> &error);
    void apply(const Report &report);
    void applyDuration(const Report &report);
    void applyState(const Report &report);

    PlayerState m_state = PlayerState::Empty;
    quint64 m_tracks = 0;     ///< numbers given so far
    quint64 m_track = 0;      ///< of what is loaded
    quint64 m_nextTrack = 0;  ///< of what follows; 0 is nothing
    quint64 m_serial = 0;     ///< of the latest load or seek
    quint64 m_loadSerial = 0; ///< of the latest load
    MediaTime m_target;
    Length m_length;
    Length m_nextLength;
    bool m_placeExact = true;
    std::optional<base::Error> m_error;
    settings::SoundOptions m_options;
    std::optional<timestamps::TimeRange> m_loop;
    bool m_fading = false;
    double m_speed = 1;
    double m_volume = 1;
    QTimer m_ticks;
    internal::Engine m_engine; ///< last: its thread is gone before anything else here
};

void EnginePlayer::seek(MediaTime place)
{
    if (m_state == PlayerState::Empty) {
        return;
    }
    m_target = std::max(place, MediaTime());
    if (m_length.duration && m_length.exact) {
        m_target = std::min(m_target, MediaTime(*m_length.duration));
    }
    if (m_loop && !m_loop->contains(m_target)) {
        setLoop({});
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

void EnginePlayer::setNext(const std::optional<PlayerSource> &source, MediaTime place)
{
    if (m_state == PlayerState::Empty) {
        return;
    }
    m_nextTrack = source ? ++m_tracks : 0;
    m_nextLength = {source ? source->expectedDuration : std::nullopt, false};
    m_engine.wish([&](Wishes &wishes) {
        std::optional<Wishes::Recording> next;
        if (source) {
            next = {*source, std::max(place, MediaTime()), m_nextTrack};
        }
        wishes.next = std::move(next);
    });
}

void EnginePlayer::fadeOut(Duration over)
{
    if (m_state != PlayerState::Playing && m_state != PlayerState::Buffering) {
        return;
    }
    if (over.count() <= 0) {
        pause();
        return;
    }
    m_engine.wish([&](Wishes &wishes) { wishes.fade = over; });
    setFading(true);
}

void EnginePlayer::cancelFade()
{
    if (m_fading) {
        m_engine.wish([](Wishes &wishes) { wishes.fade = Duration(0); });
        setFading(false);
    }
}

MediaTime EnginePlayer::position() const
{
    if (m_engine.doneSerial() < m_serial) {
        return m_target;
    }
    const auto frame = m_engine.place(m_track);
    const auto ms = static_cast<qint64>(std::floor(frame / framesPerMs + 0.01));
    const auto place = MediaTime::fromMs(std::max<qint64>(ms, 0));
    return m_length.duration && m_length.exact ? std::min(place, MediaTime(*m_length.duration))
                                               : place;
}

void EnginePlayer::wishPlaying(bool playing)
{
    if (m_state != PlayerState::Empty) {
        m_engine.wish([&](Wishes &wishes) {
            wishes.playing = playing;
            if (!playing) {
                wishes.fade.reset();
            }
        });
    }
}

void EnginePlayer::forgetRecording()
{
    m_loadSerial = m_serial + 1;
    m_nextTrack = 0;
    m_error.reset();
    m_length = m_nextLength = {};
    m_placeExact = true;
    setFading(false);
    if (std::exchange(m_loop, std::nullopt)) {
        emit loopChanged(m_loop);
    }
}

void EnginePlayer::setState(PlayerState state)
{
    // No timer runs while nothing moves.
    const bool moves = state == PlayerState::Playing || state == PlayerState::Buffering;
    if (moves) {
        m_ticks.start();
    } else {
        m_ticks.stop();
    }
    if (state != m_state) {
        m_state = state;
        emit stateChanged(state);
    }
    if (!moves) {
        setFading(false);
    }
}

void EnginePlayer::setFading(bool fading)
{
    if (fading != m_fading) {
        m_fading = fading;
        emit fadingChanged(fading);
    }
}

/// A seek that is still to be done means what is loaded now, so it comes first.
bool EnginePlayer::isNextHeard() const
{
    return m_nextTrack != 0 && m_engine.doneSerial() >= m_serial
           && m_engine.heardTrack() == m_nextTrack;
}

void EnginePlayer::tick()
{
    if (isNextHeard()) {
        advance({});
    }
    if (m_engine.isEndHeard()) {
        m_engine.wish([](Wishes &wishes) { wishes.look = true; });
    }
    setState(m_engine.isStarved() ? PlayerState::Buffering : PlayerState::Playing);
    emit positionChanged(position());
}

/// What follows is what is loaded from here on.
void EnginePlayer::advance(const std::optional<base::Error> &error)
{
    m_track = std::exchange(m_nextTrack, 0);
    m_length = std::exchange(m_nextLength, {});
    m_placeExact = true;
    m_error = error;
    m_engine.wish([&](Wishes &wishes) {
        wishes.advance = m_track;
        // These were meant for what was loaded before.
        wishes.stop.reset();
        wishes.loop.reset();
        wishes.leaveOutAtEnd.reset();
        wishes.loudness.reset();
    });
    if (std::exchange(m_loop, std::nullopt)) {
        emit loopChanged(m_loop);
    }
    const auto track = m_track;
    emit advanced();
    if (track == m_track && m_length.duration) {
        emit durationChanged(*m_length.duration);
    }
}

void EnginePlayer::apply(const Report &report)
{
    applyDuration(report);
    if (report.track != m_track) {
        return;
    }
    if (report.index) {
        emit seekIndexBuilt(*report.index);
    }
    if (report.placeExact) {
        m_placeExact = *report.placeExact;
        emit positionChanged(position());
    }
    if (report.state) {
        applyState(report);
    }
}

void EnginePlayer::applyDuration(const Report &report)
{
    const Length told{report.duration, report.durationExact};
    if (report.duration && report.track == m_nextTrack) {
        m_nextLength = told;
    } else if (report.duration && report.track == m_track
               && (told.duration != m_length.duration || told.exact != m_length.exact)) {
        m_length = told;
        emit durationChanged(*told.duration);
    }
}

void EnginePlayer::applyState(const Report &report)
{
    if (isNextHeard()) {
        advance({});
    } else if (report.nextFailed && m_nextTrack != 0) {
        advance(report.nextFailed);
        setState(PlayerState::Failed);
        return;
    }
    m_error = report.error;
    const auto track = m_track;
    setState(*report.state);
    emit positionChanged(position());
    if (report.deviceLost) {
        emit deviceLost(*report.deviceLost);
    }
    if (report.finished && track == m_track) {
        emit finished();
    }
}

} // namespace

std::unique_ptr<Player> makeEnginePlayer(AudioOutputFactory makeOutput)
{
    return std::make_unique<EnginePlayer>(std::move(makeOutput));
}

} // namespace app::playback
