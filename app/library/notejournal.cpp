// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/notejournal.h"

#include "app/library/connection.h"
#include "app/library/internal/journalnotes.h"
#include "app/library/internal/noteoutbox.h"
#include "app/library/notestore.h"
#include "app/library/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace app::library {
namespace {

using internal::JournalFile;

/// Beside the journal while a library is restored that is meant to be older.
QString markFor(const QString &journal)
{
    return journal + QStringLiteral(".restored");
}

/// What the outbox has beyond the journal.
base::Result<void> addOutbox(Connection &connection, JournalFile &file)
{
    auto waiting = connection.prepare(
        "SELECT sequence, line FROM note_outbox WHERE sequence > ? ORDER BY sequence",
        file.end().lastSequence);
    base::Result<void> done;
    for (bool first = true; done && waiting.next(); first = false) {
        const QByteArray line = waiting.bytes(1);
        const QByteArray &fragment = file.end().fragment;
        if (first && !fragment.isEmpty() && line.startsWith(fragment)) {
            done = file.cutFragment();
        }
        if (done) {
            done = file.add(line, waiting.number(0));
        }
    }
    const auto finished = waiting.finish();
    return done ? finished : done;
}

} // namespace

NoteJournal::NoteJournal(QString path)
    : m_path(std::move(path))
{}

QString NoteJournal::fileName(const QString &folder)
{
    return QDir(folder).absoluteFilePath(QStringLiteral("notes.journal"));
}

base::Result<void> NoteJournal::expectOlderLibrary(const QString &folder)
{
    QFile mark(markFor(fileName(folder)));
    if (!mark.open(QIODevice::WriteOnly)) {
        return base::unexpected(base::ErrorCode::Denied,
                                QStringLiteral("\"%1\" cannot be written: %2")
                                    .arg(mark.fileName(), mark.errorString()));
    }
    return {};
}

void NoteJournal::expectSameLibrary(const QString &folder)
{
    QFile::remove(markFor(fileName(folder)));
}

base::Result<void> NoteJournal::flush(Connection &connection)
{
    const auto first = internal::firstInOutbox(connection);
    if (!first) {
        return base::unexpected(first.error());
    }
    if (*first == 0) {
        return {};
    }
    // That the outbox was emptied may be forgotten in a power cut: the file tells what it has.
    if (auto set = connection.runScript("PRAGMA synchronous=NORMAL"); !set) {
        return set;
    }
    Transaction transaction(connection);
    if (auto begun = transaction.begin(); !begun) {
        return begun;
    }
    auto file = JournalFile::open(m_path, m_known);
    if (!file) {
        return base::unexpected(file.error());
    }
    if (auto done = append(connection, *file); !done) {
        return done;
    }
    return transaction.commit();
}

base::Result<void> NoteJournal::append(Connection &connection, JournalFile &file)
{
    m_known = {};
    const auto first = internal::firstInOutbox(connection);
    const auto last = internal::lastSequence(connection);
    for (const auto *number : {&first, &last}) {
        if (!*number) {
            return base::unexpected(number->error());
        }
    }
    const qint64 next = *first > 0 ? *first : *last + 1;
    if (next > file.end().lastSequence + 1) {
        // It is new, or somebody has taken lines out of it.
        if (auto done = internal::snapshotInto(connection, file); !done) {
            return done;
        }
    } else if (auto done = addOutbox(connection, file); !done) {
        return done;
    }
    if (auto done = file.finish(); !done) {
        return done;
    }
    m_known = file.end();
    return internal::restartOutbox(connection, file.end().lastSequence);
}

base::Result<int> NoteJournal::catchUp(Connection &connection, Changes &changes)
{
    if (const auto set = connection.runScript("PRAGMA synchronous=FULL"); !set) {
        return base::unexpected(set.error());
    }
    Transaction transaction(connection);
    if (const auto begun = transaction.begin(); !begun) {
        return base::unexpected(begun.error());
    }
    auto file = JournalFile::open(m_path, m_known);
    if (!file) {
        return base::unexpected(file.error());
    }
    const auto changed = agree(connection, *file, changes);
    if (!changed) {
        return changed;
    }
    if (const auto done = transaction.commit(); !done) {
        return base::unexpected(done.error());
    }
    QFile::remove(markFor(m_path));
    return changed;
}

base::Result<int> NoteJournal::agree(Connection &connection, JournalFile &file, Changes &changes)
{
    const auto last = internal::lastSequence(connection);
    if (!last) {
        return base::unexpected(last.error());
    }
    int changed = 0;
    base::Result<void> done;
    if (QFileInfo::exists(markFor(m_path))) {
        done = internal::snapshotInto(connection, file);
        if (done) {
            done = file.finish();
        }
        if (done) {
            done = internal::restartOutbox(connection, file.end().lastSequence);
        }
    } else if (file.end().lastSequence > *last) {
        const auto taken = internal::takeFrom(connection, file, *last, changes);
        changed = taken.value_or(0);
        done = taken ? internal::restartOutbox(connection, file.end().lastSequence)
                     : base::Result<void>(base::unexpected(taken.error()));
    } else {
        done = append(connection, file);
    }
    if (!done) {
        return base::unexpected(done.error());
    }
    return changed;
}

} // namespace app::library
