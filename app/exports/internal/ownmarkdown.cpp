// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/ownmarkdown.h"

#include <QList>
#include <QStringView>

#include <algorithm>

namespace app::exports::internal {

namespace {

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
