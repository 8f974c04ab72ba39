// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/internal/cleaning.h"

#include "app/markup/entities.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>

namespace app::feeds::internal {

namespace {

using ByteSet = std::array<bool, 256>;

constexpr bool isControl(unsigned c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

// The bytes at which copying must stop and think.
constexpr ByteSet stops(char first, char second)
{
    ByteSet set{};
    for (unsigned c = 0; c < 256; ++c)
        set[c] = isControl(c) || c >= 0x80;
    set[static_cast<unsigned char>(first)] = true;
    set[static_cast<unsigned char>(second)] = true;
    return set;
}

constexpr ByteSet textStops = stops('<', '&');
constexpr ByteSet cdataStops = stops(']', ']');

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

// How many bytes the character at a byte of 0x80 or more has; 0 when that is not UTF-8.
int utf8Length(const char *at, const char *end)
{
    const auto byte = [at](int i) {
        return static_cast<unsigned char>(at[i]);
    };
    const unsigned char lead = byte(0);
    const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || end - at < length)
        return 0;
    for (int i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    }
    const unsigned char second = byte(1);
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool surrogate = lead == 0xED && second >= 0xA0;
    const bool beyond = lead == 0xF4 && second >= 0x90;
    return overlong || surrogate || beyond ? 0 : length;
}

// A terminator looked for again and again: once missing it stays missing, which keeps this linear.
class Terminator
{
public:
    explicit Terminator(std::string_view text)
        : m_text(text)
    {}

    // The byte behind the terminator, or nullptr.
    const char *behind(const char *from, const char *end)
    {
        if (m_missing)
            return nullptr;
        const std::string_view rest(from, static_cast<std::size_t>(end - from));
        const std::size_t at = rest.find(m_text);
        m_missing = at == std::string_view::npos;
        return m_missing ? nullptr : from + at + m_text.size();
    }

private:
    std::string_view m_text;
    bool m_missing = false;
};

class Cleaner
{
public:
    explicit Cleaner(QByteArrayView in)
        : m_at(in.data())
        , m_end(in.data() + in.size())
        , m_run(m_at)
    {
        m_out.xml.reserve(in.size() + 1);
    }

    CleanXml run()
    {
        while (m_at < m_end)
            step();
        flush();
        return std::move(m_out);
    }

private:
    void step()
    {
        const ByteSet &stop = m_inCdata ? cdataStops : textStops;
        while (m_at < m_end && !stop[static_cast<unsigned char>(*m_at)])
            ++m_at;
        if (m_at == m_end)
            return;
        const auto c = static_cast<unsigned char>(*m_at);
        if (c >= 0x80)
            highBytes();
        else if (c == '<')
            markup();
        else if (c == '&')
            reference();
        else if (c == ']')
            bracket();
        else
            replace(m_at + 1, {});
    }

    bool follows(std::string_view text) const
    {
        return static_cast<std::size_t>(m_end - m_at) >= text.size()
               && std::memcmp(m_at, text.data(), text.size()) == 0;
    }

    void flush()
    {
        m_out.xml.append(m_run, m_at - m_run);
        m_run = m_at;
    }

    // Writes \p text for everything from here to \p behind.
    void replace(const char *behind, QByteArrayView text)
    {
        flush();
        m_out.xml.append(text.data(), text.size());
        m_at = m_run = behind;
    }

    void replaceByCharacter(const char *behind, char32_t code)
    {
        std::array<char, 4> bytes{};
        replace(behind, {bytes.data(), markup::writeUtf8(code, bytes.data())});
    }

    void highBytes()
    {
        while (m_at < m_end && static_cast<unsigned char>(*m_at) >= 0x80) {
            if (const int length = utf8Length(m_at, m_end); length > 0)
                m_at += length;
            else
                replaceByCharacter(m_at + 1,
                                   markup::fromWindows1252(static_cast<unsigned char>(*m_at)));
        }
    }

    void bracket()
    {
        m_inCdata = !follows("]]>");
        m_at += m_inCdata ? 1 : 3;
    }

    void markup()
    {
        if (m_end - m_at >= 2 && m_at[1] != '!' && m_at[1] != '?') {
            ++m_out.tags;
            ++m_at;
        } else if (follows("<![CDATA[")) {
            cdata();
        } else if (follows("<!--")) {
            drop(m_comment.behind(m_at + 4, m_end), 4);
        } else if (follows("<?")) {
            drop(m_instruction.behind(m_at + 2, m_end), 2);
        } else if (follows("<!")) {
            drop(behindDeclaration(), 2);
        } else {
            replace(m_end, {});
        }
    }

    void cdata()
    {
        ++m_out.tags;
        if (m_cdataEnd.behind(m_at + 9, m_end) == nullptr) {
            replace(m_end, {});
            return;
        }
        m_at += 9;
        m_inCdata = true;
    }

    // Where the end is missing only the opening goes: better a stray word than half a feed lost.
    void drop(const char *behind, int opening)
    {
        replace(behind != nullptr ? behind : m_at + opening, {});
    }

    const char *behindDeclaration()
    {
        const char *behind = m_close.behind(m_at, m_end);
        if (behind == nullptr || m_subsetUnfinished)
            return behind;
        const char *subset = std::find(m_at, behind, '[');
        if (subset == behind)
            return behind;
        // The internal subset: its own declarations hold '>' and, in quotes, anything.
        char quote = '\0';
        for (const char *p = subset; p < m_end; ++p) {
            if (quote != '\0')
                quote = *p == quote ? '\0' : quote;
            else if (*p == '"' || *p == '\'')
                quote = *p;
            else if (*p == ']')
                return behindSubset(p + 1);
        }
        m_subsetUnfinished = true;
        const char *unquoted = m_subset.behind(subset, m_end);
        return unquoted != nullptr ? unquoted : behind;
    }

    const char *behindSubset(const char *p) const
    {
        while (p < m_end && *p != '>' && *p != '<')
            ++p;
        return p < m_end && *p == '>' ? p + 1 : p;
    }

    void reference()
    {
        const char *p = m_at + 1;
        if (p < m_end && *p == '#') {
            numericReference();
            return;
        }
        const char *const last = std::min(m_end, p + 9);
        while (p < last && (isAsciiLetter(*p) || isAsciiDigit(*p)))
            ++p;
        if (p == last || *p != ';') {
            ++m_at;
            return;
        }
        const char32_t code =
            markup::namedEntity({m_at + 1, static_cast<std::size_t>(p - m_at - 1)});
        // Those below 128 are XML's own five, and unknown ones stay as they are.
        if (code < 0x80)
            m_at = p + 1;
        else
            replaceByCharacter(p + 1, code);
    }

    struct Number
    {
        char32_t code;
        const char *behind;
    };

    // Reads "&#123;" or "&#x7b;"; absurd lengths and no digits at all are no reference.
    std::optional<Number> number(const char *p) const
    {
        if (m_end - p < 4 || p[0] != '&' || p[1] != '#')
            return {};
        const bool hex = p[2] == 'x' || p[2] == 'X';
        const char *digit = p + (hex ? 3 : 2);
        const char *const first = digit;
        char32_t code = 0;
        for (; digit < m_end && digit - first < 10 && *digit != ';'; ++digit) {
            const char lower = static_cast<char>(*digit | 0x20);
            if (isAsciiDigit(*digit))
                code = code * (hex ? 16 : 10) + static_cast<char32_t>(*digit - '0');
            else if (hex && lower >= 'a' && lower <= 'f')
                code = code * 16 + static_cast<char32_t>(lower - 'a' + 10);
            else
                return {};
            code = std::min<char32_t>(code, 0x110000);
        }
        if (digit == first || digit == m_end || *digit != ';')
            return {};
        return Number{code, digit + 1};
    }

    void numericReference()
    {
        const std::optional<Number> found = number(m_at);
        if (!found) {
            ++m_at;
            return;
        }
        if (found->code >= 0xD800 && found->code < 0xE000) {
            surrogate(*found);
            return;
        }
        const char32_t code = markup::sensibleCharacter(found->code);
        // Below 128 it may be markup and stays a reference, in the form every parser knows.
        if (code == 0)
            replace(found->behind, found->code > 0xFFFF ? QByteArrayView("\xEF\xBF\xBD") : "");
        else if (code < 0x80)
            replace(found->behind,
                    QByteArray("&#" + QByteArray::number(static_cast<uint>(code)) + ';'));
        else
            replaceByCharacter(found->behind, code);
    }

    // Some programs write an emoji as two references, one for each half.
    void surrogate(const Number &high)
    {
        const std::optional<Number> low = high.code < 0xDC00 ? number(high.behind) : std::nullopt;
        const bool whole = low && low->code >= 0xDC00 && low->code < 0xE000;
        if (whole)
            replaceByCharacter(low->behind,
                               0x10000 + ((high.code - 0xD800) << 10) + (low->code - 0xDC00));
        else
            replaceByCharacter(high.behind, 0xFFFD);
    }

    CleanXml m_out;
    const char *m_at;
    const char *m_end;
    const char *m_run; // start of what is not copied yet
    bool m_inCdata = false;
    Terminator m_comment{"-->"};
    Terminator m_instruction{"?>"};
    Terminator m_cdataEnd{"]]>"};
    Terminator m_close{">"};
    Terminator m_subset{"]>"};
    bool m_subsetUnfinished = false; // looked for once, to stay linear
};

bool equalsIgnoringCase(std::string_view a, std::string_view lower)
{
    return std::equal(a.begin(), a.end(), lower.begin(), lower.end(), [](char x, char y) {
        return x == y || (isAsciiLetter(x) && static_cast<char>(x | 0x20) == y);
    });
}

// The name of the tag at '<', without its prefix.
std::string_view tagName(const char *at, const char *end)
{
    const char *const last = std::min(end, at + 64);
    const char *p = at + 1;
    const char *start = p;
    for (; p < last && !std::strchr(" \t\r\n/>", *p); ++p) {
        if (*p == ':')
            start = p + 1;
    }
    return {start, static_cast<std::size_t>(p - start)};
}

bool looksLikeJson(QByteArrayView utf8)
{
    const QByteArrayView start = utf8.first(std::min<qsizetype>(utf8.size(), 64)).trimmed();
    return !start.isEmpty() && start.front() == '{';
}

bool beginsFeed(std::string_view name)
{
    constexpr std::array<std::string_view, 6> roots{
        "?xml", "rss", "feed", "RDF", "opml", "channel"};
    return std::find(roots.begin(), roots.end(), name) != roots.end();
}

bool beginsPage(std::string_view name, std::string_view rest)
{
    if (!equalsIgnoringCase(name, "!doctype"))
        return equalsIgnoringCase(name, "html");
    rest.remove_prefix(std::min(rest.find_first_of(" \t\r\n"), rest.size()));
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    return equalsIgnoringCase(rest.substr(0, 4), "html");
}

} // namespace

XmlStart findXml(QByteArrayView utf8)
{
    const char *const begin = utf8.data();
    const char *const end = begin + utf8.size();
    const char *firstTag = nullptr;
    Terminator comment("-->");
    for (const char *p = std::find(begin, end, '<'); p < end; p = std::find(p + 1, end, '<')) {
        const std::string_view name = tagName(p, end);
        if (beginsFeed(name))
            return {XmlStart::Kind::Xml, p - begin};
        const std::string_view rest(p, static_cast<std::size_t>(end - p));
        if (beginsPage(name, rest.substr(0, 256)))
            return {looksLikeJson(utf8) ? XmlStart::Kind::Json : XmlStart::Kind::WebPage, 0};
        if (rest.starts_with("<!--")) {
            const char *behind = comment.behind(p + 4, end);
            p = behind != nullptr ? behind - 1 : p;
        } else if (firstTag == nullptr && !name.empty() && isAsciiLetter(name.front())) {
            firstTag = p;
        }
    }
    if (looksLikeJson(utf8))
        return {XmlStart::Kind::Json, 0};
    if (firstTag == nullptr)
        return {};
    return {XmlStart::Kind::Xml, firstTag - begin};
}

CleanXml cleanXml(QByteArrayView utf8)
{
    return Cleaner(utf8).run();
}

} // namespace app::feeds::internal
