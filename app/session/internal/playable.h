// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/records.h"
#include "app/playback/player.h"
#include "app/session/listeningsettings.h"

#include <memory>
#include <optional>

namespace app::library {
class Connection;
}

namespace app::session {
class EpisodeService;
}

namespace app::session::internal {

/// All the library knows of an episode that playing it needs.
struct Playable
{
    library::Episode episode;
    std::optional<media::SeekIndex> index; ///< of the file that is there
    std::optional<double> loudness;        ///< likewise; LUFS
    settings::PodcastSettings own;         ///< its podcast's
};

/// Errors: NotFound. Thread: a lane.
[[nodiscard]] base::Result<Playable> readPlayable(library::Connection &connection,
                                                  base::EpisodeId id);

/// What tells the version of a file that is there now. Thread: any.
[[nodiscard]] library::FileIdentity identify(const QString &path);

/// Where the listener left it; the start of one that was played, or left within 2 s of its end.
[[nodiscard]] timestamps::MediaTime keptPlace(const library::Episode &episode);

/// Where what its podcast begins with is over; 0 for a recording that would be left with nothing.
[[nodiscard]] timestamps::MediaTime introEnd(const library::Episode &episode,
                                             const EffectiveSettings &settings);

/// How much its podcast ends with is left out; nothing of a recording that would be left with
/// nothing.
[[nodiscard]] timestamps::Duration outroLength(const std::optional<timestamps::Duration> &duration,
                                               const EffectiveSettings &settings);

/// Its file, or a download that grows while it plays. Errors: NotFound (it has no sound), and those
/// of DownloadQueue::stream.
[[nodiscard]] base::Result<std::shared_ptr<media::ByteSource>>
openSound(EpisodeService &episodes, const library::Episode &episode);

[[nodiscard]] playback::PlayerSource sourceOf(const Playable &playable,
                                              const std::shared_ptr<media::ByteSource> &bytes,
                                              const EffectiveSettings &settings);

} // namespace app::session::internal
