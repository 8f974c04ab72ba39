// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/decoder.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace app::media {

/// What a written file says of itself. Empty texts are left out.
struct SoundTags
{
    QString title = {};
    QString artist = {};
    QString album = {};
    QString comment = {};
};

/// Writes sound as a file; nothing has the final name before finish(). Destroying an unfinished one
/// leaves nothing behind. Thread: one at a time.
class SoundWriter
{
public:
    virtual ~SoundWriter() = default;

    /// Errors: Denied, DiskFull, Unsupported (no encoder on this system).
    [[nodiscard]] virtual base::Result<void> open() = 0;
    /// Interleaved, of the format given. Errors: DiskFull, Denied.
    [[nodiscard]] virtual base::Result<void> write(const float *interleaved, qint64 frames) = 0;
    /// Errors: DiskFull, Denied.
    [[nodiscard]] virtual base::Result<void> finish() = 0;

    [[nodiscard]] virtual qint64 framesWritten() const = 0;
};

/// Suffixes makeSoundWriter() knows: "wav", "mp3", "m4a", "opus", "flac".
[[nodiscard]] QStringList soundSuffixes();

/// A writer by the file name's suffix. Errors: Unsupported (another suffix).
[[nodiscard]] base::Result<std::unique_ptr<SoundWriter>>
makeSoundWriter(const QString &path, const SoundFormat &format, const SoundTags &tags);

} // namespace app::media
