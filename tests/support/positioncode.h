// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace tests {

/// Sound that tells its own place: each 100 ms carry a pair of tones of their own over noise that
/// never repeats, so that 60 ms of it, even after lossy coding, say exactly where they are from.
inline constexpr int codeRate = 48'000;
inline constexpr int codeSeconds = 120;

/// Mono, codeRate, from the start on.
[[nodiscard]] const std::vector<float> &positionCode();

enum class AudioKind {
    Mp3Cbr,
    Mp3Vbr,
    Mp3CbrNoXing,
    Mp3VbrNoXing,
    Mp3Low, ///< MPEG-2, 22.05 kHz mono, 32 kbit/s
    M4a,
    M4aFastStart,
    Opus,
    Vorbis,
    Flac,
    Wav,
    // From here on the odd ones, of oddAudioKinds().
    Mp3Uneven,          ///< no Xing; 30 s of 320 kbit/s, then of 32, 128 and 32
    Mp3LargeTag,        ///< 3 MB of picture in front, with what looks like frames in it
    Mp3GarbageInFront,  ///< 30 KB of it, with what looks like frames
    Mp3GarbageInMiddle, ///< 20 KB of it at 50 s, with what looks like frames
    Mp3LyingXing,       ///< three times the frames, half the bytes, a senseless table
    Mp3LongDelay,       ///< three more frames of silence in front, and a LAME tag that says so
    M4b,                ///< 22.05 kHz mono, as audio books are
    M4aFragments,
    AacAdts,
    AacAdtsLow,   ///< 22.05 kHz mono
    OpusQuick,    ///< of low delay: another pre-skip, frames of 5 ms
    OpusSlow,     ///< frames of 60 ms, mono, 24 kbit/s
    VorbisMono,   ///< 44.1 kHz
    Flac48,       ///< 48 kHz, 24 bit, stereo
    Wav24,        ///< 44.1 kHz, 24 bit, mono
    WavUndeclared ///< written to a pipe: it does not say how long it is
};

/// The usual ones.
[[nodiscard]] std::vector<AudioKind> allAudioKinds();

/// Those that mislead, or are seldom met.
[[nodiscard]] std::vector<AudioKind> oddAudioKinds();
[[nodiscard]] QString audioKindName(AudioKind kind);

/// A file of the position code in this coding, made once per build tree with the ffmpeg program and
/// shared by all tests: read it, never change it. Empty when ffmpeg is missing.
[[nodiscard]] QString positionCodedFile(AudioKind kind);

/// Two minutes of a 440 Hz tone as WAV; shared likewise.
[[nodiscard]] QString toneFile();

/// Runs ffmpeg with these arguments behind "-i WAV" of the position code (others may come first),
/// writing \p output. False when it fails.
[[nodiscard]] bool encodePositionCode(const QStringList &arguments, const QString &output);

struct HeardPlace
{
    double ms = 0;       ///< place in the recording of the first frame given
    double likeness = 0; ///< 0 to 1
};

/// Where interleaved stereo at codeRate is from; uses the first 60 ms, and only 12 ms of them
/// when \p stretched (there the order is only kept within short pieces). Empty for silence and for
/// anything that is not the code.
[[nodiscard]] std::optional<HeardPlace> heardPlace(std::span<const float> stereo,
                                                   bool stretched = false);

/// Strongest frequency of interleaved stereo at codeRate, in Hz.
[[nodiscard]] double pitchOf(std::span<const float> stereo);

} // namespace tests
