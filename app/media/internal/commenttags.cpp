// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/commenttags.h"

#include "app/media/internal/bytereading.h"
#include "app/media/internal/id3tag.h"

#include <QStringList>

#include <taglib/flacfile.h>
#include <taglib/id3v2framefactory.h>
#include <taglib/oggflacfile.h>
#include <taglib/opusfile.h>
#include <taglib/tbytevectorstream.h>
#include <taglib/tpropertymap.h>
#include <taglib/vorbisfile.h>

#include <memory>

namespace app::media::internal {

namespace {

/// Comments come first; a picture of 16 MB may lie before them.
constexpr qint64 mostCommentBytes = 20 * 1024 * 1024;

[[nodiscard]] QString toText(const TagLib::String &text)
{
    const auto utf8 = text.to8Bit(true);
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).trimmed();
}

/// "1:02:03.456", hours of any length; empty when it is something else.
[[nodiscard]] std::optional<timestamps::MediaTime> parseClock(QString text)
{
    const auto parts = text.replace(u',', u'.').trimmed().split(u':');
    if (parts.size() != 3) {
        return std::nullopt;
    }
    bool hoursGood = false;
    bool minutesGood = false;
    bool secondsGood = false;
    const auto hours = parts[0].toUInt(&hoursGood);
    const auto minutes = parts[1].toUInt(&minutesGood);
    const auto seconds = parts[2].toDouble(&secondsGood);
    if (!hoursGood || !minutesGood || !secondsGood || hours > 10'000 || minutes > 59
        || !(seconds >= 0 && seconds < 60)) {
        return std::nullopt;
    }
    const auto whole = (qint64{hours} * 60 + minutes) * 60'000;
    return timestamps::MediaTime::fromMs(whole + qRound64(seconds * 1000));
}

/// Source: xiph.org wiki, "Chapter Extension".
[[nodiscard]] timestamps::Chapters chaptersOf(const TagLib::PropertyMap &fields)
{
    timestamps::Chapters chapters;
    const auto first = [&](const QString &key) {
        const TagLib::String name(key.toStdString());
        return fields.contains(name) && !fields[name].isEmpty() ? toText(fields[name].front())
                                                                : QString();
    };
    for (int number = 0; number < 1000; ++number) {
        const auto key = u"CHAPTER%1"_qs.arg(number, 3, 10, QLatin1Char('0'));
        const auto times = first(key);
        if (const auto start = parseClock(times.section(u"-->"_qs, 0, 0))) {
            timestamps::Chapter chapter;
            chapter.start = *start;
            // Only an older edition of the rules has an end.
            const auto end = parseClock(times.section(u"-->"_qs, 1, 1));
            chapter.end = end > start ? end : std::nullopt;
            chapter.title = first(key + u"NAME");
            chapter.url = first(key + u"URL");
            chapters.push_back(std::move(chapter));
        }
    }
    timestamps::sortChapters(chapters);
    return chapters;
}

[[nodiscard]] QString lyricsOf(const TagLib::PropertyMap &fields)
{
    for (const auto &[key, values] : fields) {
        const auto name = toText(key);
        const bool found =
            name == u"LYRICS" || name == u"UNSYNCEDLYRICS" || name.startsWith(u"LYRICS:");
        if (found && !values.isEmpty()) {
            return toText(values.front());
        }
    }
    return {};
}

/// FLAC may have tags of another kind in front, which are left to others.
[[nodiscard]] qint64 soundStart(ByteSource &source, const QString &format)
{
    qint64 at = 0;
    while (format == u"flac" && readBytes(source, at, 3) == "ID3") {
        at += id3TagBytes(source, at);
    }
    return at;
}

[[nodiscard]] std::unique_ptr<TagLib::File>
openFile(TagLib::IOStream *stream, const QString &format, const QString &codec)
{
    if (format == u"flac") {
        return std::make_unique<TagLib::FLAC::File>(
            stream, TagLib::ID3v2::FrameFactory::instance(), false);
    }
    if (codec == u"opus") {
        return std::make_unique<TagLib::Ogg::Opus::File>(stream, false);
    }
    if (codec == u"vorbis") {
        return std::make_unique<TagLib::Ogg::Vorbis::File>(stream, false);
    }
    if (codec == u"flac") {
        return std::make_unique<TagLib::Ogg::FLAC::File>(stream, false);
    }
    return nullptr;
}

/// Only what is at the start of a file, where comments are.
class CommentFile final
{
public:
    CommentFile(ByteSource &source, const QString &format, const QString &codec)
        : m_bytes(readBytes(source, soundStart(source, format), mostCommentBytes))
        , m_stream(TagLib::ByteVector(m_bytes.constData(), static_cast<unsigned>(m_bytes.size())))
    {
        if (format != u"flac" || m_bytes.startsWith("fLaC")) {
            m_file = openFile(&m_stream, format, codec);
        }
    }

    /// Null when it cannot be read.
    [[nodiscard]] const TagLib::File *file() const
    {
        return m_file && m_file->isValid() ? m_file.get() : nullptr;
    }

private:
    QByteArray m_bytes;
    TagLib::ByteVectorStream m_stream;
    std::unique_ptr<TagLib::File> m_file;
};

} // namespace

FileTags readComments(ByteSource &source, const QString &format, const QString &codec)
{
    const CommentFile comments(source, format, codec);
    const auto *file = comments.file();
    if (file == nullptr) {
        return {};
    }
    FileTags tags;
    if (const auto *tag = file->tag()) {
        tags.title = toText(tag->title());
        tags.artist = toText(tag->artist());
        tags.album = toText(tag->album());
    }
    const auto fields = file->properties();
    tags.lyrics = lyricsOf(fields);
    tags.chapters = chaptersOf(fields);
    return tags;
}

std::vector<std::pair<QString, QString>>
readCommentFields(ByteSource &source, const QString &format, const QString &codec)
{
    const CommentFile comments(source, format, codec);
    std::vector<std::pair<QString, QString>> all;
    if (comments.file() == nullptr) {
        return all;
    }
    for (const auto &[name, values] : comments.file()->properties()) {
        for (const auto &value : values) {
            all.emplace_back(toText(name), toText(value));
        }
    }
    return all;
}

} // namespace app::media::internal
