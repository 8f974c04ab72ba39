// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/characters.h"
#include "app/timestamps/internal/evidence.h"

#include <QHash>
#include <QSet>

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
        , m_placeBefore(document.candidates.size(), -1)
        , m_placeAfter(document.candidates.size(), -1)
    {
        for (const Candidate &c : document.candidates) {
            if (c.list >= 0 && !c.refused) {
                m_lists[static_cast<std::size_t>(c.list)].add(c.chance);
                m_lines[static_cast<std::size_t>(c.line)].add(c.chance);
                m_text.add(c.chance);
                m_sentences[c.sentence].add(c.chance);
                Sum &same = m_same[c.value(false)];
                same.add(c.chance);
            }
        }
        for (qsizetype i = 0; i < document.candidates.size(); ++i) {
            const Candidate &c = document.candidates[i];
            if (c.list >= 0 && !c.refused) {
                m_written[writingOf(c)].add(c.chance);
                m_worded[wordBefore(i)].add(c.chance);
            }
        }
        findPlaces();
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
        put(m_sentences.constFind(c.sentence)->meanWithout(own), to);
        put(m_text.meanWithout(own), to);
        put(neighbour(c.list - 1), to);
        put(neighbour(c.list + 1), to);
        put(partner(c), to);
        const Sum &same = *m_same.constFind(c.value(false));
        put(same.count > 1 ? same.meanWithout(own) : -1, to);
        recordOrder(candidate, to);
        put(m_written.constFind(writingOf(c))->meanWithout(own), to);
        const quint32 word = wordBefore(candidate);
        put(word != 0 ? m_worded.constFind(word)->meanWithout(own) : -1, to);
        to.flag(same.count > 1 && m_seen[candidate]);
        to.flag(same.count > 1 && !m_seen[candidate]);
    }

private:
    /// Who writes one place "(04:30)" writes the others so, too.
    static quint32 writingOf(const Candidate &c)
    {
        quint32 writing = static_cast<quint32>(c.form);
        writing = writing * edgeCount + static_cast<quint32>(c.before);
        writing = writing * edgeCount + static_cast<quint32>(c.after);
        writing = writing * 2 + (c.fields[0] < 10 && c.padded ? 1 : 0);
        writing = writing * 2 + (c.lineStart ? 1 : 0);
        writing = writing * 2 + (c.lineEnd ? 1 : 0);
        return writing * 2 + (c.isBracketed() ? 1 : 0);
    }

    /// The beginning of the word right before it; 0 where there is none.
    [[nodiscard]] quint32 wordBefore(qsizetype candidate) const
    {
        constexpr qsizetype longest = 6;
        const qsizetype at = m_document.tokenOf[candidate] - 1;
        const Line &line = m_document.lines[m_document.candidates[candidate].line];
        if (at < line.firstToken || m_document.tokens[at].kind != Token::Word) {
            return 0;
        }
        const Token &t = m_document.tokens[at];
        const QStringView word =
            QStringView(m_document.text.folded)
                .sliced(t.begin, std::min<qsizetype>(t.end - t.begin, longest));
        return hashOfLetters(word) | 1U;
    }

    static void put(double chance, Recorder &to)
    {
        to.scale(chance, {0, 0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97});
    }

    /// The likely places nearest before and after each candidate.
    void findPlaces()
    {
        QSet<qint64> values;
        m_seen.reserve(m_document.candidates.size());
        for (const Candidate &c : m_document.candidates) {
            m_seen.append(values.contains(c.value(false)));
            values.insert(c.value(false));
        }
        const auto likely = [this](qsizetype i) {
            const Candidate &c = m_document.candidates[i];
            return c.isWeighed() && c.chance >= 0.5F;
        };
        const qsizetype count = m_document.candidates.size();
        for (qsizetype i = 1; i < count; ++i) {
            m_placeBefore[i] = likely(i - 1) ? i - 1 : m_placeBefore[i - 1];
        }
        for (qsizetype i = count - 2; i >= 0; --i) {
            m_placeAfter[i] = likely(i + 1) ? i + 1 : m_placeAfter[i + 1];
        }
    }

    /// Whether a candidate continues the order of the likely places round it.
    void recordOrder(qsizetype candidate, Recorder &to) const
    {
        const qint64 value = m_document.candidates[candidate].value(false);
        const qsizetype before = m_placeBefore[candidate];
        const qsizetype after = m_placeAfter[candidate];
        const bool follows = before >= 0 && m_document.candidates[before].value(false) <= value;
        const bool leads = after >= 0 && m_document.candidates[after].value(false) >= value;
        to.flag(follows);
        to.flag(before >= 0 && !follows);
        to.flag(leads);
        to.flag(after >= 0 && !leads);
        to.flag(follows && leads);
        to.flag(before < 0 && after < 0);
        to.flag(before >= 0
                && m_document.candidates[before].line == m_document.candidates[candidate].line);
        to.flag(after >= 0
                && m_document.candidates[after].line == m_document.candidates[candidate].line);
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
    QHash<qsizetype, Sum> m_sentences;
    Sum m_text;
    QHash<qint64, Sum> m_same; ///< by value
    QHash<quint32, Sum> m_written;
    QHash<quint32, Sum> m_worded;
    QList<bool> m_seen; ///< whether its value stood in the text before
    QList<qsizetype> m_placeBefore;
    QList<qsizetype> m_placeAfter;
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
