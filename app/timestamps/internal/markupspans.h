// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/candidate.h"
#include "app/timestamps/internal/normaltext.h"

namespace app::timestamps::internal {

/// Applies what the markup and the written addresses say about candidates.
///
/// Opaque text and addresses hold no place. A link is one place when its whole text is a time, or
/// when it leads to "#t=..." of this very page: then the place is the target's. Any other link's
/// text holds none.
void applyMarkup(const AnnotatedText &annotated, const NormalText &text, Candidates &candidates);

} // namespace app::timestamps::internal
