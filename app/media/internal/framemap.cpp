// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/framemap.h"

#include <algorithm>
#include <cmath>

namespace app::media::internal {

namespace {

constexpr qint64 ticksBetweenMarks = ticksPerSecond / 4;
/// Frames of one length after which all of them are believed to be.
constexpr qint64 enoughFrames = 50;
/// What is asked for behind the guessed end is as likely before the true one.
constexpr double lastShare = 0.97;
/// How far a frame may lie from where counting puts it: encoders round in their own ways.
constexpr double mostBytesOff = 1.6;

[[nodiscard]] FrameMap::Mark latestBefore(const std::vector<FrameMap::Mark> &marks, qint64 ticks)
{
    const auto after = std::upper_bound(
        marks.begin(), marks.end(), ticks, [](qint64 value, const FrameMap::Mark &mark) {
            return value < mark.ticks;
        });
    return after == marks.begin() ? marks.front() : *(after - 1);
}

} // namespace

void FrameMap::begin(const SoundFrame &first, const std::optional<Mp3Tag> &tag)
{
    m_first = first;
    m_tag = tag;
    m_marks = {{first.offset, 0}};
    m_knownEnd = {first.offset, 0};
    m_knownFrames = 0;
    m_isEven = first.header.bitRate > 0;
    m_padded = false;
    m_complete = false;
    m_run.reset();
}

void FrameMap::addKnown(const SoundFrame &frame, qint64 ticks)
{
    if (ticks < m_knownEnd.ticks || m_complete) {
        return;
    }
    if (ticks >= m_marks.back().ticks + ticksBetweenMarks) {
        m_marks.push_back({frame.offset, ticks});
    }
    m_isEven = m_isEven && frame.header.bitRate == m_first.header.bitRate
               && frame.header.isLike(m_first.header);
    m_padded = m_padded || frame.header.bytes != m_first.header.bytes;
    m_knownEnd = {frame.offset + frame.header.bytes, ticks + frame.header.ticks()};
    ++m_knownFrames;
}

bool FrameMap::isUndecided() const
{
    return !m_tag
           && (m_isEven ? m_knownFrames < enoughFrames : m_knownEnd.ticks < 2 * ticksPerSecond);
}

FrameMap::Mark FrameMap::knownBefore(qint64 ticks) const
{
    return latestBefore(m_marks, ticks);
}

FrameMap::Mark FrameMap::knownAtByte(qint64 offset) const
{
    const auto after = std::upper_bound(
        m_marks.begin(), m_marks.end(), offset, [](qint64 value, const Mark &mark) {
            return value < mark.offset;
        });
    return after == m_marks.begin() ? m_marks.front() : *(after - 1);
}

void FrameMap::setMarks(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    m_complete = true;
}

void FrameMap::beginRun(const Mark &frame, bool exact)
{
    m_run = Run{{frame}, frame, exact};
}

void FrameMap::addToRun(const SoundFrame &frame, qint64 ticks)
{
    if (!m_run || ticks < m_run->end.ticks) {
        return;
    }
    if (ticks >= m_run->marks.back().ticks + ticksBetweenMarks) {
        m_run->marks.push_back({frame.offset, ticks});
    }
    m_run->end = {frame.offset + frame.header.bytes, ticks + frame.header.ticks()};
}

FrameMap::Mark FrameMap::runStart() const
{
    return m_run ? m_run->marks.front() : m_marks.front();
}

std::optional<FrameMap::Mark> FrameMap::runBefore(qint64 ticks) const
{
    if (!m_run || ticks < m_run->marks.front().ticks) {
        return std::nullopt;
    }
    return latestBefore(m_run->marks, ticks);
}

/// Mean length of a frame in bytes, when all are of one bit rate.
std::optional<double> FrameMap::evenBytes() const
{
    const auto &header = m_first.header;
    const bool said = m_tag && m_tag->isEven;
    if (!m_isEven || (m_tag && !said) || (!said && m_knownFrames < enoughFrames)) {
        return std::nullopt;
    }
    const auto nominal =
        static_cast<double>(header.samples) * header.bitRate / (8.0 * header.sampleRate);
    const bool tellsPadding = m_knownFrames >= enoughFrames;
    const auto mean = tellsPadding && !m_padded ? static_cast<double>(header.bytes) : nominal;
    const auto known = static_cast<double>(m_knownEnd.offset - m_first.offset);
    if (std::abs(known - mean * static_cast<double>(m_knownFrames)) > mostBytesOff) {
        return std::nullopt;
    }
    return mean;
}

std::optional<qint64> FrameMap::evenTicks(const SoundFrame &frame) const
{
    const auto mean = evenBytes();
    if (!mean || frame.header.bitRate != m_first.header.bitRate
        || !frame.header.isLike(m_first.header)) {
        return std::nullopt;
    }
    const auto bytes = static_cast<double>(frame.offset - m_first.offset);
    const auto number = std::round(bytes / *mean);
    if (std::abs(bytes - number * *mean) > mostBytesOff) {
        return std::nullopt; // something else lies between
    }
    return static_cast<qint64>(number) * m_first.header.ticks();
}

std::optional<qint64> FrameMap::totalTicks(std::optional<qint64> size) const
{
    const auto frameTicks = m_first.header.ticks();
    const auto bytes = size ? static_cast<double>(*size - m_first.offset) : 0.0;
    const auto byFrames = [&](double frameBytes) {
        return static_cast<qint64>(bytes / frameBytes * static_cast<double>(frameTicks));
    };
    const auto even = evenBytes();
    if (m_tag && m_tag->frames > 0) {
        // Frames that would be shorter or longer than any can be, or than all seen are, are a lie.
        const auto mean = bytes / static_cast<double>(m_tag->frames);
        const bool possible = even ? std::abs(mean / *even - 1) < 0.02 : mean > 20 && mean < 1460;
        if (bytes <= 0 || possible) {
            return m_tag->frames * frameTicks;
        }
    }
    if (bytes <= 0) {
        return std::nullopt;
    }
    if (even) {
        return byFrames(*even);
    }
    const auto known = m_knownEnd.offset - m_first.offset;
    if (known > 0 && (m_knownEnd.ticks >= ticksPerSecond || m_first.header.bitRate == 0)) {
        return static_cast<qint64>(bytes / static_cast<double>(known)
                                   * static_cast<double>(m_knownEnd.ticks));
    }
    return byFrames(static_cast<double>(m_first.header.bytes));
}

/// What the tag's table says of a share of the time, when it can be true.
std::optional<double> FrameMap::tableByte(double share, qint64 size) const
{
    if (!m_tag || !m_tag->hasTable || !std::is_sorted(m_tag->table.begin(), m_tag->table.end())) {
        return std::nullopt;
    }
    const auto hundredth = std::clamp(share * 100, 0.0, 100.0);
    const auto before = std::min(static_cast<std::size_t>(hundredth), std::size_t{99});
    const double low = m_tag->table[before];
    const double high = before == 99 ? 256.0 : m_tag->table[before + 1];
    const auto part = low + (high - low) * (hundredth - static_cast<double>(before));
    return part / 256.0 * static_cast<double>(size);
}

qint64 FrameMap::guessByte(qint64 ticks, qint64 size) const
{
    const auto frameTicks = m_first.header.ticks();
    if (const auto even = evenBytes()) {
        // The frame before the one wanted, found from a little before its first byte.
        const auto number = static_cast<double>(std::max<qint64>(ticks / frameTicks - 1, 0));
        const auto byte = m_first.offset + static_cast<qint64>(std::max(number * *even - 2, 0.0));
        if (byte < size || m_tag) {
            return std::min(byte, size);
        }
    }
    Mark from = m_knownEnd;
    Mark to{size, totalTicks(size).value_or(0)};
    if (m_run && m_run->end.ticks <= ticks) {
        from = m_run->end;
    } else if (m_run) {
        to = m_run->marks.front();
    } else if (const auto total = static_cast<double>(to.ticks); total > 0) {
        const auto sound = size - m_first.offset;
        if (const auto byte = tableByte(static_cast<double>(ticks) / total, sound)) {
            return std::clamp(m_first.offset + static_cast<qint64>(*byte), from.offset, size);
        }
    }
    if (ticks > 4 * std::max(to.ticks, from.ticks)) {
        return size;
    }
    const auto length = static_cast<double>(std::max<qint64>(to.ticks - from.ticks, 1));
    const auto share = std::clamp(static_cast<double>(ticks - from.ticks) / length, 0.0, lastShare);
    const auto bytes = share * static_cast<double>(std::max<qint64>(to.offset - from.offset, 0));
    return from.offset + static_cast<qint64>(bytes);
}

} // namespace app::media::internal
