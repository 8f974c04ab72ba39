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
constexpr const char *killsAsked = "EARMARK_KILLS";
constexpr int usualKills = 50;

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
QMap<int, int> acknowledgedIn(const QByteArray &output)
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

/// The other program, while it runs.
class Writer final
{
public:
    Writer(const QString &folder, int first)
    {
        m_process.start(QCoreApplication::applicationFilePath(),
                        {writeArgument, folder, QString::number(first)});
        m_process.waitForStarted();
    }

    void readAtLeast(qsizetype sizeBytes)
    {
        while (m_output.size() < sizeBytes && m_process.waitForReadyRead(tests::patience)) {
            m_output += m_process.readAllStandardOutput();
        }
    }

    /// \returns all it said
    QByteArray kill()
    {
        m_process.kill();
        m_process.waitForFinished();
        m_output += m_process.readAllStandardOutput();
        return m_output;
    }

    [[nodiscard]] const QByteArray &output() const { return m_output; }

    [[nodiscard]] bool isWriting() const { return m_process.state() == QProcess::Running; }

    [[nodiscard]] QByteArray errors() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QByteArray m_output;
};

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

    /// EARMARK_KILLS in the environment asks for more kills than these.
    void killedWhileNotingLosesNothingAcknowledged()
    {
        const int kills = std::max(qEnvironmentVariableIntValue(killsAsked), usualKills);
        std::mt19937 random(20261121);
        qsizetype acknowledged = 0;
        // A library of its own for so many: what is looked at after each kill grows with the notes.
        for (int done = 0; done < kills; done += usualKills) {
            killMany(std::min(usualKills, kills - done), random, acknowledged);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        qInfo("%d kills, %lld notes acknowledged, none lost", kills, qint64(acknowledged));
        QVERIFY2(acknowledged > kills, "the writers hardly wrote");
    }

    /// As when one window is killed while another, or the command line, goes on.
    void oneOfTwoWritersIsKilledAndTheOtherGoesOn()
    {
        const QTemporaryDir dir;
        Writer lasting(dir.path(), 1'000'000);
        QMap<int, int> expected;
        std::mt19937 random(7);
        for (int round = 0; round < 12; ++round) {
            Writer killed(dir.path(), (round + 1) * 10'000);
            killed.readAtLeast(static_cast<qsizetype>(random() % 200));
            lasting.readAtLeast(lasting.output().size() + 20);
            expected.insert(acknowledgedIn(killed.kill()));
            QVERIFY2(lasting.isWriting(), lasting.errors().constData());
        }
        const auto lastingNotes = acknowledgedIn(lasting.kill());
        QVERIFY(lastingNotes.size() > 12);
        expected.insert(lastingNotes);
        const auto library = Library::open(dir.path(), m_clock);
        VERIFY_RESULT(library);
        compare(**library, expected);
        checkAtOne(**library);
    }

private:
    /// Kills writers to one library.
    void killMany(int kills, std::mt19937 &random, qsizetype &acknowledged)
    {
        const QTemporaryDir dir;
        QMap<int, int> expected;
        for (int round = 0; round < kills; ++round) {
            Writer writer(dir.path(), (round + 1) * 10'000);
            // Some die while they open the library, most in the middle of writing.
            writer.readAtLeast(static_cast<qsizetype>(random() % 300));
            expected.insert(acknowledgedIn(writer.kill()));
            // What is on the disk, before anything could mend it.
            const auto journal =
                app::notes::replayJournal(tests::bytesOf(NoteJournal::fileName(dir.path())));
            const auto library = Library::open(dir.path(), m_clock);
            VERIFY_RESULT(library);
            compare(**library, expected);
            for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
                QVERIFY(revisionIn(journal.notes, it.key()) >= it.value());
            }
            checkHealth(**library);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        acknowledged += expected.size();
        const auto library = Library::open(dir.path(), m_clock);
        VERIFY_RESULT(library);
        checkAtOne(**library);
    }

    static void compare(Library &library, const QMap<int, int> &expected)
    {
        const auto stored = tests::allNotes(library);
        for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
            QVERIFY(revisionIn(stored, it.key()) >= it.value());
        }
    }

    static void checkHealth(Library &library)
    {
        const auto problems =
            library.read([](Connection &connection) { return checkLibrary(connection); }).result();
        VERIFY_RESULT(problems);
        QCOMPARE(*problems, QStringList());
    }

    /// The library is whole, and its journal alone gives the same notes.
    static void checkAtOne(Library &library)
    {
        checkHealth(library);
        const auto journal =
            app::notes::replayJournal(tests::bytesOf(NoteJournal::fileName(library.folder())));
        QCOMPARE(journal.notes, tests::allNotes(library));
        QCOMPARE(journal.problemCount, 0);
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
    if (qEnvironmentVariableIntValue(killsAsked) > usualKills) {
        // Qt ends a test after five minutes unless it is told otherwise.
        qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(24 * 60 * 60 * 1000));
    }
    NoteKillTest tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_notekill.moc"
