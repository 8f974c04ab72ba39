// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/soundwriter.h"

#include "app/media/internal/encodedwriter.h"
#include "app/media/wavwriter.h"

#include <QFileInfo>

namespace app::media {

QStringList soundSuffixes()
{
    return {QStringLiteral("wav"),
            QStringLiteral("mp3"),
            QStringLiteral("m4a"),
            QStringLiteral("opus"),
            QStringLiteral("flac")};
}

base::Result<std::unique_ptr<SoundWriter>>
makeSoundWriter(const QString &path, const SoundFormat &format, const SoundTags &tags)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"wav") {
        return std::unique_ptr<SoundWriter>(std::make_unique<WavWriter>(path, format, tags));
    }
    if (const auto coding = internal::soundCoding(suffix)) {
        return std::unique_ptr<SoundWriter>(
            std::make_unique<internal::EncodedWriter>(path, *coding, format, tags));
    }
    return base::unexpected(base::ErrorCode::Unsupported,
                            QStringLiteral("%1: sound is written as .%2")
                                .arg(path, soundSuffixes().join(QStringLiteral(", ."))));
}

} // namespace app::media
