// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/doctor.h"
#include "app/library/notejournal.h"
#include "app/library/podcaststore.h"
#include "app/library/recovery.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"
#include "tests/support/testnotes.h"

#include <QDir>

#include <random>

using namespace app::library;
using app::base::ErrorCode;
using app::notes::Note;
using tests::noteOf;

class RecoveryTest : public QObject
{
    Q_OBJECT

private slots:

    /// A library with a backup of yesterday, and a note since.
    void init()
    {
        m_test = std::make_unique<tests::TestLibrary>();
        VERIFY_RESULT(
            m_test->write([now = m_test->clock().now()](Connection &connection, Changes &changes) {
                return PodcastStore(connection)
                    .add(QStringLiteral("https://example.com/show"),
                         tests::feedOf(QStringLiteral("Show"), 30),
                         now,
                         changes);
            }));
        for (int number = 1; number <= 20; ++number) {
            VERIFY_RESULT(tests::put(library(), noteOf(number)));
        }
        VERIFY_RESULT(m_test->write([](Connection &connection, Changes &changes) {
            return NoteStore(connection).reattach(changes);
        }));
        const auto made = backUpDaily(m_test->folder(), m_test->clock());
        VERIFY_RESULT(made);
        QVERIFY(*made);
        Note changed = noteOf(1);
        changed.text = QStringLiteral("since");
        VERIFY_RESULT(tests::apply(library(), {changed.id, noteOf(1), changed}));
        Note added = noteOf(21);
        added.episode = tests::allNotes(library()).at(changed.id).episode;
        QVERIFY(added.episode.isValid());
        VERIFY_RESULT(tests::put(library(), added));
        m_expected = tests::allNotes(library());
        m_test->close();
        m_whole = tests::bytesOf(path());
    }

    void aDamagedHeader()
    {
        QByteArray bytes = m_whole;
        bytes.replace(0, 100, QByteArray(100, '\0'));
        damage(bytes);
        VERIFY_ERROR(open(), Corrupt);
        const auto recovery = recover();
        VERIFY_RESULT(recovery);
        QCOMPARE(recovery->notesFromBackup, 20);
        QCOMPARE(recovery->notesFromJournal, 2);
        QVERIFY(recovery->backup);
        QCOMPARE(recovery->problems, QStringList());
        QCOMPARE(tests::bytesOf(recovery->keptAside), bytes);
        compareAll(1);
    }

    void withoutABackupTheNotesComeBack()
    {
        QVERIFY(QDir(backupFolder(m_test->folder())).removeRecursively());
        damage(QByteArray(5000, 'x'));
        VERIFY_ERROR(open(), Corrupt);
        const auto recovery = recover();
        VERIFY_RESULT(recovery);
        QVERIFY(!recovery->backup);
        QCOMPARE(recovery->notesFromBackup, 0);
        QCOMPARE(recovery->notesFromJournal, 21);
        for (auto &[id, note] : m_expected) {
            note.episode = {};
        }
        compareAll(0);
    }

    void aDamagedBackupIsPassedOver()
    {
        const auto backups = listBackups(m_test->folder());
        QCOMPARE(backups.size(), std::size_t(1));
        const QString newer =
            backupFolder(m_test->folder()) + QStringLiteral("/library-20261121-120000.sqlite");
        tests::writeBytes(newer, m_whole.left(m_whole.size() / 2));
        damage(m_whole.left(200));
        const auto recovery = recover();
        VERIFY_RESULT(recovery);
        QCOMPARE(recovery->backup, backups.front());
        QCOMPARE(recovery->problems.size(), 1);
        QVERIFY(QFileInfo::exists(newer));
        compareAll(1);
    }

    void withoutAJournalTheBackupIsWhatThereIs()
    {
        QVERIFY(QFile::remove(NoteJournal::fileName(m_test->folder())));
        damage(m_whole.left(3000));
        VERIFY_RESULT(recover());
        const auto library = open();
        VERIFY_RESULT(library);
        QCOMPARE(tests::allNotes(**library).size(), std::size_t(20));
    }

    void aFolderInItsPlace()
    {
        QVERIFY(QFile::remove(path()));
        QVERIFY(QDir().mkdir(path()));
        tests::writeBytes(path() + QStringLiteral("/mine"), "mine");
        QVERIFY(!open());
        const auto recovery = recover();
        VERIFY_RESULT(recovery);
        QCOMPARE(tests::bytesOf(recovery->keptAside + QStringLiteral("/mine")), QByteArray("mine"));
        compareAll(1);
    }

    void anEmptyFile()
    {
        damage(QByteArray());
        VERIFY_ERROR(open(), Corrupt);
        VERIFY_RESULT(recover());
        compareAll(1);
    }

    void cutAtManySizes()
    {
        for (qsizetype size = 1; size < m_whole.size(); size += m_whole.size() / 40 + 1) {
            damage(m_whole.left(size));
            if (const auto library = open()) {
                continue;
            }
            const auto recovery = recover();
            VERIFY_RESULT(recovery);
            QCOMPARE(tests::bytesOf(recovery->keptAside), m_whole.left(size));
            compareAll(1);
        }
    }

    void pagesOverwrittenAtRandom()
    {
        std::mt19937 random(11);
        int recovered = 0;
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes = m_whole;
            const qsizetype pages = bytes.size() / 4096;
            for (int count = 1 + round % 4; count > 0; --count) {
                const auto page = static_cast<qsizetype>(random() % static_cast<quint32>(pages));
                for (qsizetype i = page * 4096; i < (page + 1) * 4096; ++i) {
                    bytes[i] = static_cast<char>(random());
                }
            }
            damage(bytes);
            if (isHealthy()) {
                continue;
            }
            const auto recovery = recover();
            VERIFY_RESULT(recovery);
            ++recovered;
            QCOMPARE(tests::bytesOf(recovery->keptAside), bytes);
            compareAll(1);
        }
        QVERIFY2(recovered > 40, qPrintable(QString::number(recovered)));
    }

    void theDamagedLogGoesAlong()
    {
        damage(m_whole.left(500));
        tests::writeBytes(path() + QStringLiteral("-wal"), "log");
        const auto recovery = recover();
        VERIFY_RESULT(recovery);
        QCOMPARE(tests::bytesOf(recovery->keptAside + QStringLiteral("-wal")), QByteArray("log"));
        compareAll(1);
    }

    void aNewerLibraryIsLeftAlone()
    {
        {
            const auto connection = Connection::open(path(), Connection::Access::ReadWrite);
            VERIFY_RESULT(connection);
            VERIFY_RESULT((*connection)->runScript("PRAGMA user_version=9999"));
        }
        const QByteArray newer = tests::bytesOf(path());
        VERIFY_ERROR(recover(), Unsupported);
        QCOMPARE(tests::bytesOf(path()), newer);
    }

    void aDamagedLibraryMakesNoBackup()
    {
        QVERIFY(QDir(backupFolder(m_test->folder())).removeRecursively());
        QByteArray bytes = m_whole;
        bytes.replace(4096 * 8, 4096 * 20, QByteArray(4096 * 20, '\x5a'));
        damage(bytes);
        QVERIFY(!backUpDaily(m_test->folder(), m_test->clock()));
        QCOMPARE(listBackups(m_test->folder()).size(), std::size_t(0));
    }

    void backupsOfAClockThatWasAheadGoFirst()
    {
        const QString known = listBackups(m_test->folder()).front().path;
        for (int day = 1; day <= keptBackups; ++day) {
            QVERIFY(QFile::copy(known,
                                QStringLiteral("%1/library-209901%2-000000.sqlite")
                                    .arg(backupFolder(m_test->folder()))
                                    .arg(day, 2, 10, QLatin1Char('0'))));
        }
        for (int day = 1; day <= 3; ++day) {
            m_test->clock().advance(std::chrono::hours(24));
            const auto made = backUpDaily(m_test->folder(), m_test->clock());
            VERIFY_RESULT(made);
            QVERIFY(*made);
        }
        const auto backups = listBackups(m_test->folder(), m_test->clock().now());
        QCOMPARE(backups.size(), std::size_t(keptBackups));
        QCOMPARE(backups.front().made, m_test->clock().now().toUTC());
        QCOMPARE(backups[3].path, known);
        QCOMPARE(backups.back().made.date(), QDate(2099, 1, keptBackups - 6 + 1));
        damage(m_whole.left(300));
        const auto recovery = recover();
        VERIFY_RESULT(recovery);
        QCOMPARE(recovery->backup, backups.front());
        compareAll(1);
    }

    void backupsCountTheirNotes()
    {
        const auto count = noteCount(listBackups(m_test->folder()).front());
        VERIFY_RESULT(count);
        QCOMPARE(*count, 20);
    }

private:
    [[nodiscard]] Library &library() { return m_test->library(); }

    [[nodiscard]] QString path() const { return m_test->databasePath(); }

    [[nodiscard]] app::base::Result<std::unique_ptr<Library>> open()
    {
        return Library::open(m_test->folder(), m_test->clock());
    }

    [[nodiscard]] app::base::Result<Recovery> recover()
    {
        return recoverLibrary(m_test->folder(), m_test->clock());
    }

    void damage(const QByteArray &bytes)
    {
        QFile::remove(path() + QStringLiteral("-wal"));
        QFile::remove(path() + QStringLiteral("-shm"));
        tests::writeBytes(path(), bytes);
    }

    bool isHealthy()
    {
        const auto library = open();
        if (!library) {
            return false;
        }
        const auto problems = tests::await(
            (*library)->read([](Connection &connection) { return checkLibrary(connection); }));
        return problems && problems->isEmpty();
    }

    void compareAll(int podcasts)
    {
        const auto library = open();
        VERIFY_RESULT(library);
        QCOMPARE(tests::allNotes(**library), m_expected);
        const auto all = tests::await((*library)->read(
            [](Connection &connection) { return PodcastStore(connection).all(); }));
        VERIFY_RESULT(all);
        QCOMPARE(static_cast<int>(all->size()), podcasts);
        const auto problems = tests::await(
            (*library)->read([](Connection &connection) { return checkLibrary(connection); }));
        QCOMPARE(problems.value_or({QStringLiteral("failed")}), QStringList());
    }

    std::unique_ptr<tests::TestLibrary> m_test;
    std::map<app::base::NoteId, Note> m_expected;
    QByteArray m_whole;
};

QTEST_GUILESS_MAIN(RecoveryTest)
#include "tst_recovery.moc"
