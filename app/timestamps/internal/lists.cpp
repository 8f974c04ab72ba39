// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/document.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

constexpr int formCount = 6;
constexpr int placeCount = 6;
/// Lines of text that may stand between two members of a list.
constexpr qsizetype longestGap = 4;
constexpr qsizetype longestInlineGap = 1;
constexpr qsizetype headReach = 3;
constexpr qint64 restartLimit = 60000;

class Grouper
{
public:
    explicit Grouper(Document &document)
        : m_document(document)
    {
        m_open.fill(-1);
    }

    void run()
    {
        for (qsizetype i = 0; i < m_document.lines.size(); ++i) {
            const Line &line = m_document.lines[i];
            if (line.blank) {
                m_blankSince = i;
            } else if (line.candidateCount == 0) {
                declare(i);
            } else {
                addLine(i);
            }
        }
        if (m_pending.foreign && m_pendingFollowsList && !m_document.lists.isEmpty()) {
            m_document.lists.last().declaration.foreign = true;
        }
    }

private:
    /// What a line without times says holds for the list below it, or for the one right above.
    void declare(qsizetype line)
    {
        const Declaration &said = m_document.lines[line].declaration;
        if (!said.isAny()) {
            m_textAfterPending = m_textAfterPending || m_pending.isAny();
            return;
        }
        settleTrailing(line);
        Declaration both = said;
        both.hoursAndMinutes = both.hoursAndMinutes || m_pending.hoursAndMinutes;
        both.foreign = both.foreign || (m_pending.foreign && !said.own);
        m_pending = both;
        m_pendingLine = line;
        m_pendingFollowsList = line > 0 && m_lastLine == line - 1;
        m_textAfterPending = false;
        m_open.fill(-1);
    }

    void settleTrailing(qsizetype line)
    {
        const bool gap = m_textAfterPending || (m_pendingLine >= 0 && m_blankSince > m_pendingLine);
        if (m_pending.foreign && m_pendingFollowsList && gap && line > m_pendingLine) {
            if (!m_document.lists.isEmpty()) {
                m_document.lists.last().declaration.foreign = true;
            }
            m_pending = {};
        }
    }

    void addLine(qsizetype index)
    {
        const Line &line = m_document.lines[index];
        settleTrailing(index);
        if (line.declaration.isAny()) {
            const bool foreign = m_pending.foreign && !line.declaration.own;
            m_pending = line.declaration;
            m_pending.foreign = m_pending.foreign || foreign;
            m_open.fill(-1);
        }
        const qsizetype leader = leads(index) ? line.firstCandidate : -1;
        std::array<qsizetype, formCount> counts{};
        for (qsizetype i = 0; i < line.candidateCount; ++i) {
            const qsizetype at = line.firstCandidate + i;
            const Candidate &c = m_document.candidates[at];
            const bool counted = !c.refused && !c.endsRange() && at != leader;
            counts[kindOf(c)] += counted ? 1 : 0;
        }
        for (qsizetype i = 0; i < line.candidateCount; ++i) {
            const qsizetype at = line.firstCandidate + i;
            if (!m_document.candidates[at].refused) {
                const std::size_t kind = kindOf(m_document.candidates[at]);
                add(at, at != leader && counts[kind] >= 3, index);
            }
        }
        m_lastLine = index;
        m_pending = {};
        m_textAfterPending = false;
        for (std::size_t form = 0; form < formCount; ++form) {
            m_open[slotOf(ListPlace::OneLine, form)] = -1;
        }
    }

    /// Whether the first candidate of a line is of a column with the line above or below it, and
    /// what else stands in the line is told about it.
    [[nodiscard]] bool leads(qsizetype index) const
    {
        return startsWithCandidate(index)
               && (startsWithCandidate(index - 1) || startsWithCandidate(index + 1));
    }

    [[nodiscard]] bool startsWithCandidate(qsizetype index) const
    {
        if (index < 0 || index >= m_document.lines.size()) {
            return false;
        }
        const Line &line = m_document.lines[index];
        return line.candidateCount > 0 && m_document.candidates[line.firstCandidate].lineStart;
    }

    /// Forms that may share a list.
    static std::size_t kindOf(const Candidate &c)
    {
        return static_cast<std::size_t>(c.isWorded() ? Form::Units : c.form);
    }

    static std::size_t slotOf(ListPlace place, std::size_t form)
    {
        return static_cast<std::size_t>(place) * formCount + form;
    }

    static ListPlace placeOf(const Candidate &c, bool many)
    {
        return many                       ? ListPlace::OneLine
               : c.lineStart && c.lineEnd ? ListPlace::Alone
               : c.lineStart              ? ListPlace::Start
               : c.lineEnd                ? ListPlace::End
               : c.bracketTight           ? ListPlace::Bracket
                                          : ListPlace::Inline;
    }

    void add(qsizetype at, bool many, qsizetype line)
    {
        Candidate &c = m_document.candidates[at];
        if (c.endsRange() && m_document.candidates[c.rangeStart].list >= 0) {
            c.list = m_document.candidates[c.rangeStart].list;
            return;
        }
        const ListPlace place = placeOf(c, many);
        qsizetype &open = m_open[slotOf(place, kindOf(c))];
        if (open < 0 || startsAnew(m_document.lists[open], c, line)) {
            open = m_document.lists.size();
            List list;
            list.place = place;
            list.head = headOf(line);
            list.declaration = m_pending;
            m_document.lists.append(list);
        }
        m_document.lists[open].members.append(at);
        c.list = open;
    }

    [[nodiscard]] qsizetype headOf(qsizetype line) const
    {
        qsizetype seen = 0;
        for (qsizetype i = line - 1; i >= 0 && seen < headReach && line - i < 12; --i) {
            const Line &above = m_document.lines[i];
            if (!above.blank && above.candidateCount == 0) {
                return i;
            }
            seen += above.blank ? 0 : 1;
        }
        return -1;
    }

    /// Far from its last member, or counting from the beginning again after a gap.
    [[nodiscard]] bool startsAnew(const List &list, const Candidate &next, qsizetype line) const
    {
        const Candidate &last = m_document.candidates[list.members.last()];
        const Candidate &first = m_document.candidates[list.members.first()];
        if (last.line == line) {
            return false;
        }
        qsizetype gap = 0;
        bool blank = false;
        for (qsizetype i = line - 1; i > last.line && line - i < 16; --i) {
            gap += m_document.lines[i].blank ? 0 : 1;
            blank = blank || m_document.lines[i].blank;
        }
        if (line - last.line >= 16
            || gap > (list.place == ListPlace::Inline ? longestInlineGap : longestGap)) {
            return true;
        }
        const qint64 value = next.value(false);
        const bool restarts =
            value < last.value(false)
            && (value <= first.value(false) + restartLimit || value * 4 < last.value(false));
        return restarts && (blank || gap > 0) && list.members.size() > 1
               && list.place != ListPlace::Inline;
    }

    Document &m_document;
    std::array<qsizetype, formCount * placeCount> m_open{};
    Declaration m_pending; ///< declared since the last line with candidates
    qsizetype m_pendingLine = -1;
    bool m_pendingFollowsList = false;
    bool m_textAfterPending = false;
    qsizetype m_blankSince = -1;
    qsizetype m_lastLine = -2; ///< with candidates
};

} // namespace

void groupLists(Document &document)
{
    Grouper(document).run();
}

} // namespace app::timestamps::internal
