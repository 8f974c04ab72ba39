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

#include <utility>

namespace app::library {
namespace {

using internal::JournalFile;

/// Beside the journal while a library is restored that is meant to be older.
QString markFor(const QString &journal)
{
    return journal + QStringLiteral(".restored");
}

struct OutboxNumbers
{
    qint64 first = 0; ///< 0: it is empty
    qint64 last = 0;  ///< ever used
};

base::Result<OutboxNumbers> outboxNumbers(Connection &connection)
{
    const auto first = internal::firstInOutbox(connection);
    const auto last = internal::lastSequence(connection);
    if (!first || !last) {
        return base::unexpected(!first ? first.error() : last.error());
    }
    return OutboxNumbers{*first, *last};
}

base::Result<int> asCount(const base::Result<void> &done)
{
    return done ? base::Result<int>(0) : base::unexpected(done.error());
}

/// Whether the outbox has used numbers that are something else in the journal.
base::Result<bool> hasGoneApart(Connection &connection, JournalFile &file)
{
    auto waiting =
        connection.prepare("SELECT sequence, line FROM note_outbox ORDER BY sequence LIMIT 1");
    const bool isThere = waiting.next() && waiting.number(0) <= file.end().lastSequence;
    const QByteArray line = isThere ? waiting.bytes(1) : QByteArray();
    if (const auto done = waiting.finish(); !done) {
        return base::unexpected(done.error());
    }
    if (!isThere) {
        return false;
    }
    const auto bytes = file.contents();
    return bytes ? base::Result<bool>(!bytes->contains(line.chopped(1)))
                 : base::unexpected(bytes.error());
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
    const auto numbers = outboxNumbers(connection);
    if (!numbers) {
        return base::unexpected(numbers.error());
    }
    if (numbers->first == 0) {
        return {};
    }
    // That the outbox was emptied may be forgotten in a power cut: the file tells what it has.
    if (auto set = connection.runScript("PRAGMA synchronous=NORMAL"); !set) {
        return set;
    }
    Changes unheard;
    const auto done = inTransaction(connection, [&](JournalFile &file) {
        return m_agreed ? asCount(append(connection, file)) : agree(connection, file, unheard);
    });
    return done ? base::Result<void>() : base::unexpected(done.error());
}

base::Result<int>
NoteJournal::inTransaction(Connection &connection,
                           const std::function<base::Result<int>(JournalFile &)> &work)
{
    Transaction transaction(connection);
    if (const auto begun = transaction.begin(); !begun) {
        return base::unexpected(begun.error());
    }
    auto file = JournalFile::open(m_path, m_known);
    if (!file) {
        return base::unexpected(file.error());
    }
    auto changed = work(*file);
    if (!changed) {
        return changed;
    }
    if (const auto done = transaction.commit(); !done) {
        return base::unexpected(done.error());
    }
    if (!std::exchange(m_agreed, true)) {
        QFile::remove(markFor(m_path));
    }
    return changed;
}

base::Result<void> NoteJournal::append(Connection &connection, JournalFile &file)
{
    const auto numbers = outboxNumbers(connection);
    if (!numbers) {
        return base::unexpected(numbers.error());
    }
    const qint64 next = numbers->first > 0 ? numbers->first : numbers->last + 1;
    // With a gap it is new, or somebody has taken lines out of it.
    auto done = next > file.end().lastSequence + 1 ? internal::snapshotInto(connection, file)
                                                   : addOutbox(connection, file);
    return done ? finish(connection, file) : done;
}

base::Result<void> NoteJournal::finish(Connection &connection, JournalFile &file)
{
    m_known = {};
    if (auto done = file.finish(); !done) {
        return done;
    }
    m_known = file.end();
    return internal::restartOutbox(connection, file.end().lastSequence);
}

base::Result<int> NoteJournal::catchUp(Connection &connection, Changes &changes)
{
    const auto agrees = isAtOne(connection);
    if (!agrees) {
        return base::unexpected(agrees.error());
    }
    if (*agrees) {
        m_agreed = true;
        return 0;
    }
    if (const auto set = connection.runScript("PRAGMA synchronous=FULL"); !set) {
        return base::unexpected(set.error());
    }
    return inTransaction(connection,
                         [&](JournalFile &file) { return agree(connection, file, changes); });
}

base::Result<bool> NoteJournal::isAtOne(Connection &connection)
{
    const auto numbers = outboxNumbers(connection);
    const auto file = JournalFile::open(m_path, m_known);
    if (!numbers || !file) {
        return base::unexpected(!numbers ? numbers.error() : file.error());
    }
    const auto notes = connection.number(0, "SELECT EXISTS (SELECT 1 FROM notes)");
    if (!notes) {
        return base::unexpected(notes.error());
    }
    const bool isNew = numbers->last == 0 && *notes != 0;
    return numbers->first == 0 && !isNew && file->end().lastSequence == numbers->last
           && !QFileInfo::exists(markFor(m_path));
}

base::Result<int> NoteJournal::agree(Connection &connection, JournalFile &file, Changes &changes)
{
    const auto numbers = outboxNumbers(connection);
    const auto wentApart = hasGoneApart(connection, file);
    if (!numbers || !wentApart) {
        return base::unexpected(!numbers ? numbers.error() : wentApart.error());
    }
    const bool isRestored = QFileInfo::exists(markFor(m_path));
    const bool isOlder = *wentApart || file.end().lastSequence > numbers->last;
    if (!isRestored && !isOlder && numbers->last > 0) {
        return asCount(append(connection, file));
    }
    int changed = 0;
    if (!isRestored && isOlder) {
        const qint64 known = numbers->first > 0 ? numbers->first - 1 : numbers->last;
        const auto taken = internal::takeFrom(connection, file, {known, *wentApart}, changes);
        if (!taken) {
            return taken;
        }
        changed = *taken;
    }
    auto done = internal::snapshotInto(connection, file);
    if (done) {
        done = finish(connection, file);
    }
    return done ? base::Result<int>(changed) : base::unexpected(done.error());
}

} // namespace app::library
