// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/plaintext.h"

#include <QUrl>

#include <algorithm>

namespace app::exports::internal {

namespace {

QString withoutControls(QStringView text)
{
    QString line;
    line.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'\t')
            line.append(u' ');
        else if (!isControl(text[at]) && !isHalf(text, at))
            line.append(text[at]);
    }
    while (!line.isEmpty() && line.back().isSpace())
        line.chop(1);
    return line;
}

} // namespace

bool isHalf(QStringView text, qsizetype at)
{
    if (!text[at].isSurrogate())
        return false;
    if (text[at].isHighSurrogate())
        return at + 1 >= text.size() || !text[at + 1].isLowSurrogate();
    return at == 0 || !text[at - 1].isHighSurrogate();
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\v' || c == u'\f' || c == QChar(0x0085)
           || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0)
           || c == QChar(QChar::ByteOrderMark);
}

QString plainLine(QStringView text)
{
    QString line;
    line.reserve(text.size());
    bool gap = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c.isSpace() || isLineEnd(c)) {
            gap = !line.isEmpty();
            continue;
        }
        if (isControl(c) || isHalf(text, at))
            continue;
        if (gap)
            line.append(u' ');
        gap = false;
        line.append(c);
    }
    return line;
}

std::vector<QStringView> linesOf(QStringView text)
{
    std::vector<QStringView> lines;
    for (qsizetype at = 0; at <= text.size();) {
        const auto found = std::find_if(text.begin() + at, text.end(), isLineEnd);
        const qsizetype end = found - text.begin();
        lines.push_back(text.sliced(at, end - at));
        const bool pair = text.sliced(end).startsWith(u"\r\n");
        at = end + (pair ? 2 : 1);
    }
    return lines;
}

QStringList plainLines(const QString &text)
{
    QStringList lines;
    for (const QStringView line : linesOf(text)) {
        if (const QString plain = plainLine(line); !plain.isEmpty())
            lines.append(plain);
    }
    return lines;
}

QStringList ownLines(const QString &text)
{
    QStringList lines;
    for (const QStringView line : linesOf(text)) {
        const QString plain = withoutControls(line);
        if (!plain.isEmpty() || (!lines.isEmpty() && !lines.last().isEmpty()))
            lines.append(plain);
    }
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

QString webAddress(const QString &text)
{
    const QUrl url(text.trimmed());
    const bool web =
        url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
    if (!url.isValid() || !web || url.host().isEmpty())
        return {};
    const QString encoded = url.toString(QUrl::FullyEncoded);
    const qsizetype path = encoded.indexOf(u'/', encoded.indexOf(QStringLiteral("://")) + 3);
    QString out = path < 0 ? encoded : encoded.first(path);
    for (const QChar c : QStringView(encoded).sliced(out.size())) {
        const bool safe =
            c > u' ' && c.unicode() < 0x7F && !QStringView(u"\"'()<>[]\\^`{|}*$").contains(c);
        out +=
            safe ? QString(c) : QString::fromLatin1(QUrl::toPercentEncoding(QString(c), {}, "*"));
    }
    return out;
}

} // namespace app::exports::internal
