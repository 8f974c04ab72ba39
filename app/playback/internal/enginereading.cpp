// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's half that reads a recording and fills the buffer.
#include "app/base/logging.h"
#include "app/playback/internal/engine.h"

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

using base::ErrorCode;

namespace {

/// How far ahead of what is pulled a change of speed takes effect.
constexpr qint64 joinAheadMs = 30;
/// How much changed sound is made before it replaces the old.
constexpr qint64 joinedMs = 60;
/// How much decoded sound is kept behind what is pulled, for beginning again.
constexpr qint64 keptBehindMs = 200;

} // namespace

void Engine::open()
{
    auto decoder = media::Decoder::open(m_loaded.bytes, m_format, m_loaded.index);
    if (!decoder) {
        if (decoder.error().code != ErrorCode::Busy) {
            m_failed = true;
            m_buffer.setExpected(false);
            tell(PlayerState::Failed, decoder.error());
        }
        return;
    }
    m_pipe.setDecoder(*std::move(decoder));
    m_isOpen = true;
    tellDuration();
    watchCompletion();
    if (!m_wantsPlaying) {
        tell(PlayerState::Paused);
    }
}

/// Once every byte is there, what could not be known before can.
void Engine::watchCompletion()
{
    if (m_indexTried || !m_loaded.bytes->isComplete()) {
        return;
    }
    m_indexTried = true;
    if (m_pipe.decoder()->isDurationExact()) {
        return;
    }
    if (media::needsSeekIndex(*m_loaded.bytes)) {
        m_indexMaker.emplace(
            m_loaded.bytes, [this, generation = m_generation](media::SeekIndex index) {
                wish([&](Wishes &wishes) { wishes.index = {std::move(index), generation}; });
            });
        return;
    }
    const auto place = m_pipe.decoder()->nextFrame();
    if (auto decoder = media::Decoder::open(m_loaded.bytes, m_format)) {
        const auto ms = place * 1000 / m_format.sampleRate;
        if ((*decoder)->duration() && (*decoder)->seek(timestamps::MediaTime::fromMs(ms))) {
            m_toMove = m_toMove.value_or(std::llround(m_buffer.placeOfNext()));
            m_pipe.setDecoder(*std::move(decoder));
            tellDuration();
        }
    }
}

void Engine::useIndex(const media::SeekIndex &index)
{
    m_indexMaker.reset();
    m_loaded.index = index;
    m_pipe.decoder()->setSeekIndex(index);
    tellDuration();
    Report report;
    report.generation = m_generation;
    report.index = index;
    m_report(std::move(report));
}

/// Old sound stops at once; the new begins at a place.
void Engine::moveTo(qint64 place)
{
    if (const auto *decoder = m_pipe.decoder(); decoder->isDurationExact()) {
        place = std::min(place, toFrame(timestamps::MediaTime(*decoder->duration())));
    }
    m_joint.reset();
    m_endsAtStop = m_restsAtEnd = false;
    m_buffer.reset(static_cast<double>(place));
    m_buffer.setExpected(true);
    if (m_outputStarted) {
        m_output->flush();
    }
    m_doneSerial = m_wishedSerial;
    const auto begun = m_pipe.begin(place);
    if (!begun) {
        if (begun.error().code != ErrorCode::Busy) {
            m_toMove.reset();
            failReading(begun.error());
        }
        return;
    }
    m_toMove.reset();
    if (m_wantsPlaying) {
        startOutput();
    }
}

/// Speed or stop changed: makes the sound anew from a moment ahead and joins it on there.
void Engine::rejoin()
{
    const auto joint = m_buffer.jointAhead(m_format.sampleRate * joinAheadMs / 1000);
    const auto next = m_buffer.placeOfNext();
    if (m_stop && static_cast<double>(*m_stop) > next && static_cast<double>(*m_stop) <= joint.place
        && m_buffer.endAt(static_cast<double>(*m_stop))) {
        m_joint.reset();
        m_endsAtStop = true;
        if (!m_pipe.begin(*m_stop)) {
            qCDebug(base::logPlayback) << "the sound behind the stop will be sought again";
        }
        return;
    }
    m_joint = joint;
    m_joining = {};
    if (const auto begun = m_pipe.begin(std::llround(joint.place)); !begun) {
        m_toMove = std::llround(next);
        m_joint.reset();
    }
}

void Engine::fill()
{
    if (!m_isOpen) {
        open();
        return;
    }
    watchCompletion();
    if (m_toMove) {
        moveTo(*m_toMove);
        return;
    }
    const auto piece = m_pipe.next();
    if (!piece) {
        if (piece.error().code != ErrorCode::Busy) {
            failReading(piece.error());
        }
        return;
    }
    takePiece(*piece);
    if (m_pipe.isAtEnd() && !m_joint) {
        endBuffer();
    }
    const auto behind = m_format.sampleRate * keptBehindMs / 1000;
    m_pipe.forgetBefore(std::llround(m_buffer.placeOfNext()) - behind);
}

void Engine::takePiece(const Piece &piece)
{
    if (!m_joint) {
        if (!piece.sound.empty()) {
            m_buffer.add(piece);
        }
        return;
    }
    const auto before = static_cast<qint64>(m_joining.sound.size()) / m_format.channels;
    m_joining.sound.insert(m_joining.sound.end(), piece.sound.begin(), piece.sound.end());
    for (const auto &anchor : piece.places) {
        m_joining.places.push_back({before + anchor.frame, anchor.place, anchor.rate});
    }
    const auto frames = static_cast<qint64>(m_joining.sound.size()) / m_format.channels;
    if (frames * 1000 >= joinedMs * m_format.sampleRate || m_pipe.isAtEnd()) {
        if (m_buffer.join(*m_joint, m_joining)) {
            m_joint.reset();
        } else {
            rejoin();
        }
        m_joining = {};
    }
}

void Engine::endBuffer()
{
    m_endsAtStop = m_pipe.isAtStop();
    m_buffer.setEnd(static_cast<double>(m_pipe.endPlace()));
}

/// What was read until now is still heard; then the failure is told.
void Engine::failReading(const base::Error &error)
{
    qCWarning(base::logPlayback).noquote() << error.detail;
    m_readError = error;
    m_joint.reset();
    m_buffer.setEnd(static_cast<double>(m_pipe.endPlace()));
    if (!m_outputRunning) {
        lookForEnd();
    }
}

} // namespace app::playback::internal
