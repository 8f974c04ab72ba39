// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/internal/caption.h"
#include "app/transcripts/internal/knownnames.h"

namespace app::transcripts::internal {

/// Finds names written before the words they say ("Zoë: ...", ">> DR. K: ...", "[HOST]: ...") at
/// the start of lines, and makes them the speaker of their line and of the lines that follow.
///
/// A plain prefix is a name only when it has at most 40 characters and 4 words, begins with a
/// capital or a letter of a script without case, and opens at least two lines; marked ones (">>",
/// "[]") need no repeat, and neither do \p known ones, in whatever way they are written. Only the
/// first colon counts: what follows it stays whole. ">>" alone ends what the last one said.
/// Captions that name a speaker already are left alone.
void findSpeakers(std::vector<Caption> &captions, const KnownNames &known);

/// What stands before the colon of a line; how much of the line it and the colon take.
struct SpeakerPrefix
{
    QString name;
    qsizetype length = 0; ///< up to the first character said; 0 when there is no prefix
    bool marked = false;  ///< set off as a speaker or known, so that once is enough
};

[[nodiscard]] SpeakerPrefix readSpeakerPrefix(QStringView line, const KnownNames &known);

/// Whether a text has the looks of a name: short, of few words, with a capital or a letter of a
/// script without case in front, and no end of a sentence within.
[[nodiscard]] bool isNameLike(QStringView text);

/// A speaker's name as it is shown: single spaces, no colon behind it ("Kevin:"), at most 200
/// characters; "SPEAKER_01" becomes "Speaker 1".
[[nodiscard]] QString tidyName(QStringView name);

} // namespace app::transcripts::internal
