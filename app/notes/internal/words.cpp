// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/internal/words.h"

#include <QString>

namespace app::notes::internal {

namespace {

constexpr char32_t zeroWidthJoiner = 0x200D;

/// What a character does to the word it stands at.
enum class Kind {
    Gap,
    Letter,     ///< goes on with the word before it
    Single,     ///< a word of its own
    Symbol,     ///< the same; joins with others to one emoji
    Flag,       ///< two of them are one emoji
    Follower,   ///< belongs to the character before it
    Apostrophe, ///< inside a word only
};

bool isWithoutSpaces(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

Kind asciiKind(char32_t c)
{
    const char32_t lower = c | 0x20U;
    if ((lower >= U'a' && lower <= U'z') || (c >= U'0' && c <= U'9'))
        return Kind::Letter;
    return c == U'\'' ? Kind::Apostrophe : Kind::Gap;
}

Kind kindOf(char32_t c)
{
    if (c < 0x80U)
        return asciiKind(c);
    if (c == 0x2019U || c == 0x02BCU || c == 0xFF07U)
        return Kind::Apostrophe;
    if (c >= 0x1F3FBU && c <= 0x1F3FFU) // skin tones
        return Kind::Follower;
    if (c >= 0x1F1E6U && c <= 0x1F1FFU)
        return Kind::Flag;
    const QChar::Category category = QChar::category(c);
    if (QChar::isMark(c) || category == QChar::Other_Format)
        return Kind::Follower;
    if (QChar::isLetterOrNumber(c))
        return isWithoutSpaces(c) ? Kind::Single : Kind::Letter;
    return category == QChar::Symbol_Other ? Kind::Symbol : Kind::Gap;
}

class Splitter
{
public:
    explicit Splitter(QStringView text)
        : m_text(text)
    {}

    std::vector<Word> split()
    {
        while (m_at < m_text.size()) {
            const Kind kind = peek();
            const qsizetype start = m_at;
            m_at += m_width;
            if (kind == Kind::Letter)
                endOfLetters();
            else if (kind == Kind::Symbol || kind == Kind::Flag)
                endOfEmoji(kind);
            else if (kind == Kind::Single)
                skipFollowers();
            else
                continue;
            const QStringView word = m_text.sliced(start, m_at - start);
            m_words.push_back({start, word.size(), hashOf(word)});
        }
        return std::move(m_words);
    }

private:
    /// The kind of the character at the place; its width and code are kept.
    Kind peek()
    {
        m_width = 1;
        m_code = 0;
        if (m_at >= m_text.size())
            return Kind::Gap;
        const QChar c = m_text[m_at];
        m_code = c.unicode();
        if (c.isHighSurrogate() && m_at + 1 < m_text.size() && m_text[m_at + 1].isLowSurrogate()) {
            m_code = QChar::surrogateToUcs4(c, m_text[m_at + 1]);
            m_width = 2;
        }
        return kindOf(m_code);
    }

    /// \returns the last of them, 0 when there is none
    char32_t skipFollowers()
    {
        char32_t last = 0;
        while (peek() == Kind::Follower) {
            last = m_code;
            m_at += m_width;
        }
        return last;
    }

    void endOfLetters()
    {
        for (;;) {
            const Kind kind = peek();
            if (kind == Kind::Apostrophe) {
                const qsizetype before = m_at;
                m_at += m_width;
                if (peek() == Kind::Letter)
                    continue;
                m_at = before;
                return;
            }
            if (kind != Kind::Letter && kind != Kind::Follower)
                return;
            m_at += m_width;
        }
    }

    void endOfEmoji(Kind first)
    {
        if (first == Kind::Flag && peek() == Kind::Flag)
            m_at += m_width;
        while (skipFollowers() == zeroWidthJoiner && peek() == Kind::Symbol)
            m_at += m_width;
    }

    static quint64 mix(quint64 hash, char16_t unit)
    {
        hash = (hash ^ unit) * 0x9E37'79B9'7F4A'7C15U;
        return hash ^ (hash >> 29U);
    }

    static quint64 hashOf(QStringView word)
    {
        quint64 hash = 0x243F'6A88'85A3'08D3U;
        for (const QChar c : word) {
            char16_t unit = c.unicode();
            if (unit >= 0x80U)
                return hashOfFolded(word);
            if (unit == u'\'')
                continue;
            if (unit >= u'A' && unit <= u'Z')
                unit = static_cast<char16_t>(unit | 0x20U);
            hash = mix(hash, unit);
        }
        return hash;
    }

    static quint64 hashOfFolded(QStringView word)
    {
        QString kept;
        for (const QChar c : word) {
            const bool apostrophe = !c.isSurrogate() && kindOf(c.unicode()) == Kind::Apostrophe;
            if (!apostrophe && c.category() != QChar::Other_Format)
                kept.append(c);
        }
        constexpr auto form = QString::NormalizationForm_KC;
        // Case folding alone leaves characters that are several in upper case.
        const QString folded = kept.normalized(form).toUpper().toCaseFolded().normalized(form);
        quint64 hash = 0x243F'6A88'85A3'08D3U;
        for (const QChar c : folded)
            hash = mix(hash, c.unicode());
        return hash;
    }

    QStringView m_text;
    std::vector<Word> m_words;
    qsizetype m_at = 0;
    qsizetype m_width = 1;
    char32_t m_code = 0;
};

} // namespace

std::vector<Word> splitWords(QStringView text)
{
    return Splitter(text).split();
}

} // namespace app::notes::internal
