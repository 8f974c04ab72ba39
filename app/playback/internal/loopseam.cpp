// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/loopseam.h"

#include <algorithm>
#include <utility>

namespace app::playback::internal {

namespace {

constexpr qint64 seamMs = 10;
/// A cross-fade shorter than this could be heard as a click.
constexpr qint64 leastSeamMs = 2;
constexpr qint64 fadeMs = 5;

/// Makes the first frames rise from silence, or the last fall to it.
void fade(Piece &piece, qint64 frames, int channels, bool in)
{
    const auto all = framesOf(piece, channels);
    frames = std::min(frames, all);
    for (qint64 i = 0; i < frames; ++i) {
        const auto gain = static_cast<float>(i) / static_cast<float>(frames);
        auto *frame = piece.sound.data() + (in ? i : all - 1 - i) * channels;
        std::transform(frame, frame + channels, frame, [&](float value) { return value * gain; });
    }
}

} // namespace

qint64 framesOf(const Piece &piece, int channels)
{
    return static_cast<qint64>(piece.sound.size()) / channels;
}

void append(Piece &piece, const Piece &more, int channels)
{
    const auto before = framesOf(piece, channels);
    piece.sound.insert(piece.sound.end(), more.sound.begin(), more.sound.end());
    for (auto anchor : more.places) {
        anchor.frame += before;
        piece.places.push_back(anchor);
    }
}

Piece takeFront(Piece &piece, qint64 frames, int channels)
{
    frames = std::clamp<qint64>(frames, 0, framesOf(piece, channels));
    Piece front;
    const auto cut = piece.sound.begin() + static_cast<std::ptrdiff_t>(frames * channels);
    front.sound.assign(piece.sound.begin(), cut);
    piece.sound.erase(piece.sound.begin(), cut);
    std::vector<Anchor> rest;
    for (const auto &anchor : piece.places) {
        if (anchor.frame < frames) {
            front.places.push_back(anchor);
        }
        if (anchor.frame <= frames) {
            rest.clear();
        }
        const auto from = std::max(anchor.frame, frames);
        auto moved = anchor;
        moved.place = anchor.at(from);
        moved.frame = from - frames;
        rest.push_back(moved);
    }
    piece.places = piece.sound.empty() ? std::vector<Anchor>() : std::move(rest);
    return front;
}

LoopSeam::LoopSeam(const media::SoundFormat &format)
    : m_channels(format.channels)
    , m_frames(format.sampleRate * seamMs / 1000)
{}

void LoopSeam::clear()
{
    m_old = m_new = {};
    m_closed = false;
}

Piece LoopSeam::hold(const Piece &piece)
{
    append(m_old, piece, m_channels);
    return takeFront(m_old, heldFrames() - m_frames, m_channels);
}

Piece LoopSeam::release()
{
    m_closed = false;
    return std::exchange(m_old, {});
}

Piece LoopSeam::close(qint64 before, qint64 behind)
{
    m_closed = true;
    m_before = before;
    m_new = {};
    auto front = takeFront(m_old, heldFrames() - before - behind, m_channels);
    m_fadesIn = before + behind < m_frames * leastSeamMs / seamMs;
    if (m_fadesIn) {
        m_old = {};
        fade(front, m_frames * fadeMs / seamMs, m_channels, false);
    }
    return front;
}

Piece LoopSeam::join(const Piece &piece, bool last)
{
    append(m_new, piece, m_channels);
    const auto wanted = m_fadesIn ? m_frames * fadeMs / seamMs : heldFrames();
    if (framesOf(m_new, m_channels) < wanted && !last) {
        return {};
    }
    if (m_fadesIn) {
        fade(m_new, wanted, m_channels, true);
    } else {
        mix();
    }
    m_closed = false;
    m_old = {};
    return std::exchange(m_new, {});
}

void LoopSeam::mix()
{
    const auto frames = std::min(heldFrames(), framesOf(m_new, m_channels));
    for (qint64 i = 0; i < frames; ++i) {
        const auto share = static_cast<float>(i) / static_cast<float>(frames);
        for (int c = 0; c < m_channels; ++c) {
            const auto at = static_cast<std::size_t>(i * m_channels + c);
            m_new.sound[at] = m_old.sound[at] * (1.0F - share) + m_new.sound[at] * share;
        }
    }
    // Until the seam it is the old place that is heard.
    const auto before = takeFront(m_new, m_before, m_channels);
    Piece mixed;
    mixed.sound = before.sound;
    mixed.places = takeFront(m_old, m_before, m_channels).places;
    append(mixed, m_new, m_channels);
    m_new = std::move(mixed);
}

} // namespace app::playback::internal
