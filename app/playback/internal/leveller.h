// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/internal/limiter.h"
#include "app/playback/internal/loudnessmeter.h"
#include "app/playback/internal/piece.h"

namespace app::playback::internal {

/// Brings sound to a loudness: by one gain for the whole recording where its loudness is known,
/// else by what was heard until now, slowly; then by a limiter. Off, it changes nothing.
/// Thread: one at a time.
class Leveller final
{
public:
    explicit Leveller(const media::SoundFormat &format);

    /// Another recording: forgets its loudness, and what was given until now.
    void forget();

    /// \param loudness  LUFS; empty for off
    void setTarget(std::optional<double> loudness) { m_wanted = loudness; }

    /// LUFS of the whole recording. Glides there when sound was given already.
    void setLoudness(std::optional<double> loudness);

    /// Begins anew with other sound; the gain goes on. A target that was set takes effect.
    void restart();
    /// Some milliseconds of what was put are held back.
    [[nodiscard]] Piece put(Piece piece);
    /// What is held back.
    [[nodiscard]] Piece finish();

private:
    void aim();
    void amplify(std::vector<float> &sound);
    [[nodiscard]] Piece give(std::vector<float> sound);

    media::SoundFormat m_format;
    LoudnessMeter m_meter;
    Limiter m_limiter;
    std::optional<double> m_wanted; ///< target with the next restart
    std::optional<double> m_target;
    std::optional<double> m_known;
    std::optional<double> m_estimate;
    bool m_hasGiven = false;
    double m_gain = 0;            ///< dB
    double m_goal = 0;            ///< dB
    double m_pace = 0;            ///< dB per frame on the way there
    qint64 m_put = 0;             ///< frames since the restart
    qint64 m_given = 0;           ///< frames since the restart
    std::vector<Anchor> m_places; ///< of what is not given yet; frames since the restart
};

} // namespace app::playback::internal
