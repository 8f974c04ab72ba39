// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/timestamps/offsetmap.h"
#include "app/timestamps/timestampreader.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace app::timestamps {

/// What the listener decided about one time in a text.
struct TimeDecision
{
    enum class Kind {
        NotATime,
        IsATime, ///< also of what was taken for something else
        Moved    ///< it is elsewhere than written
    };

    Kind kind = Kind::NotATime;
    TextSpan span;         ///< of the plain text
    QString written;       ///< the characters there; where they have moved, the nearest ones count
    MediaTime to;          ///< Moved: where it is
    bool laterToo = false; ///< Moved: the later times of its list are off by as much

    bool operator==(const TimeDecision &) const = default;
};

/// All that was decided about the times of one text, or of all texts of a podcast.
struct TimeDecisions
{
    std::vector<TimeDecision> times; ///< in the order they were made; a later one wins
    std::optional<ShortForm> shortForm;
    std::optional<Recording> recording; ///< whose times they are, whatever the text says
    OffsetMap offsets;                  ///< for times of another recording
    base::EpisodeId otherEpisode;       ///< the recording they belong to, when it is in the library

    [[nodiscard]] bool isEmpty() const { return *this == TimeDecisions(); }

    bool operator==(const TimeDecisions &) const = default;
};

/// These decisions, and where they say nothing about the form and the recording, those of the
/// podcast.
[[nodiscard]] TimeDecisions withDefaults(TimeDecisions decisions, const TimeDecisions &podcast);

/// Finds the places a text names as readTimestamps() does, and does what was decided. Times of
/// another recording become places of this one where there are offsets.
/// A decision about characters that are no longer there does nothing. Thread: any.
[[nodiscard]] std::vector<Timestamp> readTimestamps(const AnnotatedText &text,
                                                    std::optional<Duration> duration,
                                                    const TimeDecisions &decisions);

/// As kept in the library: JSON.
[[nodiscard]] QByteArray writeDecisions(const TimeDecisions &decisions);
/// What cannot be read is left out; never fails.
[[nodiscard]] TimeDecisions readDecisions(const QByteArray &json);

} // namespace app::timestamps
