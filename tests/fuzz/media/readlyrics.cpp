// SPDX-License-Identifier: GPL-3.0-or-later
// Lyrics and transcripts in the tags of files of every kind.
#include "app/media/embeddedlyrics.h"
#include "app/media/internal/id3lyrics.h"
#include "tests/fuzz/media/memorysource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstddef>
#include <cstdint>

using fuzz::require;

namespace {

/// Timed words come as a list whose times do not go backwards and whose texts are not empty.
void requireTimed(const QByteArray &json)
{
    const auto words = QJsonDocument::fromJson(json).array();
    require(!words.isEmpty());
    for (const auto &word : words) {
        require(word.toObject().value(QLatin1String("start_ms")).toDouble(-1) >= 0);
        require(!word.toObject().value(QLatin1String("text")).toString().isEmpty());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::MemorySource source(
        QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    const auto found = app::media::readEmbeddedLyrics(source);
    if (!found)
        return 0;
    require(!found->empty());
    bool timedMayCome = true;
    for (const auto &lyrics : *found) {
        const bool isTimed = !lyrics.typeHint.isEmpty();
        require(timedMayCome || !isTimed);
        timedMayCome = isTimed;
        require(!lyrics.text.isEmpty());
        require(lyrics.text.size() <= app::media::internal::mostLyricsTextBytes);
        require(lyrics.language.isEmpty() || lyrics.language.size() == 3);
        if (isTimed)
            requireTimed(lyrics.text);
    }
    return 0;
}
