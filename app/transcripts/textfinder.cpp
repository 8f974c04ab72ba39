// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/textfinder.h"

#include <QList>

#include <algorithm>

namespace app::transcripts {

namespace {

/// A text as it is compared, and where each of its units comes from.
struct Folded
{
    QString text;
    std::vector<qsizetype> origins; ///< one more than units: the last is the text's size
};

QChar plainQuote(QChar c)
{
    if (c == u'’' || c == u'‘' || c == u'ʼ')
        return QLatin1Char('\'');
    if (c == u'“' || c == u'”' || c == u'„')
        return QLatin1Char('"');
    return c;
}

bool isIgnored(char32_t code)
{
    const QChar::Category category = QChar::category(code);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
           || category == QChar::Other_Format;
}

class Folder
{
public:
    explicit Folder(const QString &text)
        : m_text(text)
    {
        m_folded.text.reserve(text.size());
        m_folded.origins.reserve(static_cast<std::size_t>(text.size()) + 1);
    }

    Folded fold()
    {
        for (m_at = 0; m_at < m_text.size();) {
            const QChar c = m_text[m_at];
            if (c.unicode() < 0x80 || c.isSpace())
                foldOne(c);
            else
                foldCharacter();
        }
        m_folded.origins.push_back(m_text.size());
        return std::move(m_folded);
    }

private:
    void add(QChar c)
    {
        m_folded.text.append(c);
        m_folded.origins.push_back(m_at);
    }

    /// Any run of white space is one space.
    void foldOne(QChar c)
    {
        if (!c.isSpace())
            add(c.toCaseFolded());
        else if (m_folded.text.isEmpty() || m_folded.text.back() != u' ')
            add(QLatin1Char(' '));
        ++m_at;
    }

    void foldCharacter()
    {
        const bool pair = m_text[m_at].isHighSurrogate() && m_at + 1 < m_text.size()
                          && m_text[m_at + 1].isLowSurrogate();
        const char32_t code =
            pair ? QChar::surrogateToUcs4(m_text[m_at], m_text[m_at + 1]) : m_text[m_at].unicode();
        if (QChar::decompositionTag(code) != QChar::NoDecomposition) {
            foldParts(QStringView(m_text).sliced(m_at, pair ? 2 : 1).toString());
        } else if (!isIgnored(code)) {
            const char32_t folded = QChar::toCaseFolded(code);
            for (const char16_t unit : QChar::fromUcs4(folded))
                add(plainQuote(QChar(unit)));
        }
        m_at += pair ? 2 : 1;
    }

    void foldParts(const QString &character)
    {
        const QString parts = character.normalized(QString::NormalizationForm_KD);
        for (const char32_t code : parts.toUcs4()) {
            if (isIgnored(code))
                continue;
            for (const char16_t unit : QChar::fromUcs4(QChar::toCaseFolded(code)))
                add(plainQuote(QChar(unit)));
        }
    }

    const QString &m_text;
    Folded m_folded;
    qsizetype m_at = 0;
};

/// For each unit of a query, how much of its start stands again before it (Knuth, Morris, Pratt):
/// keeps the search linear whatever repeats itself.
std::vector<qsizetype> fallbacks(const QString &query)
{
    std::vector<qsizetype> table(static_cast<std::size_t>(query.size()), 0);
    qsizetype matched = 0;
    for (qsizetype at = 1; at < query.size(); ++at) {
        while (matched > 0 && query[at] != query[matched])
            matched = table[static_cast<std::size_t>(matched - 1)];
        matched += query[at] == query[matched] ? 1 : 0;
        table[static_cast<std::size_t>(at)] = matched;
    }
    return table;
}

/// The match in the units of the text itself: whole characters with their accents.
TextMatch matchOf(const Folded &text, qsizetype first, qsizetype end)
{
    const qsizetype offset = text.origins[static_cast<std::size_t>(first)];
    auto stop = static_cast<std::size_t>(end);
    const qsizetype lastOrigin = text.origins[stop - 1];
    while (text.origins[stop] == lastOrigin)
        ++stop;
    return {offset, text.origins[stop] - offset};
}

} // namespace

std::vector<TextMatch> findText(const QString &text, const QString &query)
{
    const QString needle = Folder(query.trimmed()).fold().text;
    std::vector<TextMatch> matches;
    if (needle.isEmpty())
        return matches;
    const Folded folded = Folder(text).fold();
    const std::vector<qsizetype> table = fallbacks(needle);
    qsizetype matched = 0;
    for (qsizetype at = 0; at < folded.text.size(); ++at) {
        while (matched > 0 && folded.text[at] != needle[matched])
            matched = table[static_cast<std::size_t>(matched - 1)];
        matched += folded.text[at] == needle[matched] ? 1 : 0;
        if (matched < needle.size())
            continue;
        const TextMatch match = matchOf(folded, at + 1 - matched, at + 1);
        const bool overlaps =
            !matches.empty() && match.offset < matches.back().offset + matches.back().length;
        if (!overlaps)
            matches.push_back(match);
        matched = 0;
    }
    return matches;
}

} // namespace app::transcripts
