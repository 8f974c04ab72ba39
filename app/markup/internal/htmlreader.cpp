// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markup/internal/htmlreader.h"

#include "app/markup/entities.h"
#include "app/markup/internal/textbuilder.h"
#include "app/markup/internal/tokenizer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace app::markup::internal {

namespace {

enum class Sort {
    Other, // shows its content and nothing else
    Block,
    Bold,
    Break,
    Cell,
    Code,
    Dropped, // with all its content
    Heading,
    Italic,
    Item,
    Link,
    List,
    Preformatted,
    Quote,
    Rule,
    Unknown,
};

struct Tag
{
    std::string_view name;
    Sort sort;
};

// In the order of their bytes, for the binary search below.
constexpr std::array tags{
    Tag{"a", Sort::Link},           Tag{"abbr", Sort::Other},     Tag{"address", Sort::Block},
    Tag{"article", Sort::Block},    Tag{"aside", Sort::Block},    Tag{"audio", Sort::Dropped},
    Tag{"b", Sort::Bold},           Tag{"big", Sort::Other},      Tag{"blockquote", Sort::Quote},
    Tag{"body", Sort::Block},       Tag{"br", Sort::Break},       Tag{"button", Sort::Dropped},
    Tag{"canvas", Sort::Dropped},   Tag{"caption", Sort::Block},  Tag{"center", Sort::Block},
    Tag{"cite", Sort::Italic},      Tag{"code", Sort::Code},      Tag{"dd", Sort::Block},
    Tag{"del", Sort::Other},        Tag{"details", Sort::Block},  Tag{"dfn", Sort::Italic},
    Tag{"dir", Sort::List},         Tag{"div", Sort::Block},      Tag{"dl", Sort::Block},
    Tag{"dt", Sort::Block},         Tag{"em", Sort::Italic},      Tag{"fieldset", Sort::Block},
    Tag{"figcaption", Sort::Block}, Tag{"figure", Sort::Block},   Tag{"font", Sort::Other},
    Tag{"footer", Sort::Block},     Tag{"form", Sort::Dropped},   Tag{"h1", Sort::Heading},
    Tag{"h2", Sort::Heading},       Tag{"h3", Sort::Heading},     Tag{"h4", Sort::Heading},
    Tag{"h5", Sort::Heading},       Tag{"h6", Sort::Heading},     Tag{"header", Sort::Block},
    Tag{"hr", Sort::Rule},          Tag{"html", Sort::Block},     Tag{"i", Sort::Italic},
    Tag{"iframe", Sort::Other},     Tag{"img", Sort::Other},      Tag{"ins", Sort::Other},
    Tag{"kbd", Sort::Code},         Tag{"li", Sort::Item},        Tag{"main", Sort::Block},
    Tag{"mark", Sort::Other},       Tag{"math", Sort::Dropped},   Tag{"menu", Sort::List},
    Tag{"nav", Sort::Block},        Tag{"object", Sort::Dropped}, Tag{"ol", Sort::List},
    Tag{"p", Sort::Block},          Tag{"picture", Sort::Other},  Tag{"pre", Sort::Preformatted},
    Tag{"q", Sort::Other},          Tag{"s", Sort::Other},        Tag{"samp", Sort::Code},
    Tag{"script", Sort::Other},     Tag{"section", Sort::Block},  Tag{"select", Sort::Dropped},
    Tag{"small", Sort::Other},      Tag{"span", Sort::Other},     Tag{"strong", Sort::Bold},
    Tag{"style", Sort::Other},      Tag{"sub", Sort::Other},      Tag{"summary", Sort::Block},
    Tag{"sup", Sort::Other},        Tag{"svg", Sort::Dropped},    Tag{"table", Sort::Block},
    Tag{"tbody", Sort::Block},      Tag{"td", Sort::Cell},        Tag{"template", Sort::Dropped},
    Tag{"tfoot", Sort::Block},      Tag{"th", Sort::Cell},        Tag{"thead", Sort::Block},
    Tag{"time", Sort::Other},       Tag{"title", Sort::Other},    Tag{"tr", Sort::Block},
    Tag{"tt", Sort::Code},          Tag{"u", Sort::Other},        Tag{"ul", Sort::List},
    Tag{"var", Sort::Italic},       Tag{"video", Sort::Dropped},
};

Sort sortOf(std::string_view wanted)
{
    const auto *found =
        std::lower_bound(tags.begin(), tags.end(), wanted, [](const Tag &tag, auto text) {
            return tag.name < text;
        });
    return found != tags.end() && found->name == wanted ? found->sort : Sort::Unknown;
}

// Only what is safe to follow; empty for the rest.
QString safeLink(QString address)
{
    address.removeIf([](QChar c) { return c < u' '; });
    address = address.trimmed();
    if (address.startsWith(u"//"))
        address.prepend(u"https:");
    address.replace(u' ', QLatin1String("%20"));
    for (const QStringView scheme :
         {QStringView(u"https://"), QStringView(u"http://"), QStringView(u"mailto:")}) {
        if (address.startsWith(scheme, Qt::CaseInsensitive) && address.size() > scheme.size())
            return address;
    }
    return address.size() > 1 && address[0] == u'#' ? address : QString();
}

class HtmlReader
{
public:
    explicit HtmlReader(LineFeeds lineFeeds)
        : m_lineFeeds(lineFeeds)
    {}

    RichText read(QStringView html)
    {
        Tokenizer tokenizer(html);
        for (Token token = tokenizer.next(); token.kind != Token::Kind::End;
             token = tokenizer.next()) {
            if (token.kind == Token::Kind::Text)
                text(token.text);
            else
                tag(token);
        }
        return m_builder.finish();
    }

private:
    enum class Box { Bullets, Numbers, Quote };

    struct Context
    {
        Box box;
        int nextNumber = 1;
    };

    static constexpr std::size_t deepest = 200;

    void text(QStringView raw)
    {
        if (m_droppedDepth > 0)
            return;
        const bool hasEntities = raw.contains(u'&');
        const QString decoded = hasEntities ? decodeEntities(raw) : QString();
        const QStringView shown = hasEntities ? QStringView(decoded) : raw;
        if (m_preformatted > 0)
            m_builder.appendPreformatted(shown);
        else if (m_lineFeeds == LineFeeds::BreakLines)
            lines(shown);
        else
            m_builder.appendText(shown);
    }

    void lines(QStringView shown)
    {
        qsizetype start = 0;
        for (qsizetype end = shown.indexOf(u'\n'); end >= 0; end = shown.indexOf(u'\n', start)) {
            m_builder.appendText(shown.mid(start, end - start));
            m_builder.breakBlock();
            start = end + 1;
        }
        m_builder.appendText(shown.mid(start));
    }

    void tag(const Token &token)
    {
        const Sort sort = sortOf(token.name());
        const bool isStart = token.kind == Token::Kind::StartTag;
        if (sort == Sort::Dropped)
            drop(token, isStart);
        if (m_droppedDepth > 0 || sort == Sort::Dropped)
            return;
        switch (sort) {
        case Sort::Bold:
            count(m_bold, isStart, Inline::Bold);
            break;
        case Sort::Italic:
            count(m_italic, isStart, Inline::Italic);
            break;
        case Sort::Code:
            count(m_code, isStart, Inline::Code);
            break;
        case Sort::Link:
            link(token, isStart);
            break;
        case Sort::Cell:
            if (isStart)
                m_builder.appendTab();
            break;
        case Sort::Dropped:
        case Sort::Other:
        case Sort::Unknown:
            break;
        default:
            block(sort, token, isStart);
        }
    }

    // Only the element that began the dropping, and those of its name inside it, can end it.
    void drop(const Token &token, bool isStart)
    {
        if (m_droppedDepth == 0 && isStart)
            m_droppedName = token.name();
        if (token.name() != m_droppedName || token.text.endsWith(u'/'))
            return;
        if (isStart)
            ++m_droppedDepth;
        else if (m_droppedDepth > 0)
            --m_droppedDepth;
    }

    void count(int &depth, bool isStart, Inline kind)
    {
        if (isStart && depth++ == 0)
            m_builder.start(kind);
        else if (!isStart && depth > 0 && --depth == 0)
            m_builder.end(kind);
    }

    void link(const Token &token, bool isStart)
    {
        m_builder.end(Inline::Link);
        const QString address = isStart ? safeLink(attributeOf(token.text, u"href")) : QString();
        if (!address.isEmpty())
            m_builder.start(Inline::Link, address);
    }

    void block(Sort sort, const Token &token, bool isStart)
    {
        m_builder.breakBlock();
        if (sort == Sort::Rule && isStart)
            m_builder.appendRule();
        else if (sort == Sort::Heading)
            m_heading = isStart ? token.name()[1] - '0' : 0;
        else if (sort == Sort::Preformatted)
            m_preformatted = std::max(0, m_preformatted + (isStart ? 1 : -1));
        else if (sort == Sort::List)
            list(token, isStart);
        else if (sort == Sort::Quote)
            isStart ? push({Box::Quote}) : pop(Box::Quote, Box::Quote);
        else if (sort == Sort::Item)
            item(token, isStart);
        m_builder.setStyle(style());
    }

    void list(const Token &token, bool isStart)
    {
        if (!isStart) {
            pop(Box::Bullets, Box::Numbers);
            return;
        }
        Context context{token.name() == "ol" ? Box::Numbers : Box::Bullets};
        bool ok = false;
        const int first = attributeOf(token.text, u"start").toInt(&ok);
        context.nextNumber = ok && std::abs(first) < 1'000'000 ? first : 1;
        push(context);
    }

    void item(const Token &token, bool isStart)
    {
        m_builder.setMarker({});
        if (!isStart)
            return;
        const bool numbered = !m_context.empty() && m_context.back().box == Box::Numbers;
        if (m_context.empty() || m_context.back().box == Box::Quote)
            push({Box::Bullets});
        if (!numbered) {
            m_builder.setMarker(QStringLiteral("\u2022"));
            return;
        }
        int &number = m_context.back().nextNumber;
        bool ok = false;
        const int value = attributeOf(token.text, u"value").toInt(&ok);
        number = ok && std::abs(value) < 1'000'000 ? value : number;
        m_builder.setMarker(QString::number(number++) + u'.');
    }

    void push(Context context)
    {
        if (m_context.size() < deepest)
            m_context.push_back(context);
        else
            ++m_tooDeep;
    }

    // Closes the innermost of these and what was left open inside it.
    void pop(Box first, Box second)
    {
        if (m_tooDeep > 0) {
            --m_tooDeep;
            return;
        }
        const auto found =
            std::find_if(m_context.rbegin(), m_context.rend(), [=](const Context &context) {
                return context.box == first || context.box == second;
            });
        if (found != m_context.rend())
            m_context.erase(found.base() - 1, m_context.end());
    }

    BlockStyle style() const
    {
        if (m_preformatted > 0)
            return {Block::Kind::Code, 0};
        if (m_heading > 0)
            return {Block::Kind::Heading, m_heading};
        if (m_context.empty())
            return {};
        const auto quotes = std::count_if(m_context.begin(), m_context.end(), [](const Context &c) {
            return c.box == Box::Quote;
        });
        if (m_context.back().box == Box::Quote)
            return {Block::Kind::Quote, static_cast<int>(quotes)};
        const auto lists = static_cast<std::ptrdiff_t>(m_context.size()) - quotes;
        return {Block::Kind::ListItem, static_cast<int>(lists)};
    }

    TextBuilder m_builder;
    LineFeeds m_lineFeeds;
    std::vector<Context> m_context; // lists and quotes around this place
    int m_tooDeep = 0;
    int m_bold = 0;
    int m_italic = 0;
    int m_code = 0;
    int m_heading = 0;
    int m_preformatted = 0;
    int m_droppedDepth = 0;
    std::string m_droppedName;
};

} // namespace

RichText readHtmlText(QStringView html, LineFeeds lineFeeds)
{
    return HtmlReader(lineFeeds).read(html);
}

HtmlSigns findHtml(QStringView text)
{
    HtmlSigns signs;
    Tokenizer tokenizer(text);
    Token token = tokenizer.next();
    for (; token.kind != Token::Kind::End && !signs.blocks; token = tokenizer.next()) {
        if (token.kind == Token::Kind::Text)
            continue;
        const Sort sort = sortOf(token.name());
        const bool isInline = sort == Sort::Other || sort == Sort::Link || sort == Sort::Bold
                              || sort == Sort::Italic || sort == Sort::Code
                              || sort == Sort::Dropped;
        signs.tags = signs.tags || sort != Sort::Unknown;
        signs.blocks = sort != Sort::Unknown && !isInline;
    }
    return signs;
}

} // namespace app::markup::internal
