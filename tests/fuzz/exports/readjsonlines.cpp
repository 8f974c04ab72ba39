// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/exporter.h"
#include "app/exports/jsonlines.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto notes = app::exports::readJsonLines(bytes);
    if (!notes)
        return 0;
    static_cast<void>(app::exports::exportNotes(*notes, QStringLiteral("markdown")));
    const QByteArray written = app::exports::writeJsonLines(*notes);
    const auto again = app::exports::readJsonLines(written);
    if (!again || app::exports::writeJsonLines(*again) != written)
        __builtin_trap();
    return 0;
}
