// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/timestampreader.h"

#include "app/timestamps/internal/decision.h"

namespace app::timestamps {

std::vector<Timestamp> readTimestamps(const AnnotatedText &text, std::optional<Duration> duration)
{
    return readTimestamps(text, duration, {});
}

std::vector<Timestamp> readTimestamps(const AnnotatedText &text,
                                      std::optional<Duration> duration,
                                      const TimestampHints &hints)
{
    internal::Document document = internal::readDocument(text, duration);
    if (document.candidates.isEmpty()) {
        return {};
    }
    internal::weigh(document, internal::trainedModels());
    return internal::decide(document, text, hints);
}

} // namespace app::timestamps
