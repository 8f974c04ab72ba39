// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <QString>

namespace app::exports {

enum class CitationStyle { Apa, Mla };

/// The entry of an episode in a list of references: plain text, one line, in English as the styles
/// are. What is not known of the episode is left out.
/// Source: APA 7 and MLA 9, as libraries teach them for podcast episodes.
[[nodiscard]] QString reference(const notes::EpisodeRef &episode, CitationStyle style);

/// What stands behind a quotation: (“Time to AGI,” 2024, 4:30) or (“Time to AGI”
/// 00:04:30–00:04:45).
[[nodiscard]] QString citation(const notes::Note &note, CitationStyle style);

/// For "copy quote with citation": the quote (the note's text where there is none) with its
/// citation, a blank line, and the reference.
[[nodiscard]] QString quoteWithCitation(const notes::Note &note, CitationStyle style);

} // namespace app::exports
