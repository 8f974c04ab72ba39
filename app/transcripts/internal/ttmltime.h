// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <chrono>
#include <optional>

namespace app::transcripts::internal {

/// What a TTML document counts in besides seconds.
struct TtmlRates
{
    double frames = 30.0; ///< per second
    double ticks = 1.0;   ///< per second
};

/// Reads the rates as the document's attributes give them; empty or absurd ones are the defaults.
/// \param multiplier  "1000 1001": by what the frame rate is to be multiplied
[[nodiscard]] TtmlRates
readTtmlRates(QStringView frameRate, QStringView multiplier, QStringView tickRate);

/// Reads a time expression: "01:02:03.5", "01:02:03:12" (frames), "1:48.737", "1.5s", "500ms",
/// "10f", "100t", "2m", "1h", and bare seconds. Nothing below 0 or beyond 10,000 hours.
/// Source: TTML2, "12.3.1 <timeExpression>"; bare and unpadded forms as Apple writes them.
[[nodiscard]] std::optional<std::chrono::milliseconds> readTtmlTime(QStringView text,
                                                                    const TtmlRates &rates);

} // namespace app::transcripts::internal
