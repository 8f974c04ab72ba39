// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/tagreader.h"

#include "app/media/internal/bytereading.h"
#include "app/media/internal/commenttags.h"
#include "app/media/internal/id3chapters.h"
#include "app/media/internal/mp4chapters.h"
#include "app/media/internal/mp4tag.h"

#include <functional>

namespace app::media::internal {

namespace {

constexpr qsizetype mostLyricsBytes = 4 * 1024 * 1024;
constexpr int mostChunks = 10'000;

[[nodiscard]] QString lyricsOf(QByteArrayView frame)
{
    constexpr qsizetype encodingAndLanguage = 4;
    if (frame.size() <= encodingAndLanguage || frame.size() > mostLyricsBytes) {
        return {};
    }
    const int encoding = frame[0];
    const auto text = readId3Text(encoding, frame.sliced(encodingAndLanguage)).rest;
    return readId3Text(encoding, text).text;
}

void setOnce(QString &text, const QString &value)
{
    if (text.isEmpty()) {
        text = value;
    }
}

void addId3(const Id3Frames &tag, FileTags &tags)
{
    forEachFrame(tag, [&](QByteArrayView id, QByteArrayView body) {
        if (id == QByteArrayView("TIT2") || id == QByteArrayView("TT2")) {
            setOnce(tags.title, id3FrameText(body));
        } else if (id == QByteArrayView("TPE1") || id == QByteArrayView("TP1")) {
            setOnce(tags.artist, id3FrameText(body));
        } else if (id == QByteArrayView("TALB") || id == QByteArrayView("TAL")) {
            setOnce(tags.album, id3FrameText(body));
        } else if (id == QByteArrayView("USLT") || id == QByteArrayView("ULT")) {
            setOnce(tags.lyrics, lyricsOf(body));
        }
        return true;
    });
    if (tags.chapters.empty()) {
        tags.chapters = id3Chapters(tag);
    }
}

/// The tag of 128 bytes at the end. Source: ID3v1.
void addOldId3(ByteSource &source, FileTags &tags)
{
    constexpr qint64 size = 128;
    const auto whole = source.sizeBytes();
    const auto bytes =
        whole && source.isComplete() ? readBytes(source, *whole - size, size) : QByteArray();
    if (bytes.size() < size || !bytes.startsWith("TAG")) {
        return;
    }
    const QByteArrayView fields(bytes);
    setOnce(tags.title, readId3Text(0, fields.sliced(3, 30)).text);
    setOnce(tags.artist, readId3Text(0, fields.sliced(33, 30)).text);
    setOnce(tags.album, readId3Text(0, fields.sliced(63, 30)).text);
}

[[nodiscard]] FileTags mp4Tags(ByteSource &source)
{
    const auto moov = readMoov(source);
    FileTags tags;
    tags.title = mp4Text(moov, "\xA9nam");
    tags.artist = mp4Text(moov,
                          "\xA9"
                          "ART");
    tags.album = mp4Text(moov,
                         "\xA9"
                         "alb");
    tags.lyrics = mp4Text(moov, "\xA9lyr");
    tags.chapters = mp4Chapters(source, moov);
    return tags;
}

/// Gives the chunks of a WAV: name, place and size of each. Source: RIFF.
void forEachChunk(
    ByteSource &source,
    const std::function<void(const QByteArray &name, qint64 offset, qint64 size)> &visit)
{
    constexpr qint64 fileHeader = 12;
    constexpr qint64 chunkHeader = 8;
    qint64 at = fileHeader;
    for (int i = 0; i < mostChunks; ++i) {
        const auto header = readBytes(source, at, chunkHeader);
        if (header.size() < chunkHeader) {
            return;
        }
        const qint64 size = qFromLittleEndian<quint32>(header.constData() + 4);
        visit(header.first(4), at + chunkHeader, size);
        at += chunkHeader + size + size % 2;
    }
}

void addInfo(QByteArrayView list, FileTags &tags)
{
    while (list.size() > 8) {
        const auto name = list.first(4);
        const qsizetype size = qFromLittleEndian<quint32>(list.data() + 4);
        list = list.sliced(8);
        const auto text = readId3Text(3, list.first(std::min(size, list.size()))).text;
        if (name == QByteArrayView("INAM")) {
            setOnce(tags.title, text);
        } else if (name == QByteArrayView("IART")) {
            setOnce(tags.artist, text);
        } else if (name == QByteArrayView("IPRD")) {
            setOnce(tags.album, text);
        }
        list = list.sliced(std::min(size + size % 2, list.size()));
    }
}

[[nodiscard]] Id3Tag waveId3(ByteSource &source)
{
    Id3Tag tag;
    forEachChunk(source, [&](const QByteArray &name, qint64 offset, qint64) {
        if (name.toLower() == "id3 ") {
            tag = Id3Tag::read(source, offset);
        }
    });
    return tag;
}

[[nodiscard]] FileTags waveTags(ByteSource &source)
{
    constexpr qint64 mostInfoBytes = 1024 * 1024;
    FileTags tags;
    addId3(waveId3(source).frames(), tags);
    forEachChunk(source, [&](const QByteArray &name, qint64 offset, qint64 size) {
        if (name == "LIST" && size >= 4 && size <= mostInfoBytes) {
            const auto list = readBytes(source, offset, size);
            if (list.startsWith("INFO")) {
                addInfo(QByteArrayView(list).sliced(4), tags);
            }
        }
    });
    return tags;
}

} // namespace

FileTags readTags(ByteSource &source, const QString &format, const QString &codec)
{
    FileTags tags;
    if (format == u"mp3" || format == u"aac") {
        for (const auto &tag : Id3Tag::readAll(source)) {
            addId3(tag.frames(), tags);
        }
        addOldId3(source, tags);
    } else if (format == u"m4a") {
        tags = mp4Tags(source);
    } else if (format == u"wav") {
        tags = waveTags(source);
    } else if (format == u"ogg" || format == u"flac") {
        tags = readComments(source, format, codec);
    }
    return tags;
}

QByteArray
readChapterPicture(ByteSource &source, const QString &format, timestamps::MediaTime start)
{
    if (format == u"mp3" || format == u"aac") {
        for (const auto &tag : Id3Tag::readAll(source)) {
            if (auto picture = id3ChapterPicture(tag.frames(), start); !picture.isEmpty()) {
                return picture;
            }
        }
        return {};
    }
    if (format == u"m4a") {
        return mp4ChapterPicture(source, readMoov(source), start);
    }
    return format == u"wav" ? id3ChapterPicture(waveId3(source).frames(), start) : QByteArray();
}

std::vector<Id3Tag> id3TagsOf(ByteSource &source, bool isWave)
{
    return isWave ? std::vector<Id3Tag>{waveId3(source)} : Id3Tag::readAll(source);
}

} // namespace app::media::internal
