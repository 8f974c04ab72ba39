// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/note.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace app::notes {

namespace {

template <typename Value>
struct Name
{
    Value value;
    std::u16string_view name;
};

constexpr std::array<Name<Color>, 5> colorNames = {{{Color::Yellow, u"yellow"},
                                                    {Color::Green, u"green"},
                                                    {Color::Blue, u"blue"},
                                                    {Color::Red, u"red"},
                                                    {Color::Violet, u"violet"}}};

constexpr std::array<Name<QuoteSource>, 3> sourceNames = {{{QuoteSource::None, u""},
                                                           {QuoteSource::Transcript, u"transcript"},
                                                           {QuoteSource::ShowNotes, u"shownotes"}}};

constexpr std::array<Name<AnchorState>, 4> stateNames = {
    {{AnchorState::Exact, u"exact"},
     {AnchorState::Moved, u"moved"},
     {AnchorState::Approximate, u"approximate"},
     {AnchorState::TimeOnly, u"time only"}}};

template <typename Names, typename Value>
QString nameOf(const Names &names, Value value)
{
    const auto found = std::find_if(
        names.begin(), names.end(), [value](const auto &row) { return row.value == value; });
    Q_ASSERT(found != names.end());
    return QStringView(found->name).toString();
}

template <typename Value, std::size_t size>
std::optional<Value> valueOf(const std::array<Name<Value>, size> &names, const QString &name)
{
    const auto found = std::find_if(names.begin(), names.end(), [&name](const auto &row) {
        return name == QStringView(row.name);
    });
    return found == names.end() ? std::nullopt : std::optional(found->value);
}

} // namespace

QString colorName(Color color)
{
    return nameOf(colorNames, color);
}

std::optional<Color> colorFromName(const QString &name)
{
    return valueOf(colorNames, name);
}

QString quoteSourceName(QuoteSource source)
{
    return nameOf(sourceNames, source);
}

std::optional<QuoteSource> quoteSourceFromName(const QString &name)
{
    return valueOf(sourceNames, name);
}

QString anchorStateName(AnchorState state)
{
    return nameOf(stateNames, state);
}

std::optional<AnchorState> anchorStateFromName(const QString &name)
{
    return valueOf(stateNames, name);
}

} // namespace app::notes
