// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/timerange.h"

#include <optional>
#include <vector>

namespace app::notes {

/// What is known of the speech around a place. All rising and apart from each other.
struct Speech
{
    std::vector<timestamps::TimeRange> sentences; ///< of the transcript; empty without one
    std::vector<timestamps::TimeRange> pauses;    ///< found in the sound; used without sentences
    /// Where the sound that is heard began: nothing before it was heard. Empty: the beginning.
    std::optional<timestamps::MediaTime> lastJump;
};

/// What looking back marks.
///
/// From the start of the sentence spoken \p back ago to the end of the one being spoken, each at
/// most 8 s away; in a silence, from the next start and to where it is heard. Without sentences
/// from the end of the nearest pause of 250 ms or more to the start of one, each within 3 s. Never
/// before the last jump, never empty unless nothing was heard. Thread: any.
/// Source: the interaction rules, "Mark (look back)".
[[nodiscard]] timestamps::TimeRange
markRange(timestamps::MediaTime heard, timestamps::Duration back, const Speech &speech);

/// A press of the key that looks back, and what it asks for.
struct MarkPress
{
    timestamps::MediaTime heard;
    timestamps::Duration back;
    timestamps::Duration at; ///< of a clock that never stops or turns
    bool extends = false;    ///< it makes the last mark longer instead of making one

    bool operator==(const MarkPress &) const = default;
};

/// Pressed again within 4 s it looks further back from where it was first pressed.
/// \param last  the press before, whatever became of it
/// \param step  how far one press looks back
[[nodiscard]] MarkPress pressMark(const std::optional<MarkPress> &last,
                                  timestamps::MediaTime heard,
                                  timestamps::Duration step,
                                  timestamps::Duration now);

/// How much sound goes by before a listener who wants to write has pressed the first key.
inline constexpr timestamps::Duration reactionTime{3'000};

/// The time of what is being written: that of the first key less the reaction, at the start of its
/// sentence if that is at most 8 s earlier, not before the last jump.
[[nodiscard]] timestamps::MediaTime writingTime(timestamps::MediaTime firstKey,
                                                const Speech &speech,
                                                timestamps::Duration reaction = reactionTime);

/// The start of a sentence further on or back: one back is the start of the one spoken there,
/// unless it is right at that start. Stays at the first and last; stays without sentences.
[[nodiscard]] timestamps::MediaTime stepSentences(
    timestamps::MediaTime from, int steps, const std::vector<timestamps::TimeRange> &sentences);

} // namespace app::notes
