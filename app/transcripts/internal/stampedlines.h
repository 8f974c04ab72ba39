// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/internal/caption.h"
#include "app/transcripts/internal/knownnames.h"

#include <optional>

namespace app::transcripts::internal {

/// What a line begins or ends with, and the words it has besides.
struct LineStamp
{
    timestamps::MediaTime start;
    std::optional<timestamps::MediaTime> end;
    QString speaker; ///< of "Name  0:12"
    QStringView rest;
};

/// Which lines of a text hold a time.
class StampReader
{
public:
    /// Looks the text over: "Name 0:12" with one space counts only where such lines open its
    /// paragraphs.
    explicit StampReader(QStringView text);

    [[nodiscard]] std::optional<LineStamp> stampOf(QStringView line) const;

private:
    bool m_loose = false;
};

/// Whether the stamps of a text are the times of what is said: there are two at least, or the first
/// line has one, and they rise.
[[nodiscard]] bool isStamped(QStringView text, const StampReader &reader);

/// A caption for each stamp and what follows it; what stands before the first keeps its place,
/// without a time. A line that holds a name alone behind its time names the speaker, where that is
/// how the text is written, or the name is known.
[[nodiscard]] std::vector<Caption>
stampedCaptions(QStringView text, const StampReader &reader, const KnownNames &known);

} // namespace app::transcripts::internal
