// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/soundwriter.h"

#include <QSaveFile>
#include <QString>

namespace app::media {

/// Writes 16-bit WAV; values beyond ±1 are clipped. No more than 4 GB: TooLarge.
/// Thread: one at a time.
class WavWriter final : public SoundWriter
{
public:
    WavWriter(const QString &path, const SoundFormat &format, SoundTags tags = {});

    [[nodiscard]] base::Result<void> open() override;
    [[nodiscard]] base::Result<void> write(const float *interleaved, qint64 frames) override;
    [[nodiscard]] base::Result<void> finish() override;

    [[nodiscard]] qint64 framesWritten() const override { return m_frames; }

private:
    QSaveFile m_file;
    SoundFormat m_format;
    SoundTags m_tags;
    qint64 m_frames = 0;
};

} // namespace app::media
