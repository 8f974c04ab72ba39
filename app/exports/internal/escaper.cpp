// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/escaper.h"

#include "app/exports/internal/ownmarkdown.h"
#include "app/exports/internal/plaintext.h"
#include "app/exports/markdowntext.h"

#include <QUrl>

#include <algorithm>

namespace app::exports::internal {

namespace {

constexpr QChar zeroWidthSpace(0x200B);

QString unchanged(const QString &address)
{
    return address;
}

QString hashTags(const QStringList &tags)
{
    QStringList words;
    for (const QString &tag : tags) {
        if (const QString clean = markdownTag(tag); !clean.isEmpty())
            words.append(u'#' + clean);
    }
    return words.join(u' ');
}

QStringList markdownLines(const QString &text)
{
    const QString own = ownMarkdown(text);
    return own.isEmpty() ? QStringList() : own.split(u'\n');
}

/// Logseq reads more: properties, macros and references to blocks.
QString logseqLine(QStringView text)
{
    QString line = escapedLine(text);
    line.replace(QStringLiteral("::"), QStringLiteral(":\\:"));
    line.replace(QStringLiteral("(("), QStringLiteral("(\\("));
    line.replace(QStringLiteral("{{"), QStringLiteral("{\\{"));
    return line;
}

QString htmlCharacter(QChar c)
{
    switch (c.unicode()) {
    case u'&':
        return QStringLiteral("&amp;");
    case u'<':
        return QStringLiteral("&lt;");
    case u'>':
        return QStringLiteral("&gt;");
    case u'"':
        return QStringLiteral("&quot;");
    case u'\'':
        return QStringLiteral("&#39;");
    default:
        return c;
    }
}

QString htmlEscaped(const QString &text)
{
    QString out;
    out.reserve(text.size() + text.size() / 8);
    for (const QChar c : text) {
        if (c.unicode() < 0xFFFE)
            out += htmlCharacter(c);
    }
    return out;
}

QStringList htmlLines(const QString &text)
{
    QStringList lines = ownLines(text);
    for (QString &line : lines)
        line = htmlEscaped(line);
    return lines;
}

QString htmlTags(const QStringList &tags)
{
    return htmlEscaped(hashTags(tags));
}

bool isOrgMark(QChar c)
{
    return QStringView(u"*/_=~+").contains(c);
}

bool beginsOrgLine(const QString &line)
{
    if (line.isEmpty())
        return false;
    if (QStringView(u"*#:|-+\\[%").contains(line[0]))
        return true;
    qsizetype digits = 0;
    while (digits < line.size() && line[digits].isDigit())
        ++digits;
    return digits > 0 && digits < line.size() && (line[digits] == u'.' || line[digits] == u')');
}

/// Whether something of Org begins at a character in a line.
bool orgBegins(const QString &line, qsizetype at)
{
    const QChar c = line[at];
    const QChar before = at > 0 ? line[at - 1] : QChar(u' ');
    const QChar after = at + 1 < line.size() ? line[at + 1] : QChar(u' ');
    if (isOrgMark(c))
        return !before.isLetterOrNumber() && !after.isSpace();
    switch (c.unicode()) {
    case u'[':
        return after == u'[' || after == u'f' || after.isDigit() || after == u'%';
    case u'<':
        return after == u'<' || after.isLetterOrNumber();
    case u'{':
        return after == u'{' || before == u'_' || before == u'^';
    case u'^':
        return !before.isSpace();
    case u'\\':
    case u'$':
        return true;
    case u'@':
        return after == u'@';
    case u':':
        return after == u':' || (after == u'/' && before.isLetter());
    default:
        return false;
    }
}

QString orgEscaped(const QString &line)
{
    QString out;
    out.reserve(line.size() + line.size() / 8);
    if (beginsOrgLine(line.trimmed()))
        out += zeroWidthSpace;
    for (qsizetype at = 0; at < line.size(); ++at) {
        out += line[at];
        if (orgBegins(line, at))
            out += zeroWidthSpace;
    }
    return out;
}

QStringList orgLines(const QString &text)
{
    QStringList lines = ownLines(text);
    for (QString &line : lines)
        line = orgEscaped(line);
    return lines;
}

/// Org knows letters, digits, '_', '@', '#' and '%' in tags.
QString orgTags(const QStringList &tags)
{
    QStringList words;
    for (const QString &tag : tags) {
        QString word;
        for (const QChar c : tag)
            word += c.isLetterOrNumber() || c.isMark() || c.isSurrogate() ? c : QChar(u'_');
        const bool said = std::any_of(word.begin(), word.end(), [](QChar c) { return c != u'_'; });
        if (said)
            words.append(word);
    }
    return words.isEmpty() ? QString() : QString(u':' + words.join(u':') + u':');
}

QString encodedPath(const QString &path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

QString plainPath(const QString &path)
{
    return plainLine(path);
}

/// Org takes the path of a file as it stands, but for brackets.
QString orgPath(const QString &path)
{
    QString out;
    for (const QChar c : plainLine(path)) {
        if (c == u'[' || c == u']' || c == u'\\')
            out += u'\\';
        out += c;
    }
    return out;
}

constexpr Escaper markdown{escapedLine, markdownLines, unchanged, encodedPath, hashTags, u"\n"};
constexpr Escaper logseq{logseqLine, markdownLines, unchanged, encodedPath, hashTags, u"\n"};
constexpr Escaper org{orgLine, orgLines, unchanged, orgPath, orgTags, u"\n"};
constexpr Escaper plain{plainLine, ownLines, unchanged, plainPath, hashTags, u"\n"};
constexpr Escaper html{htmlLine, htmlLines, htmlEscaped, encodedPath, htmlTags, u"<br />\n"};

} // namespace

QString orgLine(QStringView text)
{
    return orgEscaped(plainLine(text));
}

QString htmlLine(QStringView text)
{
    return htmlEscaped(plainLine(text));
}

const Escaper *escaperFor(const QString &format)
{
    if (format == QStringLiteral("markdown"))
        return &markdown;
    if (format == QStringLiteral("logseq"))
        return &logseq;
    if (format == QStringLiteral("org"))
        return &org;
    if (format == QStringLiteral("text"))
        return &plain;
    if (format == QStringLiteral("html") || format == QStringLiteral("pdf"))
        return &html;
    return nullptr;
}

} // namespace app::exports::internal
