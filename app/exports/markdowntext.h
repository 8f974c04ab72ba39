// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace app::exports {

// Outside text in Markdown files, whoever writes them. Pure; thread: any.

/// A text as one line of Markdown that shows it literally, wherever in a line or block it stands.
/// White space is made single spaces, control characters and half surrogate pairs are dropped.
/// Source: CommonMark, "Backslash escapes"; Obsidian's own marks: [[ ]], ==, %%, ^id, #tag, $.
[[nodiscard]] QString escapedLine(QStringView text);

/// The lines of a text, each escaped; empty ones are left out.
[[nodiscard]] QStringList escapedLines(const QString &text);

/// A text as a YAML string in double quotes; half a surrogate pair becomes U+FFFD.
/// Source: YAML 1.2, 7.3.1 and 5.1 (which characters may stand as they are).
[[nodiscard]] QString yamlString(QStringView text);

/// The first words of a text in one line, not escaped, without the marks a line of Markdown may
/// begin with; "…" behind them says that there are more.
[[nodiscard]] QString firstWords(QStringView text);

} // namespace app::exports
