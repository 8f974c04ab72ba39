// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"
#include "app/playback/internal/piece.h"

namespace app::playback::internal {

[[nodiscard]] qint64 framesOf(const Piece &piece, int channels);

/// Adds one piece to the end of another.
void append(Piece &piece, const Piece &more, int channels);

/// Takes the first frames off a piece. \returns those
[[nodiscard]] Piece takeFront(Piece &piece, qint64 frames, int channels);

/// Joins the end of a loop to its start, so that the length stays right to the frame: what lies
/// around the one fades into what lies around the other. Where a recording has nothing there, the
/// other side gives more; where neither has, the end fades out and the start in.
/// Thread: one at a time.
class LoopSeam final
{
public:
    explicit LoopSeam(const media::SoundFormat &format);

    /// How long the cross-fade is.
    [[nodiscard]] qint64 frames() const { return m_frames; }

    void clear();

    /// Sound before the seam. \returns what can be given on already
    [[nodiscard]] Piece hold(const Piece &piece);

    [[nodiscard]] qint64 heldFrames() const { return framesOf(m_old, m_channels); }

    /// All that is held, for there is no seam after all.
    [[nodiscard]] Piece release();

    /// The last \p behind frames of what is held lie behind the seam, and what comes now begins
    /// \p before frames before it. \returns what comes before the cross-fade
    [[nodiscard]] Piece close(qint64 before, qint64 behind);

    /// Whether it was closed and waits for the new sound.
    [[nodiscard]] bool isClosed() const { return m_closed; }

    /// New sound; \p last when no more comes. \returns what can be given on already
    [[nodiscard]] Piece join(const Piece &piece, bool last);

private:
    void mix();

    const int m_channels;
    const qint64 m_frames;
    Piece m_old;
    Piece m_new;
    qint64 m_before = 0;
    bool m_fadesIn = false;
    bool m_closed = false;
};

} // namespace app::playback::internal
