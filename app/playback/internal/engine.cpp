// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's thread and what is asked of it.
#include "app/playback/internal/engine.h"

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

namespace {

/// How long a fade that is taken back needs to come to full loudness.
constexpr qint64 fadeBackMs = 200;

} // namespace

Engine::Engine(AudioOutputFactory makeOutput, std::function<void(Report)> report)
    : m_report(std::move(report))
    , m_buffer(m_format, [this] { wake(); })
    , m_makeOutput(std::move(makeOutput))
    , m_seam(m_format)
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
    if (!m_track || m_failed || m_readError) {
        return false;
    }
    if (!m_track->isOpen || m_toMove || m_toBegin || m_joint || m_rejoins) {
        return true;
    }
    if (m_buffer.isEnded()) {
        return false;
    }
    const bool waitsForNext = m_made == m_track.get() && m_made->pipe.isAtEnd() && m_next
                              && m_next->opener && !m_next->opener->isDone();
    return !waitsForNext && m_buffer.roomFrames() > 0;
}

Wishes Engine::takeWishes()
{
    Wishes wishes;
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
    return wishes;
}

void Engine::run()
{
    m_output = m_makeOutput();
    m_output->onFailure = [this](const base::Error &error) {
        wish([&](Wishes &wishes) { wishes.deviceError = error; });
    };
    for (;;) {
        auto wishes = takeWishes();
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
    bool anew = changeSound(wishes);
    changeRecordings(wishes);
    anew = (m_track && changeEnds(wishes)) || anew;
    if (wishes.device) {
        changeDevice(*wishes.device);
    }
    if (wishes.seek && m_track) {
        m_toMove = {m_track->id, toFrame(*wishes.seek)};
    } else if (anew) {
        rejoin();
    }
    if (wishes.deviceError && m_outputStarted) {
        loseDevice(*wishes.deviceError);
    }
    if (wishes.playing) {
        carryOutPlaying(*wishes.playing);
    }
    if (wishes.fade) {
        carryOutFade(*wishes.fade);
    }
    if (wishes.look) {
        lookForEnds();
    }
    if (wishes.volume) {
        m_output->setVolume(*wishes.volume);
    }
}

void Engine::changeRecordings(Wishes &wishes)
{
    if (wishes.advance) {
        carryOutAdvance(*wishes.advance);
    }
    if (wishes.load) {
        carryOutLoad(*std::move(wishes.load));
    }
    if (wishes.next && m_track) {
        carryOutNext(*std::move(wishes.next));
    }
    if (wishes.index && m_track && m_track->isOpen && wishes.index->track == m_track->id) {
        useIndex(wishes.index->index);
    }
}

/// \returns whether the sound has to be made anew
bool Engine::changeSound(const Wishes &wishes)
{
    if (!wishes.speed && !wishes.options) {
        return false;
    }
    m_speed = wishes.speed.value_or(m_speed);
    m_options = wishes.options.value_or(m_options);
    for (auto *track : {m_track.get(), m_next.get()}) {
        if (track != nullptr) {
            track->pipe.setSpeed(m_speed);
            track->pipe.setOptions(m_options);
        }
    }
    return true;
}

/// \returns whether the sound has to be made anew
bool Engine::changeEnds(const Wishes &wishes)
{
    if (wishes.loudness) {
        m_track->pipe.setLoudness(*wishes.loudness);
    }
    if (wishes.stop) {
        m_track->stop = *wishes.stop ? std::optional(toFrame(**wishes.stop)) : std::nullopt;
    }
    if (wishes.loop) {
        m_track->loop.reset();
        if (const auto &range = *wishes.loop) {
            m_track->loop = LoopRange{toFrame(range->start), toFrame(range->end)};
        }
    }
    const bool endMoves =
        wishes.leaveOutAtEnd && *wishes.leaveOutAtEnd != m_track->source.leaveOutAtEnd;
    m_track->source.leaveOutAtEnd = wishes.leaveOutAtEnd.value_or(m_track->source.leaveOutAtEnd);
    return wishes.stop || wishes.loop || endMoves;
}

std::unique_ptr<Track> Engine::makeTrack(Wishes::Recording recording)
{
    const auto id = recording.track;
    auto track = std::make_unique<Track>(m_format,
                                         std::move(recording.source),
                                         toFrame(recording.place),
                                         id,
                                         [this, id](bool waiting) { noteWaiting(id, waiting); });
    track->pipe.setSpeed(m_speed);
    track->pipe.setOptions(m_options);
    track->pipe.setLoudness(track->source.loudness);
    return track;
}

void Engine::carryOutLoad(Wishes::Recording recording)
{
    close();
    m_track = makeTrack(std::move(recording));
    make(*m_track);
    m_toMove = {m_track->id, m_track->place};
    m_buffer.reset({m_track->id, static_cast<double>(m_track->place), 0});
    m_placeExact = true;
    tellDuration(*m_track);
}

void Engine::carryOutNext(std::optional<Wishes::Recording> recording)
{
    if (!recording && !m_next) {
        return;
    }
    if (m_next && m_made == m_next.get()) {
        forgetMaking();
        m_readError.reset();
        make(*m_track);
    }
    const auto end = m_track->pipe.endPlace();
    if (m_next && m_toMove && m_toMove->track == m_next->id) {
        m_toMove = {m_track->id, end};
    }
    if (m_track->isOpen && m_track->pipe.isAtEnd() && !m_toMove && !m_restsAtEnd && !m_readError
        && m_endKind != EndKind::Stop) {
        // What was to come instead is taken out of the buffer again, be it the end.
        m_buffer.dropTrack(m_next ? m_next->id : 0,
                           {m_track->id, static_cast<double>(end), m_buffer.next().saved});
    }
    m_next = recording ? makeTrack(*std::move(recording)) : nullptr;
}

/// The one that followed is the loaded one now.
void Engine::carryOutAdvance(quint64 track)
{
    if (!m_next || m_next->id != track) {
        return;
    }
    const bool isMade = m_made == m_next.get();
    m_track = std::move(m_next);
    if (!isMade && !m_track->error) {
        // Sound was made anew before it, but came too late to be heard.
        forgetMaking();
        m_toMove = {track, std::llround(place(track))};
    }
    if (!isMade) {
        make(*m_track);
    }
    if (m_track->error) {
        m_failed = true;
        m_restsAtEnd = false;
        forgetMaking();
        m_toMove = {m_track->id, m_track->place};
        m_buffer.reset({m_track->id, static_cast<double>(m_track->place), savedFrames()});
        m_track->error.reset();
        return;
    }
    tellDuration(*m_track);
    m_placeExact = true;
    tellPlaceExact();
}

void Engine::carryOutPlaying(bool playing)
{
    m_wantsPlaying = playing;
    if (!m_track) {
        return;
    }
    if (!playing) {
        suspendOutput();
        if (m_track->isOpen && !m_failed) {
            tell(PlayerState::Paused);
        }
        return;
    }
    // Playing again after the end begins anew; after a failure it is tried once more from there.
    if (m_failed || m_readError) {
        m_toMove = m_toMove.value_or(Target{m_track->id, std::llround(place(m_track->id))});
        m_failed = false;
        m_readError.reset();
        if (!m_track->isOpen) {
            tell(PlayerState::Opening);
        }
        m_buffer.setExpected(true);
    } else if (m_restsAtEnd && !m_toMove) {
        m_toMove = {m_track->id, m_endKind == EndKind::Stop ? m_endPlace : 0};
    }
    if (m_track->isOpen && !m_toMove) {
        startOutput();
    }
}

void Engine::carryOutFade(timestamps::Duration over)
{
    if (over.count() > 0 && m_wantsPlaying) {
        m_buffer.fadeOut(over.count() * m_format.sampleRate / 1000);
    } else {
        m_buffer.endFade(m_format.sampleRate * fadeBackMs / 1000);
    }
}

void Engine::close()
{
    suspendOutput();
    m_buffer.setExpected(false);
    m_buffer.reset({});
    if (m_outputStarted) {
        m_output->flush();
    }
    {
        const std::lock_guard lock(m_mutex);
        m_source.reset();
        m_expectedTrack = 0;
    }
    forgetMaking();
    m_made = nullptr;
    m_track.reset();
    m_next.reset();
    m_toMove.reset();
    m_readError.reset();
    m_endKind = EndKind::Recording;
    m_savedBefore = 0;
    m_failed = m_restsAtEnd = false;
}

} // namespace app::playback::internal
