// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/tags.h"

#include "app/notes/internal/codeskipper.h"

#include <QSet>

#include <algorithm>

namespace app::notes {

namespace {

constexpr qsizetype longestTag = 100;

bool isDropped(QChar c)
{
    return c == u'#' || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

/// Letters and digits of any script, and what tags join words with.
qsizetype tagCharacterLength(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    const bool pair = c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    const char32_t code = pair ? QChar::surrogateToUcs4(c, text[at + 1]) : c.unicode();
    const bool joins = c == u'_' || c == u'-' || c == u'/';
    if (QChar::isLetterOrNumber(code) || QChar::isMark(code) || joins)
        return pair ? 2 : 1;
    return 0;
}

/// The tag that begins behind a '#'; empty when it holds no letter: "#1" counts something.
QString tagAt(QStringView text, qsizetype from)
{
    qsizetype end = from;
    bool letter = false;
    while (end < text.size()) {
        const qsizetype length = tagCharacterLength(text, end);
        if (length == 0)
            break;
        letter = letter || length == 2 || text[end].isLetter();
        end += length;
    }
    while (end > from && (text[end - 1] == u'/' || text[end - 1] == u'-'))
        --end;
    return letter ? text.sliced(from, end - from).toString() : QString();
}

} // namespace

QString cleanTag(const QString &tag)
{
    QString clean;
    bool gap = false;
    for (const QChar c : tag) {
        if (c.isSpace() || c == u',') {
            gap = !clean.isEmpty();
            continue;
        }
        if (isDropped(c))
            continue;
        if (gap)
            clean.append(u'-');
        gap = false;
        clean.append(c);
    }
    clean.truncate(longestTag);
    if (!clean.isEmpty() && clean.back().isHighSurrogate())
        clean.chop(1);
    return clean;
}

QStringList cleanTags(const QStringList &tags)
{
    QStringList clean;
    QSet<QString> seen;
    for (const QString &tag : tags) {
        const QString one = cleanTag(tag);
        const QString key = one.toCaseFolded();
        if (one.isEmpty() || seen.contains(key))
            continue;
        seen.insert(key);
        clean.append(one);
    }
    return clean;
}

QStringList tagsInText(const QString &text)
{
    QStringList found;
    internal::CodeSkipper code(text);
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (const qsizetype end = code.endOfCodeAt(at); end > at) {
            at = end - 1;
            continue;
        }
        const bool begins = at == 0 || text[at - 1].isSpace();
        if (text[at] != u'#' || !begins)
            continue;
        const QString tag = tagAt(text, at + 1);
        if (!tag.isEmpty())
            found.append(tag);
    }
    return cleanTags(found);
}

} // namespace app::notes
