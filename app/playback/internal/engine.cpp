// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/engine.h"

#include "app/base/logging.h"
#include "app/playback/internal/watchedsource.h"

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

Engine::Engine(AudioOutputFactory makeOutput, std::function<void(Report)> report)
    : m_report(std::move(report))
    , m_buffer(m_format, [this] { wake(); })
    , m_makeOutput(std::move(makeOutput))
    , m_pipe(m_format)
{
    m_thread = std::thread([this] { run(); });
}

Engine::~Engine()
{
    wish([](Wishes &wishes) { wishes.quit = true; });
    m_thread.join();
}

void Engine::wish(const std::function<void(Wishes &)> &change)
{
    {
        const std::lock_guard lock(m_mutex);
        change(m_wishes);
        m_wished = true;
        // A complete source never waits, and interrupting it would only disturb the index maker.
        if (m_source && !m_source->isComplete()) {
            m_source->interrupt();
        }
    }
    m_changed.notify_one();
}

void Engine::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_needsSound = true;
    }
    m_changed.notify_one();
}

bool Engine::hasWork() const
{
    if (m_failed || m_readError) {
        return false;
    }
    if (!m_isOpen) {
        return m_loaded.bytes != nullptr;
    }
    return m_toMove || m_joint || (!m_buffer.isEnded() && m_buffer.roomFrames() > 0);
}

void Engine::run()
{
    m_output = m_makeOutput();
    m_output->onFailure = [this](const base::Error &error) {
        wish([&](Wishes &wishes) { wishes.deviceError = error; });
    };
    m_asked = m_output.get();
    for (;;) {
        Wishes wishes;
        {
            const bool works = hasWork();
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return works || m_wished || m_needsSound; });
            m_needsSound = false;
            if (std::exchange(m_wished, false)) {
                if (m_source) {
                    m_source->resume();
                }
                std::swap(wishes, m_wishes);
                m_wishes.seekSerial = wishes.seekSerial;
            }
        }
        if (wishes.quit) {
            break;
        }
        carryOut(std::move(wishes));
        if (hasWork()) {
            fill();
        }
    }
    close();
    m_asked = nullptr;
    m_output->stop();
    m_output.reset();
}

void Engine::carryOut(Wishes wishes)
{
    if (wishes.unload) {
        close();
    }
    m_wishedSerial = std::max(m_wishedSerial, wishes.seekSerial);
    const bool newSpeed = wishes.speed.has_value();
    if (newSpeed) {
        m_pipe.setSpeed(*wishes.speed);
    }
    if (wishes.load) {
        carryOutLoad(*std::move(wishes.load));
    }
    if (wishes.index && m_isOpen && wishes.index->generation == m_generation) {
        useIndex(wishes.index->index);
    }
    if (wishes.stop) {
        m_stop = *wishes.stop ? std::optional(toFrame(**wishes.stop)) : std::nullopt;
        m_pipe.setStop(m_stop);
    }
    if (wishes.seek) {
        m_toMove = toFrame(*wishes.seek);
    } else if ((newSpeed || wishes.stop) && m_isOpen && !m_toMove && !m_restsAtEnd) {
        rejoin();
    }
    if (wishes.deviceError && m_outputStarted) {
        stopOutput();
        m_wantsPlaying = false;
        tell(PlayerState::Failed, wishes.deviceError);
    }
    if (wishes.playing) {
        carryOutPlaying(*wishes.playing);
    }
    if (wishes.look) {
        lookForEnd();
    }
    if (wishes.volume) {
        m_output->setVolume(*wishes.volume);
    }
}

void Engine::carryOutLoad(Wishes::Load load)
{
    close();
    m_generation = load.generation;
    m_loaded = std::move(load.source);
    auto watched = std::make_shared<WatchedSource>(
        m_loaded.bytes, [this](bool waiting) { m_buffer.setExpected(!waiting); });
    m_loaded.bytes = watched;
    {
        const std::lock_guard lock(m_mutex);
        m_source = watched;
        m_source->resume();
    }
    m_toMove = toFrame(load.place);
    m_buffer.reset(static_cast<double>(*m_toMove));
    m_buffer.setExpected(true);
    m_stop.reset();
    m_pipe.setStop({});
    tellDuration();
}

void Engine::carryOutPlaying(bool playing)
{
    m_wantsPlaying = playing;
    if (!m_loaded.bytes) {
        return;
    }
    if (!playing) {
        if (m_outputRunning) {
            m_output->suspend();
            m_outputRunning = false;
        }
        if (m_isOpen && !m_failed) {
            tell(PlayerState::Paused);
        }
        return;
    }
    // Playing again after the end begins anew; after a failure it is tried once more from there.
    if (m_failed || m_readError) {
        m_toMove = m_toMove.value_or(std::llround(place()));
        m_failed = false;
        m_readError.reset();
        if (!m_isOpen) {
            tell(PlayerState::Opening);
        }
        m_buffer.setExpected(true);
    } else if (m_restsAtEnd && !m_toMove) {
        m_toMove = m_endsAtStop ? m_pipe.endPlace() : 0;
    }
    if (m_isOpen && !m_toMove) {
        startOutput();
    }
}

qint64 Engine::toFrame(timestamps::MediaTime place) const
{
    return std::max<qint64>(place.ms(), 0) * m_format.sampleRate / 1000;
}

void Engine::tell(PlayerState state, std::optional<base::Error> error)
{
    Report report;
    report.generation = m_generation;
    report.state = state;
    report.error = std::move(error);
    m_report(std::move(report));
}

void Engine::tellDuration()
{
    Report report;
    report.generation = m_generation;
    report.duration = m_loaded.expectedDuration;
    if (const auto *decoder = m_pipe.decoder(); decoder != nullptr && decoder->duration()) {
        report.duration = decoder->duration();
        report.durationExact = decoder->isDurationExact();
    }
    if (report.duration) {
        m_report(std::move(report));
    }
}

qint64 Engine::framesHeard() const
{
    const auto *output = m_asked.load();
    return output != nullptr ? output->framesHeard() : 0;
}

double Engine::place() const
{
    return m_buffer.placeAt(framesHeard());
}

bool Engine::isEndHeard() const
{
    return m_buffer.isEndHeard(framesHeard());
}

void Engine::lookForEnd()
{
    const bool heard = isEndHeard() || (m_readError && !m_outputRunning);
    if (!m_isOpen || m_failed || m_toMove || !heard) {
        return;
    }
    if (m_outputRunning) {
        m_output->suspend();
        m_outputRunning = false;
    } else if (!m_readError) {
        return;
    }
    m_wantsPlaying = false;
    m_restsAtEnd = !m_readError;
    if (m_readError) {
        m_failed = true;
        tell(PlayerState::Failed, m_readError);
    } else if (m_endsAtStop) {
        tell(PlayerState::Paused);
    } else {
        Report report;
        report.generation = m_generation;
        report.state = PlayerState::Ended;
        report.finished = true;
        m_report(std::move(report));
    }
}

void Engine::startOutput()
{
    if (m_outputRunning) {
        return;
    }
    if (m_outputStarted) {
        m_output->resume();
    } else if (const auto started = m_output->start(m_format, m_buffer); !started) {
        m_wantsPlaying = false;
        tell(PlayerState::Failed, started.error());
        return;
    }
    m_outputStarted = m_outputRunning = true;
    tell(PlayerState::Playing);
}

void Engine::stopOutput()
{
    const auto here = std::llround(place());
    m_output->stop();
    m_outputStarted = m_outputRunning = false;
    m_toMove = m_toMove.value_or(here);
}

void Engine::close()
{
    m_indexMaker.reset();
    m_indexTried = false;
    if (m_outputRunning) {
        m_output->suspend();
        m_outputRunning = false;
    }
    m_buffer.setExpected(false);
    m_buffer.reset(0);
    if (m_outputStarted) {
        m_output->flush();
    }
    {
        const std::lock_guard lock(m_mutex);
        m_source.reset();
    }
    m_pipe.setDecoder(nullptr);
    m_loaded = {};
    m_joint.reset();
    m_toMove.reset();
    m_readError.reset();
    m_isOpen = m_failed = m_endsAtStop = m_restsAtEnd = false;
}

} // namespace app::playback::internal
