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
    , m_fadeInFrames(format.sampleRate * fadeInMs / 1000)
    , m_needsSound(std::move(needsSound))
    , m_ring(static_cast<std::size_t>(format.sampleRate * ringMs / 1000 * format.channels))
    , m_heardMarks{Mark{}}
{}

/// Adds to a map what its last entry does not already say.
void PlayBuffer::addMark(Marks &marks, const Mark &mark)
{
    while (!marks.empty() && marks.back().frame >= mark.frame) {
        marks.pop_back();
    }
    if (marks.empty() || marks.back().rate != mark.rate
        || marks.back().moment.track != mark.moment.track
        || marks.back().moment.saved != mark.moment.saved
        || std::abs(marks.back().placeAt(mark.frame) - mark.moment.place) > 0.5) {
        marks.push_back(mark);
    }
}

float *PlayBuffer::slot(qint64 frame)
{
    const auto capacity = static_cast<qint64>(m_ring.size()) / m_format.channels;
    return m_ring.data() + frame % capacity * m_format.channels;
}

PlayBuffer::Marks::const_iterator PlayBuffer::markOf(qint64 frame) const
{
    auto mark = m_marks.begin();
    while (mark + 1 != m_marks.end() && (mark + 1)->frame <= frame) {
        ++mark;
    }
    return mark;
}

Moment PlayBuffer::nextMoment() const
{
    return m_marks.empty() || m_head == m_tail ? m_tailMoment : markOf(m_head)->at(m_head);
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
    const auto count = std::min({frames, m_tail - m_head, m_fader.framesUntilSilent()});
    giveSound(into, count);
    if (m_ended && m_head == m_tail && !m_endOut) {
        m_endOut = m_out;
    }
    const auto missing = frames - count;
    if (missing > 0) {
        giveSilence(into + count * m_format.channels, missing);
    } else if (count > 0) {
        m_starvedFrames = 0;
    }
    while (m_heardMarks.size() > 1
           && m_heardMarks[1].frame < m_out - keptSeconds * m_format.sampleRate) {
        m_heardMarks.pop_front();
    }
}

void PlayBuffer::giveSound(float *into, qint64 frames)
{
    const auto channels = m_format.channels;
    for (qint64 i = 0; i < frames; ++i) {
        while (m_marks.size() > 1 && m_marks[1].frame <= m_head) {
            m_marks.pop_front();
        }
        if (i == 0 || m_marks.front().frame == m_head) {
            addMark(m_heardMarks, {m_out, m_marks.front().rate, m_marks.front().at(m_head)});
        }
        auto gain = m_fader.next();
        if (m_fadeLeft > 0) {
            gain *= 1.0F - static_cast<float>(m_fadeLeft) / static_cast<float>(m_fadeInFrames);
            --m_fadeLeft;
        }
        const auto *from = slot(m_head);
        for (int c = 0; c < channels; ++c) {
            *into++ = from[c] * gain;
        }
        ++m_head;
        ++m_out;
    }
}

void PlayBuffer::giveSilence(float *into, qint64 frames)
{
    addMark(m_heardMarks, {m_out, 0, nextMoment()});
    std::fill_n(into, frames * m_format.channels, 0.0F);
    const auto fading = std::min(m_fader.framesUntilSilent(), frames);
    m_fader.skip(frames);
    if (m_fader.isSilent()) {
        m_silentOut = m_silentOut.value_or(m_out + fading);
    } else {
        // What comes next begins abruptly; behind a fade that has an end of its own.
        m_fadeLeft = m_fadeInFrames;
        m_starvedFrames += m_ended ? 0 : frames;
    }
    m_out += frames;
}

void PlayBuffer::restarted()
{
    const std::lock_guard lock(m_mutex);
    m_out = 0;
    m_heardMarks = {{0, 0, nextMoment()}};
    m_endOut.reset();
    if (m_ended && m_head == m_tail) {
        m_endOut = 0;
    }
    if (m_silentOut) {
        m_silentOut = 0;
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

void PlayBuffer::reset(const Moment &moment)
{
    const std::lock_guard lock(m_mutex);
    m_tail = m_head;
    m_marks.clear();
    m_tailMoment = moment;
    m_ended = m_joining = false;
    m_endOut.reset();
    m_fadeLeft = m_fadeInFrames;
    m_starvedFrames = 0;
    addMark(m_heardMarks, {m_out, 0, moment});
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
void PlayBuffer::addPlaces(const Piece &piece, qint64 start, qint64 skipped, const Moment &moment)
{
    if (m_head == m_tail) {
        m_marks.clear();
    }
    for (std::size_t i = 0; i < piece.places.size(); ++i) {
        const auto &anchor = piece.places[i];
        const bool later = anchor.frame >= skipped;
        if (!later && i + 1 < piece.places.size() && piece.places[i + 1].frame <= skipped) {
            continue;
        }
        const auto from = std::max(anchor.frame, skipped);
        addMark(
            m_marks,
            {start + from - skipped, anchor.rate, {moment.track, anchor.at(from), moment.saved}});
    }
}

void PlayBuffer::add(const Piece &piece, quint64 track, qint64 saved)
{
    {
        const std::lock_guard lock(m_mutex);
        addPlaces(piece, m_tail, 0, {track, 0, saved});
        write(piece.sound);
        m_tailMoment = m_marks.empty() ? m_tailMoment : m_marks.back().at(m_tail);
        m_ended = false;
    }
    m_changed.notify_all();
}

void PlayBuffer::endTrack(double place)
{
    const std::lock_guard lock(m_mutex);
    m_tailMoment.place = place;
}

void PlayBuffer::setEnd(const Moment &end)
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_joining = false;
        m_tailMoment = end;
        if (m_head == m_tail) {
            m_endOut = m_out;
            addMark(m_heardMarks, {m_out, 0, m_tailMoment});
        }
    }
    m_changed.notify_all();
}

void PlayBuffer::dropTrack(quint64 track, const Moment &end)
{
    const std::lock_guard lock(m_mutex);
    if (m_tailMoment.track == track) {
        m_tailMoment = end;
    }
    const auto first = std::find_if(m_marks.begin(), m_marks.end(), [&](const Mark &mark) {
        return mark.moment.track == track;
    });
    if (first != m_marks.end()) {
        m_tail = std::clamp(first->frame, m_head, m_tail);
        m_marks.erase(first, m_marks.end());
    }
    m_ended = m_joining = false;
    m_endOut.reset();
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

bool PlayBuffer::prepareJoint(qint64 frames)
{
    const std::lock_guard lock(m_mutex);
    m_joining = true;
    const auto wanted = frames + m_format.sampleRate * crossFadeMs / 1000;
    return m_ended || m_tail - m_head >= wanted || (m_tail == m_head && m_fadeLeft > 0);
}

PlayBuffer::Joint PlayBuffer::jointAhead(qint64 frames) const
{
    const std::lock_guard lock(m_mutex);
    const auto frame = std::min(m_head + frames, m_tail);
    if (frame == m_tail || m_marks.empty()) {
        return {m_tail, m_tailMoment};
    }
    return {frame, markOf(frame)->at(frame)};
}

std::optional<PlayBuffer::Joint> PlayBuffer::passing(double place, const Joint &end) const
{
    const std::lock_guard lock(m_mutex);
    for (auto mark = m_marks.begin(); mark != m_marks.end() && m_head < m_tail; ++mark) {
        const auto from = std::max(mark->frame, m_head);
        const auto next = mark + 1;
        const auto to = std::min(next == m_marks.end() ? m_tail : next->frame, end.frame);
        const bool jumpsOver = next != m_marks.end() && to == next->frame
                               && next->moment.track == mark->moment.track
                               && place > mark->placeAt(to) && place < next->moment.place;
        if (mark->moment.track != end.moment.track || from > to || mark->placeAt(from) > place
            || (mark->placeAt(to) < place && !jumpsOver)) {
            continue;
        }
        const auto further = (place - mark->moment.place) / std::max(mark->rate, 0.01);
        const auto frame = std::clamp<qint64>(mark->frame + std::llround(further), from, to);
        return Joint{frame, {mark->moment.track, place, mark->moment.saved}};
    }
    return std::nullopt;
}

/// Fades what is there from \p start on into other sound.
void PlayBuffer::mix(qint64 start, const float *sound, qint64 frames)
{
    for (qint64 i = 0; i < frames; ++i) {
        const auto share = static_cast<float>(i) / static_cast<float>(frames);
        auto *frame = slot(start + i);
        for (int c = 0; c < m_format.channels; ++c) {
            frame[c] = frame[c] * (1.0F - share) + *sound++ * share;
        }
    }
}

bool PlayBuffer::join(const Joint &joint, const Piece &piece, qint64 saved)
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
        mix(start, sound, overlap);
        addPlaces(piece, start, skipped, {joint.moment.track, 0, saved});
        m_tail = start + overlap;
        write({sound + overlap * channels,
               static_cast<std::size_t>((length - skipped - overlap) * channels)});
        m_tailMoment = piece.places.empty() ? joint.moment : m_marks.back().at(m_tail);
        m_ended = m_joining = false;
        m_endOut.reset();
    }
    m_changed.notify_all();
    return true;
}

void PlayBuffer::endAt(const Joint &joint)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tail = std::clamp(joint.frame, m_head, m_tail);
        while (m_marks.size() > 1 && m_marks.back().frame > m_tail) {
            m_marks.pop_back();
        }
        m_tailMoment = joint.moment;
    }
    setEnd(joint.moment);
}

Moment PlayBuffer::next() const
{
    const std::lock_guard lock(m_mutex);
    return nextMoment();
}

PlayBuffer::Marks::const_iterator PlayBuffer::heardMark(qint64 heard) const
{
    auto mark = m_heardMarks.end() - 1;
    while (mark != m_heardMarks.begin() && mark->frame > heard) {
        --mark;
    }
    return mark;
}

Moment PlayBuffer::momentAt(qint64 heard) const
{
    const std::lock_guard lock(m_mutex);
    const auto mark = heardMark(heard);
    return mark->at(std::clamp(heard, mark->frame, std::max(m_out, mark->frame)));
}

double PlayBuffer::placeAt(qint64 heard, quint64 track) const
{
    const std::lock_guard lock(m_mutex);
    const auto now = heardMark(heard);
    auto mark = now;
    while (mark != m_heardMarks.begin() && mark->moment.track != track) {
        --mark;
    }
    if (mark->moment.track != track) {
        mark = now;
    }
    const auto end = mark == now ? std::max(m_out, mark->frame) : (mark + 1)->frame;
    return mark->placeAt(std::clamp(heard, mark->frame, end));
}

bool PlayBuffer::isEndHeard(qint64 heard) const
{
    const std::lock_guard lock(m_mutex);
    return m_ended && m_endOut && heard >= *m_endOut;
}

void PlayBuffer::shift(quint64 track, double frames)
{
    const std::lock_guard lock(m_mutex);
    const auto move = [&](Moment &moment) {
        if (moment.track == track) {
            moment.place += frames;
        }
    };
    for (auto *marks : {&m_marks, &m_heardMarks}) {
        std::for_each(marks->begin(), marks->end(), [&](Mark &mark) { move(mark.moment); });
    }
    move(m_tailMoment);
}

void PlayBuffer::fadeOut(qint64 frames)
{
    const std::lock_guard lock(m_mutex);
    m_fader.fall(frames);
    m_silentOut.reset();
}

void PlayBuffer::endFade(qint64 frames)
{
    const std::lock_guard lock(m_mutex);
    m_fader.rise(frames);
    m_silentOut.reset();
}

bool PlayBuffer::isFadeHeard(qint64 heard) const
{
    const std::lock_guard lock(m_mutex);
    return m_silentOut && heard >= *m_silentOut;
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
