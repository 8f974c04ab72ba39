// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/normaltext.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

constexpr char16_t dropped = 0;

bool isInvisible(char16_t c)
{
    return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
           || (c >= 0x2060 && c <= 0x2069) || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff
           || c == 0x00ad || c == 0x061c || c == 0x180e;
}

bool isSpace(char16_t c)
{
    return c == 0x00a0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f
           || c == 0x3000;
}

/// Punctuation of other scripts by its ASCII counterpart; the character itself where there is none.
char16_t plainPunctuation(char16_t c)
{
    static constexpr QStringView others = u"∶꞉﹕︓ː−﹘﹣⁃〜∼〰【「『〈《〔〖】」』〉》〕〗"
                                          u"′‘’ʼ″“”„،、؛؟۔。।٫\u2028\u2029\x0085";
    static constexpr QStringView plain = u":::::----~~~((((((())))))"
                                         u")''''\"\"\"\",,;?!!!.\n\n\n";
    static_assert(others.size() == plain.size());
    if (c >= 0x2010 && c <= 0x2015) {
        return u'-';
    }
    // Letters of these scripts come in great numbers, and no punctuation is among them.
    if (c >= 0x3040 && c < 0xa780) {
        return c;
    }
    const qsizetype at = others.indexOf(QChar(c));
    return at < 0 ? c : plain[at].unicode();
}

char16_t plainWide(char16_t c)
{
    if (isInvisible(c)) {
        return dropped;
    }
    if (c >= 0xff01 && c <= 0xff5e) {
        return static_cast<char16_t>(c - 0xfee0);
    }
    if (isSpace(c)) {
        return u' ';
    }
    if (QChar(c).isDigit()) {
        return static_cast<char16_t>(u'0' + QChar(c).digitValue());
    }
    return plainPunctuation(c);
}

char16_t plainAscii(char16_t c, char16_t next)
{
    switch (c) {
    case u'\r':
        return next == u'\n' ? dropped : u'\n';
    case u'\f':
        return u'\n';
    case u'\t':
    case u'\v':
    case u'\0':
        return u' ';
    case u'`':
        return u'\'';
    default:
        return c;
    }
}

} // namespace

char16_t foldedLetter(char16_t c)
{
    if (c < 0x80) {
        return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 32) : c;
    }
    switch (c) {
    case u'ي':
    case u'ى':
        return u'ی';
    case u'ك':
        return u'ک';
    case u'ё':
    case u'Ё':
        return u'е';
    case u'İ':
        return u'i';
    default:
        return QChar::toLower(c) <= 0xffff ? static_cast<char16_t>(QChar::toLower(c)) : c;
    }
}

namespace {

/// Writes into room for the whole text, for a character never becomes two.
class Writer
{
public:
    explicit Writer(qsizetype size)
        : m_result{QString(size, Qt::Uninitialized), QString(size, Qt::Uninitialized), {}}
    {
        m_result.origin.resize(static_cast<std::size_t>(size));
        m_text = m_result.text.data();
        m_folded = m_result.folded.data();
    }

    void put(char16_t c, qsizetype origin) { put(c, origin, c); }

    void put(char16_t c, qsizetype origin, char16_t written)
    {
        m_text[m_size] = QChar(written);
        m_folded[m_size] = QChar(foldedLetter(c));
        m_result.origin[static_cast<std::size_t>(m_size)] = static_cast<qint32>(origin);
        ++m_size;
    }

    NormalText take()
    {
        m_result.text.truncate(m_size);
        m_result.folded.truncate(m_size);
        m_result.origin.resize(static_cast<std::size_t>(m_size));
        return std::move(m_result);
    }

private:
    NormalText m_result;
    QChar *m_text = nullptr;
    QChar *m_folded = nullptr;
    qsizetype m_size = 0;
};

} // namespace

TextSpan NormalText::originalSpan(QStringView original, qsizetype begin, qsizetype end) const
{
    const qsizetype first = origin[static_cast<std::size_t>(begin)];
    const qsizetype last = origin[static_cast<std::size_t>(end - 1)];
    // A digit from outside the basic plane was two units and has become one.
    const bool pair = original[last].isHighSurrogate() && text[end - 1].isDigit();
    return {first, last - first + (pair ? 2 : 1)};
}

qsizetype NormalText::fromOriginal(qsizetype offset) const
{
    return std::lower_bound(origin.begin(), origin.end(), offset) - origin.begin();
}

NormalText normalise(QStringView original)
{
    Writer writer(original.size());
    for (qsizetype i = 0; i < original.size(); ++i) {
        const char16_t c = original[i].unicode();
        const char16_t next = i + 1 < original.size() ? original[i + 1].unicode() : u'\0';
        if (c < 0x80) {
            if (const char16_t plain = plainAscii(c, next); plain != dropped) {
                writer.put(plain, i);
            }
        } else if (QChar::isHighSurrogate(c) && QChar::isLowSurrogate(next)) {
            const char32_t full = QChar::surrogateToUcs4(c, next);
            if (QChar::isDigit(full)) {
                writer.put(static_cast<char16_t>(u'0' + QChar::digitValue(full)), i);
            } else {
                writer.put(c, i);
                writer.put(next, i + 1);
            }
            ++i;
        } else if (const char16_t plain = plainWide(c); plain != dropped) {
            writer.put(plain, i, c == wideColon ? c : plain);
        }
    }
    return writer.take();
}

} // namespace app::timestamps::internal
