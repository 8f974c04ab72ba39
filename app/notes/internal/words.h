// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <vector>

namespace app::notes::internal {

/// A word of a text, and what it is apart from case, width and punctuation.
struct Word
{
    qsizetype offset = 0; ///< UTF-16 units of the text
    qsizetype length = 0;
    quint64 hash = 0; ///< of its folded form
};

/// The words of a text: runs of letters, digits and their marks, single characters of scripts that
/// put no spaces, and emoji. Punctuation is dropped, an apostrophe inside a word too.
/// Folded forms are NFKC and case folded. No word begins or ends inside what people see as one
/// character.
[[nodiscard]] std::vector<Word> splitWords(QStringView text);

} // namespace app::notes::internal
