// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"
#include "app/playback/internal/stretcher.h"

#include <memory>
#include <optional>

namespace app::playback::internal {

/// From decoder through stretcher: gives the sound of a recording in order, from any place, at any
/// speed, to the end or a stop.
///
/// What was decoded lately is kept, so that a change of speed begins again a little earlier without
/// reading the file. Places are in frames of the recording. Thread: one at a time.
class SoundPipe final
{
public:
    explicit SoundPipe(const media::SoundFormat &format);

    /// Also replaces one of the same recording, going on where it was.
    void setDecoder(std::unique_ptr<media::Decoder> decoder);

    [[nodiscard]] media::Decoder *decoder() const { return m_decoder.get(); }

    void setSpeed(double speed) { m_speed = speed; }

    /// Sound ends there; no matter when it begins behind that. Takes effect with the next begin().
    void setStop(std::optional<qint64> place) { m_stop = place; }

    /// What comes next is the sound from this place on. Errors: the decoder's.
    [[nodiscard]] base::Result<void> begin(qint64 place);

    /// The next sound; may be empty before there is enough. Errors: the decoder's; nothing is lost
    /// by asking again.
    [[nodiscard]] base::Result<Piece> next();

    /// Whether everything was given; then endPlace() tells where it ended.
    [[nodiscard]] bool isAtEnd() const { return m_ended; }

    [[nodiscard]] bool isAtStop() const { return m_stopped; }

    [[nodiscard]] qint64 endPlace() const { return m_fed; }

    /// What lies before this place is not needed again.
    void forgetBefore(qint64 place);

private:
    [[nodiscard]] qint64 keptEnd() const;
    [[nodiscard]] base::Result<bool> decodeMore();
    [[nodiscard]] Piece finish();

    media::SoundFormat m_format;
    std::unique_ptr<media::Decoder> m_decoder;
    Stretcher m_stretcher;
    std::vector<float> m_kept; ///< decoded, from m_keptStart on
    qint64 m_keptStart = 0;
    qint64 m_begun = 0; ///< place of the latest begin()
    qint64 m_fed = 0;   ///< end of what the stretcher was given
    double m_speed = 1;
    std::optional<qint64> m_stop;
    bool m_ended = false;
    bool m_stopped = false;
};

} // namespace app::playback::internal
