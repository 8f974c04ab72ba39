// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/notegroups.h"

#include "app/exports/filename.h"
#include "app/exports/internal/episodekey.h"
#include "app/exports/internal/noteorder.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace app::exports::internal {

using notes::Note;
using Notes = std::vector<const Note *>;

namespace {

const notes::EpisodeRef &newestRef(const Notes &notes)
{
    const auto newest =
        std::max_element(notes.begin(), notes.end(), [](const Note *a, const Note *b) {
            const qint64 atA = a->modified.isValid() ? a->modified.toMSecsSinceEpoch() : 0;
            const qint64 atB = b->modified.isValid() ? b->modified.toMSecsSinceEpoch() : 0;
            return atA != atB ? atA < atB : a->id.text() < b->id.text();
        });
    return (*newest)->episodeRef;
}

/// Block ids are the shortest beginnings of note ids that no older note has, so that a link to a
/// note stays good when later ones come.
QHash<QString, QString> blockIdsOf(const Notes &notes)
{
    constexpr qsizetype shortest = 8;
    QStringList ids;
    for (const Note *note : notes)
        ids.append(note->id.text());
    std::sort(ids.begin(), ids.end());
    QSet<QString> taken;
    QHash<QString, QString> blockIds;
    for (const QString &id : ids) {
        QString plain;
        for (const QChar c : id)
            plain.append(c.unicode() < 0x80 && c.isLetterOrNumber() ? c : QChar(u'-'));
        qsizetype length = std::min(shortest, plain.size());
        while (length < plain.size()
               && (taken.contains(plain.first(length)) || plain[length - 1] == u'-'))
            ++length;
        taken.insert(plain.first(length));
        blockIds.insert(id, u"h-" + plain.first(length));
    }
    return blockIds;
}

NoteGroup makeGroup(Notes all)
{
    NoteGroup group;
    group.blockIds = blockIdsOf(all);
    std::erase_if(all, [](const Note *note) { return note->deleted.has_value(); });
    if (all.empty())
        return group;
    std::stable_sort(all.begin(), all.end(), [](const Note *a, const Note *b) {
        return a->start != b->start ? a->start < b->start : a->id.text() < b->id.text();
    });
    group.episode = newestRef(all);
    group.notes = std::move(all);
    return group;
}

} // namespace

std::vector<NoteGroup> groupsOf(const std::vector<Note> &notes)
{
    std::vector<Notes> sorted;
    QHash<std::pair<QString, QString>, std::size_t> places;
    for (const Note *note : inOrder(notes)) {
        const std::pair key(note->episodeRef.feedUrl, itemKey(note->episodeRef));
        auto place = places.find(key);
        if (place == places.end()) {
            place = places.insert(key, sorted.size());
            sorted.emplace_back();
        }
        sorted[*place].push_back(note);
    }
    std::vector<NoteGroup> groups;
    for (Notes &all : sorted) {
        NoteGroup group = makeGroup(std::move(all));
        if (!group.notes.empty())
            groups.push_back(std::move(group));
    }
    return groups;
}

QStringList fileNamesOf(const std::vector<NoteGroup> &groups, const QString &suffix)
{
    QSet<QString> taken;
    QHash<QString, int> numbers;
    QStringList names;
    for (const NoteGroup &group : groups) {
        const QString wanted = exportFileName(group.episode);
        QString name = wanted;
        int &number = numbers[wanted.toCaseFolded()];
        while (taken.contains(name.toCaseFolded()))
            name = QStringLiteral("%1 %2").arg(wanted).arg(++number + 1);
        taken.insert(name.toCaseFolded());
        names.append(name + u'.' + suffix);
    }
    return names;
}

} // namespace app::exports::internal
