// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/decisions.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace app::timestamps;
using Kind = TimeDecision::Kind;

namespace {

MediaTime at(qint64 seconds)
{
    return MediaTime::fromMs(seconds * 1000);
}

const QString list = QStringLiteral("(1:00) One\n(2:00) Two\n(3:00) Three\nIt costs $3:16 now");

TimeDecision decision(Kind kind, const QString &written, const QString &in = list)
{
    return {.kind = kind,
            .span = {in.indexOf(written), written.size()},
            .written = written,
            .to = {},
            .laterToo = false};
}

QList<qint64> seconds(const QString &text, const TimeDecisions &decisions)
{
    QList<qint64> found;
    for (const Timestamp &time : readTimestamps({text, {}, {}}, Duration(3'600'000), decisions)) {
        found += time.start.ms() / 1000;
    }
    return found;
}

} // namespace

class TestDecisions final : public QObject
{
    Q_OBJECT

private slots:

    void withoutAnyItIsAsRead() { QCOMPARE(seconds(list, {}), (QList<qint64>{60, 120, 180})); }

    void aTimeMayBeNone()
    {
        TimeDecisions decisions;
        decisions.times = {decision(Kind::NotATime, QStringLiteral("2:00"))};
        QCOMPARE(seconds(list, decisions), (QList<qint64>{60, 180}));
        // A text that was lengthened in front still has it.
        QCOMPARE(seconds(u"News of the week.\n" + list, decisions), (QList<qint64>{60, 180}));
        // One that no longer has it is read as it is.
        QCOMPARE(seconds(QStringLiteral("(1:00) One\n(2:05) Two"), decisions),
                 (QList<qint64>{60, 125}));
    }

    void whatWasRefusedMayBeATime()
    {
        TimeDecisions decisions;
        decisions.times = {decision(Kind::IsATime, QStringLiteral("3:16"))};
        QCOMPARE(seconds(list, decisions), (QList<qint64>{60, 120, 180, 196}));
        decisions.times.push_back(decision(Kind::NotATime, QStringLiteral("3:16")));
        QCOMPARE(seconds(list, decisions), (QList<qint64>{60, 120, 180}));
    }

    void oneMayBeElsewhereAndLaterOnesToo()
    {
        TimeDecisions decisions;
        decisions.times = {decision(Kind::Moved, QStringLiteral("2:00"))};
        decisions.times[0].to = at(130);
        QCOMPARE(seconds(list, decisions), (QList<qint64>{60, 130, 180}));
        decisions.times[0].laterToo = true;
        const QString text = QStringLiteral("(1:00) One\n(2:00) Two\n(3:00) Three");
        QCOMPARE(seconds(text, decisions), (QList<qint64>{60, 130, 190}));
    }

    void anotherRecordingsTimesFollowTheOffsets()
    {
        const QString video = QStringLiteral("Timestamps are for the YouTube video:\n"
                                             "(1:00) One\n(2:00) Two\n(3:00) Three");
        for (const Timestamp &time : readTimestamps({video, {}, {}}, Duration(3'600'000))) {
            QCOMPARE(time.recording, Recording::Other);
        }
        TimeDecisions decisions;
        decisions.offsets.add({at(60), at(75)});
        QCOMPARE(seconds(video, decisions), (QList<qint64>{75, 135, 195}));
        for (const Timestamp &time :
             readTimestamps({video, {}, {}}, Duration(3'600'000), decisions)) {
            QCOMPARE(time.recording, Recording::This);
        }
    }

    void aPodcastsDefaultsGiveWay()
    {
        TimeDecisions own;
        TimeDecisions podcast;
        podcast.shortForm = ShortForm::HoursMinutes;
        podcast.recording = Recording::This;
        QCOMPARE(withDefaults(own, podcast).shortForm, std::optional(ShortForm::HoursMinutes));
        own.shortForm = ShortForm::MinutesSeconds;
        QCOMPARE(withDefaults(own, podcast).shortForm, std::optional(ShortForm::MinutesSeconds));
        QCOMPARE(withDefaults(own, podcast).recording, std::optional(Recording::This));
    }

    void jsonGivesThemBack()
    {
        TimeDecisions decisions;
        decisions.times = {decision(Kind::NotATime, QStringLiteral("2:00")),
                           decision(Kind::IsATime, QStringLiteral("3:16")),
                           decision(Kind::Moved, QStringLiteral("1:00"))};
        decisions.times[2].to = at(61);
        decisions.times[2].laterToo = true;
        decisions.shortForm = ShortForm::HoursMinutes;
        decisions.recording = Recording::Other;
        decisions.offsets.add({at(60), at(75)});
        decisions.offsets.add({at(600), at(700)});
        decisions.otherEpisode = app::base::EpisodeId(7);
        const QByteArray json = writeDecisions(decisions);
        QCOMPARE(readDecisions(json), decisions);
        for (qsizetype i = 0; i < json.size(); ++i) {
            (void)readDecisions(json.left(i));
            QByteArray flipped = json;
            flipped[i] = static_cast<char>(flipped[i] ^ 0x15);
            (void)readDecisions(flipped);
        }
        QVERIFY(readDecisions("[]").isEmpty());
        QVERIFY(readDecisions(R"({"times":[{"kind":"moved","written":"1:00","to":1e300}],)"
                              R"("offsets":[[-1,5],["a"],[]],"shortForm":"x"})")
                    .isEmpty());
    }

    void offsetsOfOnePointShift()
    {
        const OffsetMap map({{at(100), at(130)}});
        QCOMPARE(map.here(at(100)), at(130));
        QCOMPARE(map.here(at(1000)), at(1030));
        QCOMPARE(OffsetMap({{at(100), at(70)}}).here(at(10)), MediaTime());
        QCOMPARE(OffsetMap().here(at(5)), at(5));
    }

    void offsetsBetweenPoints()
    {
        // An advertisement of 30 s somewhere between.
        const OffsetMap inserted({{at(100), at(100)}, {at(1000), at(1030)}});
        QCOMPARE(inserted.here(at(999)), at(999));
        QCOMPARE(inserted.here(at(1200)), at(1230));
        QCOMPARE(inserted.here(at(50)), at(50));
        // Something left out: never past the next point.
        const OffsetMap removed({{at(100), at(100)}, {at(1000), at(900)}});
        QCOMPARE(removed.here(at(950)), at(900));
        // A slower copy.
        const OffsetMap drift({{at(0), at(0)}, {at(1000), at(1010)}});
        QCOMPARE(drift.here(at(500)), at(505));
    }

    void offsetsNeverGoBackwards()
    {
        QRandomGenerator random(4711);
        for (int round = 0; round < 500; ++round) {
            OffsetMap map;
            for (int i = random.bounded(1, 8); i > 0; --i) {
                map.add({at(random.bounded(3600)), at(random.bounded(3600))});
            }
            MediaTime before;
            for (int s = 0; s < 4000; s += 7) {
                const MediaTime here = map.here(at(s));
                QVERIFY(here >= before);
                before = here;
            }
            for (const OffsetPoint &point : map.points()) {
                QCOMPARE(map.here(point.written), point.here);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
