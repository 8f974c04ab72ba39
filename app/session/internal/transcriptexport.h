// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/transcripts/transcript.h"
#include "app/transcripts/transcriptreader.h"

#include <QString>

namespace app::session::internal {

/// Writes a transcript, all of it or nothing; a file that is there is replaced.
/// Errors: Unsupported (a form that is only read), Conflict (no times for a form that needs them),
/// DiskFull, Denied. Thread: a worker.
[[nodiscard]] base::Result<void> writeTranscriptFile(transcripts::Transcript transcript,
                                                     const QString &path,
                                                     transcripts::Format format);

} // namespace app::session::internal
