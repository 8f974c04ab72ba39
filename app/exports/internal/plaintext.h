// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <vector>

namespace app::exports::internal {

[[nodiscard]] bool isLineEnd(QChar c); ///< of any system and of Unicode
[[nodiscard]] bool isControl(QChar c); ///< and the byte order mark

/// Whether a half of a surrogate pair stands there without the other.
[[nodiscard]] bool isHalf(QStringView text, qsizetype at);

/// A text as one line: white space is single spaces, control characters and half surrogate pairs
/// are gone.
[[nodiscard]] QString plainLine(QStringView text);

/// Lines as they are, "\r\n" counted once.
[[nodiscard]] std::vector<QStringView> linesOf(QStringView text);

/// Each line by plainLine, empty ones left out.
[[nodiscard]] QStringList plainLines(const QString &text);

/// What someone wrote: lines without what plainLine drops, but with their spaces; no blank lines
/// around it and never two together.
[[nodiscard]] QStringList ownLines(const QString &text);

/// An http or https address with nothing in it that any format takes for something else; empty for
/// every other text.
[[nodiscard]] QString webAddress(const QString &text);

} // namespace app::exports::internal
