// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/markdowntext.h"

#include "app/exports/internal/plaintext.h"

#include <algorithm>

namespace app::exports {

using internal::isControl;
using internal::isHalf;
using internal::isLineEnd;
using internal::plainLine;

namespace {

/// Whether a character needs a backslash where it stands in a line.
bool needsEscape(const QString &line, qsizetype at)
{
    const QChar c = line[at];
    const QChar before = at > 0 ? line[at - 1] : QChar(u' ');
    const QChar after = at + 1 < line.size() ? line[at + 1] : QChar(u' ');
    switch (c.unicode()) {
    case u'\\':
    case u'`':
    case u'*':
    case u'[':
    case u']':
    case u'<':
    case u'>':
    case u'~':
    case u'$':
    case u'|':
        return true;
    case u'_':
        return !(before.isLetterOrNumber() && after.isLetterOrNumber());
    case u'#':
    case u'^':
        return before == u' ';
    case u'&':
        return after.isLetter() || after == u'#';
    case u'=':
    case u'%':
        return before == c || after == c || at == 0;
    case u'-':
    case u'+':
    case u':':
        return at == 0;
    default:
        return false;
    }
}

/// "12." or "12)" at the start of a line would begin a list: where its mark is, or -1.
qsizetype listMark(const QString &line)
{
    qsizetype at = 0;
    while (at < line.size() && at < 10 && line[at] >= u'0' && line[at] <= u'9')
        ++at;
    const bool mark = at > 0 && at < line.size() && (line[at] == u'.' || line[at] == u')');
    return mark ? at : -1;
}

QString yamlEscape(QChar c)
{
    switch (c.unicode()) {
    case u'"':
        return QStringLiteral("\\\"");
    case u'\\':
        return QStringLiteral("\\\\");
    case u'\n':
        return QStringLiteral("\\n");
    case u'\t':
        return QStringLiteral("\\t");
    default:
        return QStringLiteral("\\u%1").arg(uint{c.unicode()}, 4, 16, QLatin1Char('0'));
    }
}

bool needsYamlEscape(QChar c)
{
    return c == u'"' || c == u'\\' || isLineEnd(c) || isControl(c) || c.unicode() >= 0xFFFE;
}

} // namespace

QString escapedLine(QStringView text)
{
    const QString line = plainLine(text);
    const qsizetype mark = listMark(line);
    QString out;
    out.reserve(line.size() + line.size() / 8);
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (at == mark || needsEscape(line, at))
            out.append(u'\\');
        out.append(line[at]);
    }
    return out;
}

QStringList escapedLines(const QString &text)
{
    QStringList lines;
    for (const QStringView line : internal::linesOf(text)) {
        if (const QString escaped = escapedLine(line); !escaped.isEmpty())
            lines.append(escaped);
    }
    return lines;
}

QString yamlString(QStringView text)
{
    QString out(u'"');
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = isHalf(text, at) ? QChar(QChar::ReplacementCharacter) : text[at];
        out += needsYamlEscape(c) ? yamlEscape(c) : QString(c);
    }
    out += u'"';
    return out;
}

QString firstWords(QStringView text)
{
    constexpr qsizetype mostWords = 8;
    constexpr qsizetype mostCharacters = 80;
    constexpr qsizetype mostRead = 1000;
    QStringList words = plainLine(text.left(mostRead)).split(u' ', Qt::SkipEmptyParts);
    const auto isMark = [](const QString &word) {
        return std::none_of(word.begin(), word.end(), [](QChar c) {
            return c.isLetterOrNumber() || c.isSurrogate() || c.category() == QChar::Symbol_Other;
        });
    };
    while (!words.isEmpty() && isMark(words.first()))
        words.removeFirst();
    QString title = words.mid(0, mostWords).join(u' ');
    const bool cut = words.size() > mostWords || title.size() > mostCharacters;
    title.truncate(mostCharacters);
    if (!title.isEmpty() && title.back().isHighSurrogate())
        title.chop(1);
    return cut ? QString(title + u'…') : title;
}

} // namespace app::exports
