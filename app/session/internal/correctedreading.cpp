// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/correctedreading.h"

#include "app/transcripts/transcriptreader.h"

namespace app::session::internal {

namespace {

base::Result<CorrectedReading> readWith(const KeptWords &kept, const QStringList &names)
{
    auto original = transcripts::readTranscript(kept.record.bytes, kept.record.type, names);
    if (!original) {
        return base::unexpected(original.error());
    }
    auto corrected = transcripts::applyCorrections(*original, kept.corrections);
    return CorrectedReading{*std::move(original), std::move(corrected)};
}

} // namespace

QStringList speakersTold(const library::Episode &episode)
{
    QStringList names;
    for (const feeds::Person &person : episode.feed.persons) {
        names.append(person.name);
    }
    return names;
}

base::Result<CorrectedReading> readCorrected(const KeptWords &kept)
{
    auto named = readWith(kept, kept.knownNames);
    if (!named || kept.knownNames.isEmpty() || named->corrected.unfit.empty()) {
        return named;
    }
    auto plain = readWith(kept, {});
    const bool fitsBetter = plain && plain->corrected.unfit.size() < named->corrected.unfit.size();
    return fitsBetter ? plain : named;
}

} // namespace app::session::internal
