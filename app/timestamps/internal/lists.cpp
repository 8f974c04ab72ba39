// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/lists.h"

#include "app/timestamps/internal/order.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

constexpr qint64 boundTolerance = 5000;
constexpr qint64 labelTolerance = 1000;
constexpr qint64 msPerHour = 3600000;

class Decision
{
public:
    Decision(const Section &section, std::optional<Duration> duration, Candidates &candidates)
        : m_declaration(section.declaration)
    {
        if (duration && duration->count() > 0) {
            m_duration = duration->count();
        }
        m_all.reserve(section.members.size());
        for (const qsizetype i : section.members) {
            m_all.append(&candidates[i]);
        }
    }

    void run()
    {
        reviveDotted();
        choosePrimary();
        refuseGlued();
        assignValues();
        refuseColumns();
        reviveMembers();
        boundByDuration();
        markList();
    }

private:
    template <typename Test>
    [[nodiscard]] Members select(Test test) const
    {
        Members chosen;
        std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(chosen), test);
        return chosen;
    }

    /// Those whose order tells something: the ends of ranges and asides in titles do not count.
    void choosePrimary()
    {
        const auto counts = [](const Candidate *c) {
            return c->isAlive() && !c->endsRange;
        };
        m_primary = select([&](const Candidate *c) { return counts(c) && c->lineStart; });
        if (m_primary.size() < 3) {
            m_primary = select([&](const Candidate *c) { return counts(c) && c->isListShaped(); });
        }
        if (m_primary.size() < 3) {
            m_primary = select(counts);
        }
    }

    /// "Welcome00:00Setup01:30": letters may touch padded times only in an ordered list of them.
    void refuseGlued()
    {
        const auto isGlued = [](const Candidate *c) {
            return c->glued && !c->fragment;
        };
        if (std::none_of(m_primary.begin(), m_primary.end(), isGlued)) {
            refuseGluedIn(m_all);
            return;
        }
        const bool padded =
            std::all_of(m_primary.begin(), m_primary.end(), [&](const Candidate *c) {
                return !isGlued(c) || c->padded;
            });
        if (!padded || !isOrdered(m_primary, false)) {
            refuseGluedIn(m_all);
            choosePrimary();
        }
    }

    static void refuseGluedIn(const Members &members)
    {
        for (Candidate *c : members) {
            const bool full = c->fieldCount == 3 && c->padded && c->form == Form::Clock;
            if (c->isAlive() && c->glued && !full && !c->fragment) {
                c->refusal = Refusal::Shape;
            }
        }
    }

    /// "00.00 Intro, 04.30 Guest...": points are colons in a list that fills the recording.
    void reviveDotted()
    {
        const Members dotted = select([](const Candidate *c) {
            return c->form == Form::Dotted && c->refusal == Refusal::Lonely
                   && (c->lineStart || c->bracketed);
        });
        if (dotted.size() < 3 || orderBreaks(dotted, false) > 0) {
            return;
        }
        const qint64 first = dotted.first()->value(false);
        const qint64 last = dotted.last()->value(false);
        const bool fills = m_duration && last <= *m_duration && last * 4 >= *m_duration;
        const bool others = std::any_of(m_all.begin(), m_all.end(), [](const Candidate *c) {
            return c->form == Form::Clock && c->isAlive() && c->lineStart;
        });
        if (others || !(first == 0 || (fills && first < *m_duration / 4))) {
            return;
        }
        for (Candidate *c : dotted) {
            c->refusal = Refusal::None;
        }
    }

    /// m:ss or h:mm, once for the section.
    void assignValues()
    {
        const qsizetype from =
            m_declaration.hoursAndMinutes ? 0 : firstHourMember(m_primary, m_duration);
        const Candidate *firstHour = from < m_primary.size() ? m_primary[from] : nullptr;
        for (Candidate *c : m_all) {
            if (!c->fragment) {
                const bool hours = m_declaration.hoursAndMinutes
                                   || (firstHour != nullptr && c->begin >= firstHour->begin);
                m_hours = m_hours || hours;
                c->ms = c->value(hours);
            }
        }
    }

    /// Columns that look like times and are none: a day's plan, lengths of tracks.
    void refuseColumns()
    {
        const Members starts = select(
            [](const Candidate *c) { return c->isAlive() && !c->endsRange && c->isListShaped(); });
        refuseAgenda(starts);
        refuseLengths();
    }

    void refuseAgenda(const Members &column)
    {
        const auto clocks = std::count_if(m_all.begin(), m_all.end(), [](const Candidate *c) {
            return c->lineStart && c->refusal == Refusal::Clock;
        });
        const bool mixed =
            clocks > 0 && clocks * 2 >= column.size() && agendaScore(column, true, m_duration) > 0;
        const bool enough = column.size() >= 3 || m_declaration.agenda;
        if (mixed || (enough && agendaScore(column, m_declaration.agenda, m_duration) >= 4)) {
            refuseAll([](const Candidate *c) { return c->isShort(); }, Refusal::Clock);
        }
    }

    /// "First song 3:45": values at the line ends that do not grow.
    void refuseLengths()
    {
        const Members ends = select([](const Candidate *c) {
            return c->isAlive() && c->lineEnd && !c->lineStart && !c->endsRange;
        });
        if (ends.size() < 2 || ends.size() * 2 < m_primary.size()) {
            return;
        }
        const bool grows = orderBreaks(ends, m_hours) * 5 <= ends.size();
        const bool shortOnes = std::all_of(ends.begin(), ends.end(), [](const Candidate *c) {
            return c->isShort() && c->value(false) < 900000;
        });
        const bool tracks = m_declaration.tracks && shortOnes && ends.first()->ms > 60000;
        if (!grows || tracks) {
            refuseAll([](const Candidate *c) { return c->lineEnd && !c->lineStart; },
                      Refusal::Column);
        }
    }

    template <typename Test>
    void refuseAll(Test test, Refusal reason)
    {
        for (Candidate *c : m_all) {
            if (c->isAlive() && test(c)) {
                c->refusal = reason;
            }
        }
        choosePrimary();
    }

    /// "Interview with John 12:05" in a column of times is no verse, "A departure 04:57" among
    /// padded times of one line no timetable: the order of many outweighs a word beside one.
    void reviveMembers()
    {
        revive([](const Candidate *c) { return c->lineEnd && !c->lineStart; });
        if (!m_primary.isEmpty() && m_primary.first()->line == m_primary.last()->line) {
            revive([this](const Candidate *c) {
                return c->line == m_primary.first()->line
                       && c->isListShaped() == m_primary.last()->isListShaped()
                       && c->padded == m_primary.last()->padded;
            });
        }
    }

    static bool canRevive(Refusal refusal)
    {
        return refusal == Refusal::Near || refusal == Refusal::Verse || refusal == Refusal::Label
               || refusal == Refusal::Length || refusal == Refusal::Score
               || refusal == Refusal::Lonely || refusal == Refusal::Ratio;
    }

    template <typename Test>
    void revive(Test test)
    {
        const Members members = select([&](const Candidate *c) {
            const bool may = c->isAlive() || canRevive(c->refusal);
            return may && !c->endsRange && c->form == Form::Clock && test(c);
        });
        const auto alive = std::count_if(
            members.begin(), members.end(), [](const Candidate *c) { return c->isAlive(); });
        if (alive < 3 || alive * 3 < members.size() * 2 || orderBreaks(members, m_hours) > 0) {
            return;
        }
        for (Candidate *c : members) {
            c->refusal = Refusal::None;
        }
        choosePrimary();
    }

    [[nodiscard]] bool isBeyond(const Candidate *c) const
    {
        return m_duration && c->ms > *m_duration + boundTolerance;
    }

    void boundByDuration()
    {
        const bool ordered = isOrderedAsRead();
        const auto beyond = std::count_if(
            m_primary.begin(), m_primary.end(), [this](auto *c) { return isBeyond(c); });
        const bool list = std::count_if(m_primary.begin(),
                                        m_primary.end(),
                                        [](auto *c) { return c->isListShaped() || c->glued; })
                              >= 3
                          || m_declaration.own;
        const bool last = beyond == 1 && ordered && isBeyond(m_primary.last())
                          && orderBreaks(m_primary, m_hours) == 0;
        const bool many =
            beyond >= 2 && m_primary.size() >= 3 && (ordered || beyond * 3 >= m_primary.size());
        const bool foreign = m_declaration.foreign || (list && (last || many));
        for (Candidate *c : m_all) {
            c->foreign = foreign && c->isAlive();
            if (!foreign && c->isAlive() && isBeyond(c)) {
                c->refusal = Refusal::Bounds;
            }
        }
        refuseDurationLabel(ordered);
    }

    /// The recording's own length is a label, unless it closes a list.
    void refuseDurationLabel(bool ordered)
    {
        for (Candidate *c : m_all) {
            const bool equal = m_duration && std::abs(c->ms - *m_duration) <= labelTolerance;
            const bool closes = ordered && c == m_primary.last();
            if (equal && c->isAlive() && !closes && !c->endsRange) {
                c->refusal = Refusal::Length;
            }
        }
    }

    [[nodiscard]] bool isOrderedAsRead() const
    {
        qsizetype breaks = 0;
        for (qsizetype i = 1; i < m_primary.size(); ++i) {
            breaks += m_primary[i]->ms < m_primary[i - 1]->ms ? 1 : 0;
        }
        return m_primary.size() >= 3 && breaks * 5 <= m_primary.size();
    }

    /// Members of a list are sure; three in running text are one only when they share a line.
    void markList()
    {
        choosePrimary();
        if (!isOrderedAsRead()) {
            return;
        }
        const bool oneLine = m_primary.first()->line == m_primary.last()->line;
        for (Candidate *c : m_primary) {
            c->inList = c->isListShaped() || oneLine || m_declaration.own;
        }
    }

    Declaration m_declaration;
    std::optional<qint64> m_duration;
    Members m_all;
    Members m_primary;
    bool m_hours = false; ///< short forms were read as h:mm, at least from some member on
};

/// The end of a range, with the hour of its start when it leaves it out.
std::optional<qint64> rangeEnd(const Candidate &start, const Candidate &end)
{
    if (end.ms > start.ms) {
        return end.ms;
    }
    if (start.fieldCount == 3 && end.isShort()) {
        const qint64 withHour = start.ms / msPerHour * msPerHour + end.value(false);
        return withHour > start.ms ? std::optional(withHour) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

void decideSection(const Section &section, std::optional<Duration> duration, Candidates &candidates)
{
    if (section.members.isEmpty()) {
        return;
    }
    Decision(section, duration, candidates).run();
    for (const qsizetype i : section.members) {
        Candidate &start = candidates[i];
        if (start.rangeEnd < 0 || !start.isAlive()) {
            continue;
        }
        Candidate &end = candidates[start.rangeEnd];
        const auto ms = end.isAlive() ? rangeEnd(start, end) : std::nullopt;
        if (ms && (!duration || start.foreign || *ms <= duration->count() + boundTolerance)) {
            start.endMs = ms;
        } else {
            start.rangeEnd = -1;
            end.endsRange = false;
        }
    }
}

} // namespace app::timestamps::internal
