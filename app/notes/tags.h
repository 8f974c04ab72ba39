// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace app::notes {

/// Cleans one tag: no '#', no white space (it becomes '-'), no comma; empty when nothing is left.
[[nodiscard]] QString cleanTag(const QString &tag);

/// Cleans several and drops repeats, whatever their case; the first spelling stays.
[[nodiscard]] QStringList cleanTags(const QStringList &tags);

/// Tags written in a note's text as "#tag": after white space or at its start, not in code, not a
/// heading.
[[nodiscard]] QStringList tagsInText(const QString &text);

} // namespace app::notes
