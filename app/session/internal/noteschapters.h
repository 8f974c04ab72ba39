// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/shownotes.h"
#include "app/timestamps/chapters.h"

namespace app::session::internal {

/// The list of contents that show notes hold: places that are sure and of this recording, three or
/// more that rise, each with what its line says of it. "0:00 Hello", "Hello (0:00)" and several in
/// one line are read; a place in the midst of a sentence is none. Empty when there is no such
/// list.
///
/// At most 1000; of each title 200 characters. Linear in the length. Thread: any.
[[nodiscard]] timestamps::Chapters chaptersInNotes(const ShowNotes &notes);

} // namespace app::session::internal
