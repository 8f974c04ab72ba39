// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/feedreader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray document(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto feed = app::feeds::readFeed(document, QStringLiteral("https://example.com/feed"));
    if (!feed)
        return 0;
    for (const app::feeds::FeedEpisode &episode : feed->episodes) {
        if (episode.guid.isEmpty())
            std::abort();
    }
    return 0;
}
