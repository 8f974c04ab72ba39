// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace ui::theme {

/// What a piece of text is for; decides its size, line and weight.
enum class TextStyle {
    PageTitle,
    EpisodeTitle,
    EpisodeTitleNarrow,
    Section,
    Ui,
    UiStrong, ///< buttons and titles in rows
    Meta,
    MetaStrong, ///< speakers
    GroupHead,
    KeyHint,
    Transcript,
    ShowNotes,
};

/// Size and line in pixels at 100 %. Source: the design's type table.
struct TypeStyle
{
    int pixelSize = 13;
    int lineHeight = 20;
    QFont::Weight weight = QFont::Normal;
};

[[nodiscard]] TypeStyle typeStyle(TextStyle style);

/// \param base  gives the family; the application's font unless told otherwise. Thread: main.
[[nodiscard]] QFont font(TextStyle style);
[[nodiscard]] QFont font(TextStyle style, const QFont &base);

} // namespace ui::theme
