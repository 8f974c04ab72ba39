// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/sniff.h"

#include <QtEndian>

#include <algorithm>

namespace app::media::internal {

namespace {

using base::ErrorCode;
using base::unexpected;

/// How far into a file the first frame may lie, tags not counted.
constexpr qint64 garbageLimit = 256 * 1024;

[[nodiscard]] base::Result<QByteArray> readSome(ByteSource &source, qint64 offset, qint64 size)
{
    QByteArray bytes(size, '\0');
    qint64 have = 0;
    while (have < size) {
        const auto got = source.readAt(offset + have, bytes.data() + have, size - have);
        if (!got) {
            return unexpected(got.error());
        }
        if (*got <= 0) {
            break;
        }
        have += *got;
    }
    bytes.truncate(have);
    return bytes;
}

[[nodiscard]] ContentKind kindOf(const QByteArray &head)
{
    if (head.startsWith("OggS")) {
        return ContentKind::Ogg;
    }
    if (head.startsWith("fLaC")) {
        return ContentKind::Flac;
    }
    if (head.startsWith("RIFF") || head.startsWith("RF64")) {
        return ContentKind::Wave;
    }
    const auto box = head.mid(4, 4);
    if (box == "ftyp" || box == "moov" || box == "mdat" || box == "wide" || box == "free"
        || box == "skip") {
        return ContentKind::Mp4;
    }
    constexpr std::array magics = {"\x1A\x45\xDF\xA3", "FORM", "caff", "\x30\x26\xB2\x75"};
    if (std::any_of(magics.begin(), magics.end(), [&](const char *magic) {
            return head.startsWith(magic);
        })) {
        return ContentKind::OtherContainer;
    }
    return ContentKind::Unknown;
}

[[nodiscard]] bool isText(const QByteArray &head)
{
    return std::all_of(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<uchar>(c);
        return byte >= 0x20 ? byte < 0xF8 : byte == '\n' || byte == '\r' || byte == '\t';
    });
}

/// What a server gives instead of sound: a page that asks to log in, an error, a playlist.
[[nodiscard]] base::Result<void> refuseText(const QByteArray &bytes, const QString &name)
{
    auto head = bytes.left(1024);
    if (head.startsWith("\xEF\xBB\xBF")) {
        head.remove(0, 3);
    }
    head = head.trimmed().toLower();
    if (head.isEmpty()) {
        return unexpected(ErrorCode::Malformed, name + u": the file holds only white space");
    }
    if (head.startsWith("#extm3u") || head.startsWith("[playlist]")) {
        return unexpected(ErrorCode::Unsupported, name + u": the file is a playlist, not sound");
    }
    if (!isText(head)) {
        return {};
    }
    const bool page = head.startsWith('<')
                      && (head.contains("html") || head.contains("<head") || head.contains("<body")
                          || head.contains("<script"));
    return unexpected(
        ErrorCode::Malformed,
        name + (page ? u": the file is a web page, not sound" : u": the file is text, not sound"));
}

} // namespace

std::optional<FrameKind> frameKind(ContentKind kind)
{
    switch (kind) {
    case ContentKind::Mp3:
        return FrameKind::Mp3;
    case ContentKind::Aac:
        return FrameKind::Aac;
    default:
        return std::nullopt;
    }
}

base::Result<Sniffed> sniff(ByteSource &source)
{
    const auto head = readSome(source, 0, 4096);
    if (!head) {
        return unexpected(head.error());
    }
    if (head->isEmpty()) {
        return unexpected(ErrorCode::Malformed, source.name() + u": the file is empty");
    }
    if (const auto kind = kindOf(*head); kind != ContentKind::Unknown) {
        return Sniffed{kind, 0};
    }
    if (const auto sound = refuseText(*head, source.name()); !sound) {
        return unexpected(sound.error());
    }
    FrameWalker walker(source);
    const auto start = walker.findStart(garbageLimit);
    if (!start) {
        return unexpected(start.error());
    }
    if (*start) {
        const bool aac = (*start)->header.kind == FrameKind::Aac;
        return Sniffed{aac ? ContentKind::Aac : ContentKind::Mp3, (*start)->offset};
    }
    return Sniffed{};
}

base::Result<Mp4Layout> mp4Layout(ByteSource &source)
{
    auto layout = Mp4Layout::TableLast;
    qint64 offset = 0;
    for (int boxes = 0; boxes < 64; ++boxes) {
        const auto head = readSome(source, offset, 16);
        if (!head) {
            return unexpected(head.error());
        }
        const auto name = head->mid(4, 4);
        if (head->size() < 16 || name == "mdat") {
            return layout;
        }
        if (name == "moof" || name == "sidx" || name == "styp") {
            return Mp4Layout::Fragments;
        }
        if (name == "moov") {
            layout = Mp4Layout::TableFirst;
        }
        const qint64 small = qFromBigEndian<quint32>(head->constData());
        const auto size = small == 1 ? qFromBigEndian<qint64>(head->constData() + 8) : small;
        if (size < 8 || size > std::numeric_limits<qint64>::max() - offset) {
            return layout;
        }
        offset += size;
    }
    return layout;
}

} // namespace app::media::internal
