// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/internal/vaultmerge.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace app::vault::internal {

using base::NoteId;
using notes::Note;

namespace {

/// A part of the file to be.
struct Piece
{
    QString raw;
    const Note *note = nullptr; ///< whose section it is
    bool rewritten = false;
};

const VaultNote *noteIn(const VaultBase *base, const NoteId &id)
{
    if (!base)
        return nullptr;
    const auto found = base->notes.find(id);
    return found == base->notes.end() ? nullptr : &found->second;
}

bool comesBefore(const Note &a, const Note &b)
{
    return a.start != b.start ? a.start < b.start : a.id < b.id;
}

/// Behind the last note that comes before it, so that it stands beside its neighbours however the
/// user arranged them.
void insertInPlace(std::vector<Piece> &pieces, Piece piece)
{
    const Note &note = *piece.note;
    const auto before = std::find_if(pieces.rbegin(), pieces.rend(), [&note](const Piece &other) {
        return other.note && comesBefore(*other.note, note);
    });
    auto place = before.base();
    if (before == pieces.rend()) {
        place = std::find_if(
            pieces.begin(), pieces.end(), [](const Piece &other) { return other.note; });
    }
    pieces.insert(place, std::move(piece));
}

void endParagraph(QString &text)
{
    while (!text.isEmpty() && !text.endsWith(u"\n\n"))
        text.append(u'\n');
}

QString joined(const std::vector<Piece> &pieces)
{
    QString text;
    bool afterRewritten = false;
    for (const Piece &piece : pieces) {
        if (piece.raw.isEmpty())
            continue;
        if (piece.rewritten || (afterRewritten && !piece.raw.startsWith(u'\n')))
            endParagraph(text);
        text += piece.raw;
        afterRewritten = piece.rewritten;
    }
    return text;
}

class FileMerger
{
public:
    FileMerger(const QString &key, const VaultBase *base, const EpisodeNotes &notes)
        : m_base(base)
        , m_notes(notes)
    {
        m_result.base.key = key;
        for (const Note *note : notes)
            m_byId.insert(note->id, note);
    }

    MergedFile merge(const VaultDocument &document)
    {
        QString before;
        for (const VaultPart &part : document.parts) {
            before += part.raw;
            m_pieces.push_back(part.note ? pieceOf(part) : Piece{part.raw});
        }
        addMissing();
        const EpisodeNotes live = liveNotes();
        VaultHeader header = m_base ? m_base->header : VaultHeader();
        if (!live.empty()) {
            header = headerOf(m_result.base.key, live);
            // Without a base nothing tells what of it the user changed.
            Piece &first = m_pieces.front();
            first.raw = updatedHeader(first.raw, m_base ? m_base->header : header, header);
        }
        m_result.base.header = header;
        m_result.document = document;
        const QString after = joined(m_pieces);
        m_result.changed = after != before;
        m_result.document.parts = {VaultPart{after, std::nullopt}};
        return m_result;
    }

private:
    /// Those not in the bin, with their edits.
    [[nodiscard]] EpisodeNotes liveNotes() const
    {
        QHash<NoteId, const Note *> edited;
        for (const notes::NoteChange &edit : m_result.edits)
            edited.insert(edit.id, &*edit.after);
        EpisodeNotes live;
        for (const Note *note : m_notes) {
            if (!note->deleted)
                live.push_back(edited.value(note->id, note));
        }
        return live;
    }

    Piece pieceOf(const VaultPart &part)
    {
        const VaultNote &theirs = *part.note;
        const Note *note = m_byId.value(theirs.id);
        if (!note)
            return {part.raw};
        m_present.insert(theirs.id);
        const VaultNote *base = noteIn(m_base, theirs.id);
        if (note->deleted)
            return pieceOfBinned(part, base);
        const MergedNote merged = mergeNote(base, *note, theirs);
        if (merged.edited != *note)
            m_result.edits.push_back({note->id, *note, merged.edited});
        m_result.conflicts.insert(
            m_result.conflicts.end(), merged.conflicts.begin(), merged.conflicts.end());
        m_result.base.notes[theirs.id] = merged.agreed;
        const bool rewritten = merged.section != theirs;
        return {rewritten ? sectionOf(merged.section) : part.raw, note, rewritten};
    }

    Piece pieceOfBinned(const VaultPart &part, const VaultNote *base)
    {
        if (base && *base == *part.note)
            return {};
        if (base) {
            m_result.conflicts.push_back(
                {ConflictKind::Binned, base->id, {}, QString(), part.note->text});
        }
        return {part.raw};
    }

    void addMissing()
    {
        for (const Note *note : m_notes) {
            if (note->deleted || m_present.contains(note->id))
                continue;
            const VaultNote ours = vaultNote(*note);
            if (isTakenOut(m_base, ours)) {
                m_result.base.notes[note->id] = *noteIn(m_base, note->id);
                continue;
            }
            m_result.base.notes[note->id] = ours;
            insertInPlace(m_pieces, {sectionOf(ours), note, true});
        }
    }

    const VaultBase *m_base;
    const EpisodeNotes &m_notes;
    QHash<NoteId, const Note *> m_byId;
    QSet<NoteId> m_present;
    std::vector<Piece> m_pieces;
    MergedFile m_result;
};

} // namespace

MergedFile mergeFile(const QString &key,
                     const VaultBase *base,
                     const VaultDocument &document,
                     const EpisodeNotes &notes)
{
    return FileMerger(key, base, notes).merge(document);
}

MergedFile newFile(const QString &key, const EpisodeNotes &notes)
{
    EpisodeNotes live = notes;
    std::erase_if(live, [](const Note *note) { return note->deleted.has_value(); });
    VaultDocument document;
    document.parts = {VaultPart{headerText(headerOf(key, live)), std::nullopt}};
    MergedFile file = FileMerger(key, nullptr, live).merge(document);
    file.changed = true;
    return file;
}

bool isTakenOut(const VaultBase *base, const VaultNote &ours)
{
    const VaultNote *known = noteIn(base, ours.id);
    return known && known->text == ours.text && known->tags == ours.tags;
}

} // namespace app::vault::internal
