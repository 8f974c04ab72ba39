// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/transcripts/transcript.h"

#include <QByteArray>
#include <QStringList>

namespace app::transcripts {

/// How a transcript is written.
enum class Format {
    WebVtt,
    SubRip,
    Json,      ///< of any program; also WebVTT within it
    Plain,     ///< text, with times at its lines or without any
    Html,      ///< a page or part of one
    Ttml,      ///< Timed Text, as Apple and broadcasters have it
    SubViewer, ///< YouTube's SBV
    Lyrics,    ///< LRC
    Table      ///< start, end and text with tabs between: Whisper's TSV, labels of an editor
};

/// What bytes are, by their content; \p typeHint (a MIME type or file suffix) only breaks a tie.
[[nodiscard]] Format sniffFormat(const QByteArray &bytes, const QString &typeHint = {});

/// Reads a transcript in any supported form and encoding.
///
/// Bad cues are skipped, rolling captions de-duplicated, speakers found without losing a word after
/// a colon. Text without times is a transcript too.
/// \param knownNames  people who may speak: before a colon, or alone above what is said, their
/// names
///                    count as speakers even when they stand there once
/// Errors: Malformed (empty, binary, or a form that holds no cue), TooLarge (over 64 MB),
///         Unsupported (a web page that is not a transcript).
/// Thread: any.  Source: WebVTT and TTML (W3C), Podcasting 2.0 transcripts; the others as found.
[[nodiscard]] base::Result<Transcript> readTranscript(const QByteArray &bytes,
                                                      const QString &typeHint = {},
                                                      const QStringList &knownNames = {});

} // namespace app::transcripts
