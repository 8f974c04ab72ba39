// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/tagreader.h"

#include <QFile>

#include <taglib/chapterframe.h>
#include <taglib/fileref.h>
#include <taglib/flacfile.h>
#include <taglib/id3v2tag.h>
#include <taglib/infotag.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/opusfile.h>
#include <taglib/textidentificationframe.h>
#include <taglib/tpropertymap.h>
#include <taglib/urllinkframe.h>
#include <taglib/vorbisfile.h>
#include <taglib/wavfile.h>
#include <taglib/xiphcomment.h>

#include <algorithm>
#include <memory>

namespace app::media::internal {

namespace {

constexpr std::size_t mostChapters = 10'000;

[[nodiscard]] QString toText(const TagLib::String &text)
{
    const auto utf8 = text.to8Bit(true);
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).trimmed();
}

[[nodiscard]] timestamps::Chapter fromFrame(const TagLib::ID3v2::ChapterFrame &frame)
{
    timestamps::Chapter chapter;
    chapter.start = timestamps::MediaTime::fromMs(frame.startTime());
    if (frame.endTime() != 0xFFFFFFFFu && frame.endTime() > frame.startTime()) {
        chapter.end = timestamps::MediaTime::fromMs(frame.endTime());
    }
    const auto &parts = frame.embeddedFrameListMap();
    // Some producers write the title twice; the first is the one meant.
    if (parts.contains("TIT2") && !parts["TIT2"].isEmpty()) {
        chapter.title = toText(parts["TIT2"].front()->toString());
    }
    for (const auto *id : {"WXXX", "WOAF", "WOAR"}) {
        if (!chapter.url.isEmpty() || !parts.contains(id) || parts[id].isEmpty()) {
            continue;
        }
        if (const auto *link =
                dynamic_cast<const TagLib::ID3v2::UrlLinkFrame *>(parts[id].front())) {
            chapter.url = toText(link->url());
        }
    }
    chapter.hasImage = parts.contains("APIC") && !parts["APIC"].isEmpty();
    return chapter;
}

[[nodiscard]] timestamps::Chapters chaptersOf(const TagLib::ID3v2::Tag &tag)
{
    timestamps::Chapters chapters;
    for (const auto *frame : tag.frameList("CHAP")) {
        const auto *chapter = dynamic_cast<const TagLib::ID3v2::ChapterFrame *>(frame);
        if (chapter != nullptr && chapters.size() < mostChapters) {
            chapters.push_back(fromFrame(*chapter));
        }
    }
    timestamps::sortChapters(chapters);
    return chapters;
}

/// "1:02:03.456", hours of any length; empty when it is something else.
[[nodiscard]] std::optional<timestamps::MediaTime> parseClock(const QString &text)
{
    const auto parts = text.section(u"-->"_qs, 0, 0).trimmed().split(u':');
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
        if (const auto start = parseClock(first(key))) {
            timestamps::Chapter chapter;
            chapter.start = *start;
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

[[nodiscard]] std::unique_ptr<TagLib::File>
openFile(const QByteArray &name, const QString &format, const QString &codec)
{
    const auto *path = name.constData();
    if (format == u"mp3") {
        return std::make_unique<TagLib::MPEG::File>(path, false);
    }
    if (format == u"m4a") {
        return std::make_unique<TagLib::MP4::File>(path, false);
    }
    if (format == u"ogg" && codec == u"opus") {
        return std::make_unique<TagLib::Ogg::Opus::File>(path, false);
    }
    if (format == u"ogg" && codec == u"vorbis") {
        return std::make_unique<TagLib::Ogg::Vorbis::File>(path, false);
    }
    if (format == u"flac") {
        return std::make_unique<TagLib::FLAC::File>(path, false);
    }
    if (format == u"wav") {
        return std::make_unique<TagLib::RIFF::WAV::File>(path, false);
    }
    return nullptr;
}

} // namespace

FileTags readTags(const QString &path, const QString &format, const QString &codec)
{
    FileTags tags;
    const auto file = openFile(QFile::encodeName(path), format, codec);
    if (!file || !file->isValid()) {
        return tags;
    }
    if (const auto *tag = file->tag()) {
        tags.title = toText(tag->title());
        tags.artist = toText(tag->artist());
        tags.album = toText(tag->album());
    }
    if (const auto *wave = dynamic_cast<TagLib::RIFF::WAV::File *>(file.get());
        wave != nullptr && tags.title.isEmpty() && wave->hasInfoTag()) {
        tags.title = toText(wave->InfoTag()->title());
        tags.artist = toText(wave->InfoTag()->artist());
    }
    const auto fields = file->properties();
    tags.lyrics = lyricsOf(fields);
    if (format == u"ogg" || format == u"flac") {
        tags.chapters = chaptersOf(fields);
    } else if (auto *mpeg = dynamic_cast<TagLib::MPEG::File *>(file.get());
               mpeg != nullptr && mpeg->hasID3v2Tag()) {
        tags.chapters = chaptersOf(*mpeg->ID3v2Tag());
    }
    return tags;
}

} // namespace app::media::internal
