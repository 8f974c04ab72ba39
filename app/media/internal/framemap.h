// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/internal/framewalker.h"
#include "app/media/internal/mp3tag.h"

#include <optional>
#include <vector>

namespace app::media::internal {

/// Which byte each moment of a recording made of frames begins at: what was passed from the start
/// on, what was passed behind a jump, and what can be guessed of the rest.
///
/// Times are in ticks, from the first sample decoded.
class FrameMap final
{
public:
    struct Mark
    {
        qint64 offset = 0;
        qint64 ticks = 0;
    };

    /// Forgets everything. \param first  frame of sound; \param tag  what stood before it
    void begin(const SoundFrame &first, const std::optional<Mp3Tag> &tag);

    /// A frame that follows the last known one, or lies in what is known already.
    void addKnown(const SoundFrame &frame, qint64 ticks);

    /// Frames passed from the start on, and what lies behind the last one.
    [[nodiscard]] qint64 knownFrames() const { return m_knownFrames; }

    [[nodiscard]] const Mark &knownEnd() const { return m_knownEnd; }

    /// Whether a few more frames would tell if all are of one length, or how long they are.
    [[nodiscard]] bool isUndecided() const;

    /// The latest mark at or before a moment or a byte, of those known.
    [[nodiscard]] Mark knownBefore(qint64 ticks) const;
    [[nodiscard]] Mark knownAtByte(qint64 offset) const;

    [[nodiscard]] const std::vector<Mark> &marks() const { return m_marks; }

    /// Everything is known: marks that rise in both, the first of them the start.
    void setMarks(std::vector<Mark> marks);

    [[nodiscard]] bool isComplete() const { return m_complete; }

    /// A jump led to this frame; its place is as good as \p exact says.
    void beginRun(const Mark &frame, bool exact);
    void addToRun(const SoundFrame &frame, qint64 ticks);

    void dropRun() { m_run.reset(); }

    /// Its first frame; the start of everything when there is no run.
    [[nodiscard]] Mark runStart() const;

    [[nodiscard]] bool isRunExact() const { return m_run && m_run->exact; }

    /// The end of what was passed of the run, and a mark of it when the moment lies behind its
    /// start.
    [[nodiscard]] qint64 runEndByte() const { return m_run ? m_run->end.offset : 0; }

    [[nodiscard]] std::optional<Mark> runBefore(qint64 ticks) const;

    /// Where the frame with a moment may begin; beyond the end only when it surely is.
    /// \param size  of the whole in bytes
    [[nodiscard]] qint64 guessByte(qint64 ticks, qint64 size) const;

    /// When a frame met at a place begins, if all frames before it are surely of one length.
    [[nodiscard]] std::optional<qint64> evenTicks(const SoundFrame &frame) const;

    /// As far as can be told; empty when nothing is to go by.
    [[nodiscard]] std::optional<qint64> totalTicks(std::optional<qint64> size) const;

private:
    struct Run
    {
        std::vector<Mark> marks;
        Mark end;
        bool exact = false;
    };

    [[nodiscard]] std::optional<double> evenBytes() const;
    [[nodiscard]] std::optional<double> tableByte(double share, qint64 size) const;

    SoundFrame m_first;
    std::optional<Mp3Tag> m_tag;
    std::vector<Mark> m_marks;
    Mark m_knownEnd;
    qint64 m_knownFrames = 0;
    bool m_isEven = true;  ///< every known frame has the first one's bit rate
    bool m_padded = false; ///< some known frame is longer than another
    bool m_complete = false;
    std::optional<Run> m_run;
};

} // namespace app::media::internal
