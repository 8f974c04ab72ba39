// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace app::notes {

/// A tag and how many notes have it.
struct UsedTag
{
    QString tag;
    qsizetype notes = 0;

    bool operator==(const UsedTag &) const = default;
};

/// Tags that begin as what is typed, whatever its case and accents; then those of which a part
/// behind '/', '-' or '_' does. In each group the most used first, then by alphabet.
/// \param typed  with or without '#'; empty: the most used of all
/// \param present  tags the note has already, which are left out
/// \param most  how many at the most
[[nodiscard]] QStringList completeTag(const QString &typed,
                                      const std::vector<UsedTag> &used,
                                      const QStringList &present,
                                      qsizetype most);

/// A tag that is being written in a note's text.
struct TagBeingTyped
{
    qsizetype offset = 0; ///< behind the '#', in UTF-16 units
    qsizetype length = 0; ///< up to the caret; 0 right behind the '#'

    bool operator==(const TagBeingTyped &) const = default;
};

/// The tag that ends at the caret; empty when none does: a completion would be in the way.
[[nodiscard]] std::optional<TagBeingTyped> tagBeingTyped(const QString &text, qsizetype caret);

} // namespace app::notes
