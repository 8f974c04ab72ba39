// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/typestyle.h"

#include <QGuiApplication>

namespace ui::theme {

TypeStyle typeStyle(TextStyle style)
{
    switch (style) {
    case TextStyle::PageTitle:
        return {24, 32, QFont::DemiBold};
    case TextStyle::EpisodeTitle:
        return {20, 28, QFont::DemiBold};
    case TextStyle::EpisodeTitleNarrow:
        return {17, 24, QFont::DemiBold};
    case TextStyle::Section:
        return {15, 24, QFont::DemiBold};
    case TextStyle::Ui:
        return {13, 20, QFont::Normal};
    case TextStyle::UiStrong:
        return {13, 20, QFont::Medium};
    case TextStyle::Meta:
        return {12, 16, QFont::Normal};
    case TextStyle::MetaStrong:
        return {12, 16, QFont::DemiBold};
    case TextStyle::GroupHead:
        return {11, 16, QFont::DemiBold};
    case TextStyle::KeyHint:
        return {11, 16, QFont::Normal};
    case TextStyle::Transcript:
        return {16, 27, QFont::Normal};
    case TextStyle::ShowNotes:
        return {15, 24, QFont::Normal};
    }
    return {};
}

QFont font(TextStyle style)
{
    return font(style, QGuiApplication::font());
}

QFont font(TextStyle style, const QFont &base)
{
    const TypeStyle type = typeStyle(style);
    QFont result(base);
    result.setPixelSize(type.pixelSize);
    result.setWeight(type.weight);
    return result;
}

} // namespace ui::theme
