// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/records.h"

#include <QSet>
#include <QString>

#include <vector>

namespace app::session::internal {

/// What tells kept transcripts apart: where from, and the hash of their bytes.
[[nodiscard]] QString keptKey(library::TranscriptSource source, const QString &sha256);

/// A transcript file as a record, not yet known to be one.
/// Errors: NotFound, TooLarge (over 64 MB), Denied. Thread: a worker.
[[nodiscard]] base::Result<library::TranscriptRecord>
readTranscriptFile(base::EpisodeId episode, library::TranscriptSource source, const QString &path);

/// The transcripts that lie beside a sound file under its name ("talk.vtt", "talk.de.srt",
/// "talk.mp3.json"), and those in its tags, without the ones that are kept already or cannot be
/// read. Thread: a worker.
/// \param kept  keptKey() of those
[[nodiscard]] std::vector<library::TranscriptRecord>
recordsAtSound(base::EpisodeId episode, const QString &soundPath, const QSet<QString> &kept);

} // namespace app::session::internal
