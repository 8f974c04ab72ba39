// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/media/bytesource.h"
#include "app/media/seekindex.h"
#include "app/timestamps/mediatime.h"

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
        expectedDuration; ///< the feed's claim, until the real one is known
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

    [[nodiscard]] virtual PlayerState state() const = 0;
    /// What is heard now; right after a seek, its target.
    [[nodiscard]] virtual timestamps::MediaTime position() const = 0;
    [[nodiscard]] virtual std::optional<timestamps::Duration> duration() const = 0;

    /// Whether duration() is the decoded one, not a header's or the feed's claim.
    [[nodiscard]] virtual bool isDurationExact() const { return false; }

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
    /// The end of the recording was heard (never after an early end of a stream, which fails).
    void finished();
    /// The exact index was made; whoever keeps files may store it.
    void seekIndexBuilt(const app::media::SeekIndex &index);
};

} // namespace app::playback

Q_DECLARE_METATYPE(app::playback::PlayerState)
