// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/backups.h"
#include "app/library/doctor.h"
#include "app/library/notejournal.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"
#include "tests/support/testnotes.h"

#include <QProcess>

#include <cstdio>
#include <random>

using namespace app::library;
using app::notes::Note;
using tests::noteOf;

namespace {

const QString writeArgument = QStringLiteral("--write-notes");

/// The other program: makes and edits notes, and says "number revision" once one is acknowledged.
int writeNotes(const QString &folder, int first)
{
    const app::base::SystemClock clock;
    const auto library = Library::open(folder, clock);
    if (!library) {
        std::fprintf(stderr, "%s\n", qPrintable(library.error().detail));
        return 2;
    }
    for (int number = first;; ++number) {
        std::optional<Note> before;
        for (int revision = 0; revision < 3; ++revision) {
            const Note note = noteOf(number, QStringLiteral("revision %1").arg(revision));
            if (const auto done = tests::apply(**library, {note.id, before, note}); !done) {
                std::fprintf(stderr, "%s\n", qPrintable(done.error().detail));
                return 3;
            }
            std::printf("%d %d\n", number, revision);
            std::fflush(stdout);
            before = note;
        }
    }
}

/// What was acknowledged: for each note its last revision. A line it was killed in does not count.
QMap<int, int> acknowledged(const QByteArray &output)
{
    QMap<int, int> revisions;
    QByteArrayList lines = output.split('\n');
    lines.removeLast();
    for (const QByteArray &line : lines) {
        const QByteArrayList words = line.split(' ');
        revisions.insert(words.value(0).toInt(), words.value(1).toInt());
    }
    return revisions;
}

int revisionIn(const std::map<app::base::NoteId, Note> &notes, int number)
{
    const auto found = notes.find(tests::noteId(number));
    return found == notes.end() ? -1 : found->second.text.section(u' ', 1).toInt();
}

} // namespace

class NoteKillTest : public QObject
{
    Q_OBJECT

private slots:

    void killedWhileNotingLosesNothingAcknowledged()
    {
        const int kills = std::max(qEnvironmentVariableIntValue("EARMARK_KILLS"), 50);
        const QTemporaryDir dir;
        std::mt19937 random(20261121);
        QMap<int, int> expected;
        for (int round = 0; round < kills; ++round) {
            const QByteArray output = killedAfter(
                dir.path(), (round + 1) * 10'000, static_cast<qsizetype>(random() % 300));
            expected.insert(acknowledged(output));
            // What is on the disk, before anything could mend it.
            const auto journal =
                app::notes::replayJournal(tests::bytesOf(NoteJournal::fileName(dir.path())));
            const auto library = Library::open(dir.path(), m_clock);
            VERIFY_RESULT(library);
            const auto stored = tests::allNotes(**library);
            for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
                QVERIFY(revisionIn(stored, it.key()) >= it.value());
                QVERIFY(revisionIn(journal.notes, it.key()) >= it.value());
            }
            if (round % 10 == 0) {
                checkHealth(**library);
            }
        }
        QVERIFY2(expected.size() > kills, "the writers hardly wrote");
        const auto library = Library::open(dir.path(), m_clock);
        VERIFY_RESULT(library);
        checkHealth(**library);
        const auto journal =
            app::notes::replayJournal(tests::bytesOf(NoteJournal::fileName(dir.path())));
        QCOMPARE(journal.notes, tests::allNotes(**library));
        QCOMPARE(journal.problemCount, 0);
    }

private:
    static QByteArray killedAfter(const QString &folder, int first, qsizetype enough)
    {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(),
                     {writeArgument, folder, QString::number(first)});
        QByteArray output;
        if (!writer.waitForStarted()) {
            return output;
        }
        // Some die while they open the library, most in the middle of writing.
        while (output.size() < enough && writer.waitForReadyRead(60'000)) {
            output += writer.readAllStandardOutput();
        }
        writer.kill();
        writer.waitForFinished();
        return output + writer.readAllStandardOutput();
    }

    static void checkHealth(Library &library)
    {
        const auto problems =
            library.read([](Connection &connection) { return checkLibrary(connection); }).result();
        VERIFY_RESULT(problems);
        QCOMPARE(*problems, QStringList());
    }

    tests::FakeClock m_clock;
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == writeArgument) {
        return writeNotes(arguments.at(2), arguments.at(3).toInt());
    }
    NoteKillTest tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_notekill.moc"
