// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/internal/codeskipper.h"

#include <utility>
#include <vector>

namespace app::notes::internal {

namespace {

struct Run
{
    qsizetype offset = 0;
    qsizetype length = 0;
};

/// The fence a line is, or length 0: three or more of one mark after at most three spaces.
Run fenceOf(QStringView line, QChar &mark)
{
    qsizetype at = 0;
    while (at < line.size() && at < 4 && line[at] == u' ')
        ++at;
    if (at > 3 || at >= line.size() || (line[at] != u'`' && line[at] != u'~'))
        return {};
    mark = line[at];
    Run run{at, 0};
    while (at + run.length < line.size() && line[at + run.length] == mark)
        ++run.length;
    const bool inlineCode = mark == u'`' && line.sliced(at + run.length).contains(u'`');
    return run.length >= 3 && !inlineCode ? run : Run{};
}

} // namespace

CodeSkipper::CodeSkipper(QStringView text)
    : m_text(text)
{
    findFences();
    findSpans();
}

void CodeSkipper::findFences()
{
    qsizetype open = -1;
    QChar openMark;
    qsizetype openLength = 0;
    for (qsizetype at = 0; at < m_text.size();) {
        const qsizetype found = m_text.indexOf(u'\n', at);
        const qsizetype end = found < 0 ? m_text.size() : found;
        const QStringView line = m_text.sliced(at, end - at);
        QChar mark;
        const Run fence = fenceOf(line, mark);
        if (open < 0 && fence.length > 0) {
            open = at;
            openMark = mark;
            openLength = fence.length;
        } else if (open >= 0 && mark == openMark && fence.length >= openLength
                   && line.sliced(fence.offset + fence.length).trimmed().isEmpty()) {
            m_ends.insert(open, end);
            open = -1;
        }
        at = end + 1;
    }
    if (open >= 0)
        m_ends.insert(open, m_text.size());
}

/// A span ends at the next run of exactly as many backticks.
void CodeSkipper::findSpans()
{
    std::vector<Run> runs;
    for (qsizetype at = 0; at < m_text.size();) {
        if (const qsizetype end = endOfCodeAt(at); end > at) {
            at = end;
            continue;
        }
        Run run{at, 0};
        while (at < m_text.size() && m_text[at] == u'`') {
            ++run.length;
            ++at;
        }
        if (run.length > 0)
            runs.push_back(run);
        else
            ++at;
    }
    QHash<qsizetype, qsizetype> nextEnd;
    for (std::size_t at = runs.size(); at-- > 0;) {
        const Run &run = runs[at];
        if (const qsizetype end = nextEnd.value(run.length, -1); end > 0)
            m_ends.insert(run.offset, end);
        nextEnd.insert(run.length, run.offset + run.length);
    }
}

} // namespace app::notes::internal
