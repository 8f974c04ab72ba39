// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace app::transcripts::internal {

/// Decodes text that is no Unicode: the encoding in which its letters are those its language uses
/// most. Windows-1252 where nothing else fits.
///
/// Known are the Windows encodings for Central Europe, Cyrillic, Greek, Hebrew and Arabic, KOI8-R,
/// and those of Japan, China, Taiwan and Korea.
[[nodiscard]] QString decodeLegacy(const QByteArray &bytes);

} // namespace app::transcripts::internal
