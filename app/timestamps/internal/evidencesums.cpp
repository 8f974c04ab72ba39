// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/evidence.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace app::timestamps::internal {

namespace {

/// Lengths are rounded to a second, and each rounding counts.
constexpr qint64 stepTolerance = 2000;
constexpr qint64 endTolerance = 5000;

bool isCounted(const Candidate &c)
{
    return c.isWeighed() && !c.endsRange();
}

class Reckoner
{
public:
    Reckoner(const Document &document, const std::vector<ListShape> &shapes)
        : m_document(document)
        , m_shapes(shapes)
    {
        m_text.each.resize(static_cast<std::size_t>(document.candidates.size()));
        for (qsizetype i = 0; i < document.candidates.size(); ++i) {
            if (isCounted(document.candidates[i])) {
                m_counted.push_back(i);
                m_values.push_back(document.candidates[i].value(false));
            }
        }
    }

    TextReckoning run()
    {
        countForms();
        if (!m_counted.empty()) {
            readRise();
            readSteps();
        }
        readTotals();
        readColumns();
        return std::move(m_text);
    }

private:
    [[nodiscard]] Reckoning &at(std::size_t counted)
    {
        return m_text.each[static_cast<std::size_t>(m_counted[counted])];
    }

    void countForms()
    {
        m_text.counted = static_cast<qsizetype>(m_counted.size());
        for (const qsizetype i : m_counted) {
            const Candidate &c = m_document.candidates[i];
            m_text.clocks += c.form == Form::Clock ? 1 : 0;
            m_text.dotted += c.form == Form::Dotted ? 1 : 0;
            m_text.hours += c.form == Form::Clock && c.fieldCount == 3 ? 1 : 0;
        }
    }

    void readRise()
    {
        const std::vector<bool> rises = longestRise(m_values);
        const auto size = m_values.size();
        qint64 most = -1;
        for (std::size_t i = 0; i < size; ++i) {
            at(i).rises = rises[i];
            at(i).record = m_values[i] >= most;
            most = std::max(most, m_values[i]);
        }
        qint64 least = std::numeric_limits<qint64>::max();
        for (std::size_t i = size; i-- > 0;) {
            at(i).leads = m_values[i] <= least;
            least = std::min(least, m_values[i]);
        }
        const auto risen = std::count(rises.begin(), rises.end(), true);
        m_text.rising = static_cast<double>(risen) / static_cast<double>(size);
    }

    /// "2:05 Field report (18:40)" and "20:45" below: the length leads from one place to the next.
    void readSteps()
    {
        const auto size = m_values.size();
        qsizetype filled = 0;
        for (std::size_t i = 1; i < size; ++i) {
            const bool last = i + 1 == size;
            if (last && !m_document.durationMs) {
                continue;
            }
            const qint64 next = last ? *m_document.durationMs : m_values[i + 1];
            const qint64 step = next - m_values[i - 1];
            const qint64 tolerance = last ? endTolerance : stepTolerance;
            if (m_values[i] > 0 && std::abs(step - m_values[i]) <= tolerance) {
                at(i).fills = true;
                at(i - 1).filled = true;
                ++filled;
            }
        }
        m_text.filling = static_cast<double>(filled) / static_cast<double>(size);
    }

    void readTotals()
    {
        for (std::size_t l = 0; l < m_shapes.size(); ++l) {
            const ListShape &shape = m_shapes[l];
            if (shape.size < 3 || std::abs(shape.sum - 2 * shape.most) > stepTolerance) {
                continue;
            }
            for (const qsizetype i : m_document.lists[static_cast<qsizetype>(l)].members) {
                Reckoning &one = m_text.each[static_cast<std::size_t>(i)];
                one.total = m_document.candidates[i].value(false) == shape.most;
                one.part = !one.total;
            }
        }
    }

    [[nodiscard]] bool isColumn(std::size_t list) const
    {
        const ListPlace place = m_document.lists[static_cast<qsizetype>(list)].place;
        const ListShape &shape = m_shapes[list];
        return place != ListPlace::Inline && shape.size >= 3 && shape.breaks <= 0;
    }

    void readColumns()
    {
        std::vector<bool> columns(m_shapes.size());
        qsizetype count = 0;
        for (std::size_t l = 0; l < m_shapes.size(); ++l) {
            columns[l] = isColumn(l);
            count += columns[l] ? 1 : 0;
        }
        for (const qsizetype i : m_counted) {
            const auto own = static_cast<std::size_t>(m_document.candidates[i].list);
            m_text.each[static_cast<std::size_t>(i)].inOther = count > (columns[own] ? 1 : 0);
        }
    }

    const Document &m_document;
    const std::vector<ListShape> &m_shapes;
    std::vector<qsizetype> m_counted;
    std::vector<qint64> m_values;
    TextReckoning m_text;
};

double ratio(qint64 a, qint64 b)
{
    return b > 0 ? static_cast<double>(a) / static_cast<double>(b) : -1;
}

void recordSteps(const Reckoning &one, const TextReckoning &text, Recorder &to)
{
    const bool several = text.counted >= 3;
    const bool inOrder = one.record && one.leads;
    to.flag(one.fills);
    to.flag(one.fills && !inOrder);
    to.flag(one.filled);
    to.flag(one.filled && !one.fills);
    to.scale(several ? text.filling : -1, {-2, 0, 0.01, 0.3, 0.45});
    to.flag(one.total);
    to.flag(one.part);
    to.flag(several && one.rises);
    to.flag(several && !one.rises);
    to.flag(several && inOrder);
    to.flag(several && text.rising >= 0.7 && !one.rises);
    to.scale(several ? text.rising : -1, {-2, 0, 0.5, 0.75, 0.99});
    to.flag(one.inOther);
    to.flag(one.inOther && !one.rises);
}

/// Who writes places with a colon writes prices and clauses with a point, and the other way round.
void recordWritings(const Candidate &c, const TextReckoning &text, Recorder &to)
{
    to.flag(c.form == Form::Dotted && text.clocks > 0);
    to.flag(c.form == Form::Dotted && text.clocks == 0);
    to.flag(c.form == Form::Dotted && text.dotted == 1);
    to.flag(c.form == Form::Clock && text.dotted > 0);
    to.flag(c.form == Form::Dotted && c.isShort() && c.fields[1] % 10 == 0);
    to.flag(c.form == Form::Dotted && c.isShort() && c.fields[1] == 50);
    to.flag(c.isShort() && text.hours > 0);
    to.flag(c.isShort() && text.hours > 1 && text.hours * 2 > text.counted);
    to.flag(c.form == Form::Clock && c.fieldCount == 3 && text.hours == 1 && text.clocks > 1);
    to.flag(c.isWorded() && text.clocks > 0);
}

/// Laps and prices lie close together; places spread over the recording.
void recordSpread(const Document &document, const ListShape &shape, Recorder &to)
{
    const bool several = shape.size >= 3;
    const std::optional<qint64> duration = document.durationMs;
    to.scale(several ? ratio(shape.most, shape.least) : -2, {-1.5, 0, 1.1, 1.35, 2, 4, 10});
    to.scale(several && duration ? ratio(shape.most - shape.least, *duration) : -1,
             {0, 0.01, 0.05, 0.2, 0.5, 0.8});
    to.scale(several && duration ? ratio(shape.sum, *duration) : -1,
             {0, 0.5, 0.95, 0.985, 1.015, 1.05, 2});
    to.flag(several && duration && std::abs(shape.sum - *duration) <= endTolerance);
    to.flag(several && duration && std::abs(shape.sum - 2 * *duration) <= endTolerance);
    to.flag(several && shape.first > 0 && shape.breaks >= 0.3 && shape.most < 900000);
    to.flag(several && shape.breaks <= 0 && duration && shape.most * 3 < *duration);
}

} // namespace

TextReckoning reckon(const Document &document, const std::vector<ListShape> &shapes)
{
    return Reckoner(document, shapes).run();
}

int recordReckoning(const Document &document,
                    const TextReckoning &text,
                    const ListShape &shape,
                    qsizetype candidate,
                    int first,
                    Evidence &evidence)
{
    Recorder to(evidence, first);
    recordSteps(text.each[static_cast<std::size_t>(candidate)], text, to);
    recordWritings(document.candidates[candidate], text, to);
    recordSpread(document, shape, to);
    return to.next();
}

} // namespace app::timestamps::internal
