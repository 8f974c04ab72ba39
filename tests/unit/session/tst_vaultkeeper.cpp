// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/notebook.h"
#include "app/session/vaultkeeper.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionfixture.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using namespace std::chrono_literals;
using app::notes::Note;
using app::timestamps::MediaTime;
using tests::await;

class VaultKeeperTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_fixture = std::make_unique<tests::SessionFixture>();
        m_fixture->addPodcast({QStringLiteral("https://pod.example/1.mp3")});
        m_folder = std::make_unique<QTemporaryDir>();
        m_history = std::make_unique<History>();
        m_notebook = std::make_unique<Notebook>(*m_fixture->library, *m_history, m_fixture->clock);
        m_pool = std::make_unique<app::work::WorkerPool>();
        makeKeeper(1ms);
    }

    void cleanup()
    {
        m_keeper.reset();
        m_pool.reset();
        m_notebook.reset();
        m_history.reset();
        m_folder.reset();
        m_fixture.reset();
    }

    void notesAreWrittenAsTheyChange()
    {
        m_keeper->setFolder(m_folder->path());
        const Note note = addNote(QStringLiteral("first thought"));
        QTRY_VERIFY(file().contains("\nfirst thought\n"));
        VERIFY_RESULT(await(m_notebook->edit(note.id, {.text = QStringLiteral("second")})));
        QTRY_VERIFY(file().contains("\nsecond\n"));
        VERIFY_RESULT(await(m_notebook->remove(note.id)));
        QTRY_VERIFY(!file().contains("\nsecond\n"));
    }

    void whatIsWrittenThereComesBack()
    {
        const Note note = addNote(QStringLiteral("first thought"));
        m_keeper->setFolder(m_folder->path());
        VERIFY_RESULT(await(m_keeper->sync()));
        m_fixture->clock.advance(5s);
        write(file().replace("\nfirst thought\n", "\nfirst thought, #refined\n"));
        QTRY_COMPARE(await(m_notebook->find(note.id.text()))->text,
                     QStringLiteral("first thought, #refined"));
        const auto changed = await(m_notebook->find(note.id.text()));
        QCOMPARE(changed->tags, QStringList(QStringLiteral("refined")));
        QCOMPARE(changed->modified, m_fixture->clock.now());
    }

    void aFileReplacedAsSyncProgramsDoIsSeen()
    {
        const Note note = addNote(QStringLiteral("first"));
        m_keeper->setFolder(m_folder->path());
        VERIFY_RESULT(await(m_keeper->sync()));
        const QByteArray first = file();
        for (const char *text : {"second", "third"}) {
            QSaveFile replaced(path());
            QVERIFY(replaced.open(QIODevice::WriteOnly));
            const QByteArray line = QByteArray("\n") + text + '\n';
            QByteArray bytes = first;
            replaced.write(bytes.replace("\nfirst\n", line));
            QVERIFY(replaced.commit());
            QTRY_COMPARE(await(m_notebook->find(note.id.text()))->text, QString::fromUtf8(text));
        }
    }

    void conflictsAreTold()
    {
        makeKeeper(1h);
        const Note note = addNote(QStringLiteral("first"));
        m_keeper->setFolder(m_folder->path());
        VERIFY_RESULT(await(m_keeper->sync()));
        VERIFY_RESULT(await(m_notebook->edit(note.id, {.text = QStringLiteral("ours")})));
        write(file().replace("\nfirst\n", "\ntheirs\n"));
        QSignalSpy synced(m_keeper.get(), &VaultKeeper::synced);
        const auto report = await(m_keeper->sync());
        VERIFY_RESULT(report);
        QCOMPARE(report->conflicts.size(), 1u);
        QCOMPARE(report->notesChanged, 1);
        QCOMPARE(report->filesWritten, 1);
        QCOMPARE(await(m_notebook->find(note.id.text()))->text, QStringLiteral("ours\n\ntheirs"));
        QCOMPARE(synced.size(), 1);
    }

    void bothSidesWritingAtOnceLosesNothing()
    {
        // Only when told: a test that reads, changes and writes a file would overwrite what came in
        // between, as no program here does.
        makeKeeper(1h);
        const Note note = addNote(QStringLiteral("start"));
        m_keeper->setFolder(m_folder->path());
        VERIFY_RESULT(await(m_keeper->sync()));
        QByteArrayList words;
        for (int round = 0; round < 15; ++round) {
            const QByteArray number = QByteArray::number(round) + 'x';
            words.append({"here" + number, "text" + number, "mine" + number});
            const QByteArray line = "\ntext" + number + "\nstart";
            const QByteArray mine = "\n## Mine\n\nmine" + number + '\n';
            write(file().replace("\nstart", line) + mine);
            const auto synced = m_keeper->sync();
            // The edit comes to the library at another moment of the work each time.
            for (int turn = 0; turn < round; ++turn)
                QCoreApplication::processEvents();
            const auto edited = m_notebook->edit(
                note.id, {.addTags = QStringList(QStringLiteral("here%1x").arg(round))});
            VERIFY_RESULT(await(synced));
            VERIFY_RESULT(await(edited));
            VERIFY_RESULT(await(m_keeper->sync()));
        }
        const QByteArray bytes = file();
        for (const QByteArray &word : words)
            QVERIFY2(bytes.contains(word), word.constData());
        const QString text = await(m_notebook->find(note.id.text()))->text;
        QCOMPARE(text.count(QStringLiteral("text")), 15);
        const auto last = await(m_keeper->sync());
        VERIFY_RESULT(last);
        QCOMPARE(last->filesWritten, 0);
        QCOMPARE(last->notesChanged, 0);
    }

    void whatIsWrittenThereIsInTheJournalAndNotOnTheUndoStack()
    {
        const Note note = addNote(QStringLiteral("first"));
        m_keeper->setFolder(m_folder->path());
        VERIFY_RESULT(await(m_keeper->sync()));
        write(file().replace("\nfirst\n", "\nsecond\n"));
        QTRY_COMPARE(await(m_notebook->find(note.id.text()))->text, QStringLiteral("second"));
        m_history->undo(); // of adding it
        QTRY_VERIFY(await(m_notebook->find(note.id.text()))->deleted);
        QCOMPARE(await(m_notebook->find(note.id.text()))->text, QStringLiteral("second"));
        QVERIFY(!m_history->canUndo());
    }

    void aFolderThatIsNotThereIsAnErrorOnce()
    {
        VERIFY_ERROR(await(m_keeper->sync()), NotFound);
        QSignalSpy failed(m_keeper.get(), &VaultKeeper::failed);
        const QString gone = m_folder->filePath(QStringLiteral("gone"));
        m_keeper->setFolder(gone);
        QTRY_COMPARE(failed.size(), 1);
        m_keeper->look();
        VERIFY_ERROR(await(m_keeper->sync()), NotFound);
        QCOMPARE(failed.size(), 1);
        QVERIFY(!QFile::exists(gone));
        QVERIFY(QDir().mkpath(gone));
        VERIFY_RESULT(await(m_keeper->sync()));
    }

    void anotherFolderTakesOver()
    {
        addNote(QStringLiteral("first"));
        const QString other = m_folder->filePath(QStringLiteral("other"));
        QVERIFY(QDir().mkpath(other));
        m_keeper->setFolder(m_folder->path());
        const auto pending = m_keeper->sync();
        m_keeper->setFolder(other);
        VERIFY_RESULT(await(pending));
        QVERIFY(QFile::exists(other + u'/' + m_name));
        m_keeper->setFolder({});
        VERIFY_ERROR(await(m_keeper->sync()), NotFound);
    }

    void goingAwayInTheMiddleIsFine()
    {
        addNote(QStringLiteral("first"));
        m_keeper->setFolder(m_folder->path());
        const auto pending = m_keeper->sync();
        m_keeper.reset();
        QVERIFY(pending.isCanceled() || pending.isFinished());
    }

private:
    void makeKeeper(std::chrono::milliseconds settle)
    {
        m_keeper =
            std::make_unique<VaultKeeper>(*m_fixture->library, *m_pool, m_fixture->clock, settle);
    }

    Note addNote(const QString &text)
    {
        NewNote note;
        note.episode = m_fixture->episode(QStringLiteral("e1")).row.id;
        note.start = MediaTime::fromMs(61'000);
        note.text = text;
        return await(m_notebook->add(note)).value_or({});
    }

    [[nodiscard]] QString path() const { return m_folder->filePath(m_name); }

    [[nodiscard]] QByteArray file() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    const QString m_name = QStringLiteral("Tidewater Radio - Episode 1.md");
    std::unique_ptr<tests::SessionFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<History> m_history;
    std::unique_ptr<Notebook> m_notebook;
    std::unique_ptr<app::work::WorkerPool> m_pool;
    std::unique_ptr<VaultKeeper> m_keeper;
};

QTEST_GUILESS_MAIN(VaultKeeperTest)
#include "tst_vaultkeeper.moc"
