// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/readerdocument.h"

#include <vector>

namespace ui::transcript::internal {

/// What is worked out once for a document, in time linear in its length.
struct PreparedText
{
    /// A line of a list of times: its time stands in a column of its own.
    struct TimeLine
    {
        int time = -1;            ///< index into ReaderDocument::times; -1: an ordinary block
        qsizetype bodyOffset = 0; ///< where the words after the time begin
        qsizetype widest = 0;     ///< characters of the longest time of the list
    };

    /// A place Tab goes to: an active time, a link or a note.
    struct Stop
    {
        qsizetype offset = 0;
        qsizetype length = 0;
        int time = -1; ///< index into times; -1: none
        QString link;
        int note = -1; ///< index into the reader's notes; -1: none
    };

    explicit PreparedText(ReaderDocument source);

    ReaderDocument document;
    std::vector<TimeLine> timeLines; ///< one per block
    std::vector<ReaderSpan> spans;   ///< cut at the ends of blocks, in order of offset
    std::vector<Stop> stops;         ///< in order; the document's own, without notes

    /// Indices of spans, times or stops that touch [begin, end).
    [[nodiscard]] std::pair<std::size_t, std::size_t> spansIn(qsizetype begin, qsizetype end) const;
    [[nodiscard]] std::pair<std::size_t, std::size_t> timesIn(qsizetype begin, qsizetype end) const;

private:
    void cutSpans();
    void findTimeLines();
    void findStops();
};

} // namespace ui::transcript::internal
