// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/exports/notetemplate.h"

#include <string>
#include <vector>

namespace app::exports::internal {

/// A stretch of a template: text to fill in, or what is repeated for each episode or note.
struct TemplatePart
{
    enum class Kind { Text, Episodes, Notes };

    Kind kind = Kind::Text;
    std::string text;                ///< mustache of tags alone, for Text: see literals
    std::vector<TemplatePart> parts; ///< what is repeated, otherwise
};

struct ParsedTemplate
{
    std::vector<TemplatePart> parts;
    /// What stands between tags; {{&3}} is the fourth. So the template library sees no text, and
    /// has no say in where lines and braces end.
    std::vector<std::string> literals;
    std::size_t longestList = 0; ///< bytes of the longest section that is a list of lines or tags
};

/// Takes a template apart and checks every tag of it, so that filling it in cannot fail.
/// \param outermost  Episode in a format with one file per episode, else Document
/// Errors: as checkTemplate.
[[nodiscard]] base::Result<ParsedTemplate> parseTemplate(const std::string &text,
                                                         FieldScope outermost);

} // namespace app::exports::internal
