// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <cstddef>
#include <string_view>

namespace app::markup::internal {

/// One piece of HTML.
struct Token
{
    enum class Kind { Text, StartTag, EndTag, End };

    Kind kind = Kind::End;
    QStringView text; ///< raw text, or of a tag what stands between its name and '>'

    /// Of a tag, in lower case; what is longer than any tag of HTML is cut, other than ASCII is
    /// '?'.
    [[nodiscard]] std::string_view name() const { return {nameBytes.data(), nameLength}; }

    std::array<char, 16> nameBytes{};
    std::size_t nameLength = 0;
};

/// Cuts HTML into text and tags as a browser does, whatever it looks like, in linear time.
///
/// Comments, declarations and the content of scripts, styles and the like are passed over. A '<'
/// that opens nothing is text. What is borrowed from the input lives as long as the input.
class Tokenizer
{
public:
    explicit Tokenizer(QStringView html)
        : m_html(html)
    {}

    [[nodiscard]] Token next();

private:
    [[nodiscard]] bool at(qsizetype place, char16_t c) const
    {
        return place < m_html.size() && m_html[place] == c;
    }

    [[nodiscard]] bool opensMarkup(qsizetype place) const;
    [[nodiscard]] qsizetype endOfTag(qsizetype place);
    [[nodiscard]] bool skipDeclaration();
    [[nodiscard]] Token tag();
    void skipContent(std::string_view name);

    QStringView m_html;
    qsizetype m_at = 0;
    // Looked for once and not found: not looked for again, which keeps this linear.
    bool m_noMoreTagEnds = false;
    bool m_noMoreCommentEnds = false;
    bool m_quotesBroken = false;
};

/// The decoded value of an attribute in Token::text; empty when it is not there.
[[nodiscard]] QString attributeOf(QStringView tag, QStringView wanted);

} // namespace app::markup::internal
