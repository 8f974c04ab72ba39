// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/timestampreader.h"

#include <QString>

#include <vector>

namespace app::timestamps::internal {

/// A text in which every script writes its numbers, colons, dashes and brackets the same way.
///
/// Zero-width and bidi characters are gone; decimal digits of any script are ASCII; colons, dashes,
/// brackets and spaces have one form each; any line break is one '\n'.
struct NormalText
{
    QString text;   ///< with full-width colons as they are: some end a name, not a field
    QString folded; ///< text in lower case, every colon plain, the same length
    std::vector<qint32> origin; ///< where each character stood in the original

    /// The stretch of the original that became [begin, end).
    [[nodiscard]] TextSpan originalSpan(QStringView original, qsizetype begin, qsizetype end) const;
    /// The first character that stood at or after a place of the original.
    [[nodiscard]] qsizetype fromOriginal(qsizetype offset) const;
};

/// Lower case, with the letters that Arabic and Persian keyboards write differently made equal.
[[nodiscard]] char16_t foldedLetter(char16_t c);

constexpr QChar wideColon = u'：';

[[nodiscard]] NormalText normalise(QStringView original);

} // namespace app::timestamps::internal
