// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/audiooutput.h"
#include "app/playback/internal/stretcher.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <span>

namespace app::playback::internal {

/// Sound on its way from the engine to the output, and the map from what the device played back to
/// places in the recording.
///
/// Places are in frames of the recording. Thread: pull() and restarted() on the output's, places
/// and questions on any, everything else on the engine's. The lock is only held to copy.
class PlayBuffer final : public FrameProvider
{
public:
    /// \param needsSound  called by pull() when there is room for more; must not block
    PlayBuffer(const media::SoundFormat &format, std::function<void()> needsSound);

    void pull(float *interleaved, qint64 frames) override;
    void restarted() override;
    void waitUntilReady(qint64 frames) override;

    /// Drops everything; silence until something is added, which is faded in.
    void reset(double place);
    void add(const Piece &piece);
    /// Nothing follows what was added; the sound ends at this place.
    void setEnd(double place);
    [[nodiscard]] bool isEnded() const;
    [[nodiscard]] qint64 roomFrames() const;

    /// A point a little ahead of what is pulled next, where other sound can be joined on.
    struct Joint
    {
        qint64 frame = 0;
        double place = 0;
    };

    /// Until join(), reset() or setEnd(), waitUntilReady() waits for what is being made.
    [[nodiscard]] Joint jointAhead(qint64 frames);
    /// Replaces what comes behind a joint, cross-fading into it. False, and nothing changed, when
    /// more than the piece was pulled in the meantime.
    [[nodiscard]] bool join(const Joint &joint, const Piece &piece);
    /// Ends the sound at a place that is in the buffer. False when it is not.
    [[nodiscard]] bool endAt(double place);

    /// Place of the frame that is pulled next.
    [[nodiscard]] double placeOfNext() const;
    /// Place of the frame the device has come to, counted as AudioOutput::framesHeard.
    [[nodiscard]] double placeAt(qint64 heard) const;
    [[nodiscard]] bool isEndHeard(qint64 heard) const;

    /// Whether silence had to be given for a tenth of a second because nothing was there.
    [[nodiscard]] bool isStarved() const { return m_starvedFrames > m_format.sampleRate / 10; }

    /// Whether sound can be expected at all; for waitUntilReady().
    void setExpected(bool expected);

private:
    using Mark = Anchor;
    using Marks = std::deque<Mark>;

    static void addMark(Marks &marks, const Mark &mark);
    [[nodiscard]] float *slot(qint64 frame);
    void write(std::span<const float> sound);
    void addPlaces(const Piece &piece, qint64 start, qint64 skipped);
    void give(float *into, qint64 frames);
    [[nodiscard]] double nextPlace() const;

    media::SoundFormat m_format;
    std::function<void()> m_needsSound;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<float> m_ring;
    qint64 m_head = 0; ///< frames pulled of what was added
    qint64 m_tail = 0; ///< frames added
    Marks m_marks;     ///< places of the frames added
    double m_tailPlace = 0;
    qint64 m_out = 0; ///< frames given to the output since it restarted, silence included
    Marks m_heardMarks;
    qint64 m_fadeLeft = 0;
    bool m_ended = false;
    bool m_expected = false;
    bool m_joining = false;
    std::optional<qint64> m_endOut;
    std::atomic<qint64> m_starvedFrames = 0;
};

} // namespace app::playback::internal
