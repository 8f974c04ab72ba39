// SPDX-License-Identifier: GPL-3.0-or-later
// Tags, chapters and chapter pictures of files of every kind. Not the sound: that is FFmpeg's.
#include "app/media/internal/id3chapters.h"
#include "app/media/internal/tagreader.h"
#include "tests/fuzz/media/memorysource.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using fuzz::MemorySource;
using fuzz::require;

namespace {

void read(MemorySource &source, const QString &format, const QString &codec = {})
{
    const auto tags = app::media::internal::readTags(source, format, codec);
    require(tags.chapters.size() <= app::media::internal::mostChapters);
    app::timestamps::MediaTime last;
    for (const auto &chapter : tags.chapters) {
        require(chapter.start >= last && (!chapter.end || *chapter.end > chapter.start));
        require(chapter.image.isEmpty() || chapter.hasImage);
        last = chapter.start;
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(tags.chapters.size(), 5); ++i) {
        const auto picture =
            app::media::internal::readChapterPicture(source, format, tags.chapters[i].start);
        require(picture.size() <= app::media::internal::mostPictureBytes);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    MemorySource source(bytes);
    if (bytes.startsWith("ID3")) {
        read(source, QStringLiteral("mp3"));
        read(source, QStringLiteral("flac"));
    } else if (bytes.startsWith("OggS")) {
        read(source, QStringLiteral("ogg"), QStringLiteral("opus"));
        read(source, QStringLiteral("ogg"), QStringLiteral("vorbis"));
        read(source, QStringLiteral("ogg"), QStringLiteral("flac"));
    } else if (bytes.startsWith("fLaC")) {
        read(source, QStringLiteral("flac"));
    } else if (bytes.startsWith("RIFF")) {
        read(source, QStringLiteral("wav"));
    } else {
        read(source, QStringLiteral("m4a"));
    }
    return 0;
}
