// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/internal/pausejudge.h"
#include "app/playback/internal/piece.h"
#include "app/settings/sound.h"

namespace app::playback::internal {

/// Shortens pauses in speech: leaves out their middle and joins the rest without a click.
///
/// Sound passes as it comes; only inside a pause is it held back until the pause turns out short
/// enough to stay. Nothing is left out before some seconds were heard. Off, it changes nothing.
/// Thread: one at a time.
class SilenceSkipper final
{
public:
    explicit SilenceSkipper(const media::SoundFormat &format);

    /// Takes effect with the next restart().
    void setStrength(settings::SilenceSkipping strength) { m_wanted = strength; }

    /// What is put next begins at \p place; what was learned stays.
    void restart(qint64 place);

    /// Forgets what was learned; for another recording.
    void forget() { m_judge.forget(); }

    void put(const float *sound, qint64 frames);
    /// Nothing more is put: what is held back comes out, a pause at the end shortened.
    void finish();
    /// What is ready; its places go on by one, but where something was left out.
    [[nodiscard]] Piece take();

private:
    /// In frames of the recording.
    struct Limits
    {
        qint64 longest = 0; ///< of a pause that stays as it is
        qint64 before = 0;  ///< stays behind speech
        qint64 after = 0;   ///< stays in front of speech
    };

    enum class State { Sound, Pause, LeavingOut };

    [[nodiscard]] Limits limits() const;
    void judge(const BandPowers &next);
    void step(bool quiet, const BandLevels &levels);
    void endPause(qint64 speech);
    void pass(qint64 place);
    void drop(qint64 place);
    void join(qint64 place);
    [[nodiscard]] const float *held(qint64 place) const;

    const media::SoundFormat m_format;
    const qint64 m_fadeFrames;
    settings::SilenceSkipping m_wanted = settings::SilenceSkipping::Off;
    settings::SilenceSkipping m_strength = settings::SilenceSkipping::Off;
    Limits m_limits; ///< of the pause
    BandMeter m_meter;
    PauseJudge m_judge;
    std::vector<BandPowers> m_powers;
    std::array<BandPowers, 2> m_last{}; ///< of the two latest blocks
    qint64 m_measured = 0;              ///< blocks since the restart
    State m_state = State::Sound;
    std::vector<BandLevels> m_pause; ///< levels since it began
    qint64 m_pauseStart = 0;
    qint64 m_judged = 0;       ///< place up to which it is known what is a pause
    std::vector<float> m_head; ///< the last frames before what is left out
    std::vector<float> m_held; ///< put, but not passed
    qint64 m_heldStart = 0;    ///< its place
    Piece m_ready;
};

} // namespace app::playback::internal
