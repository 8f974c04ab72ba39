// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/threeway.h"

#include <QHash>

#include <algorithm>

namespace app::notes {

namespace {

constexpr std::size_t mostLines = 2'000;
constexpr std::size_t none = ~std::size_t{0};

using Lines = std::vector<QString>;

Lines linesOf(const QString &text)
{
    QString plain = text;
    plain.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    const QStringList parts = plain.split(u'\n');
    return {parts.begin(), parts.end()};
}

/// For each line of the one, which line of the other it is still; rising.
class LineMap
{
public:
    LineMap(const Lines &base, const Lines &other)
        : m_lines(base.size(), none)
    {
        std::size_t first = 0;
        while (first < std::min(base.size(), other.size()) && base[first] == other[first]) {
            m_lines[first] = first;
            ++first;
        }
        std::size_t baseEnd = base.size();
        std::size_t otherEnd = other.size();
        while (baseEnd > first && otherEnd > first && base[baseEnd - 1] == other[otherEnd - 1])
            m_lines[--baseEnd] = --otherEnd;
        if (baseEnd - first <= mostLines && otherEnd - first <= mostLines)
            matchBetween(base, other, first, baseEnd, otherEnd);
    }

    [[nodiscard]] std::size_t operator[](std::size_t line) const { return m_lines[line]; }

private:
    /// The longest row of lines that both have in order.
    void matchBetween(const Lines &base,
                      const Lines &other,
                      std::size_t first,
                      std::size_t baseEnd,
                      std::size_t otherEnd)
    {
        const std::size_t width = otherEnd - first + 1;
        std::vector<quint16> common((baseEnd - first + 1) * width, 0);
        const auto at = [&](std::size_t i, std::size_t j) -> quint16 & {
            return common[(i - first) * width + (j - first)];
        };
        for (std::size_t i = baseEnd; i-- > first;) {
            for (std::size_t j = otherEnd; j-- > first;)
                at(i, j) = base[i] == other[j] ? static_cast<quint16>(at(i + 1, j + 1) + 1)
                                               : std::max(at(i + 1, j), at(i, j + 1));
        }
        for (std::size_t i = first, j = first; i < baseEnd && j < otherEnd;) {
            if (base[i] == other[j])
                m_lines[i++] = j++;
            else if (at(i + 1, j) >= at(i, j + 1))
                ++i;
            else
                ++j;
        }
    }

    std::vector<std::size_t> m_lines;
};

/// A part of each text, from one line that all share to the next.
struct Chunk
{
    Lines base;
    Lines ours;
    Lines theirs;
};

QString joined(const Lines &lines)
{
    return QStringList(lines.begin(), lines.end()).join(u'\n');
}

Lines slice(const Lines &lines, std::size_t begin, std::size_t end)
{
    return {lines.begin() + static_cast<std::ptrdiff_t>(begin),
            lines.begin() + static_cast<std::ptrdiff_t>(end)};
}

class Merger
{
public:
    Merger(Lines base, Lines ours, Lines theirs)
        : m_base(std::move(base))
        , m_ours(std::move(ours))
        , m_theirs(std::move(theirs))
    {}

    MergedText merge()
    {
        const LineMap toOurs(m_base, m_ours);
        const LineMap toTheirs(m_base, m_theirs);
        std::size_t base = 0;
        std::size_t ours = 0;
        std::size_t theirs = 0;
        for (std::size_t line = 0; line < m_base.size(); ++line) {
            if (toOurs[line] == none || toTheirs[line] == none)
                continue;
            take({slice(m_base, base, line),
                  slice(m_ours, ours, toOurs[line]),
                  slice(m_theirs, theirs, toTheirs[line])});
            m_merged.push_back(m_base[line]);
            base = line + 1;
            ours = toOurs[line] + 1;
            theirs = toTheirs[line] + 1;
        }
        take({slice(m_base, base, m_base.size()),
              slice(m_ours, ours, m_ours.size()),
              slice(m_theirs, theirs, m_theirs.size())});
        return {joined(m_merged), m_conflicts};
    }

private:
    void add(const Lines &lines) { m_merged.insert(m_merged.end(), lines.begin(), lines.end()); }

    void take(const Chunk &chunk)
    {
        if (chunk.theirs == chunk.base || chunk.ours == chunk.theirs)
            return add(chunk.ours);
        if (chunk.ours == chunk.base)
            return add(chunk.theirs);
        m_conflicts.push_back({joined(chunk.base), joined(chunk.ours), joined(chunk.theirs)});
        // Of a side that left nothing, its empty line is no loss.
        if (!joined(chunk.ours).isEmpty())
            add(chunk.ours);
        if (!joined(chunk.theirs).isEmpty())
            add(chunk.theirs);
    }

    Lines m_base;
    Lines m_ours;
    Lines m_theirs;
    Lines m_merged;
    std::vector<TextConflict> m_conflicts;
};

QHash<QString, QString> byKey(const QStringList &tags)
{
    QHash<QString, QString> spelling;
    for (const QString &tag : tags)
        spelling.insert(tag.toCaseFolded(), tag);
    return spelling;
}

} // namespace

MergedText mergeTexts(const QString &base, const QString &ours, const QString &theirs)
{
    return Merger(linesOf(base), linesOf(ours), linesOf(theirs)).merge();
}

QStringList mergeTags(const QStringList &base, const QStringList &ours, const QStringList &theirs)
{
    const QHash<QString, QString> was = byKey(base);
    const QHash<QString, QString> inOurs = byKey(ours);
    const QHash<QString, QString> inTheirs = byKey(theirs);
    QStringList merged;
    for (const QString &tag : ours) {
        const QString key = tag.toCaseFolded();
        const bool removedThere = was.contains(key) && !inTheirs.contains(key);
        if (removedThere)
            continue;
        const bool respelledThere = inTheirs.contains(key) && was.value(key) == tag;
        merged.append(respelledThere ? inTheirs.value(key) : tag);
    }
    for (const QString &tag : theirs) {
        const QString key = tag.toCaseFolded();
        if (!was.contains(key) && !inOurs.contains(key))
            merged.append(tag);
    }
    return merged;
}

} // namespace app::notes
