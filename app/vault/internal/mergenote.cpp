// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/tags.h"
#include "app/notes/threeway.h"
#include "app/vault/internal/vaultmerge.h"

#include <algorithm>

namespace app::vault::internal {

using notes::Note;

namespace {

/// Whether a text has all the lines of another in a row.
bool holds(const QString &text, const QString &lines)
{
    return QString(u'\n' + text + u'\n').contains(QString(u'\n' + lines + u'\n'));
}

/// Both sides of a conflict as paragraphs of their own.
QString apart(const notes::MergedText &merged)
{
    QString text = merged.text;
    qsizetype from = 0;
    for (const notes::TextConflict &conflict : merged.conflicts) {
        if (conflict.ours.isEmpty() || conflict.theirs.isEmpty())
            continue;
        const qsizetype at = text.indexOf(conflict.ours + u'\n' + conflict.theirs, from);
        if (at < 0)
            continue;
        text.insert(at + conflict.ours.size(), u'\n');
        from = at + conflict.ours.size() + conflict.theirs.size() + 2;
    }
    return text;
}

struct Merged
{
    QString text;
    bool conflict = false;
};

Merged merge(const QString *base, const QString &ours, const QString &theirs)
{
    if (ours == theirs || (base && theirs == *base))
        return {ours};
    if (base && ours == *base)
        return {theirs};
    const notes::MergedText merged = notes::mergeTexts(base ? *base : QString(), ours, theirs);
    if (merged.conflicts.empty())
        return {merged.text};
    // A conflict that was settled on one side only, when something came between.
    if (holds(ours, theirs))
        return {ours};
    if (holds(theirs, ours))
        return {theirs};
    return {apart(merged), true};
}

/// The note's own spellings of tags, with those that no file can have.
QStringList ownTags(const Note &note, const QStringList &merged)
{
    QStringList tags;
    for (const QString &tag : merged) {
        const auto own = std::find_if(note.tags.begin(),
                                      note.tags.end(),
                                      [&tag](const QString &one) { return vaultTag(one) == tag; });
        tags.append(own == note.tags.end() ? tag : *own);
    }
    for (const QString &tag : note.tags) {
        if (vaultTag(tag).isEmpty())
            tags.append(tag);
    }
    return tags;
}

QStringList mergedTags(const VaultNote *base, const QStringList &ours, const QStringList &theirs)
{
    if (ours == theirs || (base && theirs == base->tags))
        return ours;
    if (base && ours == base->tags)
        return theirs;
    return notes::mergeTags(base ? base->tags : QStringList(), ours, theirs);
}

} // namespace

MergedNote mergeNote(const VaultNote *base, const Note &note, const VaultNote &theirs)
{
    const VaultNote ours = vaultNote(note);
    MergedNote result;
    result.edited = note;
    const Merged text = merge(base ? &base->text : nullptr, ours.text, theirs.text);
    const QStringList tags = mergedTags(base, ours.tags, theirs.tags);
    // What the library has in another form than a file can have it stays so until it is edited.
    if (text.text != ours.text)
        result.edited.text = text.text;
    if (text.text != ours.text || tags != ours.tags) {
        result.edited.tags =
            notes::cleanTags(ownTags(note, tags) + notes::tagsInText(result.edited.text));
    }
    result.agreed = vaultNote(result.edited);
    // A frame is only written anew: without a base the user may have changed it.
    const Merged frame =
        base ? merge(&base->frame, result.agreed.frame, theirs.frame) : Merged{theirs.frame};
    result.section = result.agreed;
    result.section.frame = frame.text;
    if (text.conflict)
        result.conflicts.push_back({ConflictKind::Text, note.id, {}, ours.text, theirs.text});
    if (frame.conflict)
        result.conflicts.push_back({ConflictKind::Frame, note.id, {}, ours.frame, theirs.frame});
    return result;
}

} // namespace app::vault::internal
