// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/backups.h"
#include "app/library/connection.h"
#include "app/library/doctor.h"
#include "app/library/episodestore.h"
#include "app/library/migrations.h"
#include "app/library/podcaststore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>

using namespace app::library;
using app::base::Result;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

Result<MergeResult> subscribe(Library &library, const QString &title, int episodes)
{
    return tests::await(
        library.write(Durability::Normal, [=](Connection &connection, Changes &changes) {
            return PodcastStore(connection)
                .add(QStringLiteral("https://example.com/") + title,
                     tests::feedOf(title, episodes),
                     QDateTime::currentDateTimeUtc(),
                     changes);
        }));
}

int podcasts(Library &library)
{
    const auto all = tests::await(
        library.read([](Connection &connection) { return PodcastStore(connection).all(); }));
    return all ? static_cast<int>(all->size()) : -1;
}

/// Counts for so long that nobody waits for its end.
constexpr const char *endlessQuery = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1"
                                     " FROM n) SELECT count(*) FROM n";

} // namespace

class tst_library : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void freshLibraryHasTheNewestSchema();
    void emptyFileIsANewLibrary();
    void newerLibraryIsRefusedUntouched();
    void strangeFilesAreRefusedUntouched_data();
    void strangeFilesAreRefusedUntouched();
    void foldersThatCannotBeWritten();
    void olderSchemaIsUpgradedAfterACopy();
    void failedUpgradeLeavesTheOldSchema();
    void migrationsCountFromOne();
    void everyTableIsStrict();
    void cancellingStopsAQuery();
    void readingDoesNotWaitForWriting();
    void theReaderCannotWrite();
    void destroyingKeepsWhatWasWritten();
    void otherProgramsAreNoticed();
    void backupIsWhole();
    void backupRefusesBadPlaces();
    void restoreBringsItBack();
    void restoreReplacesADamagedLibrary();
    void restoreRefuses();
    void doctorFindsAndForgetsLostFiles();

private:
    [[nodiscard]] QString folder() const { return m_dir->filePath(QStringLiteral("lib")); }

    [[nodiscard]] QString file() const { return Library::fileName(folder()); }

    [[nodiscard]] auto open() const { return Library::open(folder(), m_clock); }

    std::unique_ptr<QTemporaryDir> m_dir;
    tests::FakeClock m_clock;
};

void tst_library::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QDir().mkpath(folder());
}

void tst_library::freshLibraryHasTheNewestSchema()
{
    const auto library = open();
    VERIFY_RESULT(library);
    const auto version = tests::await((*library)->read(
        [](Connection &connection) { return connection.number(-1, "PRAGMA user_version"); }));
    QCOMPARE(*version, allMigrations().back().version);
    QCOMPARE((*library)->folder(), folder());
    QCOMPARE(podcasts(**library), 0);
}

void tst_library::emptyFileIsANewLibrary()
{
    writeBytes(file(), {});
    const auto library = open();
    VERIFY_RESULT(library);
    VERIFY_RESULT(subscribe(**library, QStringLiteral("Show"), 1));
}

void tst_library::newerLibraryIsRefusedUntouched()
{
    VERIFY_RESULT(open());
    {
        // Left with a log, as a program that was killed leaves it.
        auto connection = Connection::open(file(), Connection::Access::ReadWrite);
        VERIFY_RESULT(connection);
        VERIFY_RESULT((*connection)->runScript("PRAGMA user_version=99; CREATE TABLE future(x)"));
        QDir().mkpath(m_dir->filePath(QStringLiteral("copy")));
        for (const char *suffix : {"", "-wal"}) {
            QVERIFY(QFile::copy(file() + QLatin1String(suffix),
                                m_dir->filePath(QStringLiteral("copy/library.sqlite"))
                                    + QLatin1String(suffix)));
        }
    }
    for (const QString &place : {folder(), m_dir->filePath(QStringLiteral("copy"))}) {
        const QString path = Library::fileName(place);
        const QByteArray before = bytesOf(path);
        const QByteArray logBefore = bytesOf(path + QStringLiteral("-wal"));
        const auto library = Library::open(place, m_clock);
        VERIFY_ERROR(library, Unsupported);
        QVERIFY(library.error().detail.contains(QStringLiteral("newer")));
        QCOMPARE(bytesOf(path), before);
        QCOMPARE(bytesOf(path + QStringLiteral("-wal")), logBefore);
    }
}

void tst_library::strangeFilesAreRefusedUntouched_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray garbage;
    quint32 state = 1;
    for (int i = 0; i < 100'000; ++i) {
        state = state * 1664525U + 1013904223U;
        garbage.append(static_cast<char>(state >> 24U));
    }
    QTest::newRow("garbage") << garbage;
    QTest::newRow("text") << QByteArray("<html>not found</html>");
    QTest::newRow("one byte") << QByteArray("S");
    QTest::newRow("only the first words") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("right beginning, then garbage")
        << (QByteArray("SQLite format 3\0", 16) + garbage);
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("other.sqlite"));
    {
        auto other = Connection::open(path, Connection::Access::Create);
        const auto done = (*other)->runScript("CREATE TABLE moz_places(x); PRAGMA user_version=1");
        Q_ASSERT(done);
    }
    QTest::newRow("another program's") << bytesOf(path);
}

void tst_library::strangeFilesAreRefusedUntouched()
{
    QFETCH(QByteArray, bytes);
    writeBytes(file(), bytes);
    const auto library = open();
    VERIFY_ERROR(library, Corrupt);
    QVERIFY2(library.error().detail.contains(QStringLiteral("left as it is")),
             qPrintable(library.error().detail));
    QVERIFY(library.error().detail.contains(file()));
    QCOMPARE(bytesOf(file()), bytes);
}

void tst_library::foldersThatCannotBeWritten()
{
    const QString blocker = m_dir->filePath(QStringLiteral("a file"));
    writeBytes(blocker, "x");
    VERIFY_ERROR(Library::open(blocker, m_clock), Denied);
    VERIFY_ERROR(Library::open(blocker + QStringLiteral("/below"), m_clock), Denied);
    QDir().mkpath(file());
    const auto library = open();
    QVERIFY(!library);
    QCOMPARE(bytesOf(blocker), QByteArray("x"));
#ifdef Q_OS_LINUX
    // A place where not even an administrator can make files.
    VERIFY_ERROR(Library::open(QStringLiteral("/proc"), m_clock), Denied);
    VERIFY_ERROR(Library::open(QStringLiteral("/proc/library"), m_clock), Denied);
#endif
}

void tst_library::olderSchemaIsUpgradedAfterACopy()
{
    {
        const auto library = open();
        VERIFY_RESULT(library);
        VERIFY_RESULT(subscribe(**library, QStringLiteral("Show"), 3));
    }
    auto steps = allMigrations();
    const int old = steps.back().version;
    steps.push_back({old + 1, "ALTER TABLE podcasts ADD COLUMN colour TEXT"});
    {
        auto connection = Connection::open(file(), Connection::Access::ReadWrite);
        VERIFY_RESULT(migrate(**connection, steps, m_clock));
        QCOMPARE(*(*connection)->number(-1, "PRAGMA user_version"), old + 1);
        QCOMPARE(*(*connection)->number(-1, "SELECT count(colour) FROM podcasts"), 0);
    }
    VERIFY_ERROR(open(), Unsupported);
    const QString copy =
        QDir(backupFolder(folder()))
            .filePath(QStringLiteral("library-20261121-100000-v%1.sqlite").arg(old));
    QVERIFY(QFile::exists(copy));
    VERIFY_RESULT(restoreLibrary(folder(), copy, m_clock));
    const auto library = open();
    VERIFY_RESULT(library);
    QCOMPARE(podcasts(**library), 1);
}

void tst_library::failedUpgradeLeavesTheOldSchema()
{
    VERIFY_RESULT(open());
    auto steps = allMigrations();
    steps.push_back({steps.back().version + 1, "CREATE TABLE half(x); CREATE TABLE half(x)"});
    {
        auto connection = Connection::open(file(), Connection::Access::ReadWrite);
        QVERIFY(!migrate(**connection, steps, m_clock));
        QCOMPARE(
            *(*connection)->number(-1, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"),
            0);
    }
    VERIFY_RESULT(open());
}

void tst_library::migrationsCountFromOne()
{
    int expected = 0;
    for (const Migration &migration : allMigrations()) {
        QCOMPARE(migration.version, ++expected);
        QVERIFY(migration.sql.contains("CREATE"));
    }
    QVERIFY(expected >= 1);
}

void tst_library::everyTableIsStrict()
{
    const auto library = open();
    const auto loose = tests::await((*library)->read([](Connection &connection) {
        return connection.number(-1,
                                 "SELECT count(*) FROM pragma_table_list WHERE schema = 'main'"
                                 " AND type = 'table'"
                                 " AND name NOT LIKE 'sqlite_%' AND NOT strict");
    }));
    QCOMPARE(*loose, 0);
}

void tst_library::cancellingStopsAQuery()
{
    const auto library = open();
    QSemaphore began;
    auto endless = (*library)->read([&began](Connection &connection) {
        began.release();
        return connection.number(0, endlessQuery);
    });
    began.acquire();
    endless.cancel();
    // Only when the endless one has stopped can the next be answered.
    QCOMPARE(podcasts(**library), 0);
    QVERIFY(endless.isCanceled());
}

void tst_library::readingDoesNotWaitForWriting()
{
    const auto library = open();
    QSemaphore began;
    QSemaphore gate;
    auto writing =
        (*library)->write(Durability::Normal, [&](Connection &connection, Changes &changes) {
            auto added = PodcastStore(connection)
                             .add(QStringLiteral("https://example.com/"),
                                  tests::feedOf(QStringLiteral("Show"), 10),
                                  m_clock.now(),
                                  changes);
            began.release();
            gate.acquire();
            return added;
        });
    began.acquire();
    QCOMPARE(podcasts(**library), 0);
    QVERIFY(!writing.isFinished());
    gate.release();
    VERIFY_RESULT(tests::await(writing));
    QCOMPARE(podcasts(**library), 1);
}

void tst_library::theReaderCannotWrite()
{
    const auto library = open();
    const auto done = tests::await((*library)->read(
        [](Connection &connection) { return connection.run("DELETE FROM podcasts"); }));
    VERIFY_ERROR(done, Denied);
}

void tst_library::destroyingKeepsWhatWasWritten()
{
    QFuture<Result<MergeResult>> last;
    {
        const auto library = open();
        for (int i = 0; i < 20; ++i) {
            last = (*library)->write(Durability::Normal,
                                     [this, i](Connection &connection, Changes &changes) {
                                         return PodcastStore(connection)
                                             .add(QStringLiteral("https://example.com/%1").arg(i),
                                                  tests::feedOf(QStringLiteral("Show"), 1),
                                                  m_clock.now(),
                                                  changes);
                                     });
        }
    }
    QVERIFY(last.isFinished());
    VERIFY_RESULT(last.result());
    QCOMPARE(podcasts(**open()), 20);
}

void tst_library::otherProgramsAreNoticed()
{
    const auto one = open();
    const auto two = open();
    VERIFY_RESULT(one);
    VERIFY_RESULT(two);
    QSignalSpy spy(one->get(), &Library::changedOutside);
    VERIFY_RESULT(subscribe(**one, QStringLiteral("Mine"), 1));
    (*one)->checkForOutsideChanges();
    VERIFY_RESULT(subscribe(**one, QStringLiteral("Mine too"), 1));
    QCOMPARE(spy.count(), 0);
    VERIFY_RESULT(subscribe(**two, QStringLiteral("Theirs"), 1));
    (*one)->checkForOutsideChanges();
    QTRY_COMPARE(spy.count(), 1);
    (*one)->checkForOutsideChanges();
    QCOMPARE(podcasts(**one), 3);
    VERIFY_RESULT(subscribe(**one, QStringLiteral("Mine again"), 1));
    QCOMPARE(spy.count(), 1);
}

void tst_library::backupIsWhole()
{
    const QString copy = m_dir->filePath(QStringLiteral("copy.sqlite"));
    const auto library = open();
    VERIFY_RESULT(subscribe(**library, QStringLiteral("Show"), 50));
    writeBytes(copy, "what was there before");
    const auto size = tests::await((*library)->backupTo(copy));
    VERIFY_RESULT(size);
    QCOMPARE(QFileInfo(copy).size(), *size);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files),
             QStringList{QStringLiteral("copy.sqlite")});
    const auto connection = Connection::open(copy, Connection::Access::ReadOnly);
    VERIFY_RESULT(connection);
    QCOMPARE(*(*connection)->number(0, "SELECT count(*) FROM episodes"), 50);
    QVERIFY(checkLibrary(**connection)->isEmpty());
}

void tst_library::backupRefusesBadPlaces()
{
    const auto library = open();
    VERIFY_ERROR(tests::await((*library)->backupTo(file())), Conflict);
    VERIFY_ERROR(tests::await((*library)->backupTo(folder() + QStringLiteral("/./library.sqlite"))),
                 Conflict);
    VERIFY_ERROR(tests::await((*library)->backupTo(m_dir->filePath(QStringLiteral("no/where")))),
                 Denied);
    VERIFY_ERROR(tests::await((*library)->backupTo(folder())), Denied);
    QCOMPARE(podcasts(**library), 0);
}

void tst_library::restoreBringsItBack()
{
    const QString copy = m_dir->filePath(QStringLiteral("copy.sqlite"));
    {
        const auto library = open();
        VERIFY_RESULT(subscribe(**library, QStringLiteral("Kept"), 5));
        VERIFY_RESULT(tests::await((*library)->backupTo(copy)));
        VERIFY_RESULT(subscribe(**library, QStringLiteral("Later"), 5));
        VERIFY_ERROR(restoreLibrary(folder(), copy, m_clock), Busy);
        QCOMPARE(podcasts(**library), 2);
    }
    VERIFY_RESULT(restoreLibrary(folder(), copy, m_clock));
    {
        const auto library = open();
        QCOMPARE(podcasts(**library), 1);
    }
    const QString kept = file() + QStringLiteral(".before-restore-20261121-100000");
    QVERIFY(QFile::exists(kept));
    VERIFY_RESULT(restoreLibrary(folder(), kept, m_clock));
    QCOMPARE(podcasts(**open()), 2);
    const QString fresh = m_dir->filePath(QStringLiteral("fresh"));
    VERIFY_RESULT(restoreLibrary(fresh, copy, m_clock));
    QCOMPARE(podcasts(**Library::open(fresh, m_clock)), 1);
}

void tst_library::restoreReplacesADamagedLibrary()
{
    const QString copy = m_dir->filePath(QStringLiteral("copy.sqlite"));
    {
        const auto library = open();
        VERIFY_RESULT(subscribe(**library, QStringLiteral("Kept"), 5));
        VERIFY_RESULT(tests::await((*library)->backupTo(copy)));
    }
    const QByteArray damaged(5000, 'x');
    writeBytes(file(), damaged);
    VERIFY_RESULT(restoreLibrary(folder(), copy, m_clock));
    QCOMPARE(podcasts(**open()), 1);
    QCOMPARE(bytesOf(file() + QStringLiteral(".before-restore-20261121-100000")), damaged);
}

void tst_library::restoreRefuses()
{
    {
        const auto library = open();
        VERIFY_RESULT(subscribe(**library, QStringLiteral("Kept"), 60));
    }
    const QByteArray before = bytesOf(file());
    const QString bad = m_dir->filePath(QStringLiteral("bad"));
    VERIFY_ERROR(restoreLibrary(folder(), bad, m_clock), NotFound);
    writeBytes(bad, {});
    VERIFY_ERROR(restoreLibrary(folder(), bad, m_clock), Malformed);
    writeBytes(bad, "hello");
    VERIFY_ERROR(restoreLibrary(folder(), bad, m_clock), Malformed);
    writeBytes(bad, before.left(before.size() / 2));
    VERIFY_ERROR(restoreLibrary(folder(), bad, m_clock), Malformed);
    QByteArray holed = before;
    holed.replace(20000, 4096, QByteArray(4096, 'z'));
    writeBytes(bad, holed);
    VERIFY_ERROR(restoreLibrary(folder(), bad, m_clock), Malformed);
    VERIFY_ERROR(restoreLibrary(folder(), file(), m_clock), Malformed);
    QCOMPARE(bytesOf(file()), before);
    QCOMPARE(QDir(folder()).entryList(QDir::Files), QStringList{QStringLiteral("library.sqlite")});
}

void tst_library::doctorFindsAndForgetsLostFiles()
{
    const auto library = open();
    VERIFY_RESULT(subscribe(**library, QStringLiteral("Show"), 2));
    const QString there = m_dir->filePath(QStringLiteral("there.mp3"));
    const QString lost = m_dir->filePath(QStringLiteral("lost.mp3"));
    writeBytes(there, "x");
    const auto check = [&] {
        return tests::await(
            (*library)->read([](Connection &connection) { return checkLibrary(connection); }));
    };
    QCOMPARE(*check(), QStringList());
    VERIFY_RESULT(tests::await((*library)->write(
        Durability::Normal, [&](Connection &connection, Changes &changes) -> Result<void> {
            EpisodeStore store(connection);
            const auto rows = store.page({}, 0, 0);
            auto done = store.setFile(rows->at(0).id, there, changes);
            return done ? store.setFile(rows->at(1).id, lost, changes) : done;
        })));
    const auto problems = check();
    VERIFY_RESULT(problems);
    QCOMPARE(problems->size(), 1);
    QVERIFY(problems->first().contains(lost));
    const auto left =
        tests::await((*library)->write(Durability::Full, [](Connection &connection, Changes &) {
            return repairLibrary(connection);
        }));
    VERIFY_RESULT(left);
    QCOMPARE(*left, QStringList());
    QCOMPARE(*check(), QStringList());
}

QTEST_GUILESS_MAIN(tst_library)
#include "tst_library.moc"
