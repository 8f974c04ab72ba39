// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/track.h"

#include <utility>

namespace app::playback::internal {

namespace {

/// Leaving out the end never leaves less than this of a recording.
constexpr timestamps::Duration leastPlayed{1000};

} // namespace

Track::Track(const media::SoundFormat &soundFormat,
             PlayerSource played,
             qint64 beginning,
             quint64 number,
             std::function<void(bool)> waiting)
    : format(soundFormat)
    , source(std::move(played))
    , bytes(std::make_shared<WatchedSource>(source.bytes, std::move(waiting)))
    , place(beginning)
    , id(number)
    , pipe(soundFormat)
{
    source.bytes = bytes;
    bytes->resume();
}

std::optional<qint64> Track::playedEnd() const
{
    const auto *decoder = pipe.decoder();
    if (decoder == nullptr || !decoder->isDurationExact() || !decoder->duration()) {
        return std::nullopt;
    }
    auto played = *decoder->duration();
    if (source.leaveOutAtEnd.count() > 0 && played - source.leaveOutAtEnd >= leastPlayed) {
        played -= source.leaveOutAtEnd;
    }
    return played.count() * format.sampleRate / 1000;
}

PlannedEnd Track::endFrom(qint64 from) const
{
    PlannedEnd planned;
    const auto consider = [&](std::optional<qint64> until, EndKind kind) {
        if (until && *until > from && (!planned.place || *until < *planned.place)) {
            planned = {until, kind};
        }
    };
    consider(stop, EndKind::Stop);
    if (loop) {
        consider(loop->end, EndKind::Loop);
    }
    if (source.leaveOutAtEnd.count() > 0) {
        consider(playedEnd(), EndKind::LeftOut);
    }
    return planned;
}

} // namespace app::playback::internal
