// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/timerange.h"

#include <QString>

#include <optional>
#include <vector>

namespace app::transcripts {

/// One timed word of a cue.
struct Word
{
    timestamps::MediaTime start;
    timestamps::MediaTime end;
    QString text; ///< as it stands in the body, without white space around it

    bool operator==(const Word &) const = default;
};

/// One stretch of speech with its words. Timeless when start is empty.
struct Cue
{
    std::optional<timestamps::MediaTime> start;
    std::optional<timestamps::MediaTime> end;
    QString speaker; ///< empty when unknown or the same text has none
    QString
        body; ///< plain text, no markup; single spaces; no line feeds but "\n" for a paragraph end
    std::vector<Word> words; ///< empty unless the source times words

    bool operator==(const Cue &) const = default;
};

/// A transcript as read, in the order of its start times (document order where they tie).
struct Transcript
{
    QString language; ///< lower case, or empty
    std::vector<Cue> cues;

    /// Whether at least one cue has a time; else following is off.
    [[nodiscard]] bool isTimed() const;

    bool operator==(const Transcript &) const = default;
};

/// The cue that is spoken at a place: the last that has started. In a gap that is the one before
/// it; empty before the first, or when there are no times.
[[nodiscard]] std::optional<std::size_t> cueAt(const Transcript &transcript,
                                               timestamps::MediaTime place);

} // namespace app::transcripts
