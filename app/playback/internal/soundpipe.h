// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"
#include "app/playback/internal/leveller.h"
#include "app/playback/internal/placemap.h"
#include "app/playback/internal/silenceskipper.h"
#include "app/playback/internal/stretcher.h"
#include "app/settings/sound.h"

#include <memory>
#include <optional>
#include <span>

namespace app::playback::internal {

/// From decoder through what makes sound pleasant: gives the sound of a recording in order, from
/// any place, at any speed, to the end or a stop; on the way pauses are shortened, the speed is
/// changed, channels are mixed and the loudness is brought to the listener's.
///
/// What was decoded lately is kept, so that a change of speed begins again a little earlier without
/// reading the file. Places are in frames of the recording. Thread: one at a time.
class SoundPipe final
{
public:
    explicit SoundPipe(const media::SoundFormat &format);

    /// Also replaces one of the same recording, going on where it was. None at all is the end of
    /// the recording: see forgetRecording().
    void setDecoder(std::unique_ptr<media::Decoder> decoder);

    [[nodiscard]] media::Decoder *decoder() const { return m_decoder.get(); }

    /// Forgets what was learned by listening and the loudness that was set; for another recording.
    void forgetRecording();

    /// 0.5 to 3. Takes effect with the next begin().
    void setSpeed(double speed) { m_speed = speed; }

    /// Takes effect with the next begin().
    void setOptions(const settings::SoundOptions &options) { m_options = options; }

    /// LUFS of the whole recording, where known; else it is estimated while listening. Takes effect
    /// at once, but glides where sound was given already.
    void setLoudness(std::optional<double> lufs);

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

    /// Before the end: the place of what next() gives next.
    [[nodiscard]] qint64 endPlace() const { return m_ended ? m_fed : m_given; }

    /// How much shorter the sound given since resetSaved() became by shortened pauses; in frames of
    /// sound, at the speed it was given with.
    [[nodiscard]] qint64 savedFrames() const;
    void resetSaved();

    /// What lies before this place is not needed again.
    void forgetBefore(qint64 place);

    /// How much decoded sound is kept.
    [[nodiscard]] qint64 keptFrames() const { return keptEnd() - m_keptStart; }

private:
    [[nodiscard]] qint64 keptEnd() const;
    [[nodiscard]] base::Result<bool> decodeMore();
    void feed(qint64 end);
    void stretch(const Piece &piece);
    [[nodiscard]] Piece take();
    [[nodiscard]] Piece give(Piece piece);
    [[nodiscard]] Piece finish();
    [[nodiscard]] std::span<const float> keptBefore(qint64 place) const;
    void boundKept();

    media::SoundFormat m_format;
    std::unique_ptr<media::Decoder> m_decoder;
    SilenceSkipper m_skipper;
    PlaceMap m_map;
    Stretcher m_stretcher;
    Leveller m_leveller;
    std::vector<float> m_kept; ///< decoded, from m_keptStart on
    qint64 m_keptStart = 0;
    qint64 m_begun = 0; ///< place of the latest begin()
    qint64 m_fed = 0;   ///< end of what was taken in
    qint64 m_given = 0; ///< place of the end of what was given
    settings::SoundOptions m_options;
    double m_saved = 0; ///< frames of sound
    double m_speed = 1;
    double m_begunSpeed = 1;
    bool m_mono = false; ///< since the latest begin()
    std::optional<qint64> m_stop;
    bool m_ended = false;
    bool m_stopped = false;
};

} // namespace app::playback::internal
