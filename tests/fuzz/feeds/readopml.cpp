// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/opml.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray document(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto outlines = app::feeds::readOpml(document);
    if (!outlines)
        return 0;
    // What was read can be written and read again.
    const QByteArray written = app::feeds::writeOpml(*outlines, QStringLiteral("fuzz"), {});
    const auto again = app::feeds::readOpml(written);
    if (!again || again->size() != outlines->size())
        std::abort();
    return 0;
}
