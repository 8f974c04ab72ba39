// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/feeds/feed.h"

#include <QByteArray>

namespace app::feeds {

/// What one document may cost.
struct FeedLimits
{
    qsizetype documentBytes = 64 * 1024 * 1024;
    int episodes = 50'000; ///< in document order; the rest is left out
};

/// Reads an RSS 2.0 or Atom document, however broken, keeping whatever can be kept.
///
/// White space or junk before the XML, a bare '&', undeclared entities, a wrong declared encoding,
/// control characters, truncation and trailing junk are survived; an item cut short by the end of
/// the document is left out, as are items without any identity and exact repetitions. Relative
/// addresses are resolved against \p feedUrl when it is given. No entity of the document is
/// expanded. \param charset  from the Content-Type header, or empty Errors: Malformed (empty, no
/// XML, HTML page, or XML that is no feed; the detail says which),
///         TooLarge (bytes, or millions of tags), Unsupported (RSS 1.0, JSON Feed).
/// Thread: any.  Source: RSS 2.0; RFC 4287; iTunes, content and Podcasting 2.0 namespaces, by URI.
[[nodiscard]] base::Result<Feed> readFeed(const QByteArray &document,
                                          const QString &feedUrl = {},
                                          const QByteArray &charset = {},
                                          const FeedLimits &limits = {});

} // namespace app::feeds
