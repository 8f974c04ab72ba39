// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's part that reads recordings and fills the buffer.
#include "app/base/logging.h"
#include "app/playback/internal/engine.h"

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

using base::ErrorCode;

namespace {

/// How far ahead of what is pulled a change of sound takes effect.
constexpr qint64 joinAheadMs = 30;
/// How much changed sound is made before it replaces the old.
constexpr qint64 joinedMs = 60;
/// When so much of it still comes too late, joining it on is given up.
constexpr qint64 mostJoinedMs = 600;
/// How much decoded sound is kept behind what is pulled, for beginning again.
constexpr qint64 keptBehindMs = 200;
/// What follows is opened so long before it is needed.
constexpr qint64 openAheadSeconds = 20;
/// A loop shorter than this is none.
constexpr qint64 leastLoopMs = 20;

} // namespace

void Engine::open()
{
    auto decoder = media::Decoder::open(m_track->bytes, m_format, m_track->source.index);
    if (!decoder) {
        if (decoder.error().code != ErrorCode::Busy) {
            m_failed = true;
            m_buffer.setExpected(false);
            tell(PlayerState::Failed, decoder.error());
        }
        return;
    }
    m_track->pipe.setDecoder(*std::move(decoder));
    m_track->isOpen = true;
    tellDuration(*m_track);
    watchCompletion();
    if (!m_wantsPlaying) {
        tell(PlayerState::Paused);
    }
}

/// Once every byte is there, what could not be known before can.
void Engine::watchCompletion()
{
    auto &track = *m_track;
    if (track.indexTried || !track.bytes->isComplete()) {
        return;
    }
    track.indexTried = true;
    if (track.pipe.decoder()->isDurationExact() && track.pipe.decoder()->isPlaceExact()) {
        return;
    }
    if (media::needsSeekIndex(*track.bytes)) {
        track.indexMaker.emplace(track.bytes, [this, id = track.id](media::SeekIndex index) {
            wish([&](Wishes &wishes) { wishes.index = {std::move(index), id}; });
        });
        return;
    }
    if (auto decoder = media::Decoder::open(track.bytes, m_format);
        decoder && (*decoder)->duration()) {
        track.pipe.setDecoder(*std::move(decoder));
        tellDuration(track);
        tellPlaceExact();
        rejoin(true);
    }
}

void Engine::useIndex(const media::SeekIndex &index)
{
    auto &track = *m_track;
    track.indexMaker.reset();
    track.source.index = index;
    auto &decoder = *track.pipe.decoder();
    const bool wasExact = decoder.isPlaceExact();
    const auto before = decoder.nextFrame();
    decoder.setSeekIndex(index);
    const auto moved = decoder.nextFrame() - before;
    auto told = report();
    told.index = index;
    m_report(std::move(told));
    if (!wasExact || moved != 0) {
        // The sound goes on as it is; only where it is from was told wrongly.
        m_buffer.shift(track.id, static_cast<double>(moved));
        if (auto exact = media::Decoder::open(track.bytes, m_format, index)) {
            track.pipe.setDecoder(*std::move(exact));
        }
    }
    tellDuration(track);
    tellPlaceExact();
    if (!wasExact || moved != 0) {
        rejoin(true);
    } else if (track.source.leaveOutAtEnd.count() > 0) {
        rejoin();
    }
}

void Engine::make(Track &track)
{
    m_made = &track;
    {
        const std::lock_guard lock(m_mutex);
        m_source = track.bytes;
        if (!m_wished) {
            m_source->resume();
        } else if (!m_source->isComplete()) {
            // That wish interrupted the source before this one.
            m_source->interrupt();
        }
    }
    expectFrom(track);
}

void Engine::forgetMaking()
{
    m_joint.reset();
    m_joining = {};
    m_toBegin.reset();
    m_seam.clear();
    m_rejoins = false;
}

/// \returns whether the pipe gives the sound from there now; else it failed, or is to be tried
/// again
bool Engine::beginMade(qint64 place)
{
    auto &track = *m_made;
    const auto planFrom = m_seam.isClosed() && track.loop ? track.loop->start : place;
    track.end = track.endFrom(planFrom);
    auto stop = track.end.place;
    if (track.end.kind == EndKind::Loop) {
        // What lies behind the seam is faded into, more of it when there is nothing before it.
        const auto before = std::min(static_cast<double>(m_seam.frames()) / 2,
                                     static_cast<double>(track.loop->start) / m_speed);
        *stop += std::llround((static_cast<double>(m_seam.frames()) - before) * m_speed);
    }
    track.pipe.setStop(stop);
    m_madeSpeed = m_speed;
    const auto begun = track.pipe.begin(place);
    if (begun || begun.error().code == ErrorCode::Busy) {
        return begun.has_value();
    }
    m_toMove.reset();
    if (m_toBegin && m_made == m_next.get()) {
        m_next->error = begun.error();
        forgetMaking();
        make(*m_track);
        endBuffer(EndKind::Recording);
    } else {
        failReading(begun.error());
    }
    return false;
}

/// Old sound stops at once; the new begins at a place.
void Engine::moveTo(const Target &target)
{
    auto &track = m_next && target.track == m_next->id ? *m_next : *m_track;
    auto place = target.place;
    if (const auto *decoder = track.pipe.decoder();
        decoder->isDurationExact() && decoder->duration()) {
        place = std::min(place, toFrame(timestamps::MediaTime(*decoder->duration())));
    }
    const auto saved = savedFrames();
    forgetMaking();
    m_endKind = EndKind::Recording;
    m_restsAtEnd = false;
    make(track);
    m_buffer.reset({track.id, static_cast<double>(place), saved});
    if (m_outputStarted) {
        m_output->flush();
    }
    countSavedFrom(saved);
    m_doneSerial = m_wishedSerial;
    if (!beginMade(place)) {
        return;
    }
    m_toMove.reset();
    tellPlaceExact();
    if (m_wantsPlaying) {
        startOutput();
    }
}

/// The sound is to be another from now on: makes it anew from a moment ahead and joins it on there.
/// \param atOnce  because the pipe cannot go on as it was
void Engine::rejoin(bool atOnce)
{
    if (!m_track || !m_track->isOpen || m_toMove || m_restsAtEnd || m_readError) {
        return;
    }
    const bool canJoin = m_buffer.prepareJoint(m_format.sampleRate * joinAheadMs / 1000);
    // Otherwise the old sound is made further first, or what is being joined on is finished.
    const bool goesOn = m_toBegin || !m_made->pipe.isAtEnd();
    m_rejoins = !atOnce && (m_joint || (!canJoin && goesOn));
    if (!m_rejoins) {
        rejoinNow();
    }
}

void Engine::rejoinNow()
{
    const auto joint = m_buffer.jointAhead(m_format.sampleRate * joinAheadMs / 1000);
    forgetMaking();
    m_endKind = EndKind::Recording;
    make(m_next && joint.moment.track == m_next->id ? *m_next : *m_track);
    if (m_made == m_track.get() && joinAtEnd(joint)) {
        return;
    }
    countSavedFrom(joint.moment.saved);
    m_toBegin = std::llround(joint.moment.place);
    m_joint = joint;
}

/// A stop or a loop's end that comes before what can be joined on.
bool Engine::joinAtEnd(const PlayBuffer::Joint &joint)
{
    const auto &track = *m_track;
    if (track.stop) {
        const auto stop = m_buffer.passing(static_cast<double>(*track.stop), joint);
        if (stop && static_cast<double>(*track.stop) > m_buffer.next().place) {
            m_buffer.endAt(*stop);
            m_endKind = EndKind::Stop;
            m_endPlace = *track.stop;
            return true;
        }
    }
    if (track.loop) {
        if (auto end = m_buffer.passing(static_cast<double>(track.loop->end), joint)) {
            countSavedFrom(end->moment.saved);
            end->moment.place = static_cast<double>(track.loop->start);
            m_toBegin = track.loop->start;
            m_joint = *end;
            return true;
        }
    }
    return false;
}

void Engine::fill()
{
    if (!m_track->isOpen) {
        open();
        return;
    }
    watchCompletion();
    if (m_toMove) {
        moveTo(*m_toMove);
        return;
    }
    if (m_toBegin) {
        if (beginMade(*m_toBegin)) {
            m_toBegin.reset();
        }
        return;
    }
    prepareNext(false);
    if (!m_made->pipe.isAtEnd()) {
        const auto piece = m_made->pipe.next();
        if (!piece) {
            if (piece.error().code != ErrorCode::Busy) {
                failReading(piece.error());
            }
            return;
        }
        takePiece(*piece);
        forgetOld();
    }
    if (m_rejoins && !m_joint) {
        rejoin();
        return;
    }
    if (!m_toBegin && m_made->pipe.isAtEnd()) {
        pipeEnded();
    }
}

void Engine::forgetOld()
{
    const auto next = m_buffer.next();
    const auto place = std::llround(next.place);
    if (next.track == m_made->id && place <= m_made->pipe.endPlace()) {
        m_made->pipe.forgetBefore(place - m_format.sampleRate * keptBehindMs / 1000);
    }
}

qint64 Engine::savedSoFar() const
{
    return m_savedBefore + m_made->pipe.savedFrames();
}

void Engine::countSavedFrom(qint64 saved)
{
    m_savedBefore = saved;
    m_made->pipe.resetSaved();
}

void Engine::takePiece(const Piece &piece)
{
    if (m_seam.isClosed()) {
        const auto joined = m_seam.join(piece, m_made->pipe.isAtEnd());
        if (m_seam.isClosed()) {
            return;
        }
        takePiece(joined);
    } else if (m_made->end.kind == EndKind::Loop) {
        deliver(m_seam.hold(piece));
    } else {
        deliver(piece);
    }
}

void Engine::deliver(const Piece &piece)
{
    if (piece.sound.empty()) {
        return;
    }
    if (!m_joint) {
        m_buffer.add(piece, m_made->id, savedSoFar());
        return;
    }
    append(m_joining, piece, m_format.channels);
    if (framesOf(m_joining, m_format.channels) * 1000 >= joinedMs * m_format.sampleRate) {
        finishJoint();
    }
}

/// Joins on what was made; when it came too late, more of it is made first.
void Engine::finishJoint()
{
    const auto frames = framesOf(m_joining, m_format.channels);
    if (m_buffer.join(*m_joint, m_joining, savedSoFar())) {
        m_joint.reset();
        m_joining = {};
    } else if (m_made->pipe.isAtEnd() || frames * 1000 > mostJoinedMs * m_format.sampleRate) {
        m_toMove = {m_made->id, std::llround(m_buffer.next().place)};
    }
}

/// Whether sound that ends now, at the recording's end, goes on at the start of a loop.
bool Engine::loops() const
{
    const auto &loop = m_made->loop;
    return m_made->end.kind == EndKind::Loop && loop
           && (m_made->pipe.endPlace() - loop->start) * 1000 >= leastLoopMs * m_format.sampleRate;
}

void Engine::pipeEnded()
{
    if (loops()) {
        beginLoop();
        return;
    }
    deliver(m_seam.release());
    if (m_joint) {
        finishJoint();
    }
    if (m_toMove) {
        return;
    }
    if (m_made->pipe.isAtStop() && m_made->end.kind == EndKind::Stop) {
        endBuffer(EndKind::Stop);
    } else if (m_made == m_track.get() && m_next) {
        follow();
    } else {
        endBuffer(EndKind::Recording);
    }
}

/// The pipe came to the end of a loop, or of the recording before that.
void Engine::beginLoop()
{
    const auto &loop = *m_made->loop;
    const auto ended = m_made->pipe.endPlace();
    const auto held = m_seam.heldFrames();
    const auto beyond = static_cast<double>(std::max<qint64>(ended - loop.end, 0)) / m_madeSpeed;
    const auto behind = std::min<qint64>(std::llround(beyond), held);
    const auto possible = static_cast<qint64>(static_cast<double>(loop.start) / m_madeSpeed);
    const auto before = std::min({m_seam.frames() - behind, possible, held - behind});
    deliver(m_seam.close(before, behind));
    countSavedFrom(savedSoFar());
    m_toBegin = loop.start - std::llround(static_cast<double>(before) * m_madeSpeed);
}

/// Has what follows opened in time.
void Engine::prepareNext(bool atOnce)
{
    if (!m_next || m_next->isOpen || m_next->error || m_next->opener || m_made != m_track.get()) {
        return;
    }
    auto end = m_track->playedEnd();
    if (const auto length = m_track->pipe.decoder()->duration(); length && !end) {
        end = toFrame(timestamps::MediaTime(*length));
    }
    const bool soon =
        end && *end - m_track->pipe.endPlace() < openAheadSeconds * m_format.sampleRate;
    if (soon || atOnce) {
        m_next->opener = std::make_unique<Opener>(
            m_next->bytes, m_format, m_next->source.index, [this] { wake(); });
    }
}

/// The loaded recording's sound is made to its end: goes on with the next, when that is open.
void Engine::follow()
{
    prepareNext(true);
    if (m_next->opener && m_next->opener->isDone()) {
        auto opened = m_next->opener->take();
        m_next->opener.reset();
        if (opened) {
            m_next->pipe.setDecoder(*std::move(opened));
            m_next->isOpen = true;
            tellDuration(*m_next);
        } else {
            m_next->error = opened.error();
        }
    }
    if (m_next->error) {
        endBuffer(EndKind::Recording);
    } else if (m_next->isOpen) {
        m_buffer.endTrack(static_cast<double>(m_track->pipe.endPlace()));
        const auto saved = savedSoFar();
        make(*m_next);
        countSavedFrom(saved);
        m_toBegin = m_next->place;
    } else {
        m_buffer.endTrack(static_cast<double>(m_track->pipe.endPlace()));
        expectFrom(*m_next);
    }
}

void Engine::endBuffer(EndKind kind)
{
    m_endKind = kind;
    m_endPlace = m_made->pipe.endPlace();
    m_buffer.setEnd({m_made->id, static_cast<double>(m_endPlace), savedSoFar()});
}

/// What was read until now is still heard; then the failure is told.
void Engine::failReading(const base::Error &error)
{
    qCWarning(base::logPlayback).noquote() << error.detail;
    m_readError = error;
    deliver(m_seam.release());
    forgetMaking();
    endBuffer(EndKind::Recording);
    if (!m_outputRunning) {
        lookForEnds();
    }
}

} // namespace app::playback::internal
