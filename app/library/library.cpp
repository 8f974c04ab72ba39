// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/library.h"

#include "app/base/logging.h"
#include "app/library/backups.h"
#include "app/library/connection.h"
#include "app/library/internal/files.h"
#include "app/library/migrations.h"
#include "app/library/notejournal.h"
#include "app/library/transaction.h"

#include <QDir>
#include <QFileInfo>

#include <chrono>
#include <thread>
#include <utility>

namespace app::library {
namespace {

using base::ErrorCode;

/// Going over to the write-ahead log needs the file for a moment alone, and SQLite does not wait
/// for that by itself.
base::Result<void> useWriteAheadLog(Connection &connection)
{
    constexpr int tries = 250;
    constexpr std::chrono::milliseconds pause(20);
    base::Result<void> done;
    for (int i = 0; i < tries; ++i) {
        done = connection.runScript("PRAGMA journal_mode=WAL");
        if (done || done.error().code != ErrorCode::Busy) {
            return done;
        }
        std::this_thread::sleep_for(pause);
    }
    return done;
}

base::Result<void> makeFolder(const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        return base::unexpected(
            ErrorCode::Denied,
            QStringLiteral("the library folder \"%1\" cannot be made").arg(folder));
    }
    return {};
}

bool isSameFile(const QString &a, const QString &b)
{
    const QFileInfo first(a);
    const QFileInfo second(b);
    return first.absoluteFilePath() == second.absoluteFilePath()
           || (first.exists() && first.canonicalFilePath() == second.canonicalFilePath());
}

base::Result<qint64> copyLibrary(const QString &from, const QString &to)
{
    if (isSameFile(from, to)) {
        return base::unexpected(
            ErrorCode::Conflict,
            QStringLiteral("\"%1\" is the library itself, not a place for its copy").arg(to));
    }
    const QString folder = QFileInfo(to).absolutePath();
    if (!QFileInfo(folder).isDir()) {
        return base::unexpected(ErrorCode::Denied,
                                QStringLiteral("there is no folder \"%1\"").arg(folder));
    }
    const auto source = Connection::open(from, Connection::Access::ReadWrite);
    if (!source) {
        return base::unexpected(source.error());
    }
    return internal::copyDatabase(**source, to);
}

} // namespace

struct Library::Lanes
{
    explicit Lanes(const QString &folder)
        : journal(NoteJournal::fileName(folder))
    {}

    NoteJournal journal;
    bool journalFails = false; ///< and that was told
    std::unique_ptr<Connection> writer;
    std::unique_ptr<Connection> reader;
    qint64 lastVersion = -1; ///< of the data, as the writer saw it
    // Lanes end before their connections close.
    std::unique_ptr<work::Lane> writing;
    std::unique_ptr<work::Lane> reading;
    std::unique_ptr<work::Lane> copying;
};

Library::Library(QString folder)
    : m_folder(std::move(folder))
    , m_lanes(std::make_unique<Lanes>(m_folder))
{}

Library::~Library()
{
    if (m_lanes->writing) {
        m_lanes->writing->drain();
    }
    if (m_lanes->reader) {
        m_lanes->reader->interrupt();
    }
    m_lanes->copying.reset();
    m_lanes->reading.reset();
    m_lanes->writing.reset();
}

base::Result<std::unique_ptr<Library>> Library::open(const QString &folder,
                                                     const base::Clock &clock)
{
    std::unique_ptr<Library> library(new Library(QDir(folder).absolutePath()));
    if (const auto opened = library->openLanes(clock); !opened) {
        return base::unexpected(opened.error());
    }
    return library;
}

base::Result<void> Library::openLanes(const base::Clock &clock)
{
    if (auto made = makeFolder(m_folder); !made) {
        return made;
    }
    const QString path = fileName(m_folder);
    const auto &migrations = allMigrations();
    const auto facts = inspectFile(path, migrations.back().version);
    if (!facts) {
        return base::unexpected(facts.error());
    }
    if (facts->isNew && QFileInfo::exists(path) && !listBackups(m_folder).empty()) {
        return base::unexpected(ErrorCode::Corrupt,
                                QStringLiteral("the library \"%1\" is empty, though there are"
                                               " backups of it")
                                    .arg(path));
    }
    auto writer = Connection::open(path, Connection::Access::Create);
    if (!writer) {
        return base::unexpected(writer.error());
    }
    if (auto done = useWriteAheadLog(**writer); !done) {
        return done;
    }
    if (auto done = migrate(**writer, migrations, clock); !done) {
        return done;
    }
    auto reader = Connection::open(path, Connection::Access::ReadWrite);
    if (!reader) {
        return base::unexpected(reader.error());
    }
    // Room for the list of very many notes, which is asked for again and again; it is taken as it
    // is needed.
    if (auto done = (*reader)->runScript("PRAGMA query_only=ON; PRAGMA cache_size=-32000"); !done) {
        return done;
    }
    const auto version = (*writer)->number(0, "PRAGMA data_version");
    if (!version) {
        return base::unexpected(version.error());
    }
    m_lanes->lastVersion = *version;
    m_lanes->writer = *std::move(writer);
    m_lanes->reader = *std::move(reader);
    m_lanes->writing = std::make_unique<work::Lane>(QStringLiteral("library-write"));
    m_lanes->reading = std::make_unique<work::Lane>(QStringLiteral("library-read"));
    m_lanes->copying = std::make_unique<work::Lane>(QStringLiteral("library-copy"));
    // Before anything else is written; a first snapshot of many notes need not delay the window.
    auto asked = m_lanes->writing->post([this] { catchUpJournal(); });
    Q_UNUSED(asked);
    return {};
}

QString Library::folder() const
{
    return m_folder;
}

QString Library::fileName(const QString &folder)
{
    return QDir(folder).absoluteFilePath(QStringLiteral("library.sqlite"));
}

QFuture<base::Result<qint64>> Library::backupTo(const QString &path)
{
    // A connection of its own: neither reading nor writing waits for a long copy.
    return m_lanes->copying->post(
        [from = fileName(m_folder), path] { return copyLibrary(from, path); });
}

void Library::checkForOutsideChanges()
{
    // SQLite's data version does not count a connection's own commits, and ours all come from the
    // writer, so there it tells other programs' apart.
    auto asked = m_lanes->writing->post([this] {
        const auto version = writing().number(0, "PRAGMA data_version");
        if (!version || *version == m_lanes->lastVersion) {
            return;
        }
        m_lanes->lastVersion = *version;
        QMetaObject::invokeMethod(this, &Library::changedOutside, Qt::QueuedConnection);
    });
    Q_UNUSED(asked);
}

base::Result<void> Library::beginReading(const work::CancelCheck &cancelled)
{
    reading().setCancelCheck(cancelled);
    return reading().runScript("BEGIN");
}

void Library::endReading()
{
    reading().setCancelCheck({});
    Transaction(reading()).rollBack();
}

base::Result<void> Library::begin(Durability durability)
{
    // Only outside a transaction does SQLite take this.
    auto done = writing().runScript(durability == Durability::Full ? "PRAGMA synchronous=FULL"
                                                                   : "PRAGMA synchronous=NORMAL");
    if (!done) {
        return done;
    }
    return writing().runScript("BEGIN IMMEDIATE");
}

base::Result<void> Library::commit()
{
    auto done = writing().runScript("COMMIT");
    if (!done) {
        rollBack();
    }
    return done;
}

void Library::rollBack()
{
    Transaction(writing()).rollBack();
}

void Library::catchUpJournal()
{
    Changes changes;
    const auto done = m_lanes->journal.catchUp(writing(), changes);
    reportJournal(done ? base::Result<void>() : base::unexpected(done.error()));
    if (done) {
        announce(std::move(changes));
    }
}

void Library::keepJournal(const Changes &changes)
{
    if (!changes.notes.isEmpty() || m_lanes->journalFails) {
        reportJournal(m_lanes->journal.flush(writing()));
    }
}

void Library::reportJournal(const base::Result<void> &done)
{
    if (const bool failed = !done; std::exchange(m_lanes->journalFails, failed) || !failed) {
        return;
    }
    qCWarning(base::logLibrary).noquote() << done.error().detail;
    QMetaObject::invokeMethod(
        this, [this, error = done.error()] { emit journalFailed(error); }, Qt::QueuedConnection);
}

void Library::announce(Changes changes)
{
    if (changes.isEmpty()) {
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, changes = std::move(changes)] { emit changed(changes); },
        Qt::QueuedConnection);
}

Connection &Library::reading()
{
    return *m_lanes->reader;
}

Connection &Library::writing()
{
    return *m_lanes->writer;
}

work::Lane &Library::readingLane()
{
    return *m_lanes->reading;
}

work::Lane &Library::writingLane()
{
    return *m_lanes->writing;
}

} // namespace app::library
