// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace app::exports::internal {

/// How one text format shows texts literally.
struct Escaper
{
    QString (*line)(QStringView text);            ///< one line of outside text
    QStringList (*ownLines)(const QString &text); ///< the listener's own text, in lines
    QString (*address)(const QString &encoded);   ///< of a link, percent-encoded already
    QString (*path)(const QString &relative);     ///< of a file beside ours, as a link
    QString (*tagLine)(const QStringList &tags);  ///< clean tags, as the format has tags
    const char16_t *lineBreak;                    ///< between lines of one text
};

/// Of a format that is made from a template; null for others.
[[nodiscard]] const Escaper *escaperFor(const QString &format);

/// A text as one line of Org, wherever it stands: zero width spaces keep marks from being marks.
/// Source: Org manual, "Escape Character".
[[nodiscard]] QString orgLine(QStringView text);

/// As one line of HTML or XML, also within an attribute.
[[nodiscard]] QString htmlLine(QStringView text);

} // namespace app::exports::internal
