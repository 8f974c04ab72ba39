// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"

#include <QStringView>

#include <optional>

namespace app::transcripts::internal {

[[nodiscard]] inline bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

inline void skipSpaces(QStringView line, qsizetype &at)
{
    while (at < line.size() && line[at].isSpace())
        ++at;
}

/// Reads "1:02:03", "0:12.5" at \p at, which moves behind it. At least minutes and seconds.
[[nodiscard]] std::optional<timestamps::MediaTime> readClock(QStringView line, qsizetype &at);

} // namespace app::transcripts::internal
