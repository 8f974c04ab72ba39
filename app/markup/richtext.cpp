// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markup/richtext.h"

#include "app/markup/entities.h"
#include "app/markup/internal/htmlreader.h"
#include "app/markup/internal/textbuilder.h"

namespace app::markup {

namespace {

constexpr qsizetype mostCharacters = 4 * 1024 * 1024;

RichText plainLines(QStringView text)
{
    internal::TextBuilder builder;
    qsizetype start = 0;
    while (start <= text.size()) {
        qsizetype end = start;
        while (end < text.size() && text[end] != u'\n' && text[end] != u'\r'
               && text[end] != QChar::LineSeparator && text[end] != QChar::ParagraphSeparator)
            ++end;
        builder.appendText(text.mid(start, end - start));
        builder.breakBlock();
        start = end + 1;
    }
    RichText result = builder.finish();
    internal::linkBareAddresses(result);
    return result;
}

} // namespace

RichText readHtml(const QString &html)
{
    return internal::readHtmlText(QStringView(html).left(mostCharacters),
                                  internal::LineFeeds::AreSpaces);
}

RichText readPlain(const QString &text)
{
    return plainLines(QStringView(text).left(mostCharacters));
}

RichText readShowNotes(const QString &source)
{
    const QStringView text = QStringView(source).left(mostCharacters);
    const internal::HtmlSigns signs = internal::findHtml(text);
    if (!signs.tags)
        return plainLines(text.contains(u'&') ? decodeEntities(text) : source.left(text.size()));
    RichText result = internal::readHtmlText(
        text, signs.blocks ? internal::LineFeeds::AreSpaces : internal::LineFeeds::BreakLines);
    internal::linkBareAddresses(result);
    return result;
}

} // namespace app::markup
