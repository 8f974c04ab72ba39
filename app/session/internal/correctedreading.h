// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/records.h"
#include "app/transcripts/corrections.h"
#include "app/transcripts/transcript.h"

#include <QStringList>

namespace app::session::internal {

/// Who may speak in an episode, as its feed says.
[[nodiscard]] QStringList speakersTold(const library::Episode &episode);

/// A transcript as the library has it.
struct KeptWords
{
    library::TranscriptRecord record;
    transcripts::Corrections corrections;
    QStringList knownNames; ///< who may speak
};

/// A transcript as it came, in the way its corrections fit best.
struct CorrectedReading
{
    transcripts::Transcript original;
    transcripts::CorrectedTranscript corrected;
};

/// Reads a transcript with the names that are known. A feed may come to tell names after something
/// was put right; where fewer corrections would fit then, it is read without them, as before.
/// Errors: those of transcripts::readTranscript. Thread: a worker.
[[nodiscard]] base::Result<CorrectedReading> readCorrected(const KeptWords &kept);

} // namespace app::session::internal
