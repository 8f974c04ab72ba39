// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/playbuffer.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace app::playback::internal {

namespace {

constexpr qint64 ringMs = 1000;
constexpr qint64 fillMs = 500;
constexpr qint64 fadeInMs = 4;
constexpr qint64 crossFadeMs = 10;
/// How long the map of what was given to the device is kept; longer than any device's delay.
constexpr qint64 keptSeconds = 5;

} // namespace

PlayBuffer::PlayBuffer(const media::SoundFormat &format, std::function<void()> needsSound)
    : m_format(format)
    , m_needsSound(std::move(needsSound))
    , m_ring(static_cast<std::size_t>(format.sampleRate * ringMs / 1000 * format.channels))
    , m_heardMarks{{0, 0, 0}}
{}

/// Adds to a map what its last entry does not already say.
void PlayBuffer::addMark(Marks &marks, const Mark &mark)
{
    while (!marks.empty() && marks.back().frame >= mark.frame) {
        marks.pop_back();
    }
    if (marks.empty() || marks.back().rate != mark.rate
        || std::abs(marks.back().at(mark.frame) - mark.place) > 0.5) {
        marks.push_back(mark);
    }
}

float *PlayBuffer::slot(qint64 frame)
{
    const auto capacity = static_cast<qint64>(m_ring.size()) / m_format.channels;
    return m_ring.data() + frame % capacity * m_format.channels;
}

double PlayBuffer::nextPlace() const
{
    return m_marks.empty() || m_head == m_tail ? m_tailPlace : m_marks.front().at(m_head);
}

void PlayBuffer::pull(float *interleaved, qint64 frames)
{
    bool hasRoom = false;
    {
        const std::lock_guard lock(m_mutex);
        give(interleaved, frames);
        hasRoom = !m_ended && (m_tail - m_head) * 1000 < (fillMs * 3 / 4) * m_format.sampleRate;
    }
    if (hasRoom) {
        m_needsSound();
    }
}

void PlayBuffer::give(float *into, qint64 frames)
{
    const auto channels = m_format.channels;
    const auto count = std::min(frames, m_tail - m_head);
    for (qint64 i = 0; i < count; ++i) {
        while (m_marks.size() > 1 && m_marks[1].frame <= m_head) {
            m_marks.pop_front();
        }
        if (i == 0 || m_marks.front().frame == m_head) {
            addMark(m_heardMarks, {m_out, m_marks.front().at(m_head), m_marks.front().rate});
        }
        const auto fadeIn = m_format.sampleRate * fadeInMs / 1000;
        const auto gain = m_fadeLeft > 0
                              ? 1.0F - static_cast<float>(m_fadeLeft) / static_cast<float>(fadeIn)
                              : 1.0F;
        m_fadeLeft = std::max<qint64>(m_fadeLeft - 1, 0);
        const auto *from = slot(m_head);
        for (int c = 0; c < channels; ++c) {
            *into++ = from[c] * gain;
        }
        ++m_head;
        ++m_out;
    }
    if (m_ended && m_head == m_tail && !m_endOut) {
        m_endOut = m_out;
    }
    const auto missing = frames - count;
    if (missing > 0) {
        addMark(m_heardMarks, {m_out, nextPlace(), 0});
        std::fill_n(into, missing * channels, 0.0F);
        m_out += missing;
        m_fadeLeft = m_format.sampleRate * fadeInMs / 1000;
        m_starvedFrames += m_ended ? 0 : missing;
    } else if (count > 0) {
        m_starvedFrames = 0;
    }
    while (m_heardMarks.size() > 1
           && m_heardMarks[1].frame < m_out - keptSeconds * m_format.sampleRate) {
        m_heardMarks.pop_front();
    }
}

void PlayBuffer::restarted()
{
    const std::lock_guard lock(m_mutex);
    m_out = 0;
    m_heardMarks = {{0, nextPlace(), 0}};
    m_endOut.reset();
    if (m_ended && m_head == m_tail) {
        m_endOut = 0;
    }
}

void PlayBuffer::waitUntilReady(qint64 frames)
{
    const auto wanted = std::min(frames, m_format.sampleRate * fillMs / 4000);
    std::unique_lock lock(m_mutex);
    if (m_tail - m_head < wanted && !m_ended) {
        lock.unlock();
        m_needsSound();
        lock.lock();
    }
    m_changed.wait_for(lock, std::chrono::seconds(10), [&] {
        return (!m_joining && (m_tail - m_head >= wanted || m_ended)) || !m_expected;
    });
}

void PlayBuffer::reset(double place)
{
    const std::lock_guard lock(m_mutex);
    m_tail = m_head;
    m_marks.clear();
    m_tailPlace = place;
    m_ended = m_joining = false;
    m_endOut.reset();
    m_fadeLeft = m_format.sampleRate * fadeInMs / 1000;
    m_starvedFrames = 0;
    addMark(m_heardMarks, {m_out, place, 0});
}

void PlayBuffer::write(std::span<const float> sound)
{
    const auto channels = static_cast<std::size_t>(m_format.channels);
    for (std::size_t i = 0; i + channels <= sound.size(); i += channels) {
        std::copy_n(sound.data() + i, channels, slot(m_tail));
        ++m_tail;
    }
}

/// Enters a piece's places into the map, for it begins at \p start without its first frames.
void PlayBuffer::addPlaces(const Piece &piece, qint64 start, qint64 skipped)
{
    for (std::size_t i = 0; i < piece.places.size(); ++i) {
        const auto &anchor = piece.places[i];
        if (anchor.frame >= skipped) {
            addMark(m_marks, {start + anchor.frame - skipped, anchor.place, anchor.rate});
        } else if (i + 1 == piece.places.size() || piece.places[i + 1].frame > skipped) {
            addMark(m_marks, {start, anchor.at(skipped), anchor.rate});
        }
    }
}

void PlayBuffer::add(const Piece &piece)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_head == m_tail) {
            m_marks.clear();
        }
        addPlaces(piece, m_tail, 0);
        write(piece.sound);
        m_tailPlace = m_marks.back().at(m_tail);
        m_ended = false;
    }
    m_changed.notify_all();
}

void PlayBuffer::setEnd(double place)
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_joining = false;
        m_tailPlace = place;
        if (m_head == m_tail) {
            m_endOut = m_out;
            addMark(m_heardMarks, {m_out, place, 0});
        }
    }
    m_changed.notify_all();
}

bool PlayBuffer::isEnded() const
{
    const std::lock_guard lock(m_mutex);
    return m_ended;
}

qint64 PlayBuffer::roomFrames() const
{
    const std::lock_guard lock(m_mutex);
    return std::max<qint64>(m_format.sampleRate * fillMs / 1000 - (m_tail - m_head), 0);
}

PlayBuffer::Joint PlayBuffer::jointAhead(qint64 frames)
{
    const std::lock_guard lock(m_mutex);
    m_joining = true;
    const auto frame = std::min(m_head + frames, m_tail);
    if (frame == m_tail || m_marks.empty()) {
        return {m_tail, m_tailPlace};
    }
    auto mark = m_marks.begin();
    while (mark + 1 != m_marks.end() && (mark + 1)->frame <= frame) {
        ++mark;
    }
    return {frame, mark->at(frame)};
}

bool PlayBuffer::join(const Joint &joint, const Piece &piece)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto channels = m_format.channels;
        const auto start = std::max(joint.frame, m_head);
        const auto length = static_cast<qint64>(piece.sound.size()) / channels;
        const auto skipped = start - joint.frame;
        if (skipped > length / 2 && skipped > 0) {
            return false;
        }
        const auto *sound = piece.sound.data() + skipped * channels;
        const auto overlap =
            std::min({m_format.sampleRate * crossFadeMs / 1000, m_tail - start, length - skipped});
        for (qint64 i = 0; i < overlap; ++i) {
            const auto share = static_cast<float>(i) / static_cast<float>(overlap);
            auto *frame = slot(start + i);
            for (int c = 0; c < channels; ++c) {
                frame[c] = frame[c] * (1.0F - share) + sound[i * channels + c] * share;
            }
        }
        if (m_head == m_tail) {
            m_marks.clear();
        }
        addPlaces(piece, start, skipped);
        m_tail = start + overlap;
        write({sound + overlap * channels,
               static_cast<std::size_t>((length - skipped - overlap) * channels)});
        m_tailPlace = m_marks.empty() ? joint.place : m_marks.back().at(m_tail);
        m_ended = m_joining = false;
        m_endOut.reset();
    }
    m_changed.notify_all();
    return true;
}

bool PlayBuffer::endAt(double place)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_head == m_tail || place < nextPlace() || place >= m_tailPlace) {
            return false;
        }
        while (m_marks.size() > 1 && m_marks.back().place > place) {
            m_tail = std::max(m_marks.back().frame, m_head);
            m_marks.pop_back();
        }
        const auto &mark = m_marks.back();
        const auto further = std::llround((place - mark.place) / std::max(mark.rate, 0.01));
        m_tail = std::clamp<qint64>(mark.frame + further, m_head, m_tail);
    }
    setEnd(place);
    return true;
}

double PlayBuffer::placeOfNext() const
{
    const std::lock_guard lock(m_mutex);
    return nextPlace();
}

double PlayBuffer::placeAt(qint64 heard) const
{
    const std::lock_guard lock(m_mutex);
    auto mark = m_heardMarks.rbegin();
    while (mark + 1 != m_heardMarks.rend() && mark->frame > heard) {
        ++mark;
    }
    return mark->at(std::clamp(heard, mark->frame, std::max(m_out, mark->frame)));
}

bool PlayBuffer::isEndHeard(qint64 heard) const
{
    const std::lock_guard lock(m_mutex);
    return m_ended && m_endOut && heard >= *m_endOut;
}

void PlayBuffer::setExpected(bool expected)
{
    {
        const std::lock_guard lock(m_mutex);
        m_expected = expected;
    }
    m_changed.notify_all();
}

} // namespace app::playback::internal
