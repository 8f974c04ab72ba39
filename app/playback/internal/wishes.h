// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/player.h"

#include <QByteArray>

#include <optional>

namespace app::playback::internal {

/// What a listener wants. A later wish replaces an earlier one of its kind. Recordings are told
/// apart by the number they were given with load or next.
struct Wishes
{
    struct Recording
    {
        PlayerSource source;
        timestamps::MediaTime place;
        quint64 track = 0;
    };

    struct Index
    {
        media::SeekIndex index;
        quint64 track = 0;
    };

    bool unload = false;
    std::optional<Recording> load;
    std::optional<quint64> advance; ///< that one is the loaded one now
    std::optional<std::optional<Recording>> next;
    std::optional<timestamps::MediaTime> seek;
    std::optional<bool> playing;
    std::optional<double> speed;
    std::optional<settings::SoundOptions> options;
    std::optional<double> loudness;
    std::optional<double> volume;
    std::optional<std::optional<timestamps::MediaTime>> stop;
    std::optional<std::optional<timestamps::TimeRange>> loop;
    std::optional<timestamps::Duration> leaveOutAtEnd;
    std::optional<timestamps::Duration> fade; ///< 0 takes it back
    std::optional<QByteArray> device;
    std::optional<Index> index;
    std::optional<base::Error> deviceError;
    bool look = false; ///< whether an end was heard
    bool quit = false;
    quint64 seekSerial = 0; ///< of the latest load or seek

    /// Forgets what was wished for the recording that is loaded.
    void forgetRecording()
    {
        load.reset();
        advance.reset();
        next.reset();
        seek.reset();
        stop.reset();
        loop.reset();
        leaveOutAtEnd.reset();
        loudness.reset();
        fade.reset();
    }
};

/// What happened. Absent: no change.
struct Report
{
    quint64 track = 0;
    std::optional<PlayerState> state;
    std::optional<base::Error> error;
    std::optional<base::Error> deviceLost;
    std::optional<timestamps::Duration> duration;
    bool durationExact = false;
    std::optional<media::SeekIndex> index;
    std::optional<bool> placeExact;
    std::optional<base::Error> nextFailed; ///< what was to follow the one that ended
    bool fadeDone = false;
    bool finished = false;
};

} // namespace app::playback::internal
