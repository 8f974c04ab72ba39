// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/audiooutput.h"
#include "app/playback/player.h"

#include <functional>
#include <memory>

namespace app::playback {

/// Makes the way out for sound, on the engine's thread.
using AudioOutputFactory = std::function<std::unique_ptr<AudioOutput>()>;

/// The engine: libav decodes, SoundTouch stretches, an AudioOutput plays; on a thread of its own.
/// A missing device pauses with an error (state Failed, code NoDevice) and everything else goes on.
/// The destructor stops the sound and joins the thread.
[[nodiscard]] std::unique_ptr<Player> makeEnginePlayer(AudioOutputFactory makeOutput);

/// The device of this computer through Qt Multimedia.
[[nodiscard]] AudioOutputFactory deviceOutput();

} // namespace app::playback
