// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/anchortext.h"
#include "app/notes/note.h"
#include "app/session/transcriptservice.h"

namespace app::session {

/// A transcript as notes stand in it: the corrected text as it is read, with what tells it from
/// others. Takes some milliseconds. Thread: any.
[[nodiscard]] notes::AnchorText anchorText(const LoadedTranscript &transcript);

/// Words of a transcript as a note keeps them: with what surrounds them, who speaks them and which
/// transcript they are from. \param offset,length  UTF-16 units of its reading text. Thread: any.
[[nodiscard]] notes::Anchor
anchorIn(const LoadedTranscript &transcript, qsizetype offset, qsizetype length);

} // namespace app::session
