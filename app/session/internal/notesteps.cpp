// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/notesteps.h"

#include <algorithm>
#include <array>
#include <utility>

namespace app::session::internal {
namespace {

using notes::Note;
using notes::NoteChange;

constexpr std::array names{
    std::pair(StepKind::NoteAdded, "added"),
    std::pair(StepKind::NoteEdited, "edited"),
    std::pair(StepKind::NoteDeleted, "deleted"),
    std::pair(StepKind::NotePlaced, "placed"),
};

template <typename Value>
void carry(Value &present, const Value &from, const Value &to)
{
    if (from != to) {
        present = to;
    }
}

void carryTags(QStringList &present, const QStringList &from, const QStringList &to)
{
    if (present == from) {
        present = to;
        return;
    }
    present.removeIf([&](const QString &tag) {
        return from.contains(tag, Qt::CaseInsensitive) && !to.contains(tag, Qt::CaseInsensitive);
    });
    for (const QString &tag : to) {
        if (!from.contains(tag, Qt::CaseInsensitive)
            && !present.contains(tag, Qt::CaseInsensitive)) {
            present.append(tag);
        }
    }
}

} // namespace

QString stepKindName(StepKind kind)
{
    const auto found = std::find_if(
        names.begin(), names.end(), [kind](const auto &entry) { return entry.first == kind; });
    return found != names.end() ? QString::fromLatin1(found->second) : QString();
}

std::optional<StepKind> noteStepKind(const QString &name)
{
    const auto found = std::find_if(names.begin(), names.end(), [&name](const auto &entry) {
        return name == QLatin1String(entry.second);
    });
    return found != names.end() ? std::optional(found->first) : std::nullopt;
}

Note carryOver(const Note &present, const Note &from, const Note &to)
{
    Note note = present;
    carry(note.start, from.start, to.start);
    carry(note.end, from.end, to.end);
    // Of two anchors no mixture makes sense; where else it was anchored since, it stays.
    if (from.anchor != to.anchor && present.anchor == from.anchor) {
        note.anchor = to.anchor;
    } else {
        carry(note.anchor.quote, from.anchor.quote, to.anchor.quote);
    }
    carry(note.text, from.text, to.text);
    carryTags(note.tags, from.tags, to.tags);
    carry(note.color, from.color, to.color);
    carry(note.deleted, from.deleted, to.deleted);
    carry(note.starred, from.starred, to.starred);
    carry(note.audio, from.audio, to.audio);
    // The two ends may come from different times.
    if (note.end && *note.end < note.start) {
        note.end = note.start;
    }
    return note;
}

Note takenBack(const Note &present, const NoteChange &change, const QDateTime &now)
{
    Note note = present;
    if (!change.before) {
        note.deleted = note.deleted.value_or(now);
        return note;
    }
    return change.after ? carryOver(present, *change.after, *change.before) : note;
}

Note doneAgain(const Note &present, const NoteChange &change)
{
    Note note = present;
    if (!change.after) {
        return note;
    }
    if (!change.before) {
        note.deleted.reset();
        return note;
    }
    return carryOver(present, *change.before, *change.after);
}

} // namespace app::session::internal
