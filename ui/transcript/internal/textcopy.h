// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/internal/folding.h"

class QMimeData;

namespace ui::transcript::internal {

/// Part of a text as it goes to the clipboard: plain text always, Markdown and HTML too when it
/// spans several paragraphs or carries times and names. Hidden turns are left out.
/// \param withTimes  each paragraph begins with who speaks and when; a part of a paragraph with the
///                   time of the sentence it begins in
[[nodiscard]] QMimeData *
copyOf(const ReaderDocument &document, TextSpan span, const Folding &folding, bool withTimes);

} // namespace ui::transcript::internal
