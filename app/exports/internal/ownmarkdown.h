// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app::exports::internal {

/// A tag as Obsidian knows it: letters, digits, '_', '-', '/' and what lies beyond ASCII.
[[nodiscard]] QString markdownTag(const QString &tag);

/// The user's own Markdown, with "\n" line ends, no blank lines around it, and what it leaves open
/// (a fenced block, an HTML comment) closed, so that what follows it is not swallowed.
[[nodiscard]] QString ownMarkdown(const QString &text);

} // namespace app::exports::internal
