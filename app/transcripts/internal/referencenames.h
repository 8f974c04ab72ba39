// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace app::transcripts::internal {

/// Every name with its characters: "amp! 26;andand 2A55;", the numbers hexadecimal.
extern const std::string_view referenceNames;

} // namespace app::transcripts::internal
