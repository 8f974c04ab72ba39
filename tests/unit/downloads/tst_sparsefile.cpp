// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/internal/durable.h"
#include "tests/unit/downloads/partbench.h"

#include <atomic>
#include <future>
#include <random>

using namespace app::downloads;
using app::base::ErrorCode;
using app::media::ByteRange;

/// A growing file that is filled in any order.
class TestSparseFile : public tests::PartBench
{
    Q_OBJECT

private slots:

    void init() { setUp(); }

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

    void whatAPowerCutTookIsFetchedAgain()
    {
        constexpr qint64 mega = 1024 * 1024;
        {
            auto file = open();
            QVERIFY(file->beginWhole(4 * mega, "v"));
            QVERIFY(file->write(0, QByteArray(mega, 'a')));
            QVERIFY(file->write(3 * mega, QByteArray(mega / 2, 'b')));
        }
        // The note got to the disk, some of the bytes did not.
        QByteArray note = onDisk(QStringLiteral(".part.json"));
        put(QStringLiteral(".part.json"), note.replace("[0,1048576]", "[0,2097152]"));
        {
            QFile part(m_path + QStringLiteral(".part"));
            QVERIFY(part.open(QIODevice::ReadOnly));
            if (app::downloads::internal::storedRanges(part).endAt(0) > 2 * mega) {
                QSKIP("the file system keeps no gaps");
            }
        }
        auto file = open();
        QVERIFY((file->ranges() == std::vector<ByteRange>{{0, mega}, {3 * mega, 7 * mega / 2}}));
        QVERIFY(file->write(mega, QByteArray(2 * mega, 'c')));
        QVERIFY(file->write(7 * mega / 2, QByteArray(mega / 2, 'd')));
        QVERIFY(file->complete());
        QVERIFY(onDisk()
                == QByteArray(mega, 'a') + QByteArray(2 * mega, 'c') + QByteArray(mega / 2, 'b')
                       + QByteArray(mega / 2, 'd'));
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
};

QTEST_GUILESS_MAIN(TestSparseFile)
#include "tst_sparsefile.moc"
