// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markup/internal/tokenizer.h"

#include "app/markup/entities.h"

#include <algorithm>
#include <array>

namespace app::markup::internal {

namespace {

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

bool endsName(QChar c)
{
    return isSpace(c) || c == u'>' || c == u'/';
}

bool hasRawContent(std::string_view name)
{
    constexpr std::array<std::string_view, 7> raw{
        "script", "style", "title", "textarea", "iframe", "noembed", "xmp"};
    return std::find(raw.begin(), raw.end(), name) != raw.end();
}

void setName(Token &token, QStringView name)
{
    for (const QChar c : name.left(static_cast<qsizetype>(token.nameBytes.size()))) {
        const char ascii = c.unicode() < 0x80 ? static_cast<char>(c.unicode()) : '?';
        token.nameBytes[token.nameLength++] = isLetter(c) ? static_cast<char>(ascii | 0x20) : ascii;
    }
}

// Walks through the attributes of a tag.
class AttributeReader
{
public:
    explicit AttributeReader(QStringView tag)
        : m_tag(tag)
    {}

    bool next()
    {
        while (m_at < m_tag.size() && (isSpace(m_tag[m_at]) || m_tag[m_at] == u'/'))
            ++m_at;
        if (m_at == m_tag.size())
            return false;
        const qsizetype start = m_at++;
        while (m_at < m_tag.size() && m_tag[m_at] != u'=' && !endsName(m_tag[m_at]))
            ++m_at;
        name = m_tag.mid(start, m_at - start);
        value = {};
        skipSpace();
        if (m_at < m_tag.size() && m_tag[m_at] == u'=') {
            ++m_at;
            readValue();
        }
        return true;
    }

    QStringView name;
    QStringView value;

private:
    void skipSpace()
    {
        while (m_at < m_tag.size() && isSpace(m_tag[m_at]))
            ++m_at;
    }

    void readValue()
    {
        skipSpace();
        const QChar quote = m_at < m_tag.size() ? m_tag[m_at] : QChar();
        if (quote == u'"' || quote == u'\'') {
            const qsizetype end = m_tag.indexOf(quote, m_at + 1);
            value = m_tag.mid(m_at + 1, end < 0 ? -1 : end - m_at - 1);
            m_at = end < 0 ? m_tag.size() : end + 1;
            return;
        }
        const qsizetype start = m_at;
        while (m_at < m_tag.size() && !isSpace(m_tag[m_at]))
            ++m_at;
        value = m_tag.mid(start, m_at - start);
    }

    QStringView m_tag;
    qsizetype m_at = 0;
};

} // namespace

Token Tokenizer::next()
{
    while (m_at < m_html.size()) {
        if (!opensMarkup(m_at)) {
            const qsizetype start = m_at;
            do {
                const qsizetype open = m_html.indexOf(u'<', m_at + 1);
                m_at = open < 0 ? m_html.size() : open;
            } while (m_at < m_html.size() && !opensMarkup(m_at));
            return {Token::Kind::Text, m_html.mid(start, m_at - start)};
        }
        if (skipDeclaration())
            continue;
        if (Token token = tag(); token.kind != Token::Kind::End)
            return token;
    }
    return {};
}

bool Tokenizer::opensMarkup(qsizetype place) const
{
    if (!at(place, u'<') || m_noMoreTagEnds || place + 1 >= m_html.size())
        return false;
    const QChar second = m_html[place + 1];
    return isLetter(second) || second == u'!' || second == u'?'
           || (second == u'/' && place + 2 < m_html.size());
}

bool Tokenizer::skipDeclaration()
{
    const QStringView rest = m_html.mid(m_at);
    const bool isTag = isLetter(rest[1]) || (rest[1] == u'/' && isLetter(rest[2]));
    if (isTag)
        return false;
    if (rest.startsWith(u"<!--") && !m_noMoreCommentEnds) {
        const qsizetype end = m_html.indexOf(u"-->", m_at + 2);
        m_noMoreCommentEnds = end < 0;
        m_at = end < 0 ? m_at + 4 : end + 3;
        return true;
    }
    const qsizetype end = m_html.indexOf(u'>', m_at);
    m_noMoreTagEnds = end < 0;
    m_at = end < 0 ? std::min(m_at + 2, m_html.size()) : end + 1;
    return true;
}

// The place of the '>' that ends the tag, or -1.
qsizetype Tokenizer::endOfTag(qsizetype place)
{
    bool afterEquals = false;
    QChar quote;
    for (qsizetype i = place; i < m_html.size() && !m_quotesBroken; ++i) {
        const QChar c = m_html[i];
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == u'>') {
            return i;
        } else if (afterEquals && (c == u'"' || c == u'\'')) {
            quote = c;
        }
        afterEquals = quote.isNull() && (c == u'=' || (afterEquals && isSpace(c)));
    }
    // A quote without its end: take the tag to end where most would.
    m_quotesBroken = true;
    return m_html.indexOf(u'>', place);
}

Token Tokenizer::tag()
{
    const bool isEnd = m_html[m_at + 1] == u'/';
    const qsizetype nameStart = m_at + (isEnd ? 2 : 1);
    qsizetype nameEnd = nameStart;
    while (nameEnd < m_html.size() && !endsName(m_html[nameEnd]))
        ++nameEnd;
    const qsizetype end = endOfTag(nameEnd);
    if (end < 0) {
        // The end of the text has cut this tag off.
        m_noMoreTagEnds = true;
        m_at = m_html.size();
        return {};
    }
    Token token;
    token.kind = isEnd ? Token::Kind::EndTag : Token::Kind::StartTag;
    setName(token, m_html.mid(nameStart, nameEnd - nameStart));
    token.text = m_html.mid(nameEnd, end - nameEnd);
    m_at = end + 1;
    if (!isEnd && hasRawContent(token.name()))
        skipContent(token.name());
    return token;
}

void Tokenizer::skipContent(std::string_view name)
{
    const QString wanted =
        QStringLiteral("</") + QLatin1String(name.data(), static_cast<qsizetype>(name.size()));
    const qsizetype end = m_html.indexOf(wanted, m_at, Qt::CaseInsensitive);
    m_at = end < 0 ? m_html.size() : end;
}

QString attributeOf(QStringView tag, QStringView wanted)
{
    AttributeReader reader(tag);
    while (reader.next()) {
        if (reader.name.compare(wanted, Qt::CaseInsensitive) == 0)
            return decodeEntities(reader.value);
    }
    return {};
}

} // namespace app::markup::internal
