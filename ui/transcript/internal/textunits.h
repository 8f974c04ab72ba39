// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/internal/readerstate.h"

#include <QAccessible>

namespace ui::transcript::internal {

/// The character, word, sentence, line or paragraph around an offset. Lines are those on screen.
[[nodiscard]] TextSpan
unitAround(ReaderView::State &state, qsizetype offset, QAccessible::TextBoundaryType type);

/// The one before or after that; empty at the ends of the text.
[[nodiscard]] TextSpan
unitBefore(ReaderView::State &state, qsizetype offset, QAccessible::TextBoundaryType type);
[[nodiscard]] TextSpan
unitAfter(ReaderView::State &state, qsizetype offset, QAccessible::TextBoundaryType type);

/// How the text looks at an offset, as "name:value;" pairs.
/// \param run  set to the stretch around that looks the same
/// Source: IAccessible2, "Text attributes".
[[nodiscard]] QString attributesAt(ReaderView::State &state, qsizetype offset, TextSpan &run);

} // namespace ui::transcript::internal
