// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace app::session::internal {

/// The feed that a web page names with <link rel="alternate" type="application/rss+xml" href>, the
/// first in its first 512 KB. Source: RSS Advisory Board, "RSS Autodiscovery".
[[nodiscard]] std::optional<QUrl> feedOfPage(const QByteArray &html, const QUrl &page);

} // namespace app::session::internal
