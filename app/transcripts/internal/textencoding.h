// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace app::transcripts::internal {

/// Bytes as text, whatever they were written in.
///
/// A byte order mark decides; else UTF-16 when every other byte is nought; else UTF-8 when most of
/// what is beyond ASCII is valid UTF-8; else Windows-1252. Line ends become "\n", U+0000 becomes
/// U+FFFD. \returns nothing when the bytes are no text
[[nodiscard]] std::optional<QString> decodeText(const QByteArray &bytes);

} // namespace app::transcripts::internal
