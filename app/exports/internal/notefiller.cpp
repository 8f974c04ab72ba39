// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/notefiller.h"

#include <array>
#include <kainjow/mustache.hpp>
#include <unordered_map>

namespace app::exports::internal {

namespace {

namespace mustache = kainjow::mustache;
using Values = std::unordered_map<std::string, mustache::data>;

/// Of one file. It bounds the time too, for whatever takes time is counted.
constexpr qint64 mostWork = qint64{1} << 30;

/// Stands before every text: the library drops one that is blank and has a section.
constexpr std::string_view beginning = "\n";

mustache::data dataOf(const FieldValue &value)
{
    if (const bool *flag = std::get_if<bool>(&value))
        return mustache::data(*flag);
    if (const QString *text = std::get_if<QString>(&value))
        return text->isEmpty() ? mustache::data(false) : mustache::data(text->toStdString());
    mustache::data list(mustache::data::type::list);
    for (const QString &text : std::get<QStringList>(value))
        list.push_back(mustache::data(text.toStdString()));
    return list;
}

/// Works out fields when a template asks for them, once for each note or episode.
class FieldContext final : public mustache::basic_context<std::string>
{
public:
    FieldContext(FieldSource source,
                 const std::vector<mustache::data> &literals,
                 std::size_t longestList)
        : m_source(source)
        , m_literals(literals)
        , m_longestList(static_cast<qint64>(longestList))
    {}

    void push(const mustache::data *data) override { m_pushed.push_back(data); }

    void pop() override { m_pushed.pop_back(); }

    const mustache::data *get(const std::string &name) const override;

    /// Never: a note's text is not a template.
    const mustache::data *get_partial(const std::string &) const override { return nullptr; }

    void enterGroup(const NoteGroup &group, std::size_t index)
    {
        m_source.group = &group;
        m_source.groupIndex = index;
        m_values[static_cast<std::size_t>(FieldScope::Episode)].clear();
    }

    void enterNote(const notes::Note &note, std::size_t index)
    {
        m_source.note = &note;
        m_source.noteIndex = index;
        m_values[static_cast<std::size_t>(FieldScope::Note)].clear();
    }

    void spend(std::size_t work) const { m_spent += static_cast<qint64>(work) + 1; }

    [[nodiscard]] bool isSpent() const { return m_spent > mostWork; }

    [[nodiscard]] const FieldSource &source() const { return m_source; }

private:
    const mustache::data *counted(const mustache::data *data) const;

    FieldSource m_source;
    const std::vector<mustache::data> &m_literals;
    mustache::data m_beginning{std::string(beginning)};
    qint64 m_longestList;
    mutable qint64 m_spent = 0;
    mutable std::array<Values, 3> m_values; ///< by scope
    std::vector<const mustache::data *> m_pushed;
};

/// Once too much is asked for, everything is empty and the filling ends by itself.
const mustache::data *FieldContext::counted(const mustache::data *data) const
{
    if (data->is_string())
        spend(data->string_value().size());
    else if (data->is_list())
        m_spent += static_cast<qint64>(data->list_value().size()) * (m_longestList + 1);
    else
        spend(0);
    return isSpent() ? nullptr : data;
}

const mustache::data *FieldContext::get(const std::string &name) const
{
    if (name == ".")
        return m_pushed.empty() ? nullptr : counted(m_pushed.back());
    if (name == "beginning")
        return &m_beginning;
    if (name[0] >= '0' && name[0] <= '9')
        return counted(&m_literals[std::stoul(name)]);
    const FieldRow *row = findField(name);
    if (row == nullptr)
        return nullptr;
    Values &values = m_values[static_cast<std::size_t>(row->scope)];
    auto value = values.find(name);
    if (value == values.end())
        value = values.emplace(name, dataOf(row->value(m_source))).first;
    return counted(&value->second);
}

/// What the library writes to; it takes "stream << text".
struct Sink
{
    std::string &out;

    Sink &operator<<(const std::string &text)
    {
        out.append(text, beginning.size());
        return *this;
    }
};

struct FillingPart
{
    TemplatePart::Kind kind = TemplatePart::Kind::Text;
    std::unique_ptr<mustache::mustache> text;
    std::vector<FillingPart> parts;
};

std::vector<FillingPart> prepared(const std::vector<TemplatePart> &parts)
{
    std::vector<FillingPart> out;
    for (const TemplatePart &part : parts) {
        FillingPart filling;
        filling.kind = part.kind;
        if (part.kind == TemplatePart::Kind::Text) {
            filling.text = std::make_unique<mustache::mustache>("{{&beginning}}" + part.text);
            Q_ASSERT(filling.text->is_valid());
        }
        filling.parts = prepared(part.parts);
        out.push_back(std::move(filling));
    }
    return out;
}

std::vector<mustache::data> literalData(const std::vector<std::string> &literals)
{
    std::vector<mustache::data> data;
    for (const std::string &literal : literals)
        data.emplace_back(literal);
    return data;
}

/// One file in the making.
class Filling
{
public:
    Filling(const FieldSource &source,
            const std::vector<mustache::data> &literals,
            std::size_t longestList,
            NoteCounter &counter)
        : m_context(source, literals, longestList)
        , m_counter(counter)
    {
        if (source.groups->size() == 1)
            m_context.enterGroup(source.groups->front(), 0);
    }

    void fill(const std::vector<FillingPart> &parts)
    {
        for (const FillingPart &part : parts) {
            if (part.kind == TemplatePart::Kind::Text)
                fillText(part);
            else if (part.kind == TemplatePart::Kind::Episodes)
                fillEpisodes(part.parts);
            else
                fillNotes(part.parts);
        }
    }

    [[nodiscard]] bool isTooLarge() const { return m_context.isSpent(); }

    [[nodiscard]] const std::string &out() const { return m_out; }

private:
    void fillText(const FillingPart &part)
    {
        if (m_context.isSpent())
            return;
        const std::size_t before = m_out.size();
        Sink sink{m_out};
        part.text->render(m_context, sink);
        m_context.spend(m_out.size() - before);
    }

    void fillEpisodes(const std::vector<FillingPart> &parts)
    {
        const std::vector<NoteGroup> &groups = *m_context.source().groups;
        for (std::size_t at = 0; at < groups.size() && goesOn(); ++at) {
            m_context.enterGroup(groups[at], at);
            fill(parts);
        }
    }

    void fillNotes(const std::vector<FillingPart> &parts)
    {
        const NoteGroup &group = *m_context.source().group;
        for (std::size_t at = 0; at < group.notes.size() && goesOn(); ++at) {
            m_context.enterNote(*group.notes[at], at);
            fill(parts);
            m_counter.count();
        }
    }

    [[nodiscard]] bool goesOn() const { return !m_context.isSpent() && !m_counter.isStopped(); }

    FieldContext m_context;
    NoteCounter &m_counter;
    std::string m_out;
};

} // namespace

struct NoteFiller::Machine
{
    std::vector<FillingPart> parts;
    std::vector<mustache::data> literals;
    std::size_t longestList = 0;
    const Escaper &escaper;
    const ExportOptions &options;
};

NoteFiller::NoteFiller(const ParsedTemplate &parsed,
                       const Escaper &escaper,
                       const ExportOptions &options)
    : m_machine(new Machine{
        prepared(parsed.parts), literalData(parsed.literals), parsed.longestList, escaper, options})
{}

NoteFiller::~NoteFiller() = default;

base::Result<QByteArray> NoteFiller::fill(const std::vector<NoteGroup> &groups,
                                          NoteCounter &counter)
{
    FieldSource source;
    source.escaper = &m_machine->escaper;
    source.options = &m_machine->options;
    source.groups = &groups;
    Filling filling(source, m_machine->literals, m_machine->longestList, counter);
    filling.fill(m_machine->parts);
    if (filling.isTooLarge())
        return base::unexpected(base::ErrorCode::TooLarge,
                                QStringLiteral("the template makes over 1 GB of these notes"));
    return QByteArray::fromStdString(filling.out());
}

} // namespace app::exports::internal
