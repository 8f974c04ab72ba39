// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/internal/risingchain.h"
#include "app/notes/timelinemap.h"
#include "tests/unit/notes/madetalk.h"

#include <QTest>

using namespace app::notes;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using tests::Talk;
using tests::TalkMaker;
using tests::TalkWord;
using tests::writeDown;

namespace {

MediaTime seconds(double s)
{
    return MediaTime::fromMs(qRound64(s * 1'000));
}

TimelinePiece piece(double start, double end, double shift)
{
    return {{seconds(start), seconds(end)}, Duration(qRound64(shift * 1'000)), 1};
}

qint64 away(MediaTime a, MediaTime b)
{
    return std::abs((a - b).count());
}

} // namespace

class TimelineMapTest : public QObject
{
    Q_OBJECT

private slots:

    void longestRisingRows()
    {
        using Row = std::vector<std::size_t>;
        QCOMPARE(internal::longestRising({}), Row());
        QCOMPARE(internal::longestRising({5, 1, 6, 2, 3, 9}), (Row{1, 3, 4, 5}));
        QCOMPARE(internal::longestRising({3, 3, 3}).size(), std::size_t{1});
    }

    void mapsPieceByPiece()
    {
        const TimelineMap map({piece(0, 100, 30), piece(101, 200, 60)});
        QCOMPARE(map.map(seconds(50)).time, seconds(80));
        QCOMPARE(map.map(seconds(150)).time, seconds(210));
        // Something was put in between: the nearer edge, and surely so.
        QCOMPARE(map.map(seconds(100.2)).time, seconds(130.2));
        QCOMPARE(map.map(seconds(100.8)).time, seconds(160.8));
        QVERIFY(!map.map(seconds(100.2)).atEdge);
        QCOMPARE(map.map(seconds(220)).time, seconds(280));
        QVERIFY(!map.map(seconds(220)).atEdge);
        QVERIFY(map.map(seconds(300)).atEdge);
    }

    void insideAnAdvertisementItIsTheNearestEdge()
    {
        const TimelineMap map({piece(0, 100, 0), piece(130, 200, -30)});
        for (const double inside : {103.0, 115.0, 127.0}) {
            QCOMPARE(map.map(seconds(inside)).time, seconds(100));
            QVERIFY(map.map(seconds(inside)).atEdge);
        }
        QCOMPARE(map.map(seconds(131)).time, seconds(101));
        const TimelineMap first({piece(30, 200, -30)});
        QCOMPARE(first.map(seconds(10)).time, seconds(0));
        QVERIFY(first.map(seconds(10)).atEdge);
    }

    void withoutPiecesTimesStay()
    {
        QCOMPARE(TimelineMap().map(seconds(9)).time, seconds(9));
        QVERIFY(!TimelineMap().map(seconds(9)).atEdge);
    }

    void overlappingPiecesAreKeptApart()
    {
        const TimelineMap map({piece(0, 100, 0), piece(90, 200, -30), piece(120, 130, -100)});
        MediaTime last;
        for (double at = 0; at < 300; at += 0.5) {
            const MediaTime there = map.map(seconds(at)).time;
            QVERIFY(there >= last);
            last = there;
        }
    }

    void goesBack()
    {
        const TimelineMap map({piece(0, 100, 30), piece(110, 200, 60)});
        for (const double at : {0.0, 50.0, 99.0, 111.0, 199.0})
            QCOMPARE(map.inverse().map(map.map(seconds(at)).time).time, seconds(at));
    }

    void advertisementsAreFound()
    {
        for (const double rate : {0.0, 0.15}) {
            TalkMaker maker(5);
            const Talk talk = maker.talk(6'000);
            const Talk other = maker.withAd(
                maker.withAd(maker.withErrors(talk, rate), 600'000, 30'000), 0, 30'000);
            const AnchorText old = writeDown(talk, 9).text;
            const AnchorText text = writeDown(other, 12).text;
            const TimelineMap map = alignTimelines(old, text);
            QCOMPARE(map.pieces().size(), std::size_t{2});
            qint64 worst = 0;
            for (const TalkWord &word : talk) {
                const qint64 shift = word.ms >= 600'000 ? 60'000 : 30'000;
                if (std::abs(word.ms - 600'000) < 15'000)
                    continue;
                const MappedTime there = map.map(MediaTime::fromMs(word.ms));
                worst = std::max(worst, away(there.time, MediaTime::fromMs(word.ms + shift)));
                QVERIFY(!there.atEdge && there.confidence > 0.2);
            }
            qInfo("%.0f %% word errors: at most %lld ms off", rate * 100, worst);
            QVERIFY(worst < 1'500);
            // The way back: what is said in the advertisement is not in the old recording.
            const TimelineMap back = alignTimelines(text, old);
            const MappedTime inside = back.map(MediaTime::fromMs(645'000));
            QVERIFY(inside.atEdge);
            QVERIFY(away(inside.time, MediaTime::fromMs(600'000)) < 3'000);
        }
    }

    void otherTextsAreNotAligned()
    {
        TalkMaker maker(6);
        const Talk talk = maker.talk(6'000);
        AnchorText one = writeDown(talk, 9).text;
        AnchorText other = writeDown(maker.talk(6'000), 9).text;
        QVERIFY(alignTimelines(one, other).isEmpty());
        QVERIFY(alignTimelines(one, AnchorText()).isEmpty());
        other = one;
        QCOMPARE(alignTimelines(one, other).pieces().size(), std::size_t{1});
        QCOMPARE(alignTimelines(one, other).pieces().front().shift, Duration(0));
        one.language = QStringLiteral("en");
        other.language = QStringLiteral("de");
        QVERIFY(alignTimelines(one, other).isEmpty());
        other.language = QStringLiteral("EN-gb");
        QVERIFY(!alignTimelines(one, other).isEmpty());
    }

    void repetitionsAreNoTrap()
    {
        AnchorText text;
        text.text = QStringLiteral("la la b la ").repeated(100'000);
        text.times = {{0, MediaTime()}, {text.text.size(), seconds(9'000)}};
        QVERIFY(alignTimelines(text, text).pieces().size() <= 1);
    }
};

QTEST_GUILESS_MAIN(TimelineMapTest)
#include "tst_timelinemap.moc"
