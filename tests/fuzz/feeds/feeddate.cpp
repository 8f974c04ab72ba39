// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/feeddate.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QDateTime date = app::feeds::readFeedDate(text);
    if (date.isValid() && date.timeSpec() != Qt::UTC)
        std::abort();
    if (app::feeds::readFeedDurationMs(text) < -1)
        std::abort();
    return 0;
}
