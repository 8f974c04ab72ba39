// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/mp3tag.h"

#include <QtEndian>

#include <algorithm>

namespace app::media::internal {

namespace {

constexpr int headerBytes = 4;

[[nodiscard]] quint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

[[nodiscard]] std::optional<Mp3Tag> parseVbri(const QByteArray &frame)
{
    constexpr qsizetype start = headerBytes + 32;
    if (frame.mid(start, 4) != "VBRI" || frame.size() < start + 18) {
        return std::nullopt;
    }
    Mp3Tag tag;
    tag.bytes = numberAt(frame, start + 10);
    tag.frames = numberAt(frame, start + 14);
    return tag;
}

void readDelay(Mp3Tag &tag, const QByteArray &frame, qsizetype at)
{
    // An encoder that gives its delay gives its name too; after an older one there is sound.
    const auto named = [](char c) {
        return c >= '0' && c <= 'z';
    };
    if (frame.size() >= at + 24
        && std::all_of(frame.constData() + at, frame.constData() + at + 4, named)) {
        const auto both = numberAt(frame, at + 20) & 0xFFFFFF;
        tag.delay = static_cast<int>(both >> 12);
        tag.padding = static_cast<int>(both & 0xFFF);
    }
}

} // namespace

std::optional<Mp3Tag> parseMp3Tag(const FrameHeader &header, const QByteArray &frame)
{
    const qsizetype sideInfo =
        header.mpeg1 ? (header.channels == 1 ? 17 : 32) : (header.channels == 1 ? 9 : 17);
    const auto xing = headerBytes + sideInfo;
    const auto marker = frame.mid(xing, 4);
    if (marker != "Xing" && marker != "Info") {
        return parseVbri(frame);
    }
    Mp3Tag tag;
    tag.isEven = marker == "Info";
    if (frame.size() < xing + 8) {
        return tag;
    }
    const auto flags = numberAt(frame, xing + 4);
    auto at = xing + 8;
    const auto present = [&](quint32 flag, qsizetype size) {
        return (flags & flag) != 0 && frame.size() >= at + size;
    };
    if (present(1, 4)) {
        tag.frames = numberAt(frame, at);
        at += 4;
    }
    if (present(2, 4)) {
        tag.bytes = numberAt(frame, at);
        at += 4;
    }
    if (present(4, 100)) {
        tag.hasTable = true;
        std::copy_n(frame.constData() + at, 100, tag.table.begin());
        at += 100;
    }
    at += (flags & 8) != 0 ? 4 : 0;
    readDelay(tag, frame, at);
    return tag;
}

} // namespace app::media::internal
