// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/media/bytesource.h"
#include "app/media/seekindex.h"
#include "app/settings/sound.h"
#include "app/timestamps/timerange.h"

#include <QObject>

#include <memory>
#include <optional>

namespace app::playback {

/// What is to be played.
struct PlayerSource
{
    std::shared_ptr<media::ByteSource> bytes;
    std::optional<media::SeekIndex> index; ///< of this very file, when the library has it
    std::optional<timestamps::Duration>
        expectedDuration;                ///< the feed's claim, until the real one is known
    std::optional<double> loudness = {}; ///< LUFS of the whole, when it was measured
    /// It ends this much before its end, once that is exactly known; but nothing is left out where
    /// less than a second would remain, nor after a seek to behind that.
    timestamps::Duration leaveOutAtEnd{0};
};

/// What a player is doing. Buffering is Playing that waits for bytes.
enum class PlayerState { Empty, Opening, Paused, Playing, Buffering, Ended, Failed };

/// Plays one recording. A listener's words, no device's.
///
/// Requests never block: they are carried out on the engine's thread, in order, and the last seek
/// wins. A seek or play asked while the source opens is remembered.
/// Thread: main; signals come there too.
class Player : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Replaces what is loaded, at \p place; plays when \p playing.
    virtual void load(const PlayerSource &source, timestamps::MediaTime place, bool playing) = 0;
    virtual void unload() = 0;
    virtual void play() = 0;
    virtual void pause() = 0;
    /// Playing goes on from there; when paused it stays paused. Clamped to the recording.
    virtual void seek(timestamps::MediaTime place) = 0;
    /// 0.5 to 3; clamped. Pitch stays.
    virtual void setSpeed(double speed) = 0;
    /// 0 to 1; clamped.
    virtual void setVolume(double volume) = 0;
    /// Stops (pauses) by itself at this place, exactly; empty takes that back. Lasts until load().
    virtual void setStopPlace(std::optional<timestamps::MediaTime> place) = 0;

    /// A running recording changes over within a tenth of a second, without a click.
    virtual void setOptions(const settings::SoundOptions &options) = 0;
    /// How much of the end of what is loaded is left out from now on, as of PlayerSource; where the
    /// sound is behind that already, it goes on to the recording's end. Lasts until load() or
    /// advanced().
    virtual void setLeaveOutAtEnd(timestamps::Duration length) = 0;
    /// The loudness of what is loaded became known. LUFS.
    virtual void setLoudness(double lufs) = 0;
    /// From its end goes on at its start, without a gap or click, as often as that comes; a seek
    /// out of it ends it. From before it the sound goes on into it, and from behind it to the
    /// recording's end, as if there were none. An end beyond the recording's is that. A stop place
    /// inside still stops. Ignored when shorter than 100 ms. Lasts until load() or advanced().
    virtual void setLoop(std::optional<timestamps::TimeRange> range) = 0;
    /// What follows at the end of what is loaded, without a gap; then advanced() comes instead of
    /// finished(). Until then, everything asked and told is of what is loaded: a seek stays in it,
    /// and takes back what of the next was ready to be heard. Bytes that come late are waited for
    /// (Buffering). One that cannot be opened is advanced to at the end all the same, and Failed.
    /// Lasts until load(), advanced(), or the next call; empty takes it back.
    virtual void setNext(const std::optional<PlayerSource> &source,
                         timestamps::MediaTime place) = 0;
    /// Grows silent over so much real time, evenly to the ear, then pauses and is as loud as
    /// before. A pause, load or cancelFade() ends it, the latter within 200 ms; seeks and what
    /// follows do not. Only while playing; no time at all pauses at once.
    virtual void fadeOut(timestamps::Duration over) = 0;
    virtual void cancelFade() = 0;
    /// The device to play on, by its id (AudioDevices); empty, or one that is not there, is the
    /// computer's default. While playing, changes over at once; when it cannot be opened, it is
    /// lost like one that goes away.
    virtual void setDevice(const QByteArray &id) = 0;

    [[nodiscard]] virtual PlayerState state() const = 0;
    /// What is heard now; right after a seek, its target.
    [[nodiscard]] virtual timestamps::MediaTime position() const = 0;
    [[nodiscard]] virtual std::optional<timestamps::Duration> duration() const = 0;

    /// Whether duration() is the decoded one, not a header's or the feed's claim.
    [[nodiscard]] virtual bool isDurationExact() const { return false; }

    /// False after a jump into a part of a download nothing is known of yet.
    [[nodiscard]] virtual bool isPositionExact() const { return true; }

    /// Real time that left-out pauses have saved since load(), at the speeds they were heard at;
    /// goes on over advanced().
    [[nodiscard]] virtual timestamps::Duration timeSaved() const = 0;
    [[nodiscard]] virtual settings::SoundOptions options() const = 0;
    [[nodiscard]] virtual std::optional<timestamps::TimeRange> loop() const = 0;
    [[nodiscard]] virtual bool isFading() const = 0;

    [[nodiscard]] virtual double speed() const = 0;
    [[nodiscard]] virtual double volume() const = 0;
    /// Why the state is Failed.
    [[nodiscard]] virtual std::optional<base::Error> error() const = 0;

signals:
    void stateChanged(app::playback::PlayerState state);
    /// About 20 times a second while playing, and after each seek.
    void positionChanged(app::timestamps::MediaTime place);
    void durationChanged(app::timestamps::Duration duration);
    void speedChanged(double speed);
    void volumeChanged(double volume);
    void optionsChanged(const app::settings::SoundOptions &options);
    void loopChanged(const std::optional<app::timestamps::TimeRange> &range);
    void fadingChanged(bool fading);
    /// The recording given to setNext() is heard now: position and duration are its own.
    void advanced();
    /// The device went away; the state is Paused. Playing again tries the default device, unless
    /// another is set. Without any device, play() ends in Failed with NoDevice.
    void deviceLost(const app::base::Error &error);
    /// The end of the recording was heard (never after an early end of a stream, which fails).
    void finished();
    /// The exact index was made; whoever keeps files may store it.
    void seekIndexBuilt(const app::media::SeekIndex &index);
};

} // namespace app::playback

Q_DECLARE_METATYPE(app::playback::PlayerState)
