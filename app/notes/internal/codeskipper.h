// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringView>

namespace app::notes::internal {

/// Tells which parts of a Markdown text are code: fenced blocks and spans between backticks.
/// Source: CommonMark, "Fenced code blocks" and "Code spans".
class CodeSkipper
{
public:
    /// \param text  has to outlive this
    explicit CodeSkipper(QStringView text);

    /// Where the code that begins at a place ends; the place itself when none begins there.
    [[nodiscard]] qsizetype endOfCodeAt(qsizetype at) const { return m_ends.value(at, at); }

private:
    void findFences();
    void findSpans();

    QStringView m_text;
    QHash<qsizetype, qsizetype> m_ends;
};

} // namespace app::notes::internal
