// SPDX-License-Identifier: GPL-3.0-or-later
// A file of the vault that anybody may have edited, read and merged with the notes it names.
#include "app/vault/vaultfile.h"
#include "app/vault/vaultheader.h"
#include "app/vault/vaultsync.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace app;

namespace {

constexpr int mostRounds = 3;

notes::Note noteWith(const base::NoteId &id, int minute)
{
    notes::Note note;
    note.id = id;
    note.episodeRef.feedUrl = QStringLiteral("https://example.com/feed.xml");
    note.episodeRef.episodeGuid = QStringLiteral("one");
    note.start = timestamps::MediaTime::fromMs(qint64{60'000} * minute);
    note.anchor.quote = QStringLiteral("words");
    note.text = QStringLiteral("ours #kept");
    note.created = QDateTime::fromMSecsSinceEpoch(minute, Qt::UTC);
    note.modified = note.created;
    return note;
}

void apply(const vault::VaultPlan &plan,
           const QString &key,
           vault::VaultState &state,
           std::vector<notes::Note> &notes)
{
    for (const notes::NoteChange &edit : plan.edits) {
        const auto note = std::find_if(notes.begin(), notes.end(), [&edit](const notes::Note &one) {
            return one.id == edit.id;
        });
        *note = *edit.after;
    }
    for (const vault::VaultWrite &write : plan.writes) {
        if (write.bytes)
            state.files[key] = {write.path, *write.bytes};
        state.bases[key] = write.base;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto document = vault::parseVaultFile(bytes);
    if (!document)
        return 0;
    const QByteArray written = vault::bytesOf(*document);
    const auto again = vault::parseVaultFile(written);
    if (!again || vault::bytesOf(*again) != written)
        __builtin_trap();
    std::vector<notes::Note> notes = {
        noteWith(base::NoteId(QStringLiteral("0192f3a1-0000-7000-8000-00000000ffff")), 0)};
    for (const vault::VaultPart &part : document->parts) {
        if (part.note && part.note->id != notes.front().id)
            notes.push_back(noteWith(part.note->id, static_cast<int>(notes.size())));
    }
    const QString key = vault::episodeKey(notes.front().episodeRef);
    vault::VaultState state;
    state.files[key] = {QStringLiteral("One.md"), bytes};
    // Without a base, then with one: after that nothing is left to do.
    for (int round = 0; round < mostRounds; ++round)
        apply(vault::planVault(state, notes), key, state, notes);
    if (!vault::planVault(state, notes).isDone())
        __builtin_trap();
    return 0;
}
