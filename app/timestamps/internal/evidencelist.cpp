// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/evidence.h"

#include <algorithm>
#include <limits>

namespace app::timestamps::internal {

namespace {

constexpr qint64 boundTolerance = 5000;
constexpr qint64 msPerMinute = 60000;

class Shaper
{
public:
    Shaper(const Document &document, const List &list)
        : m_document(document)
        , m_list(list)
    {}

    ListShape run()
    {
        m_shape.size = m_list.members.size();
        readNumbers();
        readOrder();
        readFits();
        readWords();
        return m_shape;
    }

private:
    [[nodiscard]] const Candidate &at(qsizetype member) const
    {
        return m_document.candidates[m_list.members[member]];
    }

    template <typename Test>
    [[nodiscard]] qsizetype count(Test test) const
    {
        return std::count_if(m_list.members.begin(), m_list.members.end(), [&](qsizetype i) {
            return test(m_document.candidates[i]);
        });
    }

    static qint64 lastField(const Candidate &c)
    {
        return c.fields[std::clamp(c.fieldCount, 1, 3) - 1];
    }

    void readNumbers()
    {
        const auto all = [this](auto test) {
            return count(test) == m_shape.size;
        };
        m_shape.allFitDay = all([](const Candidate &c) { return c.fitsDay() && c.isShort(); });
        m_shape.allQuarters = all([](const Candidate &c) { return lastField(c) % 15 == 0; });
        const qsizetype fives = count([](const Candidate &c) { return lastField(c) % 5 == 0; });
        m_shape.allFives = fives == m_shape.size;
        m_shape.fives = static_cast<double>(fives) / static_cast<double>(m_shape.size);
        m_shape.allDates = all([](const Candidate &c) {
            return c.form == Form::Dotted && c.fields[0] >= 1 && c.fields[0] <= 31
                   && c.fields[1] >= 1 && c.fields[1] <= 12;
        });
        m_shape.allMorning = all([](const Candidate &c) { return c.fields[0] >= 6; });
        const qsizetype shorts = count([](const Candidate &c) { return c.isShort(); });
        m_shape.allShort = shorts == m_shape.size;
        m_shape.mixed = shorts > 0 && shorts < m_shape.size;
        const qsizetype ranges = count([](const Candidate &c) { return c.rangeEnd >= 0; });
        m_shape.ranges = static_cast<double>(ranges) / static_cast<double>(m_shape.size);
    }

    void readOrder()
    {
        m_shape.first = at(0).value(false);
        m_shape.last = at(m_shape.size - 1).value(false);
        m_shape.lastHours = at(m_shape.size - 1).value(true);
        qsizetype back = 0;
        qsizetype hourBack = 0;
        m_shape.steady = m_shape.size > 2;
        m_shape.joined = m_shape.size > 1;
        m_shape.least = m_shape.first;
        for (qsizetype i = 0; i < m_shape.size; ++i) {
            const qint64 value = at(i).value(false);
            m_shape.most = std::max(m_shape.most, value);
            m_shape.least = std::min(m_shape.least, value);
            m_shape.sum += value;
            if (i == 0) {
                continue;
            }
            const Candidate &before = at(i - 1);
            back += value < before.value(false) ? 1 : 0;
            hourBack += at(i).value(true) < before.value(true) ? 1 : 0;
            m_shape.steady =
                m_shape.steady
                && value - before.value(false) == at(1).value(false) - at(0).value(false);
            m_shape.joined = m_shape.joined && before.rangeEnd >= 0
                             && m_document.candidates[before.rangeEnd].value(false) == value;
        }
        const auto steps = static_cast<double>(std::max<qsizetype>(m_shape.size - 1, 1));
        m_shape.breaks = static_cast<double>(back) / steps;
        m_shape.hourBreaks = static_cast<double>(hourBack) / steps;
    }

    /// A stranger in a column of places stands out by breaking their order.
    void readFits()
    {
        const auto size = static_cast<std::size_t>(m_shape.size);
        m_shape.fits.assign(size, true);
        qint64 most = -1;
        for (std::size_t i = 0; i < size; ++i) {
            const qint64 value = at(static_cast<qsizetype>(i)).value(false);
            m_shape.fits[i] = value >= most;
            most = std::max(most, value);
        }
        qint64 least = std::numeric_limits<qint64>::max();
        for (std::size_t i = size; i-- > 0;) {
            const qint64 value = at(static_cast<qsizetype>(i)).value(false);
            m_shape.fits[i] = m_shape.fits[i] && value <= least;
            least = std::min(least, value);
        }
        std::vector<qint64> values(size);
        for (std::size_t i = 0; i < size; ++i) {
            values[i] = at(static_cast<qsizetype>(i)).value(false);
        }
        m_shape.rises = longestRise(values);
        m_shape.risen = std::count(m_shape.rises.begin(), m_shape.rises.end(), true);
        const auto fitting = std::count(m_shape.fits.begin(), m_shape.fits.end(), true);
        m_shape.inOrder = static_cast<double>(fitting) / static_cast<double>(size);
    }

    void readWords()
    {
        std::array<qsizetype, cueCount> counts{};
        qsizetype lines = 0;
        qsizetype last = -1;
        for (const qsizetype i : m_list.members) {
            const qsizetype line = m_document.candidates[i].line;
            if (line == last) {
                continue;
            }
            last = line;
            ++lines;
            for (Cues rest = m_document.lines[line].cues; rest != 0; rest &= rest - 1) {
                ++counts[static_cast<std::size_t>(std::countr_zero(rest))];
            }
        }
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] > 0 && counts[i] * 3 >= lines) {
                m_shape.often |= 1ULL << i;
            }
        }
    }

    const Document &m_document;
    const List &m_list;
    ListShape m_shape;
};

class ListRecorder
{
public:
    ListRecorder(const Document &document,
                 const ListShape &shape,
                 const Candidate &candidate,
                 Recorder &to)
        : m_document(document)
        , m_shape(shape)
        , m_candidate(candidate)
        , m_list(document.lists[candidate.list])
        , m_to(to)
    {}

    void record(qsizetype candidate)
    {
        recordShape();
        recordPlace(candidate);
        recordDuration();
        recordDeclaration();
        m_to.scale(static_cast<double>(m_document.candidates.size()), {1, 2, 3, 5, 10, 20});
        m_to.scale(static_cast<double>(m_document.lists.size()), {1, 2, 3, 5, 9});
    }

private:
    void recordShape()
    {
        const ListShape &s = m_shape;
        const bool several = s.size >= 3;
        m_to.choice(static_cast<int>(m_list.place), 6);
        m_to.scale(static_cast<double>(s.size), {1, 2, 3, 5, 9});
        m_to.scale(s.size > 1 ? s.breaks : -1, {-2, 0, 0.01, 0.21, 0.41});
        m_to.scale(s.size > 1 ? s.hourBreaks : -1, {-2, 0, 0.01, 0.21});
        m_to.flag(several && s.breaks < s.hourBreaks);
        m_to.flag(several && s.hourBreaks < s.breaks);
        m_to.scale(static_cast<double>(s.first), {0, 1, 10001, 120001, 360000, 1500000});
        m_to.flag(several && s.allFitDay);
        m_to.flag(several && s.allFives);
        m_to.flag(several && s.allQuarters);
        m_to.flag(several && s.allMorning);
        m_to.flag(several && s.allFitDay && s.allFives && s.allMorning);
        m_to.flag(several && s.breaks <= 0 && s.first == 0);
        m_to.flag(several && s.breaks <= 0 && !s.allFives);
        m_to.flag(several && s.breaks > 0.2 && s.most < 15 * msPerMinute);
        m_to.flag(several && s.steady);
        m_to.flag(s.mixed);
        m_to.flag(several && s.allShort);
        m_to.flag(s.joined);
        m_to.flag(s.allDates);
        m_to.flag(several && s.allDates);
        m_to.flag(m_candidate.form == Form::Dotted && several && !s.allDates && s.breaks <= 0);
        m_to.scale(several ? s.fives : -1, {-2, 0, 0.3, 0.7, 0.99});
        m_to.scale(s.ranges, {0, 0.01, 0.5, 0.99});
        m_to.scale(static_cast<double>(s.most) / msPerMinute, {0, 5, 10, 20, 24, 60, 180});
        m_to.flag(several && m_document.durationMs && s.sum > *m_document.durationMs * 9 / 10
                  && s.sum < *m_document.durationMs * 11 / 10);
    }

    void recordPlace(qsizetype candidate)
    {
        const auto at = std::lower_bound(m_list.members.begin(), m_list.members.end(), candidate);
        const bool member = at != m_list.members.end() && *at == candidate;
        const Candidate *before =
            member && at != m_list.members.begin() ? &m_document.candidates[*(at - 1)] : nullptr;
        const Candidate *after =
            member && at + 1 != m_list.members.end() ? &m_document.candidates[*(at + 1)] : nullptr;
        const qint64 value = m_candidate.value(false);
        const auto index = static_cast<std::size_t>(at - m_list.members.begin());
        const bool several = m_shape.size >= 3;
        m_to.flag(several && member && m_shape.fits[index]);
        m_to.flag(several && member && !m_shape.fits[index]);
        m_to.flag(several && member && m_shape.fits[index] && m_shape.inOrder >= 0.5);
        m_to.scale(several ? m_shape.inOrder : -1, {-2, 0, 0.5, 0.75, 0.99});
        m_to.flag(several && member && m_shape.rises[index]);
        m_to.flag(several && member && !m_shape.rises[index]);
        m_to.flag(m_shape.risen >= 5 && member && !m_shape.rises[index]);
        m_to.flag(before == nullptr);
        m_to.flag(after == nullptr);
        m_to.flag(before != nullptr && before->value(false) > value);
        m_to.flag(before != nullptr && before->value(false) < value);
        m_to.flag(after != nullptr && after->value(false) < value);
        m_to.flag(after != nullptr && after->value(false) > value);
        m_to.flag(before != nullptr && before->padded == m_candidate.padded);
        m_to.flag(before != nullptr && before->padded != m_candidate.padded);
    }

    void recordDuration()
    {
        const std::optional<qint64> duration = m_document.durationMs;
        m_to.flag(!duration);
        const double whole = duration ? static_cast<double>(*duration) : 0;
        const qint64 value = m_candidate.value(false);
        const qint64 hours = m_candidate.value(true);
        const double none = -1;
        m_to.scale(duration ? static_cast<double>(value) / whole : none,
                   {0, 0.02, 0.3, 0.9, 1.02, 1.5});
        m_to.flag(duration && std::abs(value - *duration) <= 1000);
        m_to.flag(duration && value > *duration + boundTolerance);
        m_to.flag(duration && hours > *duration + boundTolerance);
        m_to.scale(duration ? static_cast<double>(m_shape.last) / whole : none,
                   {0, 0.02, 0.1, 0.4, 0.7, 1.02});
        m_to.scale(duration && m_shape.allShort ? static_cast<double>(m_shape.lastHours) / whole
                                                : none,
                   {0, 0.5, 1.02});
        m_to.scale(duration ? whole / msPerMinute : none, {0, 10, 25, 50, 80, 130});
        const bool several = m_shape.size >= 3;
        m_to.flag(several && duration && m_shape.breaks <= 0 && m_shape.most <= *duration
                  && m_shape.most * 2 >= *duration);
        m_to.flag(several && duration && m_shape.most > *duration + boundTolerance);
    }

    void recordDeclaration()
    {
        const Declaration &said = m_list.declaration;
        m_to.flag(said.own);
        m_to.flag(said.foreign);
        m_to.flag(said.hoursAndMinutes);
        m_to.flag(said.agenda);
        m_to.flag(said.tracks);
        m_to.flag(m_list.head >= 0);
    }

    const Document &m_document;
    const ListShape &m_shape;
    const Candidate &m_candidate;
    const List &m_list;
    Recorder &m_to;
};

} // namespace

std::vector<bool> longestRise(const std::vector<qint64> &values)
{
    std::vector<std::size_t> tails; // the least last member of a run of each length
    std::vector<std::size_t> before(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto at =
            std::upper_bound(tails.begin(), tails.end(), values[i], [&](qint64 v, std::size_t t) {
                return v < values[t];
            });
        before[i] = at == tails.begin() ? values.size() : *(at - 1);
        if (at == tails.end()) {
            tails.push_back(i);
        } else {
            *at = i;
        }
    }
    std::vector<bool> rises(values.size());
    for (std::size_t i = tails.empty() ? values.size() : tails.back(); i < values.size();
         i = before[i]) {
        rises[i] = true;
    }
    return rises;
}

std::vector<ListShape> shapesOf(const Document &document)
{
    std::vector<ListShape> shapes;
    shapes.reserve(static_cast<std::size_t>(document.lists.size()));
    for (const List &list : document.lists) {
        shapes.push_back(Shaper(document, list).run());
    }
    return shapes;
}

int recordList(const Document &document,
               const ListShape &shape,
               qsizetype candidate,
               int first,
               Evidence &evidence)
{
    Recorder recorder(evidence, first);
    ListRecorder(document, shape, document.candidates[candidate], recorder).record(candidate);
    return recorder.next();
}

std::vector<Evidence> gatherEvidence(const Document &document, int &next)
{
    std::vector<Evidence> all(static_cast<std::size_t>(document.candidates.size()));
    const std::vector<ListShape> shapes = shapesOf(document);
    const std::vector<SentenceShape> sentences = sentencesOf(document);
    const TextReckoning reckoning = reckon(document, shapes);
    const Cues text = cuesOfText(document);
    next = 0;
    for (qsizetype i = 0; i < document.candidates.size(); ++i) {
        const Candidate &c = document.candidates[i];
        if (!c.isWeighed() || document.tokenOf[i] < 0) {
            continue;
        }
        Evidence &evidence = all[static_cast<std::size_t>(i)];
        const ListShape &shape = shapes[static_cast<std::size_t>(c.list)];
        recordSpelling(document, i, evidence);
        next = recordWords(document, shape, text, i, evidence);
        next = recordWhose(document, i, next, evidence);
        next = recordForm(document, i, next, evidence);
        next = recordList(document, shape, i, next, evidence);
        next = recordSentence(document, sentences[static_cast<std::size_t>(i)], i, next, evidence);
        next = recordReckoning(document, reckoning, shape, i, next, evidence);
        Q_ASSERT(next <= Evidence::size);
    }
    return all;
}

} // namespace app::timestamps::internal
