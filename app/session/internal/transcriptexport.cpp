// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/transcriptexport.h"

#include "app/platform/wholefile.h"
#include "app/transcripts/transcriptwriter.h"

namespace app::session::internal {

using base::ErrorCode;
using transcripts::Format;
using transcripts::Transcript;

namespace {

base::Result<QByteArray> bytesOf(const Transcript &transcript, Format format)
{
    if ((format == Format::WebVtt || format == Format::SubRip) && !transcript.isTimed()) {
        return base::unexpected(
            ErrorCode::Conflict,
            QStringLiteral("the transcript has no times, which subtitles cannot do without"));
    }
    switch (format) {
    case Format::WebVtt:
        return transcripts::writeWebVtt(transcript);
    case Format::SubRip:
        return transcripts::writeSubRip(transcript);
    case Format::Json:
        return transcripts::writePodcastJson(transcript);
    case Format::Plain:
        return transcripts::writePlainText(transcript);
    case Format::Html:
        return transcripts::writeHtml(transcript);
    case Format::Ttml:
    case Format::SubViewer:
    case Format::Lyrics:
    case Format::Table:
        break;
    }
    return base::unexpected(ErrorCode::Unsupported,
                            QStringLiteral("transcripts of this form are read, not written"));
}

} // namespace

base::Result<void> writeTranscriptFile(Transcript transcript, const QString &path, Format format)
{
    // Corrections may have left nothing of a cue.
    std::erase_if(transcript.cues, [](const transcripts::Cue &cue) {
        return QStringView(cue.body).trimmed().isEmpty();
    });
    const auto bytes = bytesOf(transcript, format);
    if (!bytes) {
        return base::unexpected(bytes.error());
    }
    return platform::writeWholeFile(path, *bytes);
}

} // namespace app::session::internal
