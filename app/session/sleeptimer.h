// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/playback/player.h"
#include "app/session/backstack.h"

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <optional>

namespace app::session {

class Listening;

/// Lets the sound fade out and pauses after some minutes, or at the end of the chapter or episode.
///
/// Minutes run only while the sound does. It has no timer of its own: it counts as the sound goes
/// on. The sound fades out in the last ten seconds, so that it is silent just at the end. A wish of
/// the listener while it fades (Listening::steered) shows that nobody sleeps: the fading and the
/// timer end, and the wish is carried out. Thread: main.
class SleepTimer final : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Off, Minutes, EndOfChapter, EndOfEpisode };

    /// How long the sound takes to fade out.
    static constexpr timestamps::Duration fade{10'000};

    SleepTimer(Listening &listening, const base::Clock &clock);
    ~SleepTimer() override;

    /// Replaces what was set. 1 minute to 24 hours; clamped.
    void startMinutes(std::chrono::minutes minutes);
    /// The chapter that is heard now, or the one jumped to until then; without chapters, the
    /// episode.
    void startAtEndOfChapter();
    /// Nothing of the queue follows then.
    void startAtEndOfEpisode();
    void stop();
    /// Five minutes more than is left, in minutes from now on; a fading sound is loud again.
    void extend();

    [[nodiscard]] Mode mode() const { return m_mode; }

    /// Real time until silence, as far as that is known; at the speed of now.
    [[nodiscard]] std::optional<timestamps::Duration> remaining() const;

    /// After it let the listener sleep: where the fading began, for going on there; until the next
    /// start or undo().
    [[nodiscard]] std::optional<ListeningPlace> sleptAt() const { return m_sleptAt; }

    /// Goes back to sleptAt() and plays.
    void undo();

signals:
    /// Mode or what can be undone; also once a minute while minutes run.
    void changed();
    void fellAsleep();

private:
    void start(Mode mode);
    void setMode(Mode mode);
    void noticePosition();
    void noticeState(playback::PlayerState state);
    void noticeWish();
    void count();
    void fadeAway(timestamps::Duration over);
    void endFade();
    void fallAsleep();
    [[nodiscard]] std::optional<timestamps::MediaTime> end() const;
    [[nodiscard]] std::optional<timestamps::MediaTime> endOfEpisode() const;

    Listening &m_listening;
    playback::Player &m_player;
    const base::Clock &m_clock;
    Mode m_mode = Mode::Off;
    timestamps::Duration m_left{0};     ///< of Minutes
    std::optional<QDateTime> m_counted; ///< until when; empty while it is silent
    bool m_fading = false;
    bool m_fadeOver = false; ///< the player says so; whether it is silent follows
    bool m_stopsThere = false;
    bool m_asleep = false; ///< what follows waits until it plays again
    ListeningPlace m_fadedFrom;
    std::optional<ListeningPlace> m_sleptAt;
};

} // namespace app::session
