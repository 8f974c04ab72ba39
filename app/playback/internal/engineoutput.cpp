// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's part that has to do with what is heard: the way out, ends, and what is told.
#include "app/base/logging.h"
#include "app/playback/internal/engine.h"

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

qint64 Engine::toFrame(timestamps::MediaTime place) const
{
    // Whatever lies further is behind the end of anything.
    constexpr qint64 furthestMs = 1'000'000'000;
    return std::clamp<qint64>(place.ms(), 0, furthestMs) * m_format.sampleRate / 1000;
}

qint64 Engine::framesHeard() const
{
    const auto *output = m_asked.load();
    return output != nullptr ? output->framesHeard() : 0;
}

double Engine::place(quint64 track) const
{
    return m_buffer.placeAt(framesHeard(), track);
}

quint64 Engine::heardTrack() const
{
    return m_buffer.momentAt(framesHeard()).track;
}

qint64 Engine::savedFrames() const
{
    return m_buffer.momentAt(framesHeard()).saved;
}

bool Engine::isEndHeard() const
{
    const auto heard = framesHeard();
    return m_buffer.isEndHeard(heard) || m_buffer.isFadeHeard(heard);
}

/// Silence from now on is because this recording's bytes are waited for, or it is not.
void Engine::expectFrom(const Track &track)
{
    const std::lock_guard lock(m_mutex);
    m_expectedTrack = track.id;
    m_buffer.setExpected(!track.bytes->isWaiting());
}

void Engine::noteWaiting(quint64 track, bool waiting)
{
    const std::lock_guard lock(m_mutex);
    if (track == m_expectedTrack) {
        m_buffer.setExpected(!waiting);
    }
}

Report Engine::report() const
{
    Report report;
    report.track = m_track ? m_track->id : 0;
    return report;
}

void Engine::tell(PlayerState state, std::optional<base::Error> error)
{
    auto told = report();
    told.state = state;
    told.error = std::move(error);
    m_report(std::move(told));
}

void Engine::tellDuration(const Track &track)
{
    auto told = report();
    told.track = track.id;
    told.duration = track.source.expectedDuration;
    if (const auto *decoder = track.pipe.decoder(); decoder != nullptr && decoder->duration()) {
        told.duration = decoder->duration();
        told.durationExact = decoder->isDurationExact();
    }
    if (told.duration) {
        m_report(std::move(told));
    }
}

void Engine::tellPlaceExact()
{
    const auto *decoder = m_track->pipe.decoder();
    const bool exact = decoder == nullptr || decoder->isPlaceExact();
    if (exact != m_placeExact) {
        m_placeExact = exact;
        auto told = report();
        told.placeExact = exact;
        m_report(std::move(told));
    }
}

void Engine::lookForEnds()
{
    const auto heard = framesHeard();
    if (m_outputRunning && m_buffer.isFadeHeard(heard)) {
        finishFade();
        return;
    }
    if (!m_track || !m_track->isOpen || m_failed || m_toMove) {
        return;
    }
    // A failure to read on is told at once where nothing is heard anyway.
    const bool failsSilently = m_readError && !m_outputRunning && m_made == m_track.get();
    if (failsSilently || (m_outputRunning && m_buffer.isEndHeard(heard))) {
        suspendOutput();
        m_wantsPlaying = false;
        m_restsAtEnd = !m_readError;
        tellEnd();
    }
}

void Engine::tellEnd()
{
    if (m_readError) {
        m_failed = true;
        tell(PlayerState::Failed, m_readError);
        return;
    }
    if (m_endKind == EndKind::Stop) {
        tell(PlayerState::Paused);
        return;
    }
    auto told = report();
    told.state = PlayerState::Ended;
    told.finished = true;
    if (m_next) {
        told.nextFailed = m_next->error;
    }
    m_report(std::move(told));
}

/// What the device still holds is silence, which would only delay the sound that is asked for next.
void Engine::finishFade()
{
    suspendOutput();
    m_output->flush();
    m_wantsPlaying = false;
    auto told = report();
    told.state = PlayerState::Paused;
    told.fadeDone = true;
    m_report(std::move(told));
}

void Engine::startOutput()
{
    if (m_outputRunning) {
        return;
    }
    if (m_outputStarted) {
        m_output->resume();
    } else if (const auto started = m_output->start(m_format, m_buffer); !started) {
        if (!m_device.isEmpty()) {
            loseDevice(started.error());
            return;
        }
        m_wantsPlaying = false;
        tell(PlayerState::Failed, started.error());
        return;
    }
    m_outputStarted = m_outputRunning = true;
    m_asked = m_output.get();
    tell(PlayerState::Playing);
}

void Engine::suspendOutput()
{
    if (m_outputRunning) {
        m_output->suspend();
        m_outputRunning = false;
    }
    m_buffer.endFade();
}

/// Gives the device back; what it did not play yet is made again later.
void Engine::stopOutput()
{
    const auto here = m_buffer.momentAt(framesHeard());
    m_output->stop();
    m_asked = nullptr;
    m_outputStarted = m_outputRunning = false;
    m_buffer.restarted();
    if (m_track && !m_toMove && !m_restsAtEnd) {
        m_toMove = {here.track, std::llround(here.place)};
        m_buffer.reset(here);
    }
}

void Engine::changeDevice(const QByteArray &id)
{
    if (id == m_device) {
        return;
    }
    m_device = id;
    m_output->setDevice(id);
    if (m_outputStarted) {
        stopOutput();
    }
}

void Engine::loseDevice(const base::Error &error)
{
    qCWarning(base::logPlayback).noquote() << error.detail;
    if (m_outputStarted) {
        stopOutput();
    }
    m_device.clear();
    m_output->setDevice({});
    m_wantsPlaying = false;
    m_buffer.endFade();
    auto told = report();
    told.state = PlayerState::Paused;
    told.deviceLost = error;
    m_report(std::move(told));
}

} // namespace app::playback::internal
