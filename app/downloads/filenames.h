// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app::downloads {

/// One safe path component from any text: no separators, control or reserved characters, reserved
/// device names, leading or trailing dots and spaces, bidi overrides; at most 80 bytes of UTF-8;
/// never empty ("untitled"). Thread: any.
[[nodiscard]] QString safeFileName(const QString &text);

/// Where an episode's sound is kept below a downloads folder: PODCAST/DATE TITLE [hash].suffix.
/// The suffix comes from the address, else the MIME type, else "audio".
/// \param key  makes names of different episodes differ (feed address and guid)
[[nodiscard]] QString episodeFilePath(const QString &podcastTitle,
                                      const QString &episodeTitle,
                                      const QString &date,
                                      const QString &key,
                                      const QString &enclosureUrl,
                                      const QString &mimeType);

} // namespace app::downloads
