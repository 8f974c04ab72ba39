// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/doctor.h"
#include "app/library/episodestore.h"
#include "app/library/notestore.h"
#include "app/library/podcaststore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <cstdio>
#include <cstring>
#include <random>

using namespace app::library;
using app::base::NoteId;
using app::base::Result;

namespace {

const QString writeArgument = QStringLiteral("--write-notes");

app::notes::Note noteCalled(const QString &id)
{
    app::notes::Note note;
    note.id = NoteId(id);
    note.text = QStringLiteral("note ") + id + QString(200, QLatin1Char('x'));
    note.tags = {QStringLiteral("tag")};
    note.created = note.modified = QDateTime(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC);
    return note;
}

Result<void> putNote(Library &library, const QString &id)
{
    const auto note = noteCalled(id);
    return library
        .write(Durability::Full,
               [note](Connection &connection, Changes &changes) {
                   return NoteStore(connection).apply({note.id, std::nullopt, note}, changes);
               })
        .result();
}

/// The other program: writes notes named after a prefix and says each id once it is acknowledged.
int writeNotes(const QString &folder, const QString &prefix, int count)
{
    const app::base::SystemClock clock;
    const auto library = Library::open(folder, clock);
    if (!library) {
        std::fprintf(stderr, "%s\n", qPrintable(library.error().detail));
        return 2;
    }
    for (int number = 0; number < count; ++number) {
        const QString id = prefix + QString::number(number);
        if (const auto done = putNote(**library, id); !done) {
            std::fprintf(stderr, "%s\n", qPrintable(done.error().detail));
            return 3;
        }
        std::printf("%s\n", qPrintable(id));
        std::fflush(stdout);
    }
    return 0;
}

std::unique_ptr<QProcess> startWriter(const QString &folder, const QString &prefix, int count)
{
    auto process = std::make_unique<QProcess>();
    process->start(QCoreApplication::applicationFilePath(),
                   {writeArgument, folder, prefix, QString::number(count)});
    return process;
}

/// The ids a program acknowledged; a line it was killed in does not count.
QStringList acknowledged(const QByteArray &output)
{
    QStringList ids = QString::fromLatin1(output).split(QLatin1Char('\n'), Qt::KeepEmptyParts);
    ids.removeLast();
    return ids;
}

QStringList problems(Library &library)
{
    const auto found =
        library.read([](Connection &connection) { return checkLibrary(connection); }).result();
    return found ? *found : QStringList{found.error().detail};
}

QSet<QString> storedNotes(Library &library)
{
    const auto notes =
        library.read([](Connection &connection) { return NoteStore(connection).list({}); })
            .result();
    QSet<QString> ids;
    if (notes) {
        for (const auto &note : *notes) {
            ids.insert(note.id.text());
        }
    }
    return ids;
}

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

/// One way of damaging a file, chosen by chance.
QByteArray damaged(QByteArray bytes, std::mt19937 &random)
{
    const auto below = [&random](qsizetype end) {
        return static_cast<qsizetype>(random() % static_cast<quint32>(end));
    };
    const auto kind = random() % 5;
    if (kind == 0) {
        return bytes.left(below(bytes.size()));
    }
    // Half of the damage goes where it hurts most: the header and the schema.
    const qsizetype from = random() % 2 == 0 ? below(8192) : below(bytes.size());
    const qsizetype length = kind == 1 ? 4096 : 1 + below(64);
    for (qsizetype i = from; i < std::min(from + length, bytes.size()); ++i) {
        bytes[i] = kind == 2 ? '\0' : static_cast<char>(random());
    }
    return bytes;
}

/// Uses a library in many ways; what comes of it does not matter as long as it comes.
void useAll(Library &library)
{
    const auto read = library
                          .read([](Connection &connection) -> Result<void> {
                              EpisodeStore episodes(connection);
                              const auto rows = episodes.page({}, 0, 50);
                              for (const auto &row : rows.value_or({})) {
                                  (void)episodes.get(row.id);
                              }
                              (void)PodcastStore(connection).all();
                              (void)NoteStore(connection).list({});
                              (void)NoteStore(connection).tags();
                              (void)episodes.queue();
                              return {};
                          })
                          .result();
    const auto written = library
                             .write(Durability::Normal,
                                    [](Connection &connection, Changes &changes) {
                                        return PodcastStore(connection)
                                            .add(QStringLiteral("https://example.com/new"),
                                                 tests::feedOf(QStringLiteral("New"), 5),
                                                 QDateTime::currentDateTimeUtc(),
                                                 changes);
                                    })
                             .result();
    (void)putNote(library, QStringLiteral("after"));
    (void)problems(library);
    Q_UNUSED(read);
    Q_UNUSED(written);
}

Result<MergeResult> subscribe(Library &library, int episodes)
{
    return library
        .write(Durability::Normal,
               [episodes](Connection &connection, Changes &changes) {
                   auto feed = tests::feedOf(QStringLiteral("Show"), episodes);
                   for (auto &episode : feed.episodes) {
                       episode.description += QString(1500, QLatin1Char('n'));
                   }
                   return PodcastStore(connection)
                       .add(QStringLiteral("https://example.com/show"),
                            feed,
                            QDateTime::currentDateTimeUtc(),
                            changes);
               })
        .result();
}

} // namespace

class tst_mishaps : public QObject
{
    Q_OBJECT

private slots:
    void killedWhileWritingLosesNothingAcknowledged();
    void twoProgramsWriteAtOnce();
    void fullDiskLeavesNothingHalfDone();
    void damagedFilesNeverCrashAndStayAsTheyAre();
    void damagedLogNeverCrashes();
};

void tst_mishaps::killedWhileWritingLosesNothingAcknowledged()
{
    const QTemporaryDir dir;
    const tests::FakeClock clock;
    std::mt19937 random(20261121);
    QSet<QString> expected;
    for (int round = 0; round < 40; ++round) {
        const auto prefix = QStringLiteral("r%1-").arg(round);
        const auto writer = startWriter(dir.path(), prefix, 100'000);
        QVERIFY(writer->waitForStarted());
        QByteArray output;
        // Some die while they open the library, most in the middle of writing.
        const qsizetype enough = static_cast<qsizetype>(random() % 400);
        while (output.size() < enough && writer->waitForReadyRead(tests::patience)) {
            output += writer->readAllStandardOutput();
        }
        writer->kill();
        QVERIFY(writer->waitForFinished());
        output += writer->readAllStandardOutput();
        QCOMPARE(writer->exitStatus(), QProcess::CrashExit);
        for (const QString &id : acknowledged(output)) {
            expected.insert(id);
        }
        const auto library = Library::open(dir.path(), clock);
        VERIFY_RESULT(library);
        QCOMPARE(problems(**library), QStringList());
        QVERIFY((QSet<QString>(expected).subtract(storedNotes(**library))).isEmpty());
    }
    QVERIFY2(expected.size() > 100, "the writers hardly wrote");
}

void tst_mishaps::twoProgramsWriteAtOnce()
{
    const QTemporaryDir dir;
    const tests::FakeClock clock;
    const auto one = startWriter(dir.path(), QStringLiteral("one-"), 150);
    const auto two = startWriter(dir.path(), QStringLiteral("two-"), 150);
    const auto library = Library::open(dir.path(), clock);
    VERIFY_RESULT(library);
    for (int number = 0; number < 50; ++number) {
        VERIFY_RESULT(putNote(**library, QStringLiteral("me-%1").arg(number)));
    }
    for (const auto *writer : {&one, &two}) {
        QVERIFY((*writer)->waitForFinished(tests::patience));
        QVERIFY2((*writer)->exitCode() == 0, (*writer)->readAllStandardError().constData());
        QCOMPARE(acknowledged((*writer)->readAllStandardOutput()).size(), 150);
    }
    QCOMPARE(storedNotes(**library).size(), 350);
    QCOMPARE(problems(**library), QStringList());
}

void tst_mishaps::fullDiskLeavesNothingHalfDone()
{
    const QTemporaryDir dir;
    const tests::FakeClock clock;
    const auto library = Library::open(dir.path(), clock);
    VERIFY_RESULT(library);
    VERIFY_RESULT(putNote(**library, QStringLiteral("before")));
    int refused = 0;
    for (int room = 0; room < 400; ++room) {
        const auto limited =
            (*library)
                ->write(Durability::Normal,
                        [room](Connection &connection, Changes &) -> Result<qint64> {
                            const auto pages = connection.number(0, "PRAGMA page_count");
                            const QByteArray limit =
                                "PRAGMA max_page_count=" + QByteArray::number(*pages + room);
                            return connection.number(0, limit.constData());
                        })
                .result();
        VERIFY_RESULT(limited);
        const auto added = subscribe(**library, 220);
        if (added) {
            break;
        }
        ++refused;
        QCOMPARE(added.error().code, app::base::ErrorCode::DiskFull);
        QVERIFY(added.error().detail.contains(QStringLiteral("room")));
        const auto all =
            (*library)
                ->read([](Connection &connection) { return PodcastStore(connection).all(); })
                .result();
        QVERIFY(all->empty());
        QCOMPARE(problems(**library), QStringList());
    }
    QVERIFY2(refused >= 100, qPrintable(QString::number(refused)));
    QCOMPARE(storedNotes(**library).size(), 1);
}

void tst_mishaps::damagedFilesNeverCrashAndStayAsTheyAre()
{
    const tests::FakeClock clock;
    QByteArray whole;
    {
        const QTemporaryDir dir;
        {
            const auto library = Library::open(dir.path(), clock);
            VERIFY_RESULT(subscribe(**library, 30));
            for (int number = 0; number < 20; ++number) {
                VERIFY_RESULT(putNote(**library, QStringLiteral("n%1").arg(number)));
            }
        }
        whole = bytesOf(Library::fileName(dir.path()));
    }
    std::mt19937 random(7);
    int refused = 0;
    for (int round = 0; round < 120; ++round) {
        const QTemporaryDir dir;
        const QString path = Library::fileName(dir.path());
        const QByteArray bytes = damaged(whole, random);
        writeBytes(path, bytes);
        const auto library = Library::open(dir.path(), clock);
        if (library) {
            useAll(**library);
            continue;
        }
        ++refused;
        QVERIFY(!library.error().detail.isEmpty());
        QVERIFY2(bytesOf(path) == bytes, qPrintable(QString::number(round)));
    }
    QVERIFY2(refused >= 20, qPrintable(QString::number(refused)));
}

void tst_mishaps::damagedLogNeverCrashes()
{
    const tests::FakeClock clock;
    const QTemporaryDir source;
    QByteArray whole;
    QByteArray log;
    {
        const auto library = Library::open(source.path(), clock);
        VERIFY_RESULT(subscribe(**library, 30));
        whole = bytesOf(Library::fileName(source.path()));
        log = bytesOf(Library::fileName(source.path()) + QStringLiteral("-wal"));
    }
    QVERIFY(log.size() > 100'000);
    std::mt19937 random(9);
    for (int round = 0; round < 30; ++round) {
        const QTemporaryDir dir;
        writeBytes(Library::fileName(dir.path()), whole);
        writeBytes(Library::fileName(dir.path()) + QStringLiteral("-wal"), damaged(log, random));
        if (const auto library = Library::open(dir.path(), clock)) {
            useAll(**library);
        }
    }
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == writeArgument) {
        return writeNotes(arguments.at(2), arguments.at(3), arguments.at(4).toInt());
    }
    tst_mishaps tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_mishaps.moc"
