// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <QString>

namespace app::exports {

/// The address that opens a note's place in Earmark:
/// earmark://episode/<podcast guid or SHA-1 of the feed address>/<guid>?t=270.5,285&h=<note id>
/// Spaces are %20, never '+'. Thread: any.
[[nodiscard]] QString deepLink(const notes::Note &note);

/// The same for a place in an episode that no note is about.
[[nodiscard]] QString deepLink(const notes::EpisodeRef &episode, timestamps::MediaTime place);

} // namespace app::exports
