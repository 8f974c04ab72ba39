// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace app::exports::internal {

/// A text as one line of Markdown that shows it literally, wherever in a line or block it stands.
/// White space is made single spaces, control characters are dropped.
/// Source: CommonMark, "Backslash escapes"; Obsidian's own marks: [[ ]], ==, %%, ^id, #tag, $.
[[nodiscard]] QString escapedLine(QStringView text);

/// The lines of a text, each escaped; empty ones are left out.
[[nodiscard]] QStringList escapedLines(const QString &text);

/// A text as a YAML string in double quotes. Source: YAML 1.2, 7.3.1.
[[nodiscard]] QString yamlString(QStringView text);

/// A tag as Obsidian knows it: letters, digits, '_', '-', '/' and what lies beyond ASCII.
[[nodiscard]] QString markdownTag(const QString &tag);

/// The user's own Markdown, with "\n" line ends, no blank lines around it, and what it leaves open
/// (a fenced block, an HTML comment) closed, so that what follows it is not swallowed.
[[nodiscard]] QString ownMarkdown(const QString &text);

} // namespace app::exports::internal
