// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/notestepstore.h"

#include "app/base/logging.h"
#include "app/library/connection.h"
#include "app/library/internal/lookup.h"
#include "app/library/internal/notelines.h"

#include <algorithm>

namespace app::library {
namespace {

using notes::NoteChange;

std::optional<std::vector<NoteChange>> readChanges(const QString &before, const QString &after)
{
    const auto old = internal::readNoteLines(before);
    const auto now = internal::readNoteLines(after);
    if (!old || !now || old->size() != now->size()) {
        return std::nullopt;
    }
    std::vector<NoteChange> changes;
    for (std::size_t at = 0; at < old->size(); ++at) {
        if ((*old)[at].first != (*now)[at].first) {
            return std::nullopt;
        }
        changes.push_back({(*old)[at].first, (*old)[at].second, (*now)[at].second});
    }
    return changes;
}

} // namespace

base::Result<qint64> NoteStepStore::push(const QString &kind,
                                         const std::vector<NoteChange> &changes)
{
    QString before;
    QString after;
    for (const NoteChange &change : changes) {
        before += internal::noteLine(change.id, change.before);
        after += internal::noteLine(change.id, change.after);
    }
    auto done = m_connection.run(
        "INSERT INTO note_steps (kind, before, after) VALUES (?, ?, ?)", kind, before, after);
    const qint64 id = m_connection.lastInsertedId();
    if (done) {
        done = m_connection.run("DELETE FROM note_steps WHERE id <="
                                " (SELECT id FROM note_steps ORDER BY id DESC LIMIT 1 OFFSET ?)",
                                kept);
    }
    return done ? base::Result<qint64>(id) : base::unexpected(done.error());
}

base::Result<std::vector<NoteStep>> NoteStepStore::list()
{
    auto statement = m_connection.prepare(
        "SELECT id, kind, before, after, undone FROM note_steps ORDER BY id DESC");
    std::vector<NoteStep> steps;
    while (statement.next()) {
        auto changes = readChanges(statement.text(2), statement.text(3));
        if (!changes) {
            qCWarning(base::logLibrary) << "step" << statement.number(0) << "cannot be read";
            break;
        }
        steps.push_back(
            {statement.number(0), statement.text(1), *std::move(changes), statement.flag(4)});
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
}

base::Result<void> NoteStepStore::setUndone(qint64 id, bool undone)
{
    return internal::changedOne(
        m_connection,
        m_connection.run("UPDATE note_steps SET undone = ? WHERE id = ?", undone, id),
        QStringLiteral("step"),
        id);
}

base::Result<void> NoteStepStore::forgetUndone()
{
    return m_connection.run("DELETE FROM note_steps WHERE undone = 1");
}

} // namespace app::library
