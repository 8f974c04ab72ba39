// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/partialfile.h"
#include "tests/support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>
#include <random>

using namespace app::downloads;
using app::base::Error;
using app::base::ErrorCode;
using app::base::Result;
using app::media::ByteRange;
using app::media::ByteSource;

class TestPartialFile : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    std::unique_ptr<PartialFile> open(const QString &address = QStringLiteral("http://a.example/x"))
    {
        auto file = PartialFile::open(m_path, address);
        return file ? std::move(file).value() : nullptr;
    }

    static QByteArray read(ByteSource &source, qint64 offset, qint64 size)
    {
        QByteArray bytes(size, '\0');
        const Result<qint64> got = source.readAt(offset, bytes.data(), size);
        return got ? bytes.left(*got) : QByteArray("error: ") + got.error().detail.toUtf8();
    }

    static Result<void> append(PartialFile &file, const QByteArray &bytes)
    {
        return file.write(file.contiguousBytes(), bytes);
    }

    static ErrorCode errorAt(ByteSource &source, qint64 offset)
    {
        char byte = 0;
        const Result<qint64> got = source.readAt(offset, &byte, 1);
        return got ? ErrorCode::Unsupported : got.error().code;
    }

    QByteArray onDisk(const QString &suffix = {}) const
    {
        QFile file(m_path + suffix);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void put(const QString &suffix, const QByteArray &bytes) const
    {
        QFile file(m_path + suffix);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("x.mp3"));
    }

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

    void growsInAnyOrder()
    {
        auto file = open();
        QVERIFY(file->beginWhole(12, "v"));
        QVERIFY(file->write(0, "ab"));
        QVERIFY(file->beginPart(6, 12, "v"));
        QVERIFY(file->write(6, "gh"));
        const auto source = file->source();
        QCOMPARE(read(*source, 6, 10), QByteArray("gh"));
        QCOMPARE(read(*source, 1, 10), QByteArray("b"));
        QVERIFY((source->availableRanges() == std::vector<ByteRange>{{0, 2}, {6, 8}}));
        QCOMPARE(source->availableBytes(), 2);
        QCOMPARE(file->presentBytes(), 4);
        QVERIFY((file->gapFrom(0) == ByteRange{2, 6}));
        QVERIFY((file->gapFrom(7) == ByteRange{8, 12}));
        QVERIFY(file->write(8, "ijkl"));
        QVERIFY(!file->gapFrom(7));
        QVERIFY(!file->isWhole());
        VERIFY_ERROR(file->complete(), Malformed);
        QVERIFY(file->beginPart(2, {}, {}));
        QVERIFY(file->write(2, "cdef"));
        QVERIFY(file->isWhole());
        QVERIFY(source->isComplete());
        QVERIFY(file->complete());
        QCOMPARE(onDisk(), QByteArray("abcdefghijkl"));
    }

    void tellsWhereItsReadersWait()
    {
        auto file = open();
        QVERIFY(file->beginWhole(12, "v"));
        const auto first = file->source();
        const auto second = file->source();
        std::atomic<int> told = 0;
        file->setWaitingListener([&told] { ++told; });
        QVERIFY(!file->wanted());
        auto one = std::async(std::launch::async, [&] { return read(*first, 4, 1); });
        QTRY_COMPARE(told.load(), 1);
        QCOMPARE(file->wanted()->offset, 4);
        const quint64 turn = file->wanted()->turn;
        auto two = std::async(std::launch::async, [&] { return read(*second, 8, 1); });
        QTRY_COMPARE(told.load(), 2);
        QCOMPARE(file->wanted()->offset, 8);
        QVERIFY(file->wanted()->turn > turn);
        second->interrupt();
        two.wait();
        QCOMPARE(file->wanted()->offset, 4);
        QCOMPARE(file->wanted()->turn, turn);
        QVERIFY(file->beginPart(4, 12, "v"));
        QVERIFY(file->write(4, "e"));
        QCOMPARE(one.get(), QByteArray("e"));
        QVERIFY(!file->wanted());
        QCOMPARE(told.load(), 4);
        file->setWaitingListener({});
    }

    void reachesAnywhereWhenTheServerDoes()
    {
        auto file = open();
        const auto source = file->source();
        file->setReachable(true);
        QVERIFY(!source->canReachAnywhere());
        QVERIFY(file->beginWhole(3, "v"));
        QVERIFY(source->canReachAnywhere());
        file->setReachable(false);
        QVERIFY(!source->canReachAnywhere());
        QVERIFY(file->write(0, "abc"));
        QVERIFY(source->canReachAnywhere());
    }

    void keepsItsGapsForLater()
    {
        {
            auto file = open();
            QVERIFY(file->beginWhole(12, "v"));
            QVERIFY(file->write(8, "ijkl"));
            QVERIFY(file->write(0, "abc"));
        }
        auto file = open();
        QVERIFY((file->ranges() == std::vector<ByteRange>{{0, 3}, {8, 12}}));
        QCOMPARE(read(*file->source(), 8, 10), QByteArray("ijkl"));
        QVERIFY(file->beginPart(3, 12, "v"));
        QVERIFY(file->write(3, "defgh"));
        QVERIFY(file->complete());
        QCOMPARE(onDisk(), QByteArray("abcdefghijkl"));
    }

    void goesOnWithNotesOfBefore_data()
    {
        QTest::addColumn<QByteArray>("note");
        QTest::addColumn<int>("present");
        const QByteArray old =
            R"({"version":1,"url":"http://a.example/x","total":6,"validator":"v"})";
        const QByteArray now =
            R"({"version":2,"url":"http://a.example/x","total":6,"validator":"v","ranges":[]})";
        QTest::newRow("old") << old << 4;
        QTest::newRow("none") << now << 0;
        QTest::newRow("some") << QByteArray(now).replace("[]", "[[1,2],[3,4]]") << 2;
        QTest::newRow("beyond the file") << QByteArray(now).replace("[]", "[[0,1],[3,9]]") << 2;
        QTest::newRow("backwards") << QByteArray(now).replace("[]", "[[0,1],[3,2]]") << 0;
        QTest::newRow("negative") << QByteArray(now).replace("[]", "[[-2,1]]") << 0;
        QTest::newRow("no pairs") << QByteArray(now).replace("[]", "[1,2]") << 0;
        QTest::newRow("no list") << QByteArray(now).replace("[]", "7") << 0;
    }

    void goesOnWithNotesOfBefore()
    {
        QFETCH(QByteArray, note);
        QFETCH(int, present);
        put(QStringLiteral(".part"), "abcd");
        put(QStringLiteral(".part.json"), note);
        auto file = open();
        QCOMPARE(file->presentBytes(), present);
    }

    /// What another program finds when this one is killed at any moment.
    void neverClaimsWhatIsNotThere()
    {
        std::mt19937 random(7);
        QByteArray whole(40'000'000, Qt::Uninitialized);
        for (qsizetype i = 0; i < whole.size(); ++i) {
            whole[i] = static_cast<char>(1 + (i * 7 + i / 251) % 255); // never 0, as a gap is
        }
        auto file = open();
        QVERIFY(file->beginWhole(whole.size(), "v"));
        int seen = 0;
        for (int step = 0; step < 60; ++step) {
            const qint64 size = 1 + static_cast<qint64>(random() % 1'000'000);
            const qint64 at = static_cast<qint64>(random()) % (whole.size() - size);
            QVERIFY(file->write(at, whole.mid(at, size)));
            if (step % 6 != 0) {
                continue;
            }
            QTemporaryDir elsewhere;
            const QString copy = elsewhere.filePath(QStringLiteral("x.mp3"));
            QVERIFY(QFile::copy(m_path + QStringLiteral(".part.json"),
                                copy + QStringLiteral(".part.json")));
            QVERIFY(QFile::copy(m_path + QStringLiteral(".part"), copy + QStringLiteral(".part")));
            auto found = PartialFile::open(copy, QStringLiteral("http://a.example/x"));
            VERIFY_RESULT(found);
            const auto source = (*found)->source();
            for (const ByteRange &range : (*found)->ranges()) {
                QVERIFY(read(*source, range.start, range.end - range.start)
                        == whole.mid(range.start, range.end - range.start));
                ++seen;
            }
            QVERIFY(file->presentBytes() - (*found)->presentBytes() <= 3 * 1024 * 1024);
        }
        QVERIFY(seen > 20);
        file->discard();
    }

    void veryManyGapsAreKeptWithinBounds()
    {
        {
            auto file = open();
            QVERIFY(file->beginWhole(1'000'000, "v"));
            for (int i = 0; i < 3000; ++i) {
                QVERIFY(file->write(i * 10, i < 1000 ? "abc" : "a"));
            }
        }
        QVERIFY(onDisk(QStringLiteral(".part.json")).size() < 65'536);
        auto file = open();
        QCOMPARE(file->presentBytes(), 3000);
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
