// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/tagscanner.h"

#include "app/markup/entities.h"

#include <algorithm>

namespace app::transcripts::internal {

namespace {

constexpr QStringView commentStart = u"<!--";
constexpr QStringView dataStart = u"<![CDATA[";

QStringView withoutPrefix(QStringView name)
{
    const qsizetype colon = name.lastIndexOf(u':');
    return colon < 0 ? name : name.sliced(colon + 1);
}

void skipSpaces(QStringView text, qsizetype &at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
}

bool isNameCharacter(QChar c)
{
    return !c.isSpace() && c != u'=' && c != u'/' && c != u'>' && c != u'"' && c != u'\'';
}

QStringView takeName(QStringView text, qsizetype &at)
{
    const qsizetype first = at;
    while (at < text.size() && isNameCharacter(text[at]))
        ++at;
    return text.sliced(first, at - first);
}

QStringView takeValue(QStringView text, qsizetype &at)
{
    skipSpaces(text, at);
    const QChar quote = at < text.size() ? text[at] : QChar();
    if (quote != u'"' && quote != u'\'')
        return takeName(text, at);
    const qsizetype first = at + 1;
    const qsizetype found = text.indexOf(quote, first);
    const qsizetype end = found < 0 ? text.size() : found;
    at = std::min(end + 1, text.size());
    return text.sliced(first, end - first);
}

} // namespace

TagScanner::Kind TagScanner::next()
{
    m_verbatim = false;
    while (m_at < m_document.size()) {
        if (m_document[m_at] != u'<') {
            const qsizetype open = m_document.indexOf(u'<', m_at);
            return giveText(open < 0 ? m_document.size() : open);
        }
        const QStringView rest = m_document.sliced(m_at);
        if (rest.startsWith(dataStart))
            return giveCharacterData();
        if (skipDeclaration())
            continue;
        const bool opens = rest.size() > 1 && (rest[1].isLetter() || rest[1] == u'/');
        const qsizetype end = opens ? tagEnd(m_at + 1) : -1;
        // A tag that never ends leaves nothing but text: looking further would find none either.
        if (end < 0)
            return giveText(opens ? m_document.size() : m_at + 1);
        readTag(m_document.sliced(m_at + 1, end - m_at - 1));
        m_at = end + 1;
        return Kind::Tag;
    }
    return Kind::End;
}

TagScanner::Kind TagScanner::giveText(qsizetype end)
{
    m_text = m_document.sliced(m_at, end - m_at);
    m_at = end;
    return Kind::Text;
}

TagScanner::Kind TagScanner::giveCharacterData()
{
    const qsizetype first = m_at + dataStart.size();
    const qsizetype found = m_document.indexOf(QStringView(u"]]>"), first);
    const qsizetype end = found < 0 ? m_document.size() : found;
    m_text = m_document.sliced(first, end - first);
    m_verbatim = true;
    m_at = std::min(end + 3, m_document.size());
    return Kind::Text;
}

bool TagScanner::skipDeclaration()
{
    const QStringView rest = m_document.sliced(m_at);
    const bool comment = rest.startsWith(commentStart);
    if (!comment && !rest.startsWith(QStringView(u"<!")) && !rest.startsWith(QStringView(u"<?")))
        return false;
    const QStringView mark = comment ? QStringView(u"-->") : QStringView(u">");
    const qsizetype found = m_document.indexOf(mark, m_at + 2);
    m_at = found < 0 ? m_document.size() : found + mark.size();
    return true;
}

/// The '>' that ends a tag; one within quotes does not.
qsizetype TagScanner::tagEnd(qsizetype from) const
{
    QChar quote;
    for (qsizetype at = from; at < m_document.size(); ++at) {
        const QChar c = m_document[at];
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == u'>') {
            return at;
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        }
    }
    return -1;
}

void TagScanner::readTag(QStringView inside)
{
    m_tag = XmlTag();
    m_tag.closing = inside.startsWith(u'/');
    m_tag.empty = !m_tag.closing && inside.endsWith(u'/');
    qsizetype at = m_tag.closing ? 1 : 0;
    m_tag.name = withoutPrefix(takeName(inside, at));
    m_tag.attributes = inside.sliced(at);
}

QString attributeOf(const XmlTag &tag, QStringView name)
{
    const QStringView text = tag.attributes;
    for (qsizetype at = 0; at < text.size();) {
        skipSpaces(text, at);
        const QStringView key = takeName(text, at);
        qsizetype next = at;
        skipSpaces(text, next);
        if (next >= text.size() || text[next] != u'=') {
            // Neither a name nor a value: go on behind it.
            at += key.isEmpty() ? 1 : 0;
            continue;
        }
        at = next + 1;
        const QStringView value = takeValue(text, at);
        if (withoutPrefix(key) == name)
            return markup::decodeEntities(value);
    }
    return {};
}

} // namespace app::transcripts::internal
