// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace app::timestamps {

/// Writes a place as people do: "4:30", "1:02:03". Whole seconds, rounded down; no zone, no locale.
[[nodiscard]] QString formatTimecode(MediaTime place);

/// Writes a place with every part padded, as WebVTT and file formats want it: "01:02:03.500".
/// \param separator  between seconds and milliseconds ('.' in WebVTT, ',' in SRT)
[[nodiscard]] QString formatFullTimecode(MediaTime place, QChar separator = QLatin1Char('.'));

/// Reads a time a person typed: "4:30", "1:02:03.5", "270", "270.5", "1h2m3s", "4m30s".
///
/// Minutes and seconds after a larger unit must be below 60. Nothing is guessed: text around the
/// time, a sign or an empty text give no value.
/// Source: the command line's TIME.
[[nodiscard]] std::optional<MediaTime> parseTimecode(QStringView text);

} // namespace app::timestamps
