// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/transcripts/transcript.h"

#include <QByteArray>

namespace app::transcripts {

enum class Format { WebVtt, SubRip, Json, Plain, Html };

/// What bytes are, by their content; \p typeHint (a MIME type or file suffix) only breaks a tie.
[[nodiscard]] Format sniffFormat(const QByteArray &bytes, const QString &typeHint = {});

/// Reads a transcript in any supported form and encoding.
///
/// Bad cues are skipped, rolling captions de-duplicated, speakers found without losing a word after
/// a colon. Text without times is a transcript too.
/// Errors: Malformed (empty, binary, or a form that holds no cue), TooLarge (over 64 MB),
///         Unsupported (a web page that is not a transcript).
/// Thread: any.  Source: WebVTT (W3C), SubRip as found, Podcasting 2.0 transcripts.
[[nodiscard]] base::Result<Transcript> readTranscript(const QByteArray &bytes,
                                                      const QString &typeHint = {});

} // namespace app::transcripts
