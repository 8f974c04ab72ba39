// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/notejournal.h"
#include "app/library/podcaststore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"
#include "tests/support/testnotes.h"

#include <QDir>
#include <QSignalSpy>

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <csignal>
#endif

using namespace app::library;
using app::notes::JournalKind;
using app::notes::Note;
using tests::apply;
using tests::noteOf;
using tests::put;

namespace {

/// What nobody can have written half.
app::notes::JournalReplay replayOf(const QString &folder)
{
    return app::notes::replayJournal(tests::bytesOf(NoteJournal::fileName(folder)));
}

std::vector<JournalKind> kindsOf(const QString &folder)
{
    std::vector<JournalKind> kinds;
    for (const QByteArray &line : tests::bytesOf(NoteJournal::fileName(folder)).split('\n')) {
        if (const auto entry = app::notes::readJournalLine(line)) {
            kinds.push_back(entry->kind);
        }
    }
    return kinds;
}

/// A copy of a library's database as it is now.
QByteArray databaseOf(tests::TestLibrary &test)
{
    const QString path = test.filePath(QStringLiteral("copy"));
    if (!tests::await(test.library().backupTo(path))) {
        qFatal("the library cannot be copied");
    }
    return tests::bytesOf(path);
}

void replaceDatabase(tests::TestLibrary &test, const QByteArray &bytes)
{
    test.close();
    for (const char *suffix : {"-wal", "-shm"}) {
        QFile::remove(test.databasePath() + QLatin1String(suffix));
    }
    tests::writeBytes(test.databasePath(), bytes);
}

#ifdef Q_OS_UNIX
/// While it lives, no file can become longer than this: for what is longer already, the disk is
/// full.
class FullDisk final
{
public:
    explicit FullDisk(qint64 longestBytes)
        : m_signal(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(longestBytes);
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0) {
            qFatal("files cannot be limited");
        }
    }

    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    void (*m_signal)(int);
    rlimit m_before{};
};
#endif

} // namespace

class NoteJournalTest : public QObject
{
    Q_OBJECT

private slots:

    void init() { m_test = std::make_unique<tests::TestLibrary>(); }

    void eachChangeIsALineOnceItIsAcknowledged()
    {
        Note note = noteOf(1);
        VERIFY_RESULT(put(library(), note));
        compareAll();
        const Note before = note;
        note.text = QStringLiteral("more");
        note.starred = true;
        VERIFY_RESULT(apply(library(), {note.id, before, note}, JournalKind::Vault));
        compareAll();
        VERIFY_RESULT(apply(library(), {note.id, note, std::nullopt}, JournalKind::Undo));
        QCOMPARE(replay().notes.size(), std::size_t(0));
        const std::vector<JournalKind> kinds{
            JournalKind::Edit, JournalKind::Vault, JournalKind::Undo};
        QCOMPARE(kindsOf(m_test->folder()), kinds);
        QCOMPARE(replay().problemCount, 0);
    }

    void aRefusedChangeIsNoLine()
    {
        VERIFY_RESULT(put(library(), noteOf(1)));
        VERIFY_ERROR(put(library(), noteOf(1)), Conflict);
        QCOMPARE(replay().entries, 1);
    }

    void whatWasThereBeforeTheJournalIsItsBeginning()
    {
        fill(5);
        m_test->close();
        QVERIFY(QFile::remove(journal()));
        reopen();
        compareAll();
        QCOMPARE(kindsOf(m_test->folder()), std::vector(5, JournalKind::Snapshot));
        // Nothing is added by opening it once more.
        reopen();
        compareAll();
        QCOMPARE(replay().entries, 5);
    }

    void aJournalThatWasTakenAwayComesBackWithTheNextNote()
    {
        fill(3);
        QVERIFY(QFile::remove(journal()));
        VERIFY_RESULT(put(library(), noteOf(4)));
        compareAll();
        QCOMPARE(replay().notes.size(), std::size_t(4));
    }

    void linesThatWereTakenOutComeBack()
    {
        fill(4);
        m_test->close();
        const QByteArray whole = tests::bytesOf(journal());
        tests::writeBytes(journal(), whole.left(whole.indexOf('\n') + 1));
        reopen();
        compareAll();
    }

    void aTornEndIsHealed()
    {
        fill(3);
        const QByteArray whole = tests::bytesOf(journal());
        const QByteArray database = databaseOf(*m_test);
        VERIFY_RESULT(put(library(), noteOf(4)));
        const QByteArray longer = tests::bytesOf(journal());
        m_test->close();
        for (qsizetype cut = whole.size() - 40; cut <= longer.size(); cut += 13) {
            replaceDatabase(*m_test, database);
            tests::writeBytes(journal(), longer.left(cut));
            m_test->reopen();
            VERIFY_RESULT(put(library(), noteOf(5)));
            compareAll();
            QVERIFY(tests::allNotes(library()).size() >= 4);
        }
    }

    void anOlderLibraryGetsWhatItLacks()
    {
        fill(2);
        const QByteArray older = databaseOf(*m_test);
        const Note first = noteOf(1);
        Note changed = first;
        changed.tags = {QStringLiteral("new")};
        VERIFY_RESULT(apply(library(), {first.id, first, changed}));
        VERIFY_RESULT(apply(library(), {noteOf(2).id, noteOf(2), std::nullopt}));
        VERIFY_RESULT(put(library(), noteOf(3)));
        const auto expected = tests::allNotes(library());
        replaceDatabase(*m_test, older);
        reopen();
        QCOMPARE(tests::allNotes(library()), expected);
        compareAll();
        VERIFY_RESULT(put(library(), noteOf(4)));
        compareAll();
        QCOMPARE(replay().problemCount, 0);
    }

    void aLibraryThatIsRestoredStaysAsItWas()
    {
        fill(2);
        const QString backup = m_test->filePath(QStringLiteral("backup"));
        VERIFY_RESULT(tests::await(library().backupTo(backup)));
        const auto expected = tests::allNotes(library());
        VERIFY_RESULT(apply(library(), {noteOf(2).id, noteOf(2), std::nullopt}));
        VERIFY_RESULT(put(library(), noteOf(3)));
        m_test->close();
        VERIFY_RESULT(restoreLibrary(m_test->folder(), backup, m_test->clock()));
        m_test->reopen();
        VERIFY_RESULT(put(library(), noteOf(4)));
        QCOMPARE(tests::allNotes(library()).size(), expected.size() + 1);
        compareAll();
        reopen();
        QCOMPARE(tests::allNotes(library()).size(), expected.size() + 1);
        QCOMPARE(replay().problemCount, 0);
    }

    void whatCannotBeWrittenIsToldOnceAndWrittenLater()
    {
        fill(1);
        m_test->close();
        const QString aside = m_test->filePath(QStringLiteral("aside"));
        QVERIFY(QFile::rename(journal(), aside));
        QVERIFY(QDir().mkdir(journal()));
        m_test->reopen();
        QSignalSpy failed(&library(), &Library::journalFailed);
        VERIFY_RESULT(put(library(), noteOf(2)));
        VERIFY_RESULT(put(library(), noteOf(3)));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<app::base::Error>().code,
                 app::base::ErrorCode::Denied);
        QCOMPARE(tests::allNotes(library()).size(), std::size_t(3));
        QVERIFY(QDir().rmdir(journal()));
        QVERIFY(QFile::rename(aside, journal()));
        // Any write is a try.
        VERIFY_RESULT(
            m_test->write([](Connection &, Changes &) -> app::base::Result<void> { return {}; }));
        compareAll();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(replay().problemCount, 0);
    }

#ifdef Q_OS_UNIX
    void aDiskThatIsFullForTheJournalHoldsNoNoteBack()
    {
        fill(3);
        m_test->close();
        // Longer than any other file, so that it alone meets the limit. A line that is there again,
        // word for word, changes nothing.
        const QByteArray whole = tests::bytesOf(journal());
        const QByteArray last = whole.mid(whole.lastIndexOf('\n', whole.size() - 2) + 1);
        tests::writeBytes(journal(), whole + last.repeated((8 << 20) / last.size()));
        reopen();
        const QByteArray before = tests::bytesOf(journal());
        QSignalSpy failed(&library(), &Library::journalFailed);
        {
            // The next line fits in part.
            const FullDisk full(before.size() + 100);
            VERIFY_RESULT(put(library(), noteOf(4)));
            VERIFY_RESULT(put(library(), noteOf(5)));
            QTRY_COMPARE(failed.count(), 1);
            const auto error = failed.first().first().value<app::base::Error>();
            QCOMPARE(error.code, app::base::ErrorCode::DiskFull);
            QVERIFY2(error.detail.contains(QStringLiteral("notes.journal")),
                     qPrintable(error.detail));
            QVERIFY(!error.detail.contains(QStringLiteral("Unknown")));
            QCOMPARE(tests::bytesOf(journal()), before);
            QCOMPARE(tests::allNotes(library()).size(), std::size_t(5));
        }
        VERIFY_RESULT(put(library(), noteOf(6)));
        compareAll();
        QCOMPARE(replay().notes.size(), std::size_t(6));
        QCOMPARE(replay().problemCount, 0);
        QCOMPARE(failed.count(), 1);
    }

    void aDiskThatIsFullForTheLibraryAcknowledgesNothing()
    {
        fill(20);
        const QFileInfo log(m_test->databasePath() + QStringLiteral("-wal"));
        QVERIFY(log.size() > QFileInfo(journal()).size());
        auto expected = tests::allNotes(library());
        int refused = 0;
        for (int number = 21; number < 60; ++number) {
            const FullDisk full(log.size() + 3'000 * (number - 21));
            const auto stored = put(library(), noteOf(number));
            if (stored) {
                expected.emplace(noteOf(number).id, noteOf(number));
                break;
            }
            ++refused;
            QVERIFY2(stored.error().code == app::base::ErrorCode::DiskFull,
                     qPrintable(stored.error().detail));
            QVERIFY(stored.error().detail.contains(QStringLiteral("no room left")));
            QCOMPARE(tests::allNotes(library()), expected);
            compareAll();
        }
        QVERIFY2(refused > 3, qPrintable(QString::number(refused)));
        VERIFY_RESULT(put(library(), noteOf(60)));
        reopen();
        QCOMPARE(tests::allNotes(library()).size(), expected.size() + 1);
        compareAll();
        QCOMPARE(replay().problemCount, 0);
    }
#endif

    void twoHistoriesComeTogether()
    {
        fill(2);
        const QByteArray older = databaseOf(*m_test);
        VERIFY_RESULT(put(library(), noteOf(3)));
        VERIFY_RESULT(put(library(), noteOf(4)));
        // The older one goes on while it cannot see its journal.
        replaceDatabase(*m_test, older);
        const QString aside = m_test->filePath(QStringLiteral("aside"));
        QVERIFY(QFile::rename(journal(), aside));
        QVERIFY(QDir().mkdir(journal()));
        reopen();
        Note changed = noteOf(1);
        changed.text = QStringLiteral("elsewhere");
        VERIFY_RESULT(apply(library(), {changed.id, noteOf(1), changed}));
        VERIFY_RESULT(put(library(), noteOf(5)));
        QVERIFY(QDir().rmdir(journal()));
        QVERIFY(QFile::rename(aside, journal()));
        VERIFY_RESULT(put(library(), noteOf(6)));
        compareAll();
        const auto all = tests::allNotes(library());
        QCOMPARE(all.size(), std::size_t(6));
        QCOMPARE(all.at(changed.id).text, changed.text);
        // Numbers that both used are passed over.
        QVERIFY(replay().problemCount <= 1);
    }

    void theEmptiedBinIsInTheJournal()
    {
        Note note = noteOf(1);
        note.deleted = m_test->clock().now().addDays(-31);
        VERIFY_RESULT(put(library(), note));
        VERIFY_RESULT(put(library(), noteOf(2)));
        const auto emptied =
            m_test->write([now = m_test->clock().now()](Connection &connection, Changes &changes) {
                return NoteStore(connection).emptyBin(now.addDays(-30), changes);
            });
        VERIFY_RESULT(emptied);
        QCOMPARE(*emptied, 1);
        compareAll();
        QCOMPARE(replay().notes.size(), std::size_t(1));
    }

private:
    [[nodiscard]] Library &library()
    {
        return m_test->library();
    }

    [[nodiscard]] QString journal() const
    {
        return NoteJournal::fileName(m_test->folder());
    }

    [[nodiscard]] app::notes::JournalReplay replay() const
    {
        return replayOf(m_test->folder());
    }

    /// Opens the library once more and waits until it agrees with its journal.
    void reopen()
    {
        m_test->reopen();
        VERIFY_RESULT(
            m_test->write([](Connection &, Changes &) -> app::base::Result<void> { return {}; }));
    }

    void fill(int notes)
    {
        for (int number = 1; number <= notes; ++number) {
            VERIFY_RESULT(put(library(), noteOf(number)));
        }
    }

    /// The journal alone gives the same notes.
    void compareAll()
    {
        QCOMPARE(replay().notes, tests::allNotes(library()));
    }

    std::unique_ptr<tests::TestLibrary> m_test;
};

QTEST_GUILESS_MAIN(NoteJournalTest)
#include "tst_notejournal.moc"
