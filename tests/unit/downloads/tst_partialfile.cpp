// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/downloads/partbench.h"

#include <future>

using namespace app::downloads;
using app::base::ErrorCode;

class TestPartialFile : public tests::PartBench
{
    Q_OBJECT

private slots:

    void init() { setUp(); }

    void growsAndBecomesTheFile()
    {
        auto file = open();
        QVERIFY(file);
        QVERIFY(file->beginWhole(6, "\"v\""));
        QVERIFY(append(*file, "abc"));
        const auto source = file->source();
        QCOMPARE(read(*source, 1, 10), QByteArray("bc"));
        QCOMPARE(source->sizeBytes(), std::optional<qint64>(6));
        QCOMPARE(source->availableBytes(), 3);
        QVERIFY(!source->isComplete());
        QVERIFY(append(*file, "def"));
        QVERIFY(file->isWhole());
        QCOMPARE(read(*source, 6, 1), QByteArray());
        QVERIFY(file->complete());
        QVERIFY(source->isComplete());
        QCOMPARE(read(*source, 3, 10), QByteArray("def"));
        QCOMPARE(read(*file->source(), 0, 10), QByteArray("abcdef"));
        file.reset();
        QCOMPARE(read(*source, 0, 10), QByteArray("abcdef"));
        QCOMPARE(files(), QStringList{QStringLiteral("x.mp3")});
        VERIFY_ERROR(PartialFile::open(m_path), Conflict);
    }

    void resumesWhatIsThere()
    {
        {
            auto file = open(QStringLiteral("http://me:secret@a.example/x?token=secret"));
            QVERIFY(file->beginWhole(6, "\"v\""));
            QVERIFY(append(*file, "abc"));
        }
        QVERIFY(!onDisk(QStringLiteral(".part.json")).contains("secret"));
        auto file = open(QStringLiteral("http://a.example/x?token=other"));
        QCOMPARE(file->contiguousBytes(), 3);
        QCOMPARE(file->validator(), QByteArray("\"v\""));
        QCOMPARE(file->totalBytes(), std::optional<qint64>(6));
        QVERIFY(file->beginPart(3, 6, "\"v\""));
        QVERIFY(append(*file, "def"));
        QVERIFY(file->complete());
        QCOMPARE(onDisk(), QByteArray("abcdef"));
    }

    void doesNotResumeWhatDoesNotFit_data()
    {
        QTest::addColumn<QByteArray>("info");
        QTest::addColumn<QString>("address");
        const QString address = QStringLiteral("http://a.example/x");
        const QByteArray good =
            R"({"version":1,"url":"http://a.example/x","total":6,"validator":"v"})";
        QTest::newRow("other address") << good << QStringLiteral("http://b.example/x");
        QTest::newRow("cut") << good.left(30) << address;
        QTest::newRow("empty") << QByteArray() << address;
        QTest::newRow("newer") << QByteArray(good).replace(":1,", ":3,") << address;
        QTest::newRow("too long") << QByteArray(good).replace(":6,", ":2,") << address;
        QTest::newRow("negative") << QByteArray(good).replace(":6,", ":-6,") << address;
        QTest::newRow("binary") << QByteArray(100'000, '\xff') << address;
    }

    void doesNotResumeWhatDoesNotFit()
    {
        QFETCH(QByteArray, info);
        QFETCH(QString, address);
        put(QStringLiteral(".part"), "abc");
        put(QStringLiteral(".part.json"), info);
        auto file = open(address);
        QVERIFY(file);
        QCOMPARE(file->contiguousBytes(), 0);
        QVERIFY(file->beginWhole(2, "w"));
        QVERIFY(append(*file, "xy"));
        QVERIFY(file->complete());
        QCOMPARE(onDisk(), QByteArray("xy"));
    }

    void nothingFetchedLeavesNothing()
    {
        auto file = open();
        QVERIFY(file->beginWhole(6, "v"));
        file.reset();
        QVERIFY(files().isEmpty());
    }

    void refusesPartsThatDoNotFit()
    {
        auto file = open();
        QVERIFY(file->beginWhole(6, "v"));
        QVERIFY(append(*file, "abc"));
        VERIFY_ERROR(file->beginPart(3, 7, "v"), Malformed);
        VERIFY_ERROR(file->beginPart(7, 6, "v"), Malformed);
        VERIFY_ERROR(file->beginPart(3, 6, "w"), Malformed);
        VERIFY_ERROR(file->beginPart(-1, 6, "v"), Malformed);
        VERIFY_ERROR(append(*file, "defg"), Malformed);
        VERIFY_ERROR(file->complete(), Malformed);
        QVERIFY(!QFile::exists(m_path));
    }

    void anEmptyRecordingIsNone()
    {
        auto file = open();
        QVERIFY(file->beginWhole({}, {}));
        VERIFY_ERROR(file->complete(), Malformed);
    }

    void readersWaitForBytes()
    {
        auto file = open();
        QVERIFY(file->beginWhole(3, "v"));
        const auto source = file->source();
        auto reader = std::async(std::launch::async, [&] { return read(*source, 2, 1); });
        QVERIFY(append(*file, "ab"));
        QVERIFY(append(*file, "c"));
        QCOMPARE(reader.get(), QByteArray("c"));
    }

    void waitingReadersLearnOfFailureAndGoOn()
    {
        auto file = open();
        QVERIFY(file->beginWhole(6, "v"));
        QVERIFY(append(*file, "abc"));
        const auto source = file->source();
        auto reader = std::async(std::launch::async, [&] { return errorAt(*source, 3); });
        file->fail({ErrorCode::Offline, QStringLiteral("gone"), 0});
        QCOMPARE(reader.get(), ErrorCode::Offline);
        QCOMPARE(read(*source, 0, 3), QByteArray("abc"));
        QVERIFY(file->beginPart(3, 6, "v"));
        QVERIFY(append(*file, "def"));
        QCOMPARE(read(*source, 3, 3), QByteArray("def"));
        file.reset();
        QCOMPARE(errorAt(*source, 6), ErrorCode::Unsupported);
    }

    void readersOutliveTheWriter()
    {
        auto file = open();
        QVERIFY(file->beginWhole(6, "v"));
        QVERIFY(append(*file, "abc"));
        const auto source = file->source();
        auto reader = std::async(std::launch::async, [&] { return errorAt(*source, 3); });
        file.reset();
        QCOMPARE(reader.get(), ErrorCode::Offline);
        QCOMPARE(read(*source, 0, 3), QByteArray("abc"));
    }

    void interruptEndsWaiting()
    {
        auto file = open();
        QVERIFY(file->beginWhole(6, "v"));
        const auto source = file->source();
        const auto other = file->source();
        auto reader = std::async(std::launch::async, [&] { return errorAt(*source, 0); });
        source->interrupt();
        QCOMPARE(reader.get(), ErrorCode::Busy);
        QCOMPARE(errorAt(*source, 0), ErrorCode::Busy);
        QVERIFY(append(*file, "a"));
        QCOMPARE(read(*other, 0, 1), QByteArray("a"));
        source->resume();
        QCOMPARE(read(*source, 0, 1), QByteArray("a"));
    }

    void startingOverWithTheSameKeepsReaders()
    {
        auto file = open();
        QVERIFY(file->beginWhole(6, "v"));
        QVERIFY(append(*file, "abc"));
        const auto source = file->source();
        QVERIFY(file->beginWhole(6, "v"));
        QCOMPARE(source->availableBytes(), 3);
        auto reader = std::async(std::launch::async, [&] { return read(*source, 3, 1); });
        QVERIFY(file->write(0, "abcd"));
        QCOMPARE(reader.get(), QByteArray("d"));
    }

    void startingOverWithAnotherRecordingStopsReaders_data()
    {
        QTest::addColumn<QByteArray>("validator");
        QTest::newRow("changed") << QByteArray("w");
        QTest::newRow("unknown") << QByteArray();
    }

    void startingOverWithAnotherRecordingStopsReaders()
    {
        QFETCH(QByteArray, validator);
        auto file = open();
        QVERIFY(file->beginWhole(6, "v"));
        QVERIFY(append(*file, "abc"));
        const auto source = file->source();
        auto reader = std::async(std::launch::async, [&] { return errorAt(*source, 5); });
        QVERIFY(file->beginWhole(4, validator));
        QVERIFY(append(*file, "wxyz"));
        QCOMPARE(reader.get(), ErrorCode::Conflict);
        QCOMPARE(errorAt(*source, 0), ErrorCode::Conflict);
        QCOMPARE(read(*file->source(), 0, 4), QByteArray("wxyz"));
    }

    void oneWriterAtATime()
    {
        auto first = open();
        QVERIFY(first);
        VERIFY_ERROR(PartialFile::open(m_path), Busy);
        first.reset();
        QVERIFY(open());
    }

    void aFullDiskIsSaid()
    {
#ifdef Q_OS_LINUX
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), m_path + QStringLiteral(".part")));
        auto file = open();
        QVERIFY(file);
        QVERIFY(file->beginWhole(6, "v"));
        VERIFY_ERROR(append(*file, "abc"), DiskFull);
        QCOMPARE(file->contiguousBytes(), 0);
#endif
    }

    void aFileInThePlaceOfTheFolderIsDenied()
    {
        QFile blocker(m_folder->filePath(QStringLiteral("blocked")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        VERIFY_ERROR(PartialFile::open(blocker.fileName() + QStringLiteral("/x.mp3")), Denied);
    }

    void discardRemovesAll()
    {
        auto file = open();
        QVERIFY(file->beginWhole(6, "v"));
        QVERIFY(append(*file, "abc"));
        file->discard();
        QVERIFY(files().isEmpty());
        QVERIFY(!append(*file, "def"));
    }
};

QTEST_GUILESS_MAIN(TestPartialFile)
#include "tst_partialfile.moc"
