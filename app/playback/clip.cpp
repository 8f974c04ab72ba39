// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/clip.h"

#include "app/media/soundwriter.h"
#include "app/playback/internal/soundpipe.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace app::playback {

namespace {

using base::ErrorCode;
using base::unexpected;

[[nodiscard]] base::Result<void> checkRequest(const ClipRequest &request)
{
    if (request.range.isEmpty() || request.range.start < timestamps::MediaTime()) {
        return unexpected(ErrorCode::Conflict, QStringLiteral("the range of the clip is empty"));
    }
    if (QFileInfo(request.outputPath).absoluteFilePath()
        == QFileInfo(request.audioPath).absoluteFilePath()) {
        return unexpected(ErrorCode::Conflict,
                          request.outputPath + u" is the recording itself and is not overwritten");
    }
    return {};
}

[[nodiscard]] qint64 toFrame(timestamps::MediaTime place, const media::SoundFormat &format)
{
    return place.ms() * format.sampleRate / 1000;
}

[[nodiscard]] base::Result<std::unique_ptr<media::Decoder>>
openDecoder(const QString &path, const media::SoundFormat &format)
{
    const auto source = media::openFileSource(path);
    return source ? media::Decoder::open(*source, format) : unexpected(source.error());
}

[[nodiscard]] base::Result<void> copySound(internal::SoundPipe &pipe,
                                           media::SoundWriter &writer,
                                           qint64 expectedFrames,
                                           const std::atomic<bool> &cancelled,
                                           const std::function<void(double)> &progress)
{
    const auto channels = pipe.decoder()->format().channels;
    qint64 told = 0;
    while (!pipe.isAtEnd()) {
        if (cancelled) {
            return unexpected(ErrorCode::Busy, QStringLiteral("writing the clip was cancelled"));
        }
        const auto piece = pipe.next();
        if (!piece) {
            return unexpected(piece.error());
        }
        const auto frames = static_cast<qint64>(piece->sound.size()) / channels;
        if (const auto written = writer.write(piece->sound.data(), frames); !written) {
            return written;
        }
        // Ten seconds of sound take some hundredths of a second.
        if (progress && writer.framesWritten() - told > 10 * pipe.decoder()->format().sampleRate) {
            told = writer.framesWritten();
            progress(
                std::min(1.0, static_cast<double>(told) / static_cast<double>(expectedFrames)));
        }
    }
    return {};
}

} // namespace

base::Result<timestamps::Duration> writeClip(const ClipRequest &request,
                                             const std::atomic<bool> &cancelled,
                                             const std::function<void(double)> &progress)
{
    if (const auto good = checkRequest(request); !good) {
        return unexpected(good.error());
    }
    const media::SoundFormat format;
    auto writer = media::makeSoundWriter(request.outputPath, format, request.tags);
    if (!writer) {
        return unexpected(writer.error());
    }
    auto decoder = openDecoder(request.audioPath, format);
    if (!decoder) {
        return unexpected(decoder.error());
    }
    const double speed = std::clamp(request.speed, 0.5, 3.0);
    internal::SoundPipe pipe(format);
    pipe.setDecoder(*std::move(decoder));
    pipe.setSpeed(speed);
    pipe.setStop(toFrame(request.range.end, format));
    if (const auto begun = pipe.begin(toFrame(request.range.start, format)); !begun) {
        return unexpected(begun.error());
    }
    if (const auto opened = (*writer)->open(); !opened) {
        return unexpected(opened.error());
    }
    const auto frames = toFrame(timestamps::MediaTime(request.range.length()), format);
    const auto expected = std::llround(static_cast<double>(frames) / speed);
    if (const auto copied = copySound(pipe, **writer, expected, cancelled, progress); !copied) {
        return unexpected(copied.error());
    }
    if (!pipe.isAtStop()) {
        return unexpected(ErrorCode::Conflict, request.audioPath + u" ends before the clip does");
    }
    if (const auto finished = (*writer)->finish(); !finished) {
        return unexpected(finished.error());
    }
    return timestamps::Duration((*writer)->framesWritten() * 1000 / format.sampleRate);
}

} // namespace app::playback
