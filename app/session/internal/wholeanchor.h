// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/records.h"
#include "app/notes/note.h"

namespace app::library {
class Connection;
}

namespace app::session::internal {

/// An anchor in the text of a transcript with what only the library knows of it: which transcript
/// that is, and who speaks. It stays as it is when that is said, or when no transcript of the
/// episode reads like this. Reads the transcript, which takes milliseconds. Thread: a lane.
[[nodiscard]] base::Result<notes::Anchor> wholeAnchor(library::Connection &connection,
                                                      const library::Episode &episode,
                                                      const notes::Anchor &anchor);

} // namespace app::session::internal
