// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

namespace app::notes {

/// Takes a quote out of a text with its surroundings.
///
/// The range is trimmed of white space at both ends and grown to whole grapheme clusters.
/// Prefix and suffix have at least 64 characters, cut at a word boundary, unless the text ends
/// sooner. \param offset,length  UTF-16 units; clamped to the text Thread: any.
[[nodiscard]] Anchor
makeAnchor(const QString &text, qsizetype offset, qsizetype length, QuoteSource source);

/// Finds an anchor's quote again in a text that may have changed: by offset when it still reads the
/// same, else the exact occurrence whose surroundings agree best.
/// \returns the offset, or -1 when the words are no longer there
[[nodiscard]] qsizetype locateAnchor(const QString &text, const Anchor &anchor);

/// What tells one text from another: its SHA-256 in hex, as UTF-8.
[[nodiscard]] QString hashText(const QString &text);

} // namespace app::notes
