// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/id3tag.h"

#include "app/media/internal/bytereading.h"

#include <QStringDecoder>

namespace app::media::internal {

namespace {

constexpr qsizetype tagHeaderBytes = 10;
constexpr qint64 mostTagBytes = 128 * 1024 * 1024;

[[nodiscard]] quint8 byteAt(QByteArrayView bytes, qsizetype at)
{
    return static_cast<quint8>(bytes[at]);
}

/// Seven bits a byte.
[[nodiscard]] qsizetype synchSafe(QByteArrayView four)
{
    qsizetype size = 0;
    for (qsizetype i = 0; i < 4; ++i) {
        size = size << 7 | (byteAt(four, i) & 0x7F);
    }
    return size;
}

[[nodiscard]] qsizetype plainSize(QByteArrayView bytes)
{
    qsizetype size = 0;
    for (const char byte : bytes) {
        size = size << 8 | static_cast<quint8>(byte);
    }
    return size;
}

/// Takes out the zero that was put behind each 0xFF.
[[nodiscard]] QByteArray synchronised(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        out.append(bytes[i]);
        if (byteAt(bytes, i) == 0xFF && i + 1 < bytes.size() && bytes[i + 1] == '\0') {
            ++i;
        }
    }
    return out;
}

[[nodiscard]] qsizetype extendedHeaderBytes(int version, QByteArrayView bytes)
{
    if (bytes.size() < 4) {
        return bytes.size();
    }
    const auto size = version == 4 ? synchSafe(bytes.first(4)) : plainSize(bytes.first(4)) + 4;
    return std::min(size, bytes.size());
}

[[nodiscard]] bool isFrameId(QByteArrayView id)
{
    return std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

/// Whether a frame, padding or the end may be at this place.
[[nodiscard]] bool canBeginAt(QByteArrayView bytes, qsizetype at)
{
    if (at >= bytes.size()) {
        return at == bytes.size();
    }
    return bytes[at] == '\0' || (at + 4 <= bytes.size() && isFrameId(bytes.sliced(at, 4)));
}

/// Some programs count in plain bytes in version 4, too; what follows tells.
[[nodiscard]] qsizetype frameBytes(int version, QByteArrayView bytes, qsizetype at)
{
    if (version == 2) {
        return plainSize(bytes.sliced(at + 3, 3));
    }
    const auto field = bytes.sliced(at + 4, 4);
    const auto plain = plainSize(field);
    if (version == 3) {
        return plain;
    }
    const auto safe = synchSafe(field);
    const auto body = at + 10;
    return safe != plain && !canBeginAt(bytes, body + safe) && canBeginAt(bytes, body + plain)
               ? plain
               : safe;
}

/// What must be done to a frame's body before it can be read.
struct FrameFlags
{
    bool unreadable = false; ///< packed or encrypted
    bool unsynchronised = false;
    qsizetype extraBytes = 0; ///< in front of the body
};

[[nodiscard]] FrameFlags frameFlags(int version, quint8 flags)
{
    if (version == 4) {
        return {(flags & 0x0C) != 0,
                (flags & 0x02) != 0,
                ((flags & 0x40) != 0 ? 1 : 0) + ((flags & 0x01) != 0 ? 4 : 0)};
    }
    return {(flags & 0xC0) != 0, false, (flags & 0x20) != 0 ? 1 : 0};
}

} // namespace

Id3Tag Id3Tag::read(ByteSource &source, qint64 offset)
{
    Id3Tag tag;
    const auto header = readBytes(source, offset, tagHeaderBytes);
    if (header.size() < tagHeaderBytes || !header.startsWith("ID3") || header[3] < 2
        || header[3] > 4) {
        return tag;
    }
    const auto flags = byteAt(header, 5);
    const qint64 size = synchSafe(QByteArrayView(header).sliced(6));
    tag.m_version = header[3];
    tag.m_bytes = readBytes(source, offset + tagHeaderBytes, std::min(size, mostTagBytes));
    // In version 4 each frame says it for itself.
    if ((flags & 0x80) != 0 && tag.m_version < 4) {
        tag.m_bytes = synchronised(tag.m_bytes);
    }
    if ((flags & 0x40) != 0 && tag.m_version > 2) {
        tag.m_bytes.remove(0, extendedHeaderBytes(tag.m_version, tag.m_bytes));
    }
    return tag;
}

std::vector<Id3Tag> Id3Tag::readAll(ByteSource &source)
{
    constexpr std::size_t most = 4;
    std::vector<Id3Tag> tags;
    qint64 room = mostTagBytes;
    for (qint64 at = 0; tags.size() < most;) {
        const auto size = id3TagBytes(source, at);
        room -= size;
        auto tag = room >= 0 ? read(source, at) : Id3Tag();
        if (tag.m_version == 0) {
            break;
        }
        tags.push_back(std::move(tag));
        at += size;
    }
    return tags;
}

qint64 id3TagBytes(ByteSource &source, qint64 offset)
{
    const auto header = readBytes(source, offset, tagHeaderBytes);
    if (header.size() < tagHeaderBytes) {
        return tagHeaderBytes;
    }
    const bool hasFooter = (byteAt(header, 5) & 0x10) != 0;
    return synchSafe(QByteArrayView(header).sliced(6)) + tagHeaderBytes * (hasFooter ? 2 : 1);
}

void forEachFrame(const Id3Frames &frames,
                  const std::function<bool(QByteArrayView id, QByteArrayView body)> &visit)
{
    const auto bytes = frames.bytes;
    const qsizetype idBytes = frames.version == 2 ? 3 : 4;
    const qsizetype headerBytes = frames.version == 2 ? 6 : 10;
    for (qsizetype at = 0; frames.version != 0 && at + headerBytes < bytes.size();) {
        const auto id = bytes.sliced(at, idBytes);
        if (!isFrameId(id)) {
            return;
        }
        const auto size = frameBytes(frames.version, bytes, at);
        const auto flags =
            frames.version == 2 ? FrameFlags() : frameFlags(frames.version, byteAt(bytes, at + 9));
        at += headerBytes;
        if (size > bytes.size() - at) {
            return;
        }
        auto body = bytes.sliced(at, size);
        at += size;
        if (flags.unreadable || body.size() < flags.extraBytes) {
            continue;
        }
        body = body.sliced(flags.extraBytes);
        const auto plain = flags.unsynchronised ? synchronised(body) : QByteArray();
        if (!visit(id, flags.unsynchronised ? QByteArrayView(plain) : body)) {
            return;
        }
    }
}

Id3Text readId3Text(int encoding, QByteArrayView bytes)
{
    if (encoding == 1 || encoding == 2) {
        qsizetype end = 0;
        while (end + 1 < bytes.size() && (bytes[end] != '\0' || bytes[end + 1] != '\0')) {
            end += 2;
        }
        end = std::min(end, bytes.size());
        QStringDecoder decoder(encoding == 1 ? QStringConverter::Utf16 : QStringConverter::Utf16BE);
        const QString text = decoder(bytes.first(end));
        return {text.trimmed(), bytes.sliced(std::min(end + 2, bytes.size()))};
    }
    const auto found = bytes.indexOf('\0');
    const auto end = found < 0 ? bytes.size() : found;
    const auto raw = bytes.first(end);
    return {(encoding == 3 ? QString::fromUtf8(raw) : QString::fromLatin1(raw)).trimmed(),
            bytes.sliced(std::min(end + 1, bytes.size()))};
}

QString id3FrameText(QByteArrayView body)
{
    return body.isEmpty() ? QString() : readId3Text(body[0], body.sliced(1)).text;
}

} // namespace app::media::internal
