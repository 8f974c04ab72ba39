// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/changes.h"
#include "app/library/connection.h"
#include "app/library/records.h"
#include "app/notes/anchorhistory.h"
#include "app/session/anchorkeeper.h"

#include <optional>
#include <vector>

namespace app::session::internal {

/// The copy of an episode that is there, beside the notes that were taken on another.
struct CopyState
{
    library::Episode episode;
    notes::AudioIdentity copy; ///< without its sound, unless that is known
    std::vector<notes::Note> astray;
    std::optional<CopyDifference> difference; ///< empty when none is
};

/// What is known of the file of an episode. \param duration  as decoded; empty: as the library has
/// it
[[nodiscard]] notes::AudioIdentity copyOf(const library::Episode &episode,
                                          std::optional<timestamps::Duration> duration = {});

/// Thread: a lane. \param hashes  of files, as far as they are known
[[nodiscard]] base::Result<CopyState> readCopyState(library::Connection &connection,
                                                    base::EpisodeId episode,
                                                    std::optional<timestamps::Duration> duration,
                                                    const SoundHashes &hashes);

/// All notes moved by the same, to a copy.
[[nodiscard]] std::vector<notes::AnchoringRecord>
moveAll(const CopyState &state, timestamps::Duration offset, const QDateTime &now);

/// The file of an episode, if it has notes that were taken on it but do not know its sound.
[[nodiscard]] base::Result<std::optional<library::FileIdentity>>
fileToIdentify(library::Connection &connection, base::EpisodeId episode);

/// Tells notes what sound is in the file they were taken on. \returns how many
[[nodiscard]] base::Result<int> identifyNotes(library::Connection &connection,
                                              base::EpisodeId episode,
                                              const library::FileIdentity &file,
                                              const QString &soundHash,
                                              library::Changes &changes);

} // namespace app::session::internal
