// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/deeplink.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto link = app::exports::parseDeepLink(QString::fromUtf8(bytes));
    static_cast<void>(app::exports::parseDeepLink(QUrl(QString::fromUtf8(bytes))));
    if (!link || link->podcastKey.isEmpty() || link->itemGuid.isEmpty())
        return 0;
    app::notes::Note note;
    note.episodeRef.podcastGuid = link->podcastKey;
    note.episodeRef.episodeGuid = link->itemGuid;
    note.id = link->note;
    note.start = link->start.value_or(app::timestamps::MediaTime());
    note.end = link->end;
    if (!note.id.isValid())
        return 0;
    const QString written = app::exports::deepLink(note);
    const auto again = app::exports::parseDeepLink(written);
    const bool same = again && again->podcastKey == link->podcastKey
                      && again->itemGuid == link->itemGuid && again->note == link->note
                      && again->end == link->end;
    if (!same && written.size() <= 8192)
        __builtin_trap();
    return 0;
}
