// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <string_view>

namespace app::markup {

/// The character an HTML 4 entity name stands for, or 0 when it is none.
///
/// The five of XML itself are among them.
/// Source: HTML 4.01, section 24.
[[nodiscard]] char32_t namedEntity(std::string_view name);

/// What a numeric reference really means: 128-159 are read as Windows-1252, as every browser does.
/// 0 for what has no place in XML: control characters, lone surrogates, non-characters.
[[nodiscard]] char32_t sensibleCharacter(char32_t code);

/// One byte of Windows-1252 as a character; the five unused ones become U+FFFD.
[[nodiscard]] char32_t fromWindows1252(unsigned char byte);

/// Writes a character as UTF-8. \return how many bytes were written, 1 to 4
int writeUtf8(char32_t code, char *out);

/// Replaces references by their characters once; unknown ones stay as written. Linear.
///
/// As in browsers the ';' may be missing after a number and after a name of Latin-1.
/// Thread: any.  Source: HTML 4.01, section 24.
[[nodiscard]] QString decodeEntities(QStringView text);

} // namespace app::markup
