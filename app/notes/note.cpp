// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/note.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace app::notes {

namespace {

struct ColorName
{
    Color color;
    std::u16string_view name;
};

constexpr std::array<ColorName, 5> colorNames = {{{Color::Yellow, u"yellow"},
                                                  {Color::Green, u"green"},
                                                  {Color::Blue, u"blue"},
                                                  {Color::Red, u"red"},
                                                  {Color::Violet, u"violet"}}};

struct SourceName
{
    QuoteSource source;
    std::u16string_view name;
};

constexpr std::array<SourceName, 3> sourceNames = {{{QuoteSource::None, u""},
                                                    {QuoteSource::Transcript, u"transcript"},
                                                    {QuoteSource::ShowNotes, u"shownotes"}}};

} // namespace

QString colorName(Color color)
{
    const auto found = std::find_if(colorNames.begin(), colorNames.end(), [color](const auto &row) {
        return row.color == color;
    });
    Q_ASSERT(found != colorNames.end());
    return QStringView(found->name).toString();
}

std::optional<Color> colorFromName(const QString &name)
{
    const auto found = std::find_if(colorNames.begin(), colorNames.end(), [&name](const auto &row) {
        return name == QStringView(row.name);
    });
    return found == colorNames.end() ? std::nullopt : std::optional(found->color);
}

QString quoteSourceName(QuoteSource source)
{
    const auto found = std::find_if(sourceNames.begin(),
                                    sourceNames.end(),
                                    [source](const auto &row) { return row.source == source; });
    Q_ASSERT(found != sourceNames.end());
    return QStringView(found->name).toString();
}

std::optional<QuoteSource> quoteSourceFromName(const QString &name)
{
    const auto found =
        std::find_if(sourceNames.begin(), sourceNames.end(), [&name](const auto &row) {
            return name == QStringView(row.name);
        });
    return found == sourceNames.end() ? std::nullopt : std::optional(found->source);
}

} // namespace app::notes
