// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace app::settings {

/// How speed is changed without the pitch: Light costs little, Fine sounds smoother and costs some
/// ten times as much.
enum class StretchQuality { Light, Fine };

/// How much of the pauses in speech is left out. Every strength keeps 120 ms around speech.
enum class SilenceSkipping { Off, Gentle, Medium, Strong };

/// How sound is made pleasant to listen to.
struct SoundOptions
{
    StretchQuality quality = StretchQuality::Light;
    SilenceSkipping silence = SilenceSkipping::Off;
    bool level = false;      ///< bring every recording to the loudness below
    double loudness = -16.0; ///< LUFS after EBU R128; -31 to -10
    bool mono = false;

    bool operator==(const SoundOptions &) const = default;
};

/// What one podcast has of its own; what is empty follows the settings for all.
struct PodcastSettings
{
    std::optional<double> speed;
    std::optional<SilenceSkipping> silence;
    std::optional<bool> level;
    std::chrono::milliseconds skipIntro{0}; ///< left out at the start of every episode
    std::chrono::milliseconds skipOutro{0}; ///< left out at the end
    bool remotePictures = false;            ///< pictures may be loaded from other servers

    bool operator==(const PodcastSettings &) const = default;
};

} // namespace app::settings
