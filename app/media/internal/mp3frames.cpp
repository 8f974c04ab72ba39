// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/mp3frames.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

namespace app::media::internal {

namespace {

using base::ErrorCode;
using base::unexpected;

constexpr qint64 windowBytes = 128 * 1024;
constexpr int headerBytes = 4;
/// Four of the longest frames there are (layer II, 160 kbit/s at 8 kHz).
constexpr qint64 chainBytes = 4 * 2881;

/// kbit/s by bit rate index; rows: MPEG-1 layers I, II, III, then MPEG-2 layer I, layers II and
/// III.
constexpr std::array<std::array<int, 15>, 5> bitRates = {{
    {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
    {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
}};

[[nodiscard]] int samplesPerFrame(int layer, bool mpeg1)
{
    if (layer == 1) {
        return 384;
    }
    return layer == 3 && !mpeg1 ? 576 : 1152;
}

[[nodiscard]] quint32 bigEndian(const char *at)
{
    return qFromBigEndian<quint32>(at);
}

} // namespace

std::optional<Mp3Header> parseMp3Header(const char *four)
{
    const auto word = bigEndian(four);
    const auto version = (word >> 19) & 3; // 0: 2.5, 2: 2, 3: 1
    const auto layerBits = (word >> 17) & 3;
    const auto rateIndex = (word >> 12) & 15;
    const auto sampleIndex = (word >> 10) & 3;
    if ((word >> 21) != 0x7FF || version == 1 || layerBits == 0 || rateIndex == 0 || rateIndex == 15
        || sampleIndex == 3 || (word & 3) == 2) {
        return std::nullopt;
    }
    constexpr std::array<int, 3> sampleRates = {44'100, 48'000, 32'000};
    Mp3Header header;
    header.layer = 4 - static_cast<int>(layerBits);
    header.mpeg1 = version == 3;
    header.sampleRate = sampleRates[sampleIndex] / (version == 3 ? 1 : version == 2 ? 2 : 4);
    header.channels = ((word >> 6) & 3) == 3 ? 1 : 2;
    const auto row = header.mpeg1 ? header.layer - 1 : header.layer == 1 ? 3 : 4;
    header.bitRate = bitRates[static_cast<std::size_t>(row)][rateIndex] * 1000;
    header.samples = samplesPerFrame(header.layer, header.mpeg1);
    const int padding = (word >> 9) & 1;
    header.bytes = header.layer == 1
                       ? (12 * header.bitRate / header.sampleRate + padding) * 4
                       : header.samples / 8 * header.bitRate / header.sampleRate + padding;
    return header;
}

std::optional<Mp3Tag> parseMp3Tag(const Mp3Header &header, const QByteArray &frame)
{
    const qsizetype sideInfo =
        header.mpeg1 ? (header.channels == 1 ? 17 : 32) : (header.channels == 1 ? 9 : 17);
    const auto xing = headerBytes + sideInfo;
    const auto marker = frame.mid(xing, 4);
    if (marker != "Xing" && marker != "Info") {
        if (frame.mid(headerBytes + 32, 4) == "VBRI" && frame.size() >= headerBytes + 32 + 18) {
            return Mp3Tag{bigEndian(frame.constData() + headerBytes + 32 + 14), 0, 0};
        }
        return std::nullopt;
    }
    Mp3Tag tag;
    if (frame.size() < xing + 8) {
        return tag;
    }
    const auto flags = bigEndian(frame.constData() + xing + 4);
    auto at = xing + 8;
    if ((flags & 1) != 0 && frame.size() >= at + 4) {
        tag.frames = bigEndian(frame.constData() + at);
    }
    at += ((flags & 1) != 0 ? 4 : 0) + ((flags & 2) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 100 : 0)
          + ((flags & 8) != 0 ? 4 : 0);
    // An encoder that gives its delay gives its name too; after an older one there is sound.
    const auto named = [&](char c) {
        return c >= '0' && c <= 'z';
    };
    if (frame.size() >= at + 24
        && std::all_of(frame.constData() + at, frame.constData() + at + 4, named)) {
        const auto both = bigEndian(frame.constData() + at + 20) & 0xFFFFFF;
        tag.delay = static_cast<int>(both >> 12);
        tag.padding = static_cast<int>(both & 0xFFF);
    }
    return tag;
}

Mp3Walker::Mp3Walker(ByteSource &source, const std::atomic<bool> *cancelled)
    : m_source(source)
    , m_cancelled(cancelled)
{}

void Mp3Walker::moveTo(qint64 offset)
{
    m_offset = offset;
}

const char *Mp3Walker::at(qint64 offset) const
{
    return m_window.constData() + (offset - m_windowStart);
}

/// Makes sure that bytes are in the window; gives how many there are, fewer only at the end.
base::Result<qint64> Mp3Walker::fill(qint64 offset, qint64 size)
{
    const auto have = [&] {
        return m_windowStart + m_window.size() - offset;
    };
    if (offset >= m_windowStart && have() >= size) {
        return size;
    }
    if (offset >= m_windowStart && m_end && m_windowStart + m_window.size() >= *m_end) {
        return std::max<qint64>(have(), 0);
    }
    if (m_cancelled != nullptr && *m_cancelled) {
        return unexpected(ErrorCode::Busy, m_source.name() + u": reading was cancelled");
    }
    if (offset < m_windowStart || have() < 0) {
        m_window.clear();
    } else {
        m_window.remove(0, offset - m_windowStart);
    }
    m_windowStart = offset;
    while (m_window.size() < size) {
        const auto before = m_window.size();
        m_window.resize(before + windowBytes);
        auto got = m_source.readAt(offset + before, m_window.data() + before, windowBytes);
        m_window.truncate(before + (got ? std::clamp<qint64>(*got, 0, windowBytes) : 0));
        if (!got) {
            return unexpected(got.error());
        }
        if (*got <= 0) {
            m_end = m_windowStart + m_window.size();
            break;
        }
    }
    return std::min<qint64>(size, m_window.size());
}

base::Result<std::optional<Mp3Header>> Mp3Walker::headerAt(qint64 offset)
{
    const auto got = fill(offset, headerBytes);
    if (!got) {
        return unexpected(got.error());
    }
    return *got < headerBytes ? std::optional<Mp3Header>() : parseMp3Header(at(offset));
}

/// Length of an ID3 or APE tag that begins here, else 0.
base::Result<qint64> Mp3Walker::tagLength(qint64 offset)
{
    const auto got = fill(offset, 32);
    if (!got) {
        return unexpected(got.error());
    }
    const auto *bytes = at(offset);
    if (*got >= 10 && std::memcmp(bytes, "ID3", 3) == 0) {
        qint64 size = 0;
        for (int i = 6; i < 10; ++i) {
            if ((bytes[i] & 0x80) != 0) {
                return 0;
            }
            size = size * 128 + bytes[i];
        }
        return size + ((bytes[5] & 0x10) != 0 ? 20 : 10);
    }
    if (*got >= 32 && std::memcmp(bytes, "APETAGEX", 8) == 0) {
        const qint64 size = qFromLittleEndian<quint32>(bytes + 12);
        const bool isHeader = (bytes[23] & 0x20) != 0;
        return isHeader ? size + 32 : 32;
    }
    return 0;
}

/// Whether frames of one kind follow each other, or the sound ends behind one.
base::Result<bool> Mp3Walker::isChain(qint64 offset, const Mp3Header &header, int links)
{
    auto position = offset + header.bytes;
    for (int i = 0; i < links; ++i) {
        const auto next = headerAt(position);
        if (!next) {
            return unexpected(next.error());
        }
        if (!*next) {
            const auto rest = fill(position, 3);
            if (!rest) {
                return unexpected(rest.error());
            }
            return *rest == 0
                   || (*rest == 3
                       && (std::memcmp(at(position), "TAG", 3) == 0
                           || std::memcmp(at(position), "ID3", 3) == 0
                           || std::memcmp(at(position), "APE", 3) == 0));
        }
        if (!(*next)->isLike(header)) {
            return false;
        }
        position += (*next)->bytes;
    }
    return true;
}

/// Takes a frame when all of it is there.
base::Result<std::optional<Mp3Frame>> Mp3Walker::accept(const Mp3Frame &frame)
{
    const auto got = fill(frame.offset, frame.header.bytes);
    if (!got) {
        return unexpected(got.error());
    }
    m_offset = frame.offset + *got;
    if (*got < frame.header.bytes) {
        return std::optional<Mp3Frame>();
    }
    m_last = frame.header;
    return std::optional<Mp3Frame>(frame);
}

base::Result<std::optional<Mp3Frame>> Mp3Walker::resync(qint64 from, qint64 limit, int links)
{
    for (auto offset = from; offset < limit; ++offset) {
        const auto got = fill(offset, headerBytes);
        if (!got) {
            return unexpected(got.error());
        }
        if (*got < headerBytes) {
            m_offset = offset;
            break;
        }
        if (const auto *bytes = at(offset); bytes[0] != '\xFF') {
            if (std::memcmp(bytes, "ID3", 3) == 0 || std::memcmp(bytes, "APE", 3) == 0) {
                const auto length = tagLength(offset);
                if (!length) {
                    return unexpected(length.error());
                }
                offset += std::max<qint64>(*length, 1) - 1;
            }
            continue;
        }
        const auto header = parseMp3Header(at(offset));
        if (!header) {
            continue;
        }
        // All that is looked at is fetched first, else each byte before a window's end costs a
        // read.
        const auto ahead = fill(offset, chainBytes);
        if (!ahead) {
            return unexpected(ahead.error());
        }
        const auto chain = isChain(offset, *header, links);
        if (!chain) {
            return unexpected(chain.error());
        }
        if (*chain) {
            return accept({offset, *header});
        }
    }
    return std::optional<Mp3Frame>();
}

base::Result<std::optional<Mp3Frame>> Mp3Walker::next()
{
    const auto header = headerAt(m_offset);
    if (!header) {
        return unexpected(header.error());
    }
    if (*header && m_last && (*header)->isLike(*m_last)) {
        return accept({m_offset, **header});
    }
    constexpr auto noLimit = std::numeric_limits<qint64>::max();
    return resync(m_offset, noLimit, 2);
}

base::Result<QByteArray> Mp3Walker::bytesOf(const Mp3Frame &frame)
{
    const auto got = fill(frame.offset, frame.header.bytes);
    if (!got) {
        return unexpected(got.error());
    }
    return QByteArray(at(frame.offset), *got);
}

base::Result<std::optional<qint64>> Mp3Walker::findStart(qint64 limit)
{
    qint64 from = 0;
    for (;;) {
        const auto length = tagLength(from);
        if (!length) {
            return unexpected(length.error());
        }
        if (*length == 0) {
            break;
        }
        from += *length;
    }
    const auto frame = resync(from, from + limit, 3);
    if (!frame) {
        return unexpected(frame.error());
    }
    return *frame ? std::optional<qint64>((*frame)->offset) : std::nullopt;
}

} // namespace app::media::internal
