// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markup/richtext.h"

#include <QStringView>

namespace app::markup::internal {

/// What line feeds in the text of HTML mean.
enum class LineFeeds { AreSpaces, BreakLines };

[[nodiscard]] RichText readHtmlText(QStringView html, LineFeeds lineFeeds);

/// What a text has that only HTML has.
struct HtmlSigns
{
    bool tags = false;   ///< any tag of HTML
    bool blocks = false; ///< one that begins a line or a paragraph
};

[[nodiscard]] HtmlSigns findHtml(QStringView text);

} // namespace app::markup::internal
