// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/feed.h"
#include "app/library/records.h"
#include "app/transcripts/transcript.h"
#include "app/transcripts/transcriptreader.h"

#include <QString>
#include <QStringList>

#include <compare>
#include <optional>
#include <vector>

namespace app::session::internal {

/// What a transcript holds, told by its content alone.
struct TranscriptFacts
{
    bool readable = false;
    bool timed = false;
    bool hasWordTimes = false;
    int form = 0;     ///< how much the form is worth; more is better
    QString language; ///< as it says itself, else as its source does; may be empty
};

/// Reads a transcript to see what it holds. Thread: a worker.
[[nodiscard]] TranscriptFacts factsOf(const library::TranscriptRecord &record);
[[nodiscard]] TranscriptFacts factsOf(const library::TranscriptRecord &record,
                                      const transcripts::Transcript &transcript);

/// The most that what claims to be of a type can be worth.
[[nodiscard]] int formPromised(const feeds::TranscriptLink &link);
/// Whether a type has times; unknown when it may or may not.
[[nodiscard]] std::optional<bool> timesPromised(const feeds::TranscriptLink &link);

/// Which languages are wanted.
struct LanguageWish
{
    QString ofPodcast;
    QStringList ofListener;

    /// The podcast's most, and so one that is not told, and the listener's when the podcast's is
    /// not; then the listener's, then any other.
    [[nodiscard]] int worth(const QString &language) const;
};

/// How much a transcript is worth reading beside others of the same episode.
struct Worth
{
    bool byHand = false;
    bool corrected = false; ///< the listener's work is not to vanish behind a newer file
    bool timed = false;
    int source = 0;
    int language = 0;
    int form = 0;
    qint64 fetchedMs = 0;
    qint64 id = 0;

    auto operator<=>(const Worth &) const = default;
};

[[nodiscard]] Worth worthOf(const library::TranscriptRecord &record,
                            const TranscriptFacts &facts,
                            bool corrected,
                            const LanguageWish &wish);

/// Links by language, then by what their types promise.
[[nodiscard]] std::vector<feeds::TranscriptLink> rankLinks(std::vector<feeds::TranscriptLink> links,
                                                           const LanguageWish &wish);

} // namespace app::session::internal
