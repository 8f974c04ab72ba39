// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/mediainfo.h"

#include "app/media/decoder.h"
#include "app/media/internal/packetsource.h"
#include "app/media/internal/sniff.h"
#include "app/media/internal/tagreader.h"

#include <QFileInfo>

namespace app::media {

namespace {

using base::unexpected;
using internal::PacketSource;

/// Length of the packets that are there, whatever a header says.
[[nodiscard]] base::Result<timestamps::Duration> measure(PacketSource &packets)
{
    const internal::PacketPtr packet(av_packet_alloc());
    qint64 end = 0;
    for (;;) {
        const auto got = packets.next(*packet);
        if (!got) {
            return unexpected(got.error());
        }
        if (!*got) {
            break;
        }
        if (packet->pts != AV_NOPTS_VALUE) {
            end = std::max<qint64>(end, packet->pts + packet->duration);
        }
        av_packet_unref(packet.get());
    }
    return timestamps::Duration(av_rescale_q(end, packets.timeBase(), {1, 1000}));
}

/// A header's length is finer than packets when both agree; else the packets are right.
[[nodiscard]] base::Result<timestamps::Duration> trueDuration(ByteSource &bytes,
                                                              PacketSource &packets)
{
    if (packets.facts().format == u"mp3") {
        const std::atomic<bool> cancelled = false;
        const auto index = buildSeekIndex(bytes, cancelled);
        return index ? base::Result<timestamps::Duration>(index->duration)
                     : unexpected(index.error());
    }
    const auto measured = measure(packets);
    const auto stated = packets.duration();
    if (!measured || *measured == timestamps::Duration(0)) {
        return stated ? base::Result<timestamps::Duration>(*stated) : measured;
    }
    constexpr timestamps::Duration onePacket(200);
    if (stated && *stated <= *measured + onePacket && *stated >= *measured - onePacket) {
        return *stated;
    }
    return measured;
}

[[nodiscard]] timestamps::Chapters mergedChapters(const PacketSource &packets,
                                                  internal::FileTags &tags)
{
    return tags.chapters.empty() ? packets.facts().chapters : std::move(tags.chapters);
}

/// How the tags of such a file are read.
[[nodiscard]] QString tagFormat(internal::ContentKind kind)
{
    switch (kind) {
    case internal::ContentKind::Mp3:
        return QStringLiteral("mp3");
    case internal::ContentKind::Aac:
        return QStringLiteral("aac");
    case internal::ContentKind::Mp4:
        return QStringLiteral("m4a");
    case internal::ContentKind::Wave:
        return QStringLiteral("wav");
    default:
        return {};
    }
}

} // namespace

base::Result<MediaInfo> readMediaInfo(const QString &path)
{
    const auto bytes = openFileSource(path);
    if (!bytes) {
        return unexpected(bytes.error());
    }
    // Opening a decoder also finds out files whose header is good and whose sound is not.
    const auto decoder = Decoder::open(*bytes);
    if (!decoder) {
        return unexpected(decoder.error());
    }
    const auto packets = internal::openPacketSource(*bytes, std::nullopt);
    if (!packets) {
        return unexpected(packets.error());
    }
    const auto duration = trueDuration(**bytes, **packets);
    if (!duration) {
        return unexpected(duration.error());
    }
    const auto &facts = (*packets)->facts();
    auto tags = internal::readTags(**bytes, facts.format, facts.codec);
    MediaInfo info;
    info.duration = *duration;
    info.format = facts.format;
    info.codec = facts.codec;
    info.sampleRate = facts.sampleRate;
    info.channels = facts.channels;
    info.bitRate = facts.bitRate;
    if (info.bitRate <= 0 && duration->count() > 0) {
        info.bitRate = QFileInfo(path).size() * 8000 / duration->count();
    }
    info.chapters = mergedChapters(**packets, tags);
    info.title = tags.title;
    info.artist = tags.artist;
    info.album = tags.album;
    info.lyrics = tags.lyrics;
    return info;
}

base::Result<timestamps::Chapters> readFileChapters(const QString &path)
{
    const auto bytes = openFileSource(path);
    if (!bytes) {
        return unexpected(bytes.error());
    }
    const auto packets = internal::openPacketSource(*bytes, std::nullopt);
    if (!packets) {
        return unexpected(packets.error());
    }
    const auto &facts = (*packets)->facts();
    auto tags = internal::readTags(**bytes, facts.format, facts.codec);
    return mergedChapters(**packets, tags);
}

base::Result<QByteArray> readChapterPicture(const QString &path, timestamps::MediaTime start)
{
    const auto bytes = openFileSource(path);
    if (!bytes) {
        return unexpected(bytes.error());
    }
    const auto content = internal::sniff(**bytes);
    if (!content) {
        return unexpected(content.error());
    }
    const auto format = tagFormat(content->kind);
    auto picture = internal::readChapterPicture(**bytes, format, start);
    if (picture.isEmpty()) {
        return unexpected(base::ErrorCode::NotFound,
                          path + u" has no picture for the chapter at "
                              + QString::number(start.seconds()) + u" s");
    }
    return picture;
}

} // namespace app::media
