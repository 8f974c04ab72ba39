// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/typedwords.h"

#include <QStringList>

#include <algorithm>

namespace app::library::internal {
namespace {

/// Nobody types more; a paste must not cost more.
constexpr qsizetype mostTyped = 1000;
constexpr qsizetype mostTerms = 40;

/// Whether FTS5 finds anything in it to look for.
bool hasWord(const QString &term)
{
    const auto points = term.toUcs4();
    return std::any_of(points.begin(), points.end(), [](char32_t point) {
        return QChar::isLetterOrNumber(point);
    });
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\u201C' || c == u'\u201D' || c == u'\u201E';
}

} // namespace

QString matchFor(const QString &typed)
{
    QStringList terms;
    QString term;
    bool inPhrase = false;
    const auto endTerm = [&terms, &term] {
        if (hasWord(term) && terms.size() < mostTerms) {
            terms.append(u'"' + term + u'"');
        }
        term.clear();
    };
    for (const QChar c : typed.left(mostTyped)) {
        const bool isGap = c.isSpace() || c.category() == QChar::Other_Control;
        if (isQuote(c)) {
            endTerm();
            inPhrase = !inPhrase;
        } else if (isGap && !inPhrase) {
            endTerm();
        } else {
            term += isGap ? QChar(u' ') : c;
        }
    }
    const bool isUnfinished = hasWord(term) && !term.back().isSpace();
    endTerm();
    QString match = terms.join(u' ');
    return isUnfinished && !match.isEmpty() ? match + u'*' : match;
}

} // namespace app::library::internal
