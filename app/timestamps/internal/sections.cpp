// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/sections.h"

namespace app::timestamps::internal {

namespace {

class Splitter
{
public:
    explicit Splitter(const Candidates &candidates)
        : m_candidates(candidates)
    {}

    void add(const Line &line)
    {
        if (line.blank) {
            m_blankAfterPending = m_blankAfterPending || m_pending.isAny();
            m_blankGap = true;
        } else if (line.candidateCount == 0) {
            addText(line);
        } else {
            addCandidates(line);
        }
    }

    QList<Section> take()
    {
        if (m_pending.foreign && !m_sections.isEmpty()) {
            m_sections.last().declaration.foreign = true;
        }
        return std::move(m_sections);
    }

private:
    void addText(const Line &line)
    {
        if (line.declaration.isAny()) {
            settleTrailing();
            m_pendingFollowsList = !m_textGap && !m_blankGap && !m_sections.isEmpty();
            m_pending = merged(m_pending, line.declaration);
            m_blankAfterPending = false;
            m_textAfterPending = false;
        } else {
            m_textAfterPending = m_textAfterPending || m_pending.isAny();
        }
        m_textGap = true;
    }

    /// "Timestamps are for YouTube" right under a list, then a gap: it is about that list.
    void settleTrailing()
    {
        if (m_pending.foreign && m_pendingFollowsList
            && (m_blankAfterPending || m_textAfterPending)) {
            m_sections.last().declaration.foreign = true;
            m_pending = {};
        }
    }

    /// A later heading wins; "Times are h:mm" adds to what it follows.
    static Declaration merged(const Declaration &before, const Declaration &after)
    {
        Declaration both = after;
        both.hoursAndMinutes = both.hoursAndMinutes || before.hoursAndMinutes;
        both.foreign = both.foreign || (before.foreign && !after.own);
        return both;
    }

    void addCandidates(const Line &line)
    {
        settleTrailing();
        Declaration declared = m_pending;
        if (line.declaration.isAny()) {
            declared = merged(declared, line.declaration);
        }
        const Candidate *first = firstAlive(line);
        if (m_sections.isEmpty() || declared.isAny() || (first != nullptr && breaksOff(*first))) {
            m_sections.append(Section{{}, declared});
            m_first = first;
        }
        for (qsizetype i = 0; i < line.candidateCount; ++i) {
            m_sections.last().members.append(line.firstCandidate + i);
        }
        if (first != nullptr) {
            m_first = m_first == nullptr ? first : m_first;
            m_last = lastAlive(line);
        }
        m_pending = {};
        m_blankAfterPending = false;
        m_textAfterPending = false;
        m_textGap = false;
        m_blankGap = false;
    }

    [[nodiscard]] const Candidate *firstAlive(const Line &line) const
    {
        for (qsizetype i = 0; i < line.candidateCount; ++i) {
            const Candidate &candidate = m_candidates[line.firstCandidate + i];
            if (candidate.isAlive()) {
                return &candidate;
            }
        }
        return nullptr;
    }

    [[nodiscard]] const Candidate *lastAlive(const Line &line) const
    {
        for (qsizetype i = line.candidateCount - 1; i >= 0; --i) {
            const Candidate &candidate = m_candidates[line.firstCandidate + i];
            if (candidate.isAlive()) {
                return &candidate;
            }
        }
        return nullptr;
    }

    [[nodiscard]] bool breaksOff(const Candidate &next) const
    {
        if ((!m_textGap && !m_blankGap) || m_last == nullptr || m_first == nullptr) {
            return false;
        }
        if (m_last->isListShaped() != next.isListShaped()) {
            return true;
        }
        const qint64 value = next.value(false);
        const qint64 last = m_last->value(false);
        const bool restarts =
            value < last && (value <= m_first->value(false) + 60000 || value * 4 < last);
        return next.isListShaped() && restarts;
    }

    const Candidates &m_candidates;
    QList<Section> m_sections;
    Declaration m_pending; ///< declared since the last candidate
    bool m_pendingFollowsList = false;
    bool m_blankAfterPending = false;
    bool m_textAfterPending = false;
    bool m_textGap = false; ///< since the last candidate
    bool m_blankGap = false;
    const Candidate *m_first = nullptr; ///< of the section
    const Candidate *m_last = nullptr;
};

} // namespace

QList<Section> splitSections(const QList<Line> &lines, const Candidates &candidates)
{
    Splitter splitter(candidates);
    for (const Line &line : lines) {
        splitter.add(line);
    }
    return splitter.take();
}

} // namespace app::timestamps::internal
