// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/chapterwriter.h"

#include "app/media/bytesource.h"
#include "app/media/internal/mp4chapterwriter.h"
#include "app/media/mediainfo.h"
#include "app/timestamps/timecode.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <taglib/chapterframe.h>
#include <taglib/fileref.h>
#include <taglib/flacfile.h>
#include <taglib/id3v2tag.h>
#include <taglib/mpegfile.h>
#include <taglib/oggflacfile.h>
#include <taglib/opusfile.h>
#include <taglib/tableofcontentsframe.h>
#include <taglib/textidentificationframe.h>
#include <taglib/urllinkframe.h>
#include <taglib/vorbisfile.h>
#include <taglib/xiphcomment.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace app::media {
namespace {

using base::ErrorCode;
using timestamps::Chapter;
using timestamps::Chapters;

constexpr std::size_t mostChapters = 999; // what CHAPTERxxx can count
constexpr unsigned int noOffset = 0xFFFFFFFF;

TagLib::String toTagLib(const QString &text)
{
    return {text.toUtf8().constData(), TagLib::String::UTF8};
}

/// Where a chapter ends: as said, at the next one's start, or at the end of the sound.
timestamps::MediaTime endOf(const Chapters &chapters, std::size_t index, timestamps::Duration whole)
{
    if (chapters[index].end) {
        return *chapters[index].end;
    }
    const bool last = index + 1 == chapters.size();
    const auto next = last ? timestamps::MediaTime(whole) : chapters[index + 1].start;
    return std::max(next, chapters[index].start);
}

using Pictures = std::multimap<qint64, TagLib::ID3v2::Frame *>;

/// The pictures of the chapters a tag has, by their chapter's start, out of their frames.
Pictures takePictures(TagLib::ID3v2::Tag &tag)
{
    Pictures pictures;
    for (auto *const frame : tag.frameList("CHAP")) {
        auto *const chapter = dynamic_cast<TagLib::ID3v2::ChapterFrame *>(frame);
        if (!chapter) {
            continue;
        }
        const TagLib::ID3v2::FrameList found = chapter->embeddedFrameList("APIC");
        for (auto *const picture : found) {
            chapter->removeEmbeddedFrame(picture, false);
            pictures.emplace(chapter->startTime(), picture);
        }
    }
    return pictures;
}

TagLib::ID3v2::Frame *chapterFrame(const Chapter &chapter,
                                   timestamps::MediaTime end,
                                   const TagLib::ByteVector &id,
                                   Pictures &pictures)
{
    auto *const frame =
        new TagLib::ID3v2::ChapterFrame(id,
                                        static_cast<unsigned int>(chapter.start.ms()),
                                        static_cast<unsigned int>(end.ms()),
                                        noOffset,
                                        noOffset);
    auto *const title = new TagLib::ID3v2::TextIdentificationFrame("TIT2", TagLib::String::UTF16);
    title->setText(toTagLib(chapter.title));
    frame->addEmbeddedFrame(title);
    if (!chapter.url.isEmpty()) {
        auto *const link = new TagLib::ID3v2::UserUrlLinkFrame(TagLib::String::UTF16);
        link->setDescription("chapter url");
        link->setUrl(toTagLib(chapter.url));
        frame->addEmbeddedFrame(link);
    }
    const auto [first, last] = pictures.equal_range(chapter.start.ms());
    for (auto picture = first; picture != last; ++picture) {
        frame->addEmbeddedFrame(picture->second);
    }
    pictures.erase(first, last);
    return frame;
}

bool writeId3(const QString &path, const Chapters &chapters, timestamps::Duration whole)
{
    TagLib::MPEG::File file(QFile::encodeName(path).constData(), false);
    if (!file.isValid()) {
        return false;
    }
    auto *const tag = file.ID3v2Tag(true);
    Pictures pictures = takePictures(*tag);
    tag->removeFrames("CHAP");
    tag->removeFrames("CTOC");
    TagLib::ByteVectorList listed;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const TagLib::ByteVector id(
            QByteArrayLiteral("ch").append(QByteArray::number(qulonglong(i))).constData());
        tag->addFrame(chapterFrame(chapters[i], endOf(chapters, i, whole), id, pictures));
        if (chapters[i].listed) {
            listed.append(id);
        }
    }
    for (const auto &picture : pictures) {
        delete picture.second;
    }
    if (!listed.isEmpty()) {
        auto *const contents = new TagLib::ID3v2::TableOfContentsFrame("toc", listed);
        contents->setIsTopLevel(true);
        contents->setIsOrdered(true);
        tag->addFrame(contents);
    }
    const bool older = tag->header() && tag->header()->majorVersion() == 3;
    return file.save(TagLib::MPEG::File::ID3v2,
                     TagLib::File::StripNone,
                     older ? TagLib::ID3v2::v3 : TagLib::ID3v2::v4,
                     TagLib::File::DoNotDuplicate);
}

void writeComments(TagLib::Ogg::XiphComment &comment, const Chapters &chapters)
{
    std::vector<TagLib::String> old;
    for (const auto &field : comment.fieldListMap()) {
        if (field.first.startsWith("CHAPTER")) {
            old.push_back(field.first);
        }
    }
    for (const TagLib::String &name : old) {
        comment.removeFields(name);
    }
    int number = 0;
    for (const Chapter &chapter : chapters) {
        if (!chapter.listed) {
            continue;
        }
        const QString key = QStringLiteral("CHAPTER%1").arg(number++, 3, 10, QLatin1Char('0'));
        comment.addField(toTagLib(key), toTagLib(timestamps::formatFullTimecode(chapter.start)));
        comment.addField(toTagLib(key + u"NAME"), toTagLib(chapter.title));
        if (!chapter.url.isEmpty()) {
            comment.addField(toTagLib(key + u"URL"), toTagLib(chapter.url));
        }
    }
}

template <typename File>
bool writeOgg(const QString &path, const Chapters &chapters)
{
    File file(QFile::encodeName(path).constData(), false);
    if (!file.isValid() || !file.tag()) {
        return false;
    }
    writeComments(*file.tag(), chapters);
    return file.save();
}

bool writeFlac(const QString &path, const Chapters &chapters)
{
    TagLib::FLAC::File file(QFile::encodeName(path).constData(), false);
    if (!file.isValid()) {
        return false;
    }
    writeComments(*file.xiphComment(true), chapters);
    return file.save();
}

base::Unexpected unsupported(const QString &format)
{
    return base::unexpected(
        ErrorCode::Unsupported,
        QStringLiteral("chapters cannot be written into a file of this kind (%1); export them as a"
                       " file of their own")
            .arg(format));
}

base::Result<bool> writeTags(const QString &path, const MediaInfo &info, const Chapters &chapters)
{
    if (info.format == QLatin1String("mp3")) {
        return writeId3(path, chapters, info.duration);
    }
    if (info.format == QLatin1String("flac")) {
        return writeFlac(path, chapters);
    }
    if (info.format == QLatin1String("ogg") && info.codec == QLatin1String("opus")) {
        return writeOgg<TagLib::Ogg::Opus::File>(path, chapters);
    }
    if (info.format == QLatin1String("ogg") && info.codec == QLatin1String("vorbis")) {
        return writeOgg<TagLib::Ogg::Vorbis::File>(path, chapters);
    }
    return unsupported(info.format);
}

/// A name beside the file that nothing has, so that what is there can take its place at once.
base::Result<QString> placeBeside(const QString &path)
{
    QTemporaryFile place(path + QStringLiteral(".XXXXXX"));
    if (!place.open()) {
        return base::unexpected(
            ErrorCode::Denied,
            QStringLiteral("nothing can be written beside %1: %2").arg(path, place.errorString()));
    }
    return place.fileName();
}

base::Result<void> copyWhole(const QString &path, const QString &copy)
{
    QFile original(path);
    if (original.copy(copy)) {
        return {};
    }
    const bool full = original.error() == QFileDevice::ResourceError
                      || original.error() == QFileDevice::CopyError;
    return base::unexpected(
        full ? ErrorCode::DiskFull : ErrorCode::Denied,
        QStringLiteral("%1 cannot be copied: %2").arg(path, original.errorString()));
}

base::Result<void> copyMp4(const QString &path,
                           const QString &copy,
                           const Chapters &chapters,
                           timestamps::Duration whole,
                           const std::function<bool()> &isCanceled)
{
    const auto original = openFileSource(path);
    if (!original) {
        return base::unexpected(original.error());
    }
    QFile file(copy);
    if (!file.open(QIODevice::ReadWrite | QIODevice::NewOnly)) {
        return base::unexpected(
            ErrorCode::Denied,
            QStringLiteral("nothing can be written beside %1: %2").arg(path, file.errorString()));
    }
    file.setPermissions(QFile::permissions(path));
    return internal::copyMp4WithChapters(**original, file, chapters, whole, isCanceled);
}

bool readsBack(const QString &path, const MediaInfo &before, const Chapters &chapters)
{
    const auto now = readMediaInfo(path);
    if (!now || now->duration != before.duration || now->title != before.title) {
        return false;
    }
    std::size_t found = 0;
    for (const Chapter &chapter : chapters) {
        found += std::any_of(now->chapters.begin(), now->chapters.end(), [&](const Chapter &other) {
            return other.start == chapter.start && other.title == chapter.title.simplified();
        });
    }
    return found == chapters.size();
}

base::Unexpected leftAsItIs(const QString &path)
{
    return base::unexpected(
        ErrorCode::Malformed,
        QStringLiteral("the chapters could not be written into %1; it was left as it is")
            .arg(path));
}

/// Makes the file as it is to be, beside it.
base::Result<void> makeCopy(const QString &path,
                            const QString &copy,
                            const MediaInfo &info,
                            const Chapters &chapters,
                            const std::function<bool()> &isCanceled)
{
    if (info.format == QLatin1String("m4a")) {
        const auto copied = copyMp4(path, copy, chapters, info.duration, isCanceled);
        return copied && !readsBack(copy, info, chapters) ? leftAsItIs(path) : copied;
    }
    if (auto copied = copyWhole(path, copy); !copied) {
        return copied;
    }
    const auto written = writeTags(copy, info, chapters);
    if (!written) {
        return base::unexpected(written.error());
    }
    if (!*written || !readsBack(copy, info, chapters)) {
        return leftAsItIs(path);
    }
    return {};
}

base::Result<void> replace(const QString &path, const QString &copy)
{
    std::error_code failure;
    std::filesystem::rename(
        QFileInfo(copy).filesystemFilePath(), QFileInfo(path).filesystemFilePath(), failure);
    if (!failure) {
        return {};
    }
    return base::unexpected(ErrorCode::Denied,
                            QStringLiteral("%1 cannot be replaced: %2")
                                .arg(path, QString::fromStdString(failure.message())));
}

} // namespace

base::Result<void> writeFileChapters(const QString &path,
                                     const Chapters &chapters,
                                     const std::function<bool()> &isCanceled)
{
    const auto info = readMediaInfo(path);
    if (!info) {
        return base::unexpected(info.error());
    }
    Chapters few = chapters;
    if (info->format != QLatin1String("mp3")) {
        std::erase_if(few, [](const Chapter &chapter) { return !chapter.listed; });
    }
    few.resize(std::min(few.size(), mostChapters));
    const auto copy = placeBeside(path);
    if (!copy) {
        return base::unexpected(copy.error());
    }
    auto done = makeCopy(path, *copy, *info, few, isCanceled);
    if (done && isCanceled && isCanceled()) {
        done = base::unexpected(ErrorCode::Busy, path + u" was left as it is");
    }
    if (done) {
        done = replace(path, *copy);
    }
    if (!done) {
        QFile::remove(*copy);
    }
    return done;
}

} // namespace app::media
