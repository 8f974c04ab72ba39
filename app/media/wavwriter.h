// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/decoder.h"

#include <QSaveFile>
#include <QString>

namespace app::media {

/// Writes 16-bit WAV with a title tag; the file appears only when finish() succeeds.
/// Thread: one at a time.
class WavWriter final
{
public:
    WavWriter(const QString &path, const SoundFormat &format);

    /// Errors: Denied, NotFound (no such folder).
    [[nodiscard]] base::Result<void> open();

    /// Adds frames of interleaved float; values beyond ±1 are clipped.
    /// Errors: DiskFull, TooLarge (beyond 4 GB).
    [[nodiscard]] base::Result<void> write(const float *frames, qint64 count);

    /// Completes header and \p title and moves the file into place. Errors: DiskFull, Denied.
    [[nodiscard]] base::Result<void> finish(const QString &title);

    [[nodiscard]] qint64 framesWritten() const { return m_frames; }

private:
    QSaveFile m_file;
    SoundFormat m_format;
    qint64 m_frames = 0;
};

} // namespace app::media
