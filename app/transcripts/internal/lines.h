// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace app::transcripts::internal {

/// Walks the lines of a text with "\n" line ends, without copying them.
class Lines
{
public:
    explicit Lines(QStringView text)
        : m_text(text)
    {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    QStringView next()
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        const qsizetype stop = end < 0 ? m_text.size() : end;
        const QStringView line = m_text.sliced(m_at, stop - m_at);
        m_at = stop + 1;
        return line;
    }

    /// Where the next line begins.
    [[nodiscard]] qsizetype position() const { return m_at; }

    void setPosition(qsizetype at) { m_at = at; }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace app::transcripts::internal
