// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markup/richtext.h"
#include "app/timestamps/timestampreader.h"

#include <QString>

#include <optional>
#include <vector>

namespace app::session {

/// Show notes ready to be shown: their text, and the places it names.
struct ShowNotes
{
    markup::RichText text;
    std::vector<timestamps::Timestamp> times;
};

/// What the timestamp reader needs to know of a marked-up text.
[[nodiscard]] timestamps::AnnotatedText annotate(const markup::RichText &text);

/// Reads an episode's show notes, HTML or plain. Pure; over 5 ms for large ones: use a worker.
[[nodiscard]] ShowNotes readShowNotes(const QString &source,
                                      std::optional<timestamps::Duration> duration);

} // namespace app::session
