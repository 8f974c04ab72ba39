// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/changes.h"
#include "app/library/records.h"
#include "app/transcripts/corrections.h"

#include <QDateTime>
#include <QSet>

#include <optional>
#include <vector>

namespace app::library {

class Connection;

/// Transcripts as they came, byte for byte, with what was put right in them kept apart. What
/// changes is told as their episode's. Plain blocking code on the lane of its connection.
class TranscriptStore final
{
public:
    explicit TranscriptStore(Connection &connection)
        : m_connection(connection)
    {}

    /// Keeps a transcript; one of the same episode, source and bytes is not doubled; one of the
    /// same source and address is replaced, unless the episode has notes from a transcript, or the
    /// one before was corrected or chosen. Errors: NotFound (no such episode).
    [[nodiscard]] base::Result<base::TranscriptId> add(const TranscriptRecord &record,
                                                       Changes &changes);
    /// With its bytes. Errors: NotFound.
    [[nodiscard]] base::Result<TranscriptRecord> get(base::TranscriptId id);
    /// With its bytes, also when it is gone from its episode but notes need it; it has no id then.
    /// \param sha256  of the bytes, in hex. Errors: NotFound.
    [[nodiscard]] base::Result<TranscriptRecord> byHash(const QString &sha256);
    /// The one to show as far as that can be told without reading them: the chosen one, else by
    /// preference(); newest of its kind. Errors: NotFound.
    [[nodiscard]] base::Result<TranscriptRecord> best(base::EpisodeId episode);
    /// Without their bytes, in the order of best().
    [[nodiscard]] base::Result<std::vector<TranscriptRecord>> list(base::EpisodeId episode);
    /// Its corrections go with it. Errors: NotFound; Conflict (notes may have been taken from it,
    /// which is so when the episode has one from a transcript that was made after this one came).
    [[nodiscard]] base::Result<void> remove(base::TranscriptId id, Changes &changes);

    /// Which one the listener wants with an episode; nothing lets it be found again.
    /// Errors: NotFound (no such transcript of this episode).
    [[nodiscard]] base::Result<void>
    choose(base::EpisodeId episode, std::optional<base::TranscriptId> id, Changes &changes);
    [[nodiscard]] base::Result<std::optional<base::TranscriptId>> choice(base::EpisodeId episode);

    /// Those of an episode that something was put right in.
    [[nodiscard]] base::Result<QSet<base::TranscriptId>> corrected(base::EpisodeId episode);
    /// None when nothing was put right. Errors: Corrupt (what is stored cannot be read).
    [[nodiscard]] base::Result<transcripts::Corrections> corrections(base::TranscriptId id);
    /// Write with Durability::Full. Errors: NotFound.
    [[nodiscard]] base::Result<void> setCorrections(base::TranscriptId id,
                                                    const transcripts::Corrections &corrections,
                                                    const QDateTime &now,
                                                    Changes &changes);

    /// What the speakers of a podcast are called.
    [[nodiscard]] base::Result<transcripts::SpeakerNames> speakerNames(base::PodcastId podcast);
    /// An empty name, or the label itself, forgets it. Errors: NotFound.
    [[nodiscard]] base::Result<void> setSpeakerName(base::PodcastId podcast,
                                                    const QString &label,
                                                    const QString &name,
                                                    Changes &changes);

private:
    Connection &m_connection;
};

} // namespace app::library
