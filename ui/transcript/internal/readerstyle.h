// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFont>

namespace ui::transcript::internal {

/// Fonts and line heights of a reader at one text size.
struct ReaderStyle
{
    QFont body, heading, firstHeading, code, times;
    QFont speaker, meta, small;
    int lineHeight = 27;
    int headingLine = 24;
    int paragraphGap = 18;
    double speakerLine = 20; ///< a name beside or above the text
    double timeLine = 18;    ///< the time under it
    double gutterWidth = 104;
    double scale = 1; ///< of what goes with larger letters, 1 to 1.4
};

/// \param size    the listener's setting in pixels; show notes are set one smaller
/// \param family  of the reading font; empty: the program's own
[[nodiscard]] ReaderStyle makeReaderStyle(int size, bool transcript, const QString &family);

/// Where the columns stand in a reader of some width, in viewport pixels.
struct ReaderColumns
{
    bool stacked = true; ///< speaker above the text
    bool cards = false;  ///< notes beside the text, else flags in the edge
    bool mirrored = false;
    double width = 0;
    double gutterLeft = 0; ///< when not stacked
    double gutterWidth = 104;
    double textLeft = 0;
    double textWidth = 100;
    double cardLeft = 0;
    double flagLeft = 0;
    double markLeft = 0; ///< of highlights without a card, between text and cards

    bool operator==(const ReaderColumns &) const = default;
};

struct ColumnWishes
{
    bool transcript = false;
    bool stacked = false; ///< asked for by the window
    bool hasCards = false;
    bool mirrored = false;
    double gutterWidth = 104;
    double scale = 1; ///< how much larger than usual the letters are
};

[[nodiscard]] ReaderColumns makeColumns(double width, const ColumnWishes &wishes);

} // namespace ui::transcript::internal
