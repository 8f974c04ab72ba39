// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/lines.h"

namespace app::timestamps::internal {

/// Candidates that are decided together: a list, or the running text between two lists.
struct Section
{
    QList<qsizetype> members; ///< indices of candidates, refused ones included
    Declaration declaration;
};

/// Groups the candidates of a text. A section ends at a line that declares something, where a list
/// starts again from its beginning, and where a list gives way to running text.
[[nodiscard]] QList<Section> splitSections(const QList<Line> &lines, const Candidates &candidates);

} // namespace app::timestamps::internal
