// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vaultsync.h"

#include "app/exports/filename.h"
#include "app/notes/noteid.h"
#include "app/vault/internal/vaultmerge.h"

#include <QHash>

#include <algorithm>

namespace app::vault {

using internal::EpisodeNotes;
using internal::MergedFile;
using notes::Note;

namespace {

template <typename Map>
const typename Map::mapped_type *find(const Map &map, const QString &key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

/// Notes of one episode belong together, also when its podcast has a guid since, or its address has
/// changed; then the name counts under which it has been in the vault, else the oldest note's.
std::map<QString, EpisodeNotes> byEpisode(const std::vector<Note> &notes,
                                          const std::map<QString, VaultBase> &bases)
{
    std::vector<std::pair<const Note *, QString>> named;
    for (const Note &note : notes) {
        if (notes::isNoteId(note.id.text()))
            named.emplace_back(&note, episodeKey(note.episodeRef));
    }
    std::sort(named.begin(), named.end(), [](const auto &a, const auto &b) {
        return a.first->id < b.first->id;
    });
    QHash<base::EpisodeId, QString> names;
    for (const auto &[note, key] : named) {
        QString &name = names[note->episode];
        if (name.isEmpty() || (!bases.contains(name) && bases.contains(key)))
            name = key;
    }
    std::map<QString, EpisodeNotes> groups;
    for (const auto &[note, key] : named)
        groups[note->episode.isValid() ? names.value(note->episode) : key].push_back(note);
    for (auto &[key, group] : groups) {
        std::stable_sort(group.begin(), group.end(), [](const Note *a, const Note *b) {
            return a->start < b->start;
        });
    }
    return groups;
}

class Planner
{
public:
    explicit Planner(const VaultState &state)
        : m_state(state)
        , m_taken(state.taken)
    {
        m_plan.problems = state.problems;
    }

    void plan(const QString &key, EpisodeNotes notes)
    {
        const VaultBase *base = find(m_state.bases, key);
        const VaultFile *file = find(m_state.files, key);
        if (file)
            planFile(key, base, *file, notes);
        else if (needsFile(base, notes))
            add(internal::newFile(key, notes), nullptr, freePath(notes), {});
    }

    VaultPlan take() { return std::move(m_plan); }

private:
    [[nodiscard]] static bool needsFile(const VaultBase *base, const EpisodeNotes &notes)
    {
        return std::any_of(notes.begin(), notes.end(), [base](const Note *note) {
            return !note->deleted && !internal::isTakenOut(base, vaultNote(*note));
        });
    }

    /// Whether neither side changed anything since.
    [[nodiscard]] static bool
    isSettled(const VaultBase &base, const VaultFile &file, const EpisodeNotes &notes)
    {
        EpisodeNotes live;
        for (const Note *note : notes) {
            const auto known = base.notes.find(note->id);
            if (note->deleted ? known != base.notes.end()
                              : known == base.notes.end() || vaultNote(*note) != known->second)
                return false;
            if (!note->deleted)
                live.push_back(note);
        }
        return file.path == base.path && hashOf(file.bytes) == base.hash
               && (live.empty() || headerOf(base.key, live) == base.header);
    }

    void planFile(const QString &key,
                  const VaultBase *base,
                  const VaultFile &file,
                  const EpisodeNotes &notes)
    {
        if (base && isSettled(*base, file, notes))
            return;
        const auto document = parseVaultFile(file.bytes);
        if (!document) {
            m_plan.problems.push_back({file.path, document.error()});
            return;
        }
        add(internal::mergeFile(key, base, *document, notes), base, file.path, file.bytes);
    }

    void add(MergedFile merged, const VaultBase *base, const QString &path, const QByteArray &old)
    {
        const bool isNew = old.isNull();
        const QByteArray bytes = merged.changed ? bytesOf(merged.document) : old;
        if (bytes.size() > largestVaultFile) {
            m_plan.problems.push_back({path,
                                       {base::ErrorCode::TooLarge,
                                        QStringLiteral("the notes would make a file over 8 MB"),
                                        0}});
            return;
        }
        for (VaultConflict &conflict : merged.conflicts)
            conflict.path = path;
        m_plan.edits.insert(m_plan.edits.end(), merged.edits.begin(), merged.edits.end());
        m_plan.conflicts.insert(
            m_plan.conflicts.end(), merged.conflicts.begin(), merged.conflicts.end());
        merged.base.path = path;
        merged.base.hash = hashOf(bytes);
        VaultWrite write{path, std::nullopt, isNew ? QByteArray() : hashOf(old), merged.base};
        if (merged.changed)
            write.bytes = bytes;
        if (merged.changed || !base || *base != merged.base)
            m_plan.writes.push_back(std::move(write));
    }

    QString freePath(const EpisodeNotes &notes)
    {
        const QString wanted = exports::exportFileName(currentRef(notes));
        QString name = wanted + u".md";
        for (int number = 2; m_taken.contains(takenName(name)); ++number)
            name = QStringLiteral("%1 %2.md").arg(wanted).arg(number);
        m_taken.insert(takenName(name));
        return name;
    }

    const VaultState &m_state;
    QSet<QString> m_taken;
    VaultPlan m_plan;
};

} // namespace

QString takenName(const QString &fileName)
{
    return fileName.normalized(QString::NormalizationForm_C).toCaseFolded();
}

VaultPlan planVault(const VaultState &state, const std::vector<Note> &notes)
{
    Planner planner(state);
    for (const auto &[key, group] : byEpisode(notes, state.bases)) {
        if (!state.busy.contains(key))
            planner.plan(key, group);
    }
    return planner.take();
}

} // namespace app::vault
