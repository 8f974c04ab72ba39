// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/evidence.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

struct Sum
{
    double total = 0;
    double least = 1;
    double most = 0;
    qsizetype count = 0;

    void add(double chance)
    {
        total += chance;
        least = std::min(least, chance);
        most = std::max(most, chance);
        ++count;
    }

    [[nodiscard]] double mean() const
    {
        return count > 0 ? total / static_cast<double>(count) : -1;
    }

    /// The mean of the others; -1 where there are none.
    [[nodiscard]] double meanWithout(double own) const
    {
        return count > 1 ? (total - own) / static_cast<double>(count - 1) : -1;
    }
};

class NeighbourRecorder
{
public:
    explicit NeighbourRecorder(const Document &document)
        : m_document(document)
        , m_lists(static_cast<std::size_t>(document.lists.size()))
        , m_lines(static_cast<std::size_t>(document.lines.size()))
    {
        for (const Candidate &c : document.candidates) {
            if (c.list >= 0 && !c.refused) {
                m_lists[static_cast<std::size_t>(c.list)].add(c.chance);
                m_lines[static_cast<std::size_t>(c.line)].add(c.chance);
                m_text.add(c.chance);
            }
        }
    }

    void record(qsizetype candidate, Recorder &to) const
    {
        const Candidate &c = m_document.candidates[candidate];
        const Sum &list = m_lists[static_cast<std::size_t>(c.list)];
        const Sum &line = m_lines[static_cast<std::size_t>(c.line)];
        const double own = static_cast<double>(c.chance);
        put(own, to);
        put(list.meanWithout(own), to);
        put(list.count > 1 ? list.least : -1, to);
        put(list.count > 1 ? list.most : -1, to);
        put(line.meanWithout(own), to);
        put(m_text.meanWithout(own), to);
        put(neighbour(c.list - 1), to);
        put(neighbour(c.list + 1), to);
        put(partner(c), to);
    }

private:
    static void put(double chance, Recorder &to)
    {
        to.scale(chance, {0, 0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97});
    }

    [[nodiscard]] double neighbour(qsizetype list) const
    {
        return list >= 0 && list < m_document.lists.size()
                   ? m_lists[static_cast<std::size_t>(list)].mean()
                   : -1;
    }

    [[nodiscard]] double partner(const Candidate &c) const
    {
        const qsizetype other = c.rangeEnd >= 0     ? c.rangeEnd
                                : c.rangeStart >= 0 ? c.rangeStart
                                                    : c.chainedTo;
        return other >= 0 ? static_cast<double>(m_document.candidates[other].chance) : -1;
    }

    const Document &m_document;
    std::vector<Sum> m_lists;
    std::vector<Sum> m_lines;
    Sum m_text;
};

} // namespace

int recordNeighbours(const Document &document, int first, std::vector<Evidence> &evidence)
{
    const NeighbourRecorder neighbours(document);
    int next = first;
    for (qsizetype i = 0; i < document.candidates.size(); ++i) {
        const Candidate &c = document.candidates[i];
        if (c.list >= 0 && !c.refused) {
            Recorder recorder(evidence[static_cast<std::size_t>(i)], first);
            neighbours.record(i, recorder);
            next = recorder.next();
        }
    }
    return next;
}

} // namespace app::timestamps::internal
