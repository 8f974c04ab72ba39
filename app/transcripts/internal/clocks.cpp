// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/clocks.h"

#include "app/transcripts/internal/caption.h"

#include <array>

namespace app::transcripts::internal {

using timestamps::MediaTime;

std::optional<MediaTime> readClock(QStringView line, qsizetype &at)
{
    std::array<qint64, 3> parts{};
    std::size_t count = 0;
    qsizetype next = at;
    while (count < parts.size()) {
        const qsizetype first = next;
        for (; next < line.size() && isDigit(line[next]) && next - first < 3; ++next)
            parts[count] = parts[count] * 10 + (line[next].unicode() - u'0');
        if (next == first || (count > 0 && next - first != 2) || (count > 0 && parts[count] > 59))
            return std::nullopt;
        ++count;
        if (next + 1 >= line.size() || line[next] != u':' || !isDigit(line[next + 1]))
            break;
        ++next;
    }
    if (count < 2)
        return std::nullopt;
    qint64 ms = 0;
    if (next + 1 < line.size() && (line[next] == u'.' || line[next] == u',')
        && isDigit(line[next + 1])) {
        qint64 unit = 100;
        for (++next; next < line.size() && isDigit(line[next]); ++next, unit /= 10)
            ms += unit * (line[next].unicode() - u'0');
    }
    at = next;
    return count == 3 ? timeOf(parts[0], parts[1], parts[2], ms)
                      : timeOf(0, parts[0], parts[1], ms);
}

} // namespace app::transcripts::internal
