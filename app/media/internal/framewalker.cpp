// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/framewalker.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

namespace app::media::internal {

namespace {

using base::ErrorCode;
using base::unexpected;

constexpr qint64 windowBytes = 128 * 1024;
/// Four of the longest frames there are (layer II, 160 kbit/s at 8 kHz; AAC).
constexpr qint64 mp3ChainBytes = 4 * 2881;
constexpr qint64 aacChainBytes = 4 * 8191;

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

[[nodiscard]] std::optional<FrameHeader> parseMp3(quint32 word)
{
    const auto version = (word >> 19) & 3; // 0: 2.5, 2: 2, 3: 1
    const auto layerBits = (word >> 17) & 3;
    const auto rateIndex = (word >> 12) & 15;
    const auto sampleIndex = (word >> 10) & 3;
    if ((word >> 21) != 0x7FF || version == 1 || layerBits == 0 || rateIndex == 0 || rateIndex == 15
        || sampleIndex == 3 || (word & 3) == 2) {
        return std::nullopt;
    }
    constexpr std::array<int, 3> sampleRates = {44'100, 48'000, 32'000};
    FrameHeader header;
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

[[nodiscard]] std::optional<FrameHeader> parseAac(const char *seven)
{
    constexpr std::array<int, 13> sampleRates = {96'000,
                                                 88'200,
                                                 64'000,
                                                 48'000,
                                                 44'100,
                                                 32'000,
                                                 24'000,
                                                 22'050,
                                                 16'000,
                                                 12'000,
                                                 11'025,
                                                 8'000,
                                                 7'350};
    const auto *bytes = reinterpret_cast<const uchar *>(seven);
    const auto rateIndex = static_cast<std::size_t>((bytes[2] >> 2) & 15);
    const auto length = (bytes[3] & 3) << 11 | bytes[4] << 3 | bytes[5] >> 5;
    if (bytes[0] != 0xFF || (bytes[1] & 0xF6) != 0xF0 || rateIndex >= sampleRates.size()
        || length <= frameHeaderBytes) {
        return std::nullopt;
    }
    FrameHeader header;
    header.kind = FrameKind::Aac;
    header.layer = bytes[2] >> 6;
    header.sampleRate = sampleRates[rateIndex];
    const auto channels = (bytes[2] & 1) << 2 | bytes[3] >> 6;
    header.channels = channels == 7 ? 8 : std::max(channels, 1);
    header.samples = 1024 * ((bytes[6] & 3) + 1);
    header.bytes = length;
    return header;
}

} // namespace

std::optional<FrameHeader> parseFrameHeader(const char *seven)
{
    const auto word = bigEndian(seven);
    return ((word >> 17) & 3) == 0 ? parseAac(seven) : parseMp3(word);
}

FrameWalker::FrameWalker(ByteSource &source,
                         std::optional<FrameKind> kind,
                         const std::atomic<bool> *cancelled)
    : m_source(source)
    , m_kind(kind)
    , m_cancelled(cancelled)
{}

void FrameWalker::moveTo(qint64 offset)
{
    m_offset = offset;
}

void FrameWalker::searchFrom(qint64 offset)
{
    m_offset = offset;
    m_last.reset();
    m_lastWord = 0;
}

std::optional<FrameHeader> FrameWalker::parse(const char *bytes) const
{
    const auto header = parseFrameHeader(bytes);
    return !header || !m_kind || header->kind == *m_kind ? header : std::nullopt;
}

const char *FrameWalker::at(qint64 offset) const
{
    return m_window.constData() + (offset - m_windowStart);
}

/// Makes sure that bytes are in the window; gives how many there are, fewer only at the end.
base::Result<qint64> FrameWalker::fill(qint64 offset, qint64 size)
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

base::Result<std::optional<FrameHeader>> FrameWalker::headerAt(qint64 offset)
{
    const auto got = fill(offset, frameHeaderBytes);
    if (!got) {
        return unexpected(got.error());
    }
    return *got < frameHeaderBytes ? std::optional<FrameHeader>() : parse(at(offset));
}

/// Length of an ID3 or APE tag that begins here, else 0.
base::Result<qint64> FrameWalker::tagLength(qint64 offset)
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
base::Result<bool> FrameWalker::isChain(qint64 offset, const FrameHeader &header, int links)
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
base::Result<std::optional<SoundFrame>> FrameWalker::accept(const SoundFrame &frame)
{
    const auto got = fill(frame.offset, frame.header.bytes);
    if (!got) {
        return unexpected(got.error());
    }
    m_offset = frame.offset + *got;
    if (*got < frame.header.bytes) {
        return std::optional<SoundFrame>();
    }
    m_last = frame.header;
    m_lastWord = frame.header.kind == FrameKind::Mp3 ? bigEndian(at(frame.offset)) : 0;
    return std::optional<SoundFrame>(frame);
}

base::Result<std::optional<SoundFrame>> FrameWalker::resync(qint64 from, qint64 limit, int links)
{
    for (auto offset = from; offset < limit; ++offset) {
        const auto got = fill(offset, frameHeaderBytes);
        if (!got) {
            return unexpected(got.error());
        }
        if (*got < frameHeaderBytes) {
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
        const auto header = parse(at(offset));
        if (!header) {
            continue;
        }
        // All that is looked at is fetched first, else each byte before a window's end costs a
        // read.
        const auto ahead =
            fill(offset, header->kind == FrameKind::Aac ? aacChainBytes : mp3ChainBytes);
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
    return std::optional<SoundFrame>();
}

/// The next frame when nothing has to be read or looked for: nearly always.
std::optional<SoundFrame> FrameWalker::nextInWindow()
{
    const auto have = m_windowStart + m_window.size() - m_offset;
    if (!m_last || m_offset < m_windowStart || have < frameHeaderBytes) {
        return std::nullopt;
    }
    if (const auto word = bigEndian(at(m_offset)); m_lastWord == 0 || word != m_lastWord) {
        const auto header = parse(at(m_offset));
        if (!header || !header->isLike(*m_last) || have < header->bytes) {
            return std::nullopt;
        }
        m_last = header;
        m_lastWord = header->kind == FrameKind::Mp3 ? word : 0;
    } else if (have < m_last->bytes) {
        return std::nullopt;
    }
    const SoundFrame frame{m_offset, *m_last};
    m_offset += m_last->bytes;
    return frame;
}

base::Result<std::optional<SoundFrame>> FrameWalker::next()
{
    if (auto frame = nextInWindow()) {
        return frame;
    }
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

base::Result<QByteArray> FrameWalker::bytesOf(const SoundFrame &frame)
{
    const auto got = fill(frame.offset, frame.header.bytes);
    if (!got) {
        return unexpected(got.error());
    }
    return QByteArray(at(frame.offset), *got);
}

base::Result<std::optional<SoundFrame>> FrameWalker::findStart(qint64 limit)
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
    return resync(from, from + limit, 3);
}

} // namespace app::media::internal
