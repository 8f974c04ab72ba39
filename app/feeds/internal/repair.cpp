// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/internal/repair.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace app::feeds::internal {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool startsName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & '\x80') != 0;
}

bool continuesName(char c)
{
    return startsName(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
}

bool isEpisode(std::string_view name)
{
    return name == "item" || name == "entry";
}

// HTML written into a feed without escaping brings these, which never have an end tag.
bool isVoid(std::string_view name)
{
    constexpr std::array<std::string_view, 5> tags{"br", "hr", "img", "wbr", "input"};
    return std::find(tags.begin(), tags.end(), name) != tags.end();
}

class Repairer
{
public:
    explicit Repairer(QByteArrayView in)
        : m_in(in.data(), static_cast<std::size_t>(in.size()))
    {
        m_out.reserve(in.size() + in.size() / 8);
    }

    QByteArray run()
    {
        while (m_at < m_in.size()) {
            const std::size_t open = std::min(m_in.find('<', m_at), m_in.size());
            write(m_in.substr(m_at, open - m_at));
            m_at = open;
            if (m_at < m_in.size())
                markup();
        }
        leaveOutCutEpisode();
        while (!m_open.empty())
            close();
        return std::move(m_out);
    }

private:
    struct Open
    {
        std::string_view name;
        qsizetype outOffset;
    };

    void write(std::string_view text)
    {
        m_out.append(text.data(), static_cast<qsizetype>(text.size()));
    }

    char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_in.size() ? m_in[m_at + ahead] : '\0';
    }

    void markup()
    {
        constexpr std::string_view cdataEnd = "]]>";
        if (m_in.substr(m_at).starts_with("<![CDATA[")) {
            const std::size_t end = m_in.find(cdataEnd, m_at);
            const std::size_t behind = end == m_in.npos ? m_in.size() : end + cdataEnd.size();
            if (end != m_in.npos)
                write(m_in.substr(m_at, behind - m_at));
            m_at = behind;
        } else if (peek(1) == '/' && startsName(peek(2))) {
            endTag();
        } else if (startsName(peek(1))) {
            startTag();
        } else {
            write("&lt;");
            ++m_at;
        }
    }

    std::string_view name()
    {
        const std::size_t start = m_at;
        while (m_at < m_in.size() && continuesName(m_in[m_at]))
            ++m_at;
        return m_in.substr(start, m_at - start);
    }

    void skipSpace()
    {
        while (isSpace(peek()))
            ++m_at;
    }

    void endTag()
    {
        m_at += 2;
        const std::string_view closed = name();
        while (m_at < m_in.size() && peek() != '>' && peek() != '<')
            ++m_at;
        if (m_at == m_in.size())
            return;
        if (peek() == '>')
            ++m_at;
        if (const auto open = m_count.find(closed); open != m_count.end() && open->second > 0)
            closeThrough(closed);
    }

    void startTag()
    {
        ++m_at;
        const std::string_view tag = name();
        // The tag is written only once it is whole: the end of the document may cut it.
        const qsizetype undo = m_out.size();
        if (isEpisode(tag) && m_count[tag] > 0)
            closeThrough(tag);
        const qsizetype offset = m_out.size();
        write("<");
        write(tag);
        bool selfClosing = false;
        for (skipSpace(); m_at < m_in.size() && peek() != '>' && peek() != '<'; skipSpace()) {
            selfClosing = peek() == '/';
            if (startsName(peek()))
                attribute();
            else
                ++m_at;
        }
        if (m_at == m_in.size()) {
            m_out.truncate(std::max(undo, offset));
            return;
        }
        if (peek() == '>')
            ++m_at;
        const bool closed = selfClosing || isVoid(tag);
        write(closed ? "/>" : ">");
        if (closed)
            return;
        m_open.push_back({tag, offset});
        ++m_count[tag];
    }

    void attribute()
    {
        write(" ");
        write(name());
        write("=\"");
        skipSpace();
        if (peek() == '=') {
            ++m_at;
            skipSpace();
            value();
        }
        write("\"");
    }

    void value()
    {
        const char quote = peek();
        if (quote == '"' || quote == '\'') {
            const std::size_t end = m_in.find_first_of(quote == '"' ? "\"<" : "'<", m_at + 1);
            if (end != m_in.npos && m_in[end] == quote) {
                escaped(m_in.substr(m_at + 1, end - m_at - 1));
                m_at = end + 1;
                return;
            }
            ++m_at;
        }
        const std::size_t start = m_at;
        while (m_at < m_in.size() && !isSpace(peek()) && peek() != '>' && peek() != '<')
            ++m_at;
        escaped(m_in.substr(start, m_at - start));
    }

    void escaped(std::string_view text)
    {
        for (const char c : text) {
            if (c == '"')
                write("&quot;");
            else
                m_out.append(c);
        }
    }

    void close()
    {
        const std::string_view closed = m_open.back().name;
        m_open.pop_back();
        --m_count[closed];
        write("</");
        write(closed);
        write(">");
    }

    void closeThrough(std::string_view wanted)
    {
        bool found = false;
        while (!found && !m_open.empty()) {
            found = m_open.back().name == wanted;
            close();
        }
    }

    void leaveOutCutEpisode()
    {
        const auto cut = std::find_if(m_open.begin(), m_open.end(), [](const Open &element) {
            return isEpisode(element.name);
        });
        if (cut == m_open.end())
            return;
        m_out.truncate(cut->outOffset);
        m_open.erase(cut, m_open.end());
    }

    std::string_view m_in;
    std::size_t m_at = 0;
    QByteArray m_out;
    std::vector<Open> m_open;
    std::unordered_map<std::string_view, int> m_count; // of open elements by name
};

} // namespace

QByteArray repairXml(QByteArrayView clean)
{
    return Repairer(clean).run();
}

} // namespace app::feeds::internal
