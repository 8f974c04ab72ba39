// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"

#include <QString>

#include <optional>
#include <vector>

namespace app::notes {

/// When the character at an offset is spoken.
struct TextTime
{
    qsizetype offset = 0; ///< UTF-16 units
    timestamps::MediaTime time;

    bool operator==(const TextTime &) const = default;
};

/// Who speaks a stretch of a text.
struct SpeakerSpan
{
    qsizetype offset = 0; ///< UTF-16 units
    qsizetype length = 0;
    QString speaker;

    bool operator==(const SpeakerSpan &) const = default;
};

/// A text as notes stand in it: words, when they are spoken, and what tells it from others.
struct AnchorText
{
    QString text;
    /// Rising in both; entries that fall back are passed over. Empty: nobody knows when.
    std::vector<TextTime> times;
    QString hash;           ///< hashText() of the text
    QString transcriptHash; ///< SHA-256 in hex of the transcript's bytes; empty when it is none
    QString language;       ///< BCP 47; empty when unknown
    std::vector<SpeakerSpan> speakers; ///< by offset, apart from each other
};

/// When the character at an offset is spoken, in proportion to the characters between known times;
/// before the first and after the last these hold. Empty without times. Thread: any.
[[nodiscard]] std::optional<timestamps::MediaTime> timeAt(const AnchorText &text, qsizetype offset);

/// Who speaks at an offset; empty when nobody knows. Thread: any.
[[nodiscard]] QString speakerAt(const AnchorText &text, qsizetype offset);

/// Whether two languages are known and not the same, whatever their regions: "en-GB" is "en".
[[nodiscard]] bool languagesDiffer(const QString &a, const QString &b);

} // namespace app::notes
