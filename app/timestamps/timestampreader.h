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
    int list = -1;          ///< times with the same number are of one list and share its decisions
    bool shortForm = false; ///< two fields: may be read as m:ss or as h:mm

    bool operator==(const Timestamp &) const = default;
};

/// Finds the places a text names, in order of appearance; spans never overlap.
///
/// Clock times, dates, verses, scores, ratios, prices and lengths are not places. Each candidate is
/// judged by the evidence round it (words, position, its list, the whole text, the duration),
/// weighed as learnt from labelled texts; see tests/training/timestamps/README.md. Time linear in
/// the text's length; any text is safe. \param duration  length of the recording; empty while
/// unknown (then m:ss is assumed) Thread: any.
[[nodiscard]] std::vector<Timestamp> readTimestamps(const AnnotatedText &text,
                                                    std::optional<Duration> duration);

/// How times of two fields are meant.
enum class ShortForm { MinutesSeconds, HoursMinutes };

/// What someone who knows better said about the times of a text.
struct TimestampHints
{
    std::optional<ShortForm> shortForm; ///< how every time of two fields is read
    std::optional<Recording> recording; ///< whose time every one is
};

/// The same, with decisions taken out of the reader's hands. What lies beyond the end of this
/// recording is still no place in it.
[[nodiscard]] std::vector<Timestamp> readTimestamps(const AnnotatedText &text,
                                                    std::optional<Duration> duration,
                                                    const TimestampHints &hints);

} // namespace app::timestamps
