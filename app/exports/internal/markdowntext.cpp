// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/markdowntext.h"

#include "app/exports/internal/plaintext.h"

#include <algorithm>

namespace app::exports::internal {

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
        return before.isSpace();
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

/// The fence that is open at the end of a text; empty when none is.
QString openFence(const QString &text)
{
    QString open;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const QStringView trimmed = line.trimmed();
        const bool indented = line.size() > 3 && line.first(4).trimmed().isEmpty();
        const QChar mark = trimmed.isEmpty() ? QChar() : trimmed[0];
        if (indented || (mark != u'`' && mark != u'~'))
            continue;
        qsizetype length = 0;
        while (length < trimmed.size() && trimmed[length] == mark)
            ++length;
        const QStringView rest = trimmed.sliced(length);
        if (open.isEmpty() && length >= 3 && !(mark == u'`' && rest.contains(u'`')))
            open = QString(length, mark);
        else if (!open.isEmpty() && open[0] == mark && length >= open.size() && rest.isEmpty())
            open.clear();
    }
    return open;
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
    for (const QStringView line : linesOf(text)) {
        if (const QString escaped = escapedLine(line); !escaped.isEmpty())
            lines.append(escaped);
    }
    return lines;
}

QString yamlString(QStringView text)
{
    QString out(u'"');
    for (const QChar c : text)
        out += needsYamlEscape(c) ? yamlEscape(c) : QString(c);
    out += u'"';
    return out;
}

QString markdownTag(const QString &tag)
{
    QString out;
    for (const QChar c : tag) {
        const bool kept = c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_'
                          || c == u'-' || c == u'/' || c.category() == QChar::Symbol_Other;
        out.append(kept ? c : QChar(u'-'));
    }
    const bool anything =
        std::any_of(out.begin(), out.end(), [](QChar c) { return c != u'-' && c != u'/'; });
    return anything ? out : QString();
}

QString ownMarkdown(const QString &text)
{
    QString own = text;
    own.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    own.replace(u'\r', u'\n');
    own.remove(QChar(u'\0'));
    while (own.startsWith(u'\n'))
        own.remove(0, 1);
    while (!own.isEmpty() && own.back().isSpace())
        own.chop(1);
    if (const QString fence = openFence(own); !fence.isEmpty())
        own += u'\n' + fence;
    else if (own.lastIndexOf(QStringLiteral("<!--")) > own.lastIndexOf(QStringLiteral("-->")))
        own += QStringLiteral(" -->");
    return own;
}

} // namespace app::exports::internal
