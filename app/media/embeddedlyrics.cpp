// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/embeddedlyrics.h"

#include "app/media/bytesource.h"
#include "app/media/internal/bytereading.h"
#include "app/media/internal/commenttags.h"
#include "app/media/internal/id3lyrics.h"
#include "app/media/internal/mp4tag.h"
#include "app/media/internal/sniff.h"
#include "app/media/internal/tagreader.h"

#include <algorithm>

namespace app::media {

namespace {

using internal::ContentKind;
using Texts = std::vector<EmbeddedLyrics>;

void add(Texts &texts, const EmbeddedLyrics &lyrics)
{
    const bool known = std::any_of(texts.begin(), texts.end(), [&](const EmbeddedLyrics &other) {
        return other.text == lyrics.text;
    });
    const bool fits = !lyrics.text.isEmpty() && lyrics.text.size() <= internal::mostLyricsTextBytes;
    if (fits && !known) {
        texts.push_back(lyrics);
    }
}

void addId3(const internal::Id3Frames &frames, Texts &texts)
{
    for (const auto &lyrics : internal::id3Lyrics(frames)) {
        add(texts, lyrics);
    }
}

[[nodiscard]] Texts mp4Lyrics(ByteSource &source)
{
    const auto moov = internal::readMoov(source);
    Texts texts;
    add(texts, {internal::mp4Text(moov, "\xA9lyr").toUtf8(), {}, {}});
    internal::forEachMp4FreeText(moov, [&](const QString &name, const QString &text) {
        if (internal::isLyricsField(name)) {
            add(texts, {text.toUtf8(), {}, {}});
        }
    });
    return texts;
}

/// What the first packet of an Ogg stream is. Source: RFC 3533, and the codecs' mappings.
[[nodiscard]] QString oggCodec(ByteSource &source)
{
    constexpr qint64 looked = 64;
    const auto start = internal::readBytes(source, 0, looked);
    if (start.contains("OpusHead")) {
        return QStringLiteral("opus");
    }
    if (start.contains("\x01vorbis")) {
        return QStringLiteral("vorbis");
    }
    return start.contains("\x7F"
                          "FLAC")
               ? QStringLiteral("flac")
               : QString();
}

[[nodiscard]] Texts commentLyrics(ByteSource &source, const QString &format, const QString &codec)
{
    Texts texts;
    for (const auto &[name, text] : internal::readCommentFields(source, format, codec)) {
        if (internal::isLyricsField(name)) {
            add(texts, {text.toUtf8(), {}, {}});
        }
    }
    return texts;
}

[[nodiscard]] Texts textsOf(ByteSource &source, ContentKind kind)
{
    switch (kind) {
    case ContentKind::Mp4:
        return mp4Lyrics(source);
    case ContentKind::Ogg:
        return commentLyrics(source, QStringLiteral("ogg"), oggCodec(source));
    case ContentKind::Flac:
        return commentLyrics(source, QStringLiteral("flac"), QStringLiteral("flac"));
    case ContentKind::Mp3:
    case ContentKind::Aac:
    case ContentKind::Wave:
        break;
    default:
        return {};
    }
    Texts texts;
    for (const auto &tag : internal::id3TagsOf(source, kind == ContentKind::Wave)) {
        addId3(tag.frames(), texts);
    }
    // The timed ones of a second tag come before the others of the first, too.
    std::stable_partition(texts.begin(), texts.end(), [](const EmbeddedLyrics &lyrics) {
        return !lyrics.typeHint.isEmpty();
    });
    return texts;
}

} // namespace

base::Result<std::vector<EmbeddedLyrics>> readEmbeddedLyrics(const QString &path)
{
    const auto bytes = openFileSource(path);
    if (!bytes) {
        return base::unexpected(bytes.error());
    }
    return readEmbeddedLyrics(**bytes);
}

base::Result<std::vector<EmbeddedLyrics>> readEmbeddedLyrics(ByteSource &source)
{
    const auto content = internal::sniff(source);
    if (!content) {
        return base::unexpected(content.error());
    }
    auto texts = textsOf(source, content->kind);
    if (texts.empty()) {
        return base::unexpected(base::ErrorCode::NotFound, source.name() + u" carries no lyrics");
    }
    return texts;
}

} // namespace app::media
