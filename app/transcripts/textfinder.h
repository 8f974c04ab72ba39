// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace app::transcripts {

/// Where a searched text was found: UTF-16 units of the text given.
struct TextMatch
{
    qsizetype offset = 0;
    qsizetype length = 0;

    bool operator==(const TextMatch &) const = default;
};

/// Every place a query occurs in a text, without overlaps, in order.
///
/// Case and accents do not matter ("naive" finds "naïve"); any white space in the query matches any
/// in the text. An empty query matches nothing. Thread: any.
[[nodiscard]] std::vector<TextMatch> findText(const QString &text, const QString &query);

} // namespace app::transcripts
