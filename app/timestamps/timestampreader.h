// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"

#include <QString>

#include <optional>
#include <vector>

namespace app::timestamps {

/// A stretch of a text, in UTF-16 code units of its QString.
struct TextSpan
{
    qsizetype offset = 0;
    qsizetype length = 0;

    bool operator==(const TextSpan &) const = default;
};

/// A stretch of a text that is a link, and where it leads.
struct LinkSpan
{
    TextSpan span;
    QString target;
};

/// A text as a reader sees it, with what the markup said about it.
struct AnnotatedText
{
    QString text;
    std::vector<LinkSpan> links;
    std::vector<TextSpan> opaque; ///< code and the like: never holds a place
};

/// Whose time it is: this recording's, or that of another cut (a video, an ad-free version).
enum class Recording { This, Other };

/// Sure places are links; unsure ones are links with a dotted line.
enum class Certainty { Sure, Unsure };

/// A place in the recording that a text names.
struct Timestamp
{
    MediaTime start;
    std::optional<MediaTime> end; ///< set for a range such as "12:30-14:05"
    TextSpan span;                ///< exactly the characters that are the time
    Recording recording = Recording::This;
    Certainty certainty = Certainty::Sure;

    bool operator==(const Timestamp &) const = default;
};

/// Finds the places a text names, in order of appearance; spans never overlap.
///
/// Clock times, dates, verses, scores, ratios, prices and lengths are not places.
/// Time linear in the text's length; any text is safe.
/// \param duration  length of the recording; empty while unknown (then m:ss is assumed)
/// Thread: any.
[[nodiscard]] std::vector<Timestamp> readTimestamps(const AnnotatedText &text,
                                                    std::optional<Duration> duration);

} // namespace app::timestamps
