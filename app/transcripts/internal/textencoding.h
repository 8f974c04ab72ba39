// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace app::transcripts::internal {

/// Bytes as text, whatever they were written in.
///
/// A byte order mark decides; else UTF-16 or UTF-32 by where noughts are; else UTF-8 when most of
/// what is beyond ASCII is valid UTF-8; else an older encoding by its letters. Line ends become
/// "\n", U+0000 becomes U+FFFD. \returns nothing when the bytes are no text
[[nodiscard]] std::optional<QString> decodeText(const QByteArray &bytes);

} // namespace app::transcripts::internal
