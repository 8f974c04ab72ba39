// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/transcript.h"

#include <QString>

#include <optional>
#include <vector>

namespace app::transcripts {

/// A sentence of a reading text, and when it is spoken.
struct Sentence
{
    qsizetype offset = 0; ///< UTF-16 units of ReadingText::text
    qsizetype length = 0;
    std::optional<timestamps::MediaTime> start;
    std::optional<timestamps::MediaTime> end;

    bool operator==(const Sentence &) const = default;
};

/// A turn of one speaker, shown as a paragraph.
struct Paragraph
{
    qsizetype offset = 0;
    qsizetype length = 0;
    QString speaker;
    std::optional<timestamps::MediaTime> start;

    bool operator==(const Paragraph &) const = default;
};

/// A transcript laid out for reading: cues joined into sentences and paragraphs by speaker.
struct ReadingText
{
    QString text; ///< paragraphs joined by one line feed
    std::vector<Paragraph> paragraphs;
    std::vector<Sentence> sentences; ///< in order, each inside one paragraph

    /// When the character at an offset is spoken: exact at cue and word starts, between them in
    /// proportion to the characters. Empty where the transcript has no times.
    [[nodiscard]] std::optional<timestamps::MediaTime> timeAt(qsizetype offset) const;

    /// The sentence that is spoken at a place: the last that has started; empty before the first.
    [[nodiscard]] std::optional<std::size_t> sentenceAt(timestamps::MediaTime place) const;

    /// Known times by offset, rising in both; timeAt() interpolates between them.
    struct Anchor
    {
        qsizetype offset = 0;
        timestamps::MediaTime time;

        bool operator==(const Anchor &) const = default;
    };

    std::vector<Anchor> anchors;
};

/// Joins cues: a paragraph ends where the speaker changes, at a line feed, after a pause over 2 s
/// that follows a sentence end, or after about 600 characters at a sentence end. A sentence may run
/// across cues; its time is that of its first character. Names lose a colon behind them.
/// Thread: any.
[[nodiscard]] ReadingText makeReadingText(const Transcript &transcript);

} // namespace app::transcripts
