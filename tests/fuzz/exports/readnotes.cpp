// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/importer.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = app::exports::readNotes(bytes);
    if (!read)
        return 0;
    // What was taken in once is known from then on.
    const auto plan = app::exports::planImport({}, read->notes, QDateTime::fromMSecsSinceEpoch(0));
    std::vector<app::notes::Note> library;
    for (const app::exports::PlannedNote &planned : plan.notes)
        library.push_back(planned.note);
    const auto again =
        app::exports::planImport(library, read->notes, QDateTime::fromMSecsSinceEpoch(1000));
    if (again.added != 0 || again.changed != 0)
        __builtin_trap();
    return 0;
}
