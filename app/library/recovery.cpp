// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/recovery.h"

#include "app/library/connection.h"
#include "app/library/internal/files.h"
#include "app/library/library.h"
#include "app/library/migrations.h"
#include "app/library/notejournal.h"
#include "app/library/notestore.h"
#include "app/notes/journal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace app::library {
namespace {

using base::ErrorCode;

/// A new library in a file of its own, put in place when it is ready.
class Replacement final
{
public:
    explicit Replacement(const QString &folder)
        : m_folder(folder)
        , m_path(internal::freeName(Library::fileName(folder) + QStringLiteral(".recovering")))
    {}

    ~Replacement()
    {
        m_connection.reset();
        internal::removeDatabase(m_path);
    }

    Replacement(const Replacement &) = delete;
    Replacement &operator=(const Replacement &) = delete;

    /// From the newest backup that is whole; from nothing when there is none.
    base::Result<void> begin(const QDateTime &now, Recovery &report)
    {
        for (const Backup &backup : listBackups(m_folder, now)) {
            const auto done = copyOf(backup);
            if (done) {
                report.backup = backup;
                return count(report.notesFromBackup);
            }
            if (done.error().code == ErrorCode::DiskFull) {
                return done;
            }
            report.problems += done.error().detail;
            m_connection.reset();
            internal::removeDatabase(m_path);
        }
        return openAndMigrate();
    }

    base::Result<void> takeJournal(Recovery &report)
    {
        NoteJournal::expectSameLibrary(m_folder);
        const QString path = NoteJournal::fileName(m_folder);
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            const auto journal = notes::replayJournal(file.readAll());
            for (const notes::JournalProblem &problem : journal.problems) {
                report.problems +=
                    QStringLiteral("\"%1\", line %2: %3")
                        .arg(path, QString::number(problem.line), problem.error.detail);
            }
        }
        Changes changes;
        const auto taken = NoteJournal(path).catchUp(*m_connection, changes);
        if (!taken) {
            // The library must come back even when the journal cannot be used.
            report.problems += taken.error().detail;
            return {};
        }
        report.notesFromJournal = *taken;
        return {};
    }

    base::Result<void> putInPlace()
    {
        // One file, without a log that could be mixed up with the damaged one's.
        if (auto done = m_connection->runScript("PRAGMA journal_mode=DELETE"); !done) {
            return done;
        }
        m_connection.reset();
        return internal::replaceFile(m_path, Library::fileName(m_folder));
    }

private:
    base::Result<void> copyOf(const Backup &backup)
    {
        const auto newest = allMigrations().back().version;
        const auto facts = inspectFile(backup.path, newest);
        if (!facts) {
            return base::unexpected(facts.error());
        }
        if (facts->isNew) {
            return base::unexpected(ErrorCode::Corrupt,
                                    QStringLiteral("the backup \"%1\" is empty").arg(backup.path));
        }
        if (auto whole = internal::checkWhole(backup.path); !whole) {
            return whole;
        }
        const auto source = Connection::open(backup.path, Connection::Access::ReadOnly);
        if (!source) {
            return base::unexpected(source.error());
        }
        if (const auto copied = internal::copyDatabase(**source, m_path); !copied) {
            return base::unexpected(copied.error());
        }
        return openAndMigrate();
    }

    base::Result<void> openAndMigrate()
    {
        auto opened = Connection::open(m_path, Connection::Access::Create);
        if (!opened) {
            return base::unexpected(opened.error());
        }
        m_connection = *std::move(opened);
        return migrateCopy(*m_connection, allMigrations());
    }

    base::Result<void> count(int &notes)
    {
        const auto counted = NoteStore(*m_connection).count();
        notes = counted.value_or(0);
        return counted ? base::Result<void>() : base::unexpected(counted.error());
    }

    QString m_folder;
    QString m_path;
    std::unique_ptr<Connection> m_connection;
};

/// The damaged file gets a second name first, so that at no moment there is none; its log goes
/// along before anything new could take it for its own.
base::Result<QString> keepAside(const QString &path, const base::Clock &clock)
{
    const QFileInfo damaged(path);
    if (!damaged.exists()) {
        return QString();
    }
    const QString kept =
        internal::freeName(path + QStringLiteral(".damaged-")
                           + clock.now().toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    auto done =
        damaged.isDir() ? internal::replaceFile(path, kept) : internal::keepUnder(path, kept);
    for (const char *suffix : {"-wal", "-shm", "-journal"}) {
        if (done && QFileInfo::exists(path + QLatin1String(suffix))) {
            done =
                internal::replaceFile(path + QLatin1String(suffix), kept + QLatin1String(suffix));
        }
    }
    return done ? base::Result<QString>(kept) : base::unexpected(done.error());
}

base::Result<void> checkAge(const QString &path)
{
    const auto facts = inspectFile(path, allMigrations().back().version);
    if (!facts && facts.error().code == ErrorCode::Unsupported) {
        return base::unexpected(facts.error());
    }
    return {};
}

} // namespace

base::Result<Recovery> recoverLibrary(const QString &folder, const base::Clock &clock)
{
    Recovery report;
    const QString path = Library::fileName(folder);
    auto done = checkAge(path);
    Replacement replacement(QDir(folder).absolutePath());
    if (done) {
        done = replacement.begin(clock.now().toUTC(), report);
    }
    if (done) {
        done = replacement.takeJournal(report);
    }
    if (!done) {
        return base::unexpected(done.error());
    }
    const auto kept = keepAside(path, clock);
    if (!kept) {
        return base::unexpected(kept.error());
    }
    report.keptAside = *kept;
    if (done = replacement.putInPlace(); !done) {
        return base::unexpected(done.error());
    }
    internal::syncFolder(folder);
    return report;
}

} // namespace app::library
