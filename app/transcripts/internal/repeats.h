// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/internal/caption.h"

namespace app::transcripts::internal {

/// Removes what captions show again.
///
/// Rolling captions carry the line of the caption before on top; karaoke captions show the same
/// text once per word with that word underlined (its times become the word's). Neither is touched
/// in files that do not show the pattern: a speaker may say "Yes." twice.
void removeRepeats(std::vector<Caption> &captions);

} // namespace app::transcripts::internal
