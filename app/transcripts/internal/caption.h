// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/transcript.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace app::transcripts::internal {

/// A line of a caption, or the part of it that one voice says.
struct CaptionLine
{
    QString speaker;
    QString text; ///< single spaces
    std::vector<Word> words;
};

/// A cue as it was found, before repeats are removed and speakers looked for.
struct Caption
{
    std::optional<timestamps::MediaTime> start;
    std::optional<timestamps::MediaTime> end;
    std::vector<CaptionLine> lines; ///< none of them empty
    QString underlined;             ///< the word set off with <u>, as karaoke captions have it
};

/// Text that grows without double, leading or trailing white space.
class SpacedText
{
public:
    void append(QStringView text);
    /// Where the next visible character will stand.
    [[nodiscard]] qsizetype nextOffset() const;

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    [[nodiscard]] const QString &text() const { return m_text; }

    QString take();

private:
    QString m_text;
    bool m_pendingSpace = false;
};

/// White space at both ends removed, and each run within made one space.
[[nodiscard]] QString singleSpaced(QStringView text);

/// The latest time a transcript is believed to have: 10,000 hours. Beyond it, times are a mistake.
inline constexpr timestamps::MediaTime latestTime =
    timestamps::MediaTime::fromMs(qint64{10'000} * 3'600'000);

/// A time made of its parts, or nothing when it is out of range. Source of rounding: whole
/// milliseconds.
[[nodiscard]] std::optional<timestamps::MediaTime>
timeOf(qint64 hours, qint64 minutes, qint64 seconds, qint64 ms);

/// Makes cues of captions in the order of their times: repeats of rolling and karaoke captions
/// are removed, voices of one caption become cues of their own (its time shared by their length).
[[nodiscard]] std::vector<Cue> cuesFromCaptions(std::vector<Caption> captions);

/// Where a word stands in a body at or soon behind a place; -1 when it does not. Looking no further
/// keeps a long list of words that are not there from taking forever.
[[nodiscard]] qsizetype findNear(QStringView body, QStringView word, qsizetype from);

/// The last step of every reader: orders cues by start, keeping document order where they tie (a
/// cue without time stays behind the one it follows), and drops ends before starts and words that
/// are not in the body, in its order.
void settleCues(std::vector<Cue> &cues);

} // namespace app::transcripts::internal
