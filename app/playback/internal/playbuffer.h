// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/audiooutput.h"
#include "app/playback/internal/fader.h"
#include "app/playback/internal/stretcher.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <span>

namespace app::playback::internal {

/// A moment of a recording. Recordings are told apart by a number of their own.
struct Moment
{
    quint64 track = 0;
    double place = 0; ///< in frames of the recording
    qint64 saved = 0; ///< frames of sound that left-out pauses had saved until there
};

/// Sound on its way from the engine to the output, and the map from what the device played back to
/// places in the recordings, for what follows a recording may be in the buffer before that has
/// ended.
///
/// Thread: pull() and restarted() on the output's, places and questions on any, everything else on
/// the engine's. The lock is only held to copy.
class PlayBuffer final : public FrameProvider
{
public:
    /// \param needsSound  called by pull() when there is room for more; must not block
    PlayBuffer(const media::SoundFormat &format, std::function<void()> needsSound);

    void pull(float *interleaved, qint64 frames) override;
    void restarted() override;
    void waitUntilReady(qint64 frames) override;

    /// Drops everything; silence until something is added, which is faded in.
    void reset(const Moment &moment);
    /// \param saved  until the end of the piece
    void add(const Piece &piece, quint64 track, qint64 saved);
    /// The recording whose sound was added ends at this place; another's may follow.
    void endTrack(double place);
    /// Nothing follows what was added; the sound ends there.
    void setEnd(const Moment &end);
    /// Forgets a recording's sound that was not pulled yet, and that there was an end: what comes
    /// before it ends at \p end, and something may follow.
    void dropTrack(quint64 track, const Moment &end);
    [[nodiscard]] bool isEnded() const;
    [[nodiscard]] qint64 roomFrames() const;

    /// A point where other sound can be joined on, and what it would come in place of.
    struct Joint
    {
        qint64 frame = 0;
        Moment moment;
    };

    /// Whether there is enough to join other sound on so many frames ahead without a click: to fade
    /// from, or silence. From now on, until join(), reset() or setEnd(), waitUntilReady() waits for
    /// what is being made.
    [[nodiscard]] bool prepareJoint(qint64 frames);
    /// The point so many frames ahead of what is pulled next.
    [[nodiscard]] Joint jointAhead(qint64 frames) const;
    /// The point ahead, but before \p end, where a place of the same recording is passed.
    [[nodiscard]] std::optional<Joint> passing(double place, const Joint &end) const;
    /// Replaces what comes behind a joint, cross-fading into it. False, and nothing changed, when
    /// more than half of the piece comes too late.
    [[nodiscard]] bool join(const Joint &joint, const Piece &piece, qint64 saved);
    /// Ends the sound at a joint.
    void endAt(const Joint &joint);

    /// What is pulled next.
    [[nodiscard]] Moment next() const;
    /// What the device has come to, counted as AudioOutput::framesHeard.
    [[nodiscard]] Moment momentAt(qint64 heard) const;
    /// The same within one recording: where it ended, when another one has begun since.
    [[nodiscard]] double placeAt(qint64 heard, quint64 track) const;
    [[nodiscard]] bool isEndHeard(qint64 heard) const;

    /// All places of a recording turned out to be so many frames off.
    void shift(quint64 track, double frames);

    /// Grows silent; then nothing more is taken from the buffer until the fade is ended.
    void fadeOut(qint64 frames);
    /// Becomes as loud as before, in so many frames.
    void endFade(qint64 frames);

    void endFade() { endFade(m_fadeInFrames); }

    [[nodiscard]] bool isFadeHeard(qint64 heard) const;

    /// Whether silence had to be given for a tenth of a second because nothing was there.
    [[nodiscard]] bool isStarved() const { return m_starvedFrames > m_format.sampleRate / 10; }

    /// Whether sound can be expected at all; for waitUntilReady().
    void setExpected(bool expected);

private:
    struct Mark
    {
        qint64 frame = 0;
        double rate = 0;
        Moment moment; ///< of that frame

        [[nodiscard]] double placeAt(qint64 other) const
        {
            return moment.place + static_cast<double>(other - frame) * rate;
        }

        [[nodiscard]] Moment at(qint64 other) const
        {
            return {moment.track, placeAt(other), moment.saved};
        }
    };

    using Marks = std::deque<Mark>;

    static void addMark(Marks &marks, const Mark &mark);
    [[nodiscard]] float *slot(qint64 frame);
    void write(std::span<const float> sound);
    void addPlaces(const Piece &piece, qint64 start, qint64 skipped, const Moment &moment);
    void mix(qint64 start, const float *sound, qint64 frames);
    void give(float *into, qint64 frames);
    void giveSound(float *into, qint64 frames);
    void giveSilence(float *into, qint64 frames);
    [[nodiscard]] Moment nextMoment() const;
    [[nodiscard]] Marks::const_iterator markOf(qint64 frame) const;
    [[nodiscard]] Marks::const_iterator heardMark(qint64 heard) const;

    const media::SoundFormat m_format;
    const qint64 m_fadeInFrames;
    std::function<void()> m_needsSound;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<float> m_ring;
    qint64 m_head = 0; ///< frames pulled of what was added
    qint64 m_tail = 0; ///< frames added
    Marks m_marks;     ///< of the frames added
    Moment m_tailMoment;
    qint64 m_out = 0; ///< frames given to the output since it restarted, silence included
    Marks m_heardMarks;
    Fader m_fader;         ///< as the listener asked
    qint64 m_fadeLeft = 0; ///< of the short rise behind silence
    bool m_ended = false;
    bool m_expected = false;
    bool m_joining = false;
    std::optional<qint64> m_endOut;
    std::optional<qint64> m_silentOut; ///< where the fade was over
    std::atomic<qint64> m_starvedFrames = 0;
};

} // namespace app::playback::internal
