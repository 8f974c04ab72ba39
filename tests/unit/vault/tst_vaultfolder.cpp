// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vaultfolder.h"
#include "tests/support/resulttest.h"
#include "tests/unit/vault/vaultnotes.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace app::vault;
using app::notes::Note;

class VaultFolderTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("vault")));
        m_vault = std::make_unique<VaultFolder>(root(), QStringLiteral("lib"));
        m_notes = {tests::vaultSample(1, QStringLiteral("one"))};
    }

    void cleanup()
    {
        m_vault.reset();
        m_folder.reset();
    }

    void keepsAFolderUpToDate()
    {
        sync();
        QVERIFY(readFile(m_name).contains("\none\n"));
        QVERIFY(plan().isDone());
        writeFile(m_name, readFile(m_name).replace("\none\n", "\none more\n"));
        const VaultPlan next = plan();
        QCOMPARE(next.edits.size(), 1u);
        QCOMPARE(next.edits[0].after->text, QStringLiteral("one more"));
        QVERIFY(!next.writes.at(0).bytes);
    }

    void whatWasAgreedOutlivesTheProgram()
    {
        sync();
        m_vault = std::make_unique<VaultFolder>(root(), QStringLiteral("lib"));
        QVERIFY(plan().isDone());
        QVERIFY(QFile::remove(root() + u'/' + m_name));
        QVERIFY(plan().isDone());
        // Another library has agreed on nothing yet.
        m_vault = std::make_unique<VaultFolder>(root(), QStringLiteral("other"));
        QVERIFY(!plan().isDone());
    }

    void findsFilesThatWereMoved()
    {
        sync();
        QVERIFY(QDir(root()).mkpath(QStringLiteral("deep/er")));
        QVERIFY(QFile::rename(root() + u'/' + m_name, root() + QStringLiteral("/deep/er/Mine.md")));
        m_notes[0].text = QStringLiteral("changed");
        sync();
        QVERIFY(readFile(QStringLiteral("deep/er/Mine.md")).contains("\nchanged\n"));
        QVERIFY(!QFile::exists(root() + u'/' + m_name));
        QVERIFY(plan().isDone());
    }

    void aCopyIsLeftAlone()
    {
        sync();
        const QString copy = QStringLiteral("A copy.md");
        QVERIFY(QFile::copy(root() + u'/' + m_name, root() + u'/' + copy));
        const QByteArray before = readFile(copy);
        m_notes[0].text = QStringLiteral("changed");
        sync();
        QCOMPARE(readFile(copy), before);
        QVERIFY(readFile(m_name).contains("\nchanged\n"));
    }

    void filesOfOthersAreNeverTouched()
    {
        const QByteArray own = "my own notes ^h-0192f3a1-0000-7000-8000-000000000001\n";
        writeFile(m_name.toUpper(), own);
        sync();
        QCOMPARE(readFile(m_name.toUpper()), own);
        QVERIFY(readFile(QString(m_name).replace(QStringLiteral(".md"), QStringLiteral(" 2.md")))
                    .contains("\none\n"));
        QVERIFY(plan().isDone());
    }

    void aFileThatChangedMeanwhileIsNotReplaced()
    {
        sync();
        m_notes[0].text = QStringLiteral("changed");
        const VaultPlan stale = plan();
        const QByteArray theirs = readFile(m_name) + "\n## Mine\n\nwritten meanwhile\n";
        writeFile(m_name, theirs);
        const auto written = m_vault->write(stale.writes.at(0));
        VERIFY_RESULT(written);
        QVERIFY(!*written);
        QCOMPARE(readFile(m_name), theirs);
        sync();
        QVERIFY(readFile(m_name).contains("written meanwhile"));
        QVERIFY(readFile(m_name).contains("\nchanged\n"));
    }

    void aFileThatCameMeanwhileIsNotReplaced()
    {
        const VaultPlan stale = plan();
        writeFile(m_name, "theirs");
        QVERIFY(!*m_vault->write(stale.writes.at(0)));
        QCOMPARE(readFile(m_name), QByteArray("theirs"));
        const VaultPlan gone = plan();
        QVERIFY(*m_vault->write(gone.writes.at(0)));
        m_notes[0].text = QStringLiteral("changed");
        const VaultPlan again = plan();
        QVERIFY(QFile::remove(root() + u'/' + again.writes.at(0).path));
        QVERIFY(!*m_vault->write(again.writes.at(0)));
        QVERIFY(!QFile::exists(root() + u'/' + again.writes.at(0).path));
    }

    void aFileThatIsBeingWrittenIsLeftForLater()
    {
        sync();
        const QByteArray whole = readFile(m_name);
        m_notes[0].text = QStringLiteral("changed");
        for (const QByteArray &cut : {QByteArray(), whole.first(3), whole.first(60)}) {
            writeFile(m_name, cut);
            QVERIFY(plan().writes.empty());
            QVERIFY(plan().edits.empty());
        }
        writeFile(m_name, whole);
        const VaultPlan next = plan();
        QVERIFY(m_vault->isStill(next));
        writeFile(m_name, whole.first(whole.size() - 5));
        QVERIFY(!m_vault->isStill(next));
    }

    void linksAreNotFollowed()
    {
        const QString outside = m_folder->filePath(QStringLiteral("outside"));
        QVERIFY(QDir().mkpath(outside));
        QVERIFY(QFile::link(outside, root() + QStringLiteral("/sub")));
        sync();
        QVERIFY(QFile::rename(root() + u'/' + m_name, outside + QStringLiteral("/out.md")));
        QVERIFY(QFile::link(outside + QStringLiteral("/out.md"), root() + u'/' + m_name));
        const auto state = m_vault->read();
        VERIFY_RESULT(state);
        QVERIFY(state->files.empty());
        m_notes[0].text = QStringLiteral("changed");
        sync();
        QFile file(outside + QStringLiteral("/out.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\none\n"));
        QVERIFY(QFileInfo(root() + u'/' + m_name).isSymLink());
    }

    void pathsOutOfTheFolderAreRefused_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"../out.md",
                                 "/tmp/out.md",
                                 "sub/../../out.md",
                                 ".hidden.md",
                                 ".git/x.md",
                                 "",
                                 "x.txt",
                                 "sub//x.md",
                                 "none/x.md"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void pathsOutOfTheFolderAreRefused()
    {
        QFETCH(QString, path);
        VaultWrite write = plan().writes.at(0);
        write.path = path;
        const auto written = m_vault->write(write);
        VERIFY_RESULT(written);
        QVERIFY(!*written);
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("out.md"))));
    }

    void ownStateThatLeadsAwayIsRefused()
    {
        QVERIFY(QFile::link(m_folder->path(), root() + QStringLiteral("/.earmark")));
        VERIFY_ERROR(m_vault->read(), Denied);
    }

    void damagedStateIsNoState()
    {
        sync();
        const QString folder = root() + QStringLiteral("/.earmark/lib");
        const QStringList names = QDir(folder).entryList(QDir::Files);
        QCOMPARE(names.size(), 1);
        for (const QByteArray &bytes : {QByteArray(),
                                        QByteArray("{"),
                                        QByteArray("{\"version\":1}"),
                                        QByteArray(5000, '[')}) {
            QFile file(folder + u'/' + names[0]);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
            file.close();
            QVERIFY(plan().edits.empty());
            sync();
            QVERIFY(plan().isDone());
        }
    }

    void aFolderThatIsGoneIsNoEmptyVault()
    {
        sync();
        QVERIFY(QDir(root()).removeRecursively());
        VERIFY_ERROR(m_vault->read(), NotFound);
        QVERIFY(!QFile::exists(root()));
    }

    void manyNotesStayQuick()
    {
        m_notes.clear();
        for (int number = 1; number <= 2'000; ++number) {
            Note note = tests::vaultSample(number, QStringLiteral("text %1 #tag").arg(number));
            note.episodeRef = tests::vaultEpisode(number / 20);
            m_notes.push_back(note);
        }
        QElapsedTimer timer;
        timer.start();
        sync();
        qInfo("100 files with 2,000 notes: %lld ms", timer.restart());
        QVERIFY(plan().isDone());
        qInfo("nothing to do: %lld ms", timer.elapsed());
    }

private:
    [[nodiscard]] QString root() const { return m_folder->filePath(QStringLiteral("vault")); }

    [[nodiscard]] VaultPlan plan() const
    {
        const auto state = m_vault->read();
        return state ? planVault(*state, m_notes) : VaultPlan();
    }

    /// Everything that is to be done, which has to succeed.
    void sync()
    {
        const VaultPlan next = plan();
        for (const VaultWrite &write : next.writes) {
            const auto written = m_vault->write(write);
            VERIFY_RESULT(written);
            QVERIFY(*written);
        }
    }

    [[nodiscard]] QByteArray readFile(const QString &name) const
    {
        QFile file(root() + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void writeFile(const QString &name, const QByteArray &bytes) const
    {
        QFile file(root() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    const QString m_name = QStringLiteral("The Example Show - Time to AGI 12.md");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<VaultFolder> m_vault;
    std::vector<Note> m_notes;
};

QTEST_GUILESS_MAIN(VaultFolderTest)
#include "tst_vaultfolder.moc"
