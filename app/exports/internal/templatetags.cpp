// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/templatetags.h"

#include "app/exports/internal/fields.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace app::exports::internal {

using base::ErrorCode;
using base::Result;
using base::unexpected;

namespace {

constexpr std::size_t largestTemplate = std::size_t{256} << 10;
constexpr std::size_t deepest = 16; ///< sections within sections
constexpr std::string_view white = " \t\r\n";

struct Tag
{
    char mark = ' '; ///< '#', '^', '/', '!', '>', '=' or ' ' for a variable
    std::string_view name;
    std::size_t begin = 0;
    std::size_t end = 0;
    qsizetype line = 0;
};

/// A section that is open.
struct Open
{
    Tag tag;
    const FieldRow *field = nullptr; ///< null for the two that repeat
    TemplatePart part;               ///< of those two: what is collected
    std::size_t insideFrom = 0;
};

base::Unexpected fault(qsizetype line, const QString &what)
{
    return unexpected(ErrorCode::Malformed, QStringLiteral("line %1: %2").arg(line).arg(what));
}

/// For messages: short, whatever stands there.
QString shown(std::string_view name)
{
    constexpr std::size_t most = 40;
    const QString text =
        QString::fromUtf8(name.substr(0, most).data(), qsizetype(std::min(name.size(), most)))
            .simplified();
    return name.size() > most ? QString(text + u'…') : text;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(white);
    if (from == std::string_view::npos)
        return {};
    return text.substr(from, text.find_last_not_of(white) - from + 1);
}

class TemplateParser
{
public:
    TemplateParser(const std::string &text, FieldScope outermost)
        : m_text(text)
        , m_outermost(outermost)
        , m_collected(1)
    {}

    Result<ParsedTemplate> parse();

private:
    Result<std::optional<Tag>> next();
    Result<void> take(const Tag &tag);
    Result<void> open(const Tag &tag);
    Result<void> close(const Tag &tag);
    Result<void> check(const Tag &tag, const FieldRow **field) const;
    Result<void> openRepeated(const Tag &tag);
    void takeTextBefore(const Tag &tag);
    void takeText(std::string_view text);
    void takeTag(const Tag &tag);
    void flush();
    [[nodiscard]] FieldScope scope() const;

    std::vector<TemplatePart> &parts() { return m_collected.back(); }

    std::string_view m_text;
    FieldScope m_outermost;
    std::size_t m_at = 0;   ///< where the next tag is looked for
    std::size_t m_from = 0; ///< what is not yet in a part
    qsizetype m_line = 1;
    std::string m_pending; ///< tags of the part that is being made
    std::vector<Open> m_open;
    std::vector<std::vector<TemplatePart>> m_collected; ///< outermost, of episodes, of notes
    ParsedTemplate m_parsed;
};

Result<std::optional<Tag>> TemplateParser::next()
{
    const std::size_t begin = m_text.find("{{", m_at);
    if (begin == std::string_view::npos)
        return std::optional<Tag>();
    m_line += std::count(m_text.begin() + qsizetype(m_at), m_text.begin() + qsizetype(begin), '\n');
    Tag tag;
    tag.begin = begin;
    tag.line = m_line;
    const bool triple = m_text.substr(begin).starts_with("{{{");
    const std::string_view closing = triple ? "}}}" : "}}";
    const std::size_t inside = begin + closing.size();
    const std::size_t end = m_text.find(closing, inside);
    if (end == std::string_view::npos)
        return fault(m_line, QStringLiteral("\"{{\" is not closed by \"}}\""));
    std::string_view content = trimmed(m_text.substr(inside, end - inside));
    const bool marked = !triple && !content.empty()
                        && std::string_view("#^/!>=&").find(content[0]) != std::string_view::npos;
    if (marked) {
        tag.mark = content[0] == '&' ? ' ' : content[0];
        content = trimmed(content.substr(1));
    }
    tag.name = content;
    tag.end = end + closing.size();
    m_line +=
        std::count(m_text.begin() + qsizetype(begin), m_text.begin() + qsizetype(tag.end), '\n');
    m_at = tag.end;
    return std::optional(tag);
}

FieldScope TemplateParser::scope() const
{
    const std::size_t inner = m_collected.size() - 1;
    if (m_outermost == FieldScope::Document && inner < 2)
        return inner == 0 ? FieldScope::Document : FieldScope::Episode;
    return m_outermost == FieldScope::Episode && inner == 0 ? FieldScope::Episode
                                                            : FieldScope::Note;
}

void TemplateParser::takeText(std::string_view text)
{
    if (text.empty())
        return;
    m_pending += "{{&" + std::to_string(m_parsed.literals.size()) + "}}";
    m_parsed.literals.emplace_back(text);
}

void TemplateParser::takeTag(const Tag &tag)
{
    const char mark = tag.mark == ' ' ? '&' : tag.mark;
    m_pending += "{{";
    m_pending += mark;
    m_pending += tag.name;
    m_pending += "}}";
}

/// A tag that writes nothing itself takes its line along when it stands there alone.
void TemplateParser::takeTextBefore(const Tag &tag)
{
    constexpr std::string_view blank = " \t\r";
    std::size_t until = tag.begin;
    while (until > m_from && blank.find(m_text[until - 1]) != std::string_view::npos)
        --until;
    std::size_t next = tag.end;
    while (next < m_text.size() && blank.find(m_text[next]) != std::string_view::npos)
        ++next;
    const bool begins = until == 0 || m_text[until - 1] == '\n';
    const bool ends = next == m_text.size() || m_text[next] == '\n';
    const bool alone = tag.mark != ' ' && begins && ends;
    takeText(m_text.substr(m_from, (alone ? until : tag.begin) - m_from));
    m_from = alone ? std::min(next + 1, m_text.size()) : tag.end;
}

/// What is pending becomes a part.
void TemplateParser::flush()
{
    if (m_pending.empty())
        return;
    TemplatePart part;
    part.text = std::exchange(m_pending, {});
    parts().push_back(std::move(part));
}

Result<void> TemplateParser::check(const Tag &tag, const FieldRow **field) const
{
    if (tag.name == ".") {
        const bool inList = std::any_of(m_open.begin(), m_open.end(), [](const Open &open) {
            return open.field != nullptr && open.field->kind == FieldKind::List;
        });
        return inList ? Result<void>()
                      : fault(tag.line, QStringLiteral("{{.}} is known only within a list"));
    }
    *field = findField(tag.name);
    if (*field == nullptr)
        return fault(tag.line, QStringLiteral("there is no field \"%1\"").arg(shown(tag.name)));
    if ((*field)->scope > scope()) {
        const QString section = (*field)->scope == FieldScope::Note ? QStringLiteral("notes")
                                                                    : QStringLiteral("episodes");
        return fault(
            tag.line,
            QStringLiteral("\"%1\" is known only within {{#%2}}").arg(shown(tag.name), section));
    }
    return {};
}

Result<void> TemplateParser::openRepeated(const Tag &tag)
{
    const bool notes = tag.name == "notes";
    const FieldScope wanted = notes ? FieldScope::Episode : FieldScope::Document;
    if (tag.mark == '^')
        return fault(tag.line, QStringLiteral("{{^%1}} never holds").arg(shown(tag.name)));
    const bool repeated = m_open.empty() || m_open.back().field == nullptr;
    if (!repeated || scope() != wanted) {
        const QString place = notes && m_outermost == FieldScope::Document
                                  ? QStringLiteral("directly within {{#episodes}}")
                                  : QStringLiteral("within no other section");
        return fault(tag.line,
                     !notes && m_outermost == FieldScope::Episode
                         ? QStringLiteral("each episode has a file of its own: no {{#episodes}}")
                         : QStringLiteral("{{#%1}} belongs %2").arg(shown(tag.name), place));
    }
    flush();
    Open open;
    open.tag = tag;
    open.part.kind = notes ? TemplatePart::Kind::Notes : TemplatePart::Kind::Episodes;
    m_open.push_back(std::move(open));
    m_collected.emplace_back();
    return {};
}

Result<void> TemplateParser::open(const Tag &tag)
{
    if (m_open.size() >= deepest)
        return fault(tag.line,
                     QStringLiteral("sections are nested more than %1 deep").arg(deepest));
    if (tag.name == "notes" || tag.name == "episodes")
        return openRepeated(tag);
    Open open;
    open.tag = tag;
    open.insideFrom = tag.end;
    if (const Result<void> checked = check(tag, &open.field); !checked)
        return checked;
    if (open.field == nullptr)
        return fault(tag.line, QStringLiteral("{{.}} begins no section"));
    takeTag(tag);
    m_open.push_back(std::move(open));
    return {};
}

Result<void> TemplateParser::close(const Tag &tag)
{
    if (m_open.empty())
        return fault(tag.line, QStringLiteral("{{/%1}} closes nothing").arg(shown(tag.name)));
    Open open = std::move(m_open.back());
    m_open.pop_back();
    if (open.tag.name != tag.name)
        return fault(tag.line,
                     QStringLiteral("{{/%1}} stands where {{#%2}} of line %3 is to be closed")
                         .arg(shown(tag.name), shown(open.tag.name))
                         .arg(open.tag.line));
    if (open.field != nullptr) {
        if (open.field->kind == FieldKind::List)
            m_parsed.longestList = std::max(m_parsed.longestList, tag.begin - open.insideFrom);
        takeTag(tag);
        return {};
    }
    flush();
    open.part.parts = std::move(m_collected.back());
    m_collected.pop_back();
    parts().push_back(std::move(open.part));
    return {};
}

Result<void> TemplateParser::take(const Tag &tag)
{
    takeTextBefore(tag);
    switch (tag.mark) {
    case '!':
        return {};
    case '>':
        return fault(tag.line, QStringLiteral("other files cannot be put in with {{>}}"));
    case '=':
        return fault(tag.line, QStringLiteral("the marks {{ and }} cannot be changed"));
    case '#':
    case '^':
        return open(tag);
    case '/':
        return close(tag);
    default:
        break;
    }
    const FieldRow *field = nullptr;
    if (tag.name == "notes" || tag.name == "episodes")
        return fault(tag.line,
                     QStringLiteral("\"%1\" is a section: {{#%1}}...{{/%1}}").arg(shown(tag.name)));
    if (const Result<void> checked = check(tag, &field); !checked)
        return checked;
    if (field != nullptr && field->kind != FieldKind::Text)
        return fault(tag.line,
                     QStringLiteral("\"%1\" is a section: {{#%1}}...{{/%1}}").arg(shown(tag.name)));
    takeTag(tag);
    return {};
}

Result<ParsedTemplate> TemplateParser::parse()
{
    while (true) {
        const Result<std::optional<Tag>> tag = next();
        if (!tag)
            return unexpected(tag.error());
        if (!tag->has_value())
            break;
        if (const Result<void> taken = take(**tag); !taken)
            return unexpected(taken.error());
    }
    if (!m_open.empty())
        return fault(m_open.back().tag.line,
                     QStringLiteral("{{#%1}} is not closed").arg(shown(m_open.back().tag.name)));
    takeText(m_text.substr(m_from));
    flush();
    m_parsed.parts = std::move(m_collected.front());
    return std::move(m_parsed);
}

} // namespace

Result<ParsedTemplate> parseTemplate(const std::string &text, FieldScope outermost)
{
    if (text.size() > largestTemplate)
        return unexpected(ErrorCode::TooLarge, QStringLiteral("the template is over 256 KB"));
    return TemplateParser(text, outermost).parse();
}

} // namespace app::exports::internal
