// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/internal/byteranges.h"

#include <QTest>

#include <algorithm>
#include <random>

using app::downloads::internal::ByteRanges;
using app::media::ByteRange;

namespace {

constexpr int fileSize = 200;

/// The same in the plainest way: one mark for each byte.
class Model
{
public:
    void keepOnly(const Model &others)
    {
        for (size_t at = 0; at < m_there.size(); ++at) {
            m_there.at(at) = m_there.at(at) && others.m_there.at(at);
        }
    }

    void set(qint64 start, qint64 end, bool there)
    {
        for (qint64 at = std::max<qint64>(0, start); at < std::min<qint64>(end, fileSize); ++at) {
            m_there.at(static_cast<size_t>(at)) = there;
        }
    }

    bool has(qint64 at) const { return at < fileSize && m_there.at(static_cast<size_t>(at)); }

    std::vector<ByteRange> list() const
    {
        std::vector<ByteRange> ranges;
        for (qint64 at = 0; at < fileSize; ++at) {
            if (has(at) && (at == 0 || !has(at - 1))) {
                ranges.push_back({at, endAt(at)});
            }
        }
        return ranges;
    }

    qint64 endAt(qint64 at) const
    {
        while (has(at)) {
            ++at;
        }
        return at;
    }

    std::optional<ByteRange> gapFrom(qint64 at, qint64 total) const
    {
        const qint64 start = endAt(at);
        qint64 end = start;
        while (end < total && !has(end)) {
            ++end;
        }
        return start < total ? std::optional(ByteRange{start, end}) : std::nullopt;
    }

private:
    std::vector<bool> m_there = std::vector<bool>(fileSize);
};

} // namespace

class TestByteRanges : public QObject
{
    Q_OBJECT

private slots:

    void joinsWhatTouches()
    {
        ByteRanges ranges;
        QVERIFY(ranges.isEmpty());
        ranges.add(10, 20);
        ranges.add(30, 40);
        ranges.add(20, 25);
        QVERIFY((ranges.list() == std::vector<ByteRange>{{10, 25}, {30, 40}}));
        ranges.add(25, 30);
        QVERIFY((ranges.list() == std::vector<ByteRange>{{10, 40}}));
        ranges.add(5, 5);
        ranges.add(9, 3);
        ranges.add(-5, 3);
        QCOMPARE(ranges.list().size(), size_t(1));
        QCOMPARE(ranges.endAt(0), 0);
        QCOMPARE(ranges.endAt(10), 40);
        QCOMPARE(ranges.endAt(40), 40);
        QCOMPARE(ranges.bytes(), 30);
        QVERIFY((ranges.gapFrom(15) == ByteRange{40, std::numeric_limits<qint64>::max()}));
        QVERIFY(!ranges.gapFrom(15, 40));
    }

    void takesAnyList()
    {
        const ByteRanges ranges({{30, 40}, {5, 1}, {0, 10}, {35, 50}, {-3, 2}});
        QVERIFY((ranges.list() == std::vector<ByteRange>{{0, 10}, {30, 50}}));
    }

    void agreesWithTheModel()
    {
        std::mt19937 random(20261121);
        const auto any = [&random](int below) {
            return static_cast<qint64>(random() % unsigned(below));
        };
        ByteRanges last;
        Model lastModel;
        for (int round = 0; round < 200; ++round) {
            ByteRanges ranges;
            Model model;
            for (int step = 0; step < 40; ++step) {
                const qint64 start = any(fileSize);
                const qint64 end = std::min<qint64>(fileSize, start + any(20));
                if (any(20) == 0) {
                    ranges.clip(start);
                    model.set(start, fileSize, false);
                } else {
                    ranges.add(start, end);
                    model.set(start, end, true);
                }
                QVERIFY(ranges.list() == model.list());
                const qint64 at = any(fileSize);
                const qint64 total = any(fileSize) + 1;
                QCOMPARE(ranges.endAt(at), model.endAt(at));
                QVERIFY(ranges.gapFrom(at, total) == model.gapFrom(at, total));
            }
            qint64 bytes = 0;
            for (const ByteRange &range : ranges.list()) {
                bytes += range.end - range.start;
            }
            QCOMPARE(ranges.bytes(), bytes);
            last.intersect(ranges);
            lastModel.keepOnly(model);
            QVERIFY(last.list() == lastModel.list());
            last = ranges;
            lastModel = model;
        }
    }
};

QTEST_GUILESS_MAIN(TestByteRanges)
#include "tst_byteranges.moc"
