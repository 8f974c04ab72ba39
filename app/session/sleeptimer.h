// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/playback/player.h"
#include "app/session/backstack.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace app::session {

class Listening;

/// Lets the sound fade out and pauses after some minutes, or at the end of the chapter or episode.
///
/// Minutes run only while the sound does. Runs no timer while it is off or paused. Thread: main.
class SleepTimer final : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Off, Minutes, EndOfChapter, EndOfEpisode };

    /// How long the sound takes to fade out.
    static constexpr timestamps::Duration fade{10'000};

    explicit SleepTimer(Listening &listening);
    ~SleepTimer() override;

    /// Replaces what was set. 1 minute to 24 hours; clamped.
    void startMinutes(std::chrono::minutes minutes);
    /// The chapter that is heard now; without chapters, the episode.
    void startAtEndOfChapter();
    void startAtEndOfEpisode();
    void stop();
    /// Five minutes more than is left.
    void extend();

    [[nodiscard]] Mode mode() const { return m_mode; }

    /// Real time until silence, as far as that is known; at the speed of now.
    [[nodiscard]] std::optional<timestamps::Duration> remaining() const;

    /// After it let the listener sleep: where the fading began, for going on there.
    [[nodiscard]] std::optional<ListeningPlace> sleptAt() const { return m_sleptAt; }

    /// Goes back to sleptAt() and plays.
    void undo();

signals:
    /// Mode or what can be undone; also once a minute while minutes run.
    void changed();
    void fellAsleep();

private:
    Listening &m_listening;
    Mode m_mode = Mode::Off;
    std::optional<ListeningPlace> m_sleptAt;
};

} // namespace app::session
