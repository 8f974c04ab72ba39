// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace app::notes {

/// Lines that both sides changed, each in its own way.
struct TextConflict
{
    QString base;
    QString ours;
    QString theirs;

    bool operator==(const TextConflict &) const = default;
};

/// Two edits of one text made one.
struct MergedText
{
    QString text; ///< of a conflict it has both sides: ours, then theirs
    std::vector<TextConflict> conflicts;

    bool operator==(const MergedText &) const = default;
};

/// Merges by line. What only one side changed is taken from it, what both changed alike is taken
/// once; nothing either side wrote is dropped. "\r\n" is read as "\n".
///
/// Texts whose changed parts are over 2,000 lines long are compared as one piece. Thread: any.
[[nodiscard]] MergedText
mergeTexts(const QString &base, const QString &ours, const QString &theirs);

/// Merges tags: what either side added or removed is so. A tag is the same in any case; a spelling
/// one side changed is taken, ours if both did. In our order, theirs behind.
[[nodiscard]] QStringList
mergeTags(const QStringList &base, const QStringList &ours, const QStringList &theirs);

} // namespace app::notes
