// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <vector>

namespace app::vault {

/// What names an episode in the front matter of its file: 40 hex digits. Made of the podcast's guid
/// (else its feed's address) and the item's guid (else its enclosure's address).
[[nodiscard]] QString episodeKey(const notes::EpisodeRef &episode);

/// What the newest edit knows of the episode: titles change over the years.
/// \param notes  of one episode, at least one
[[nodiscard]] const notes::EpisodeRef &currentRef(const std::vector<const notes::Note *> &notes);

/// How a file begins before its first note.
struct VaultHeader
{
    QStringList properties; ///< lines "key: value" of the front matter
    QString title;          ///< the line "# Title"

    bool operator==(const VaultHeader &) const = default;
};

/// \param notes  of one episode, at least one
[[nodiscard]] VaultHeader headerOf(const QString &key,
                                   const std::vector<const notes::Note *> &notes);

/// The whole beginning of a new file; ends in a line feed.
[[nodiscard]] QString headerText(const VaultHeader &header);

/// Brings the beginning of a file up to date: of the properties and the title, those that are still
/// as \p base had them become as \p ours has them, and new ones are added. Everything else stays.
[[nodiscard]] QString
updatedHeader(const QString &text, const VaultHeader &base, const VaultHeader &ours);

/// The episode a file is about, by its front matter; empty unless that says "source: earmark" and
/// has an episode's key: then the file is not ours. The first 128 KB are enough.
[[nodiscard]] QString keyOfFile(QByteArrayView start);

/// Where the front matter ends: behind its last line, 0 when there is none.
[[nodiscard]] qsizetype endOfFrontMatter(QStringView text);

} // namespace app::vault
