// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QStringView>

namespace app::timestamps::internal {

[[nodiscard]] constexpr bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Scripts written without spaces between words: a letter of theirs beside a number is no glue.
[[nodiscard]] constexpr bool isIdeographic(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x3040 && u <= 0x30ff) || (u >= 0x3400 && u <= 0x9fff)
           || (u >= 0xac00 && u <= 0xd7a3) || (u >= 0xf900 && u <= 0xfaff)
           || (u >= 0x0e00 && u <= 0x0e7f);
}

/// A letter, or a mark that only stands inside a word.
[[nodiscard]] inline bool isLetter(QChar c)
{
    if (c.unicode() < 0x80) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    }
    return c.isLetter() || c.isMark();
}

/// FNV-1a of letters, one at a time or all of a word.
constexpr quint32 emptyHash = 0x811c9dc5U;

[[nodiscard]] constexpr quint32 hashedWith(quint32 hash, QChar c)
{
    return (hash ^ c.unicode()) * 0x01000193U;
}

[[nodiscard]] inline quint32 hashOfLetters(QStringView letters, quint32 start = emptyHash)
{
    for (const QChar c : letters) {
        start = hashedWith(start, c);
    }
    return start;
}

} // namespace app::timestamps::internal
