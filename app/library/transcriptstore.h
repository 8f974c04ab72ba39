// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/changes.h"
#include "app/library/records.h"

namespace app::library {

class Connection;

/// Transcripts as they came, byte for byte. Plain blocking code on the lane of its connection.
class TranscriptStore final
{
public:
    explicit TranscriptStore(Connection &connection)
        : m_connection(connection)
    {}

    /// Keeps a transcript; one of the same episode, source and bytes is not doubled; one of the
    /// same source and address is replaced, unless the episode has notes from a transcript.
    /// Errors: NotFound (no such episode).
    [[nodiscard]] base::Result<base::TranscriptId> add(const TranscriptRecord &record,
                                                       Changes &changes);
    /// The one to show: attached, else beside the file, else the feed's; newest of its kind.
    /// Errors: NotFound.
    [[nodiscard]] base::Result<TranscriptRecord> best(base::EpisodeId episode);
    /// Without their bytes.
    [[nodiscard]] base::Result<std::vector<TranscriptRecord>> list(base::EpisodeId episode);

private:
    Connection &m_connection;
};

} // namespace app::library
