// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/internal/indexmaker.h"
#include "app/playback/internal/opener.h"
#include "app/playback/internal/soundpipe.h"
#include "app/playback/internal/watchedsource.h"
#include "app/playback/player.h"

#include <memory>
#include <optional>

namespace app::playback::internal {

/// Why sound comes to an end.
enum class EndKind {
    Recording, ///< nothing more is there
    LeftOut,   ///< the rest is not to be played
    Stop,
    Loop
};

/// A place sound is to be made to; empty is the recording's end.
struct PlannedEnd
{
    std::optional<qint64> place;
    EndKind kind = EndKind::Recording;
};

/// A stretch that is repeated, in frames.
struct LoopRange
{
    qint64 start = 0;
    qint64 end = 0;
};

/// One recording in the engine: the one that is heard, or the one that follows it.
/// Thread: the engine's.
struct Track
{
    /// \param waiting  as of WatchedSource
    Track(const media::SoundFormat &format,
          PlayerSource played,
          qint64 beginning,
          quint64 number,
          std::function<void(bool)> waiting);

    /// Where sound that begins at this place has to end.
    [[nodiscard]] PlannedEnd endFrom(qint64 from) const;

    /// Until where it is played, when that is known: the end less what is left out.
    [[nodiscard]] std::optional<qint64> playedEnd() const;

    const media::SoundFormat format;
    PlayerSource source;
    std::shared_ptr<WatchedSource> bytes; ///< of the source
    qint64 place = 0;                     ///< where it is to begin
    quint64 id = 0;
    SoundPipe pipe;
    PlannedEnd end; ///< of the sound that is made now
    std::optional<qint64> stop;
    std::optional<LoopRange> loop;
    std::optional<IndexMaker> indexMaker;
    std::unique_ptr<Opener> opener;
    std::optional<base::Error> error; ///< why what follows cannot be played
    bool indexTried = false;
    bool isOpen = false;
};

} // namespace app::playback::internal
