// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"

#include <QJsonDocument>
#include <QString>

#include <optional>
#include <vector>

namespace app::transcripts::internal {

/// An entry of a JSON transcript, whatever its keys are called.
struct Segment
{
    std::optional<timestamps::MediaTime> start;
    std::optional<timestamps::MediaTime> end;
    QString speaker;
    QString text; ///< as it stands there, with its own white space
    std::vector<Segment> words;
};

/// Finds the list of segments (or words) in a document and reads it.
///
/// Times are seconds, "HH:MM:SS.mmm", or milliseconds where their key or their size says so.
/// Empty when there is none.
[[nodiscard]] std::vector<Segment> findSegments(const QJsonDocument &document);

} // namespace app::transcripts::internal
