// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/player/playerfixture.h"

#include <QAccessible>
#include <QElapsedTimer>

#include <limits>

using namespace tests;

class TestTimeline final : public QObject
{
    Q_OBJECT

private slots:
    void keyboardMovesThePlayhead();
    void clickSeeks();
    void dragAsksForTheLastPlace();
    void dragIgnoresThePlayer();
    void flagsOpenNotes();
    void hoverTellsTheChapter();
    void tickRepaintsAStrip();
    void screenReaderSeesASlider();
    void manyChaptersAndFlags();
    void unknownLength();
    void tipHasTheWords();
    void guessedPlace();
};

void TestTimeline::keyboardMovesThePlayhead()
{
    Bar b;
    QSignalSpy sought(&b.bar, &PlayerBar::seekRequested);
    QSignalSpy stepped(&b.bar, &PlayerBar::skipRequested);
    Timeline &line = b.bar.timeline();
    const auto key = [&](int k) {
        QTest::keyClick(&line, static_cast<Qt::Key>(k));
        return line.position();
    };
    const auto lastStep = [&] {
        return stepped.isEmpty() ? Duration(0) : stepped.last().at(0).value<Duration>();
    };
    QCOMPARE(key(Qt::Key_Right), at(24, 36));
    QCOMPARE(lastStep(), Duration(5000));
    QCOMPARE(key(Qt::Key_Right), at(24, 41));
    QCOMPARE(key(Qt::Key_Left), at(24, 36));
    QCOMPARE(lastStep(), Duration(-5000));
    QCOMPARE(key(Qt::Key_PageUp), at(25, 6));
    QCOMPARE(lastStep(), Duration(30000));
    QCOMPARE(key(Qt::Key_PageDown), at(24, 36));
    QCOMPARE(stepped.count(), 5);
    // Steps are no jumps, which Back would lead back from; the ends are.
    QCOMPARE(sought.count(), 0);
    QCOMPARE(key(Qt::Key_Home), at(0, 0));
    QCOMPARE(lastPlace(sought), at(0, 0));
    QCOMPARE(key(Qt::Key_Left), at(0, 0));
    QCOMPARE(stepped.count(), 5);
    QCOMPARE(key(Qt::Key_End), MediaTime(length));
    QCOMPARE(lastPlace(sought), MediaTime(length));
    QCOMPARE(b.child("playerElapsed")->property("time").toString(), QStringLiteral("58:00"));
}

void TestTimeline::clickSeeks()
{
    const Bar b;
    QSignalSpy sought(&b.bar, &PlayerBar::seekRequested);
    auto *const line = b.child<Timeline>("timeline");
    QTest::mouseClick(line, Qt::LeftButton, {}, b.on(at(29, 0), 37));
    QVERIFY(off(lastPlace(sought), at(29, 0)) < 3000);
    QCOMPARE(line->position(), lastPlace(sought));
    const auto before = sought.count();
    QTest::mouseClick(line, Qt::RightButton, {}, b.on(at(9, 0), 37));
    QCOMPARE(sought.count(), before);
}

void TestTimeline::dragAsksForTheLastPlace()
{
    const Bar b;
    QSignalSpy sought(&b.bar, &PlayerBar::seekRequested);
    auto *const line = b.child<Timeline>("timeline");
    QTest::mousePress(line, Qt::LeftButton, {}, b.on(at(10, 0), 37));
    QCOMPARE(sought.count(), 1);
    for (int minute = 11; minute <= 40; ++minute) {
        QTest::mouseMove(line, b.on(at(minute, 0), 37));
    }
    QVERIFY(sought.count() < 15);
    QVERIFY(off(line->position(), at(40, 0)) < 3000);
    // What was held back is asked for, though the mouse rests.
    QTRY_VERIFY(off(lastPlace(sought), at(40, 0)) < 3000);
    QTest::mouseRelease(line, Qt::LeftButton, {}, b.on(at(50, 0), 37));
    QVERIFY(off(lastPlace(sought), at(50, 0)) < 3000);
    QVERIFY(!line->isScrubbing());
}

void TestTimeline::dragIgnoresThePlayer()
{
    Bar b;
    Timeline &line = b.bar.timeline();
    QTest::mousePress(&line, Qt::LeftButton, {}, b.on(at(10, 0), 37));
    b.bar.setPosition(at(24, 32));
    QVERIFY(off(line.position(), at(10, 0)) < 3000);
    QTest::mouseRelease(&line, Qt::LeftButton, {}, b.on(at(10, 0), 37));
    b.bar.setPosition(at(10, 1));
    QCOMPARE(line.position(), at(10, 1));
}

void TestTimeline::flagsOpenNotes()
{
    const Bar b;
    QSignalSpy opened(&b.bar, &PlayerBar::noteActivated);
    QSignalSpy sought(&b.bar, &PlayerBar::seekRequested);
    auto *const line = b.child<Timeline>("timeline");
    QTest::mouseClick(line, Qt::LeftButton, {}, b.on(at(40, 0), 14) + QPoint(3, 0));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.last().at(0).value<NoteId>(), NoteId(QStringLiteral("late")));
    QCOMPARE(sought.count(), 0);

    line->setFocus(Qt::TabFocusReason);
    QTest::keyClick(line, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(line->accessibleDescription().left(17), QStringLiteral("Note at 5 minutes"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(opened.last().at(0).value<NoteId>(), NoteId(QStringLiteral("early")));
    QTest::keyClick(line, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(line, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(line, Qt::Key_Enter);
    QCOMPARE(opened.last().at(0).value<NoteId>(), NoteId(QStringLiteral("late")));
    QCOMPARE(sought.count(), 0);
}

void TestTimeline::hoverTellsTheChapter()
{
    const Bar b;
    auto *const line = b.child<Timeline>("timeline");
    QTest::mouseMove(line, b.on(at(35, 0), 37));
    auto *const tip = b.window.findChild<QWidget *>(QStringLiteral("timelineTip"));
    QVERIFY(tip);
    QVERIFY(tip->isVisible());
    QVERIFY(
        tip->property("text").toString().endsWith(QStringLiteral(" · 3 The wall on Quay Street")));
    // Over the page above the bar, never over the flags.
    QVERIFY(tip->geometry().bottom() < line->mapTo(&b.window, QPoint(0, 10)).y());
    line->setEnabled(false);
    QVERIFY(!tip->isVisible());
}

void TestTimeline::tickRepaintsAStrip()
{
    Bar b;
    QVERIFY(QTest::qWaitForWindowExposed(&b.window));
    QTest::qWait(0);
    PaintWatch watch(b.bar.timeline());
    PaintWatch all(b.bar);
    b.bar.setPosition(at(24, 34));
    b.bar.setPosition(at(24, 37));
    QTRY_VERIFY(!watch.painted.isEmpty());
    const QRect strip = watch.painted.boundingRect();
    QVERIFY2(strip.width() <= 20, qPrintable(QString::number(strip.width())));
    QVERIFY(strip.contains(b.on(at(24, 37), strip.center().y())));
    int area = 0;
    for (const QRect &part : all.painted) {
        area += part.width() * part.height();
    }
    // The strip and the two times, of a bar of 148,800 pixels.
    QVERIFY2(area < 6000, qPrintable(QString::number(area)));
    // Within one pixel there is nothing to draw.
    watch.painted = {};
    b.bar.setPosition(at(24, 37) + Duration(1));
    QCoreApplication::processEvents();
    QVERIFY(watch.painted.isEmpty());
}

void TestTimeline::screenReaderSeesASlider()
{
    Bar b;
    QAccessibleInterface *const face = QAccessible::queryAccessibleInterface(&b.bar.timeline());
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::Slider);
    QCOMPARE(face->text(QAccessible::Value),
             QStringLiteral("24 minutes 31 seconds of 58 minutes, Reading the ledgers"));
    const QString name = face->text(QAccessible::Name);
    QVERIFY(!name.isEmpty());
    QAccessibleValueInterface *const value = face->valueInterface();
    QVERIFY(value);
    QCOMPARE(value->currentValue().toLongLong(), at(24, 31).ms());
    QCOMPARE(value->maximumValue().toLongLong(), qint64(length.count()));
    QSignalSpy sought(&b.bar, &PlayerBar::seekRequested);
    value->setCurrentValue(at(31, 7).ms());
    QCOMPARE(lastPlace(sought), at(31, 7));
    QCOMPARE(face->text(QAccessible::Name), name);
}

void TestTimeline::manyChaptersAndFlags()
{
    Bar b;
    app::timestamps::Chapters many(50'000);
    std::vector<TimelineFlag> notes(50'000);
    for (int i = 0; i < 50'000; ++i) {
        many[static_cast<std::size_t>(i)].start = MediaTime::fromMs((i * 7919LL) % length.count());
        notes[static_cast<std::size_t>(i)].start = MediaTime::fromMs(i * 60LL);
    }
    many[1].start = MediaTime::fromMs(std::numeric_limits<qint64>::max());
    b.bar.setChapters(many);
    b.bar.setFlags(notes);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!b.bar.timeline().grab().isNull());
    QVERIFY(timer.elapsed() < 20'000);
}

void TestTimeline::unknownLength()
{
    Bar b;
    b.bar.setDuration(Duration(-1));
    QSignalSpy sought(&b.bar, &PlayerBar::seekRequested);
    Timeline &line = b.bar.timeline();
    QTest::mouseClick(&line, Qt::LeftButton, {}, QPoint(300, 37));
    QCOMPARE(sought.count(), 0);
    QTest::keyClick(&line, Qt::Key_Right);
    QCOMPARE(line.position(), at(24, 36));
    QTest::keyClick(&line, Qt::Key_End);
    QCOMPARE(sought.count(), 0);
    QVERIFY(b.child("playerRemaining")->property("time").toString().isEmpty());
    QCOMPARE(line.spokenValue(), QStringLiteral("24 minutes 36 seconds, Reading the ledgers"));
}

void TestTimeline::tipHasTheWords()
{
    Bar b;
    Timeline &line = b.bar.timeline();
    QStringList asked;
    line.setWordsAt([&asked](MediaTime place) {
        asked += QString::number(place.ms());
        return place > at(50, 0) ? QString() : QStringLiteral("the  repair\nbills");
    });
    b.bar.setPosition(at(24, 32));
    QVERIFY(asked.isEmpty());
    QTest::mouseMove(&line, b.on(at(20, 0), 37));
    QTest::mouseMove(&line, b.on(at(35, 0), 37));
    auto *const tip = b.window.findChild<QWidget *>(QStringLiteral("timelineTip"));
    QCOMPARE(tip->property("words").toString(), QStringLiteral("“the repair bills”"));
    QVERIFY(!asked.isEmpty());
    QVERIFY(tip->height() > 30);
    QTest::mouseMove(&line, b.on(at(55, 0), 37));
    QVERIFY(tip->property("words").toString().isEmpty());
    QVERIFY(tip->height() < 30);
    line.setWordsAt({});
    QTest::mouseMove(&line, b.on(at(36, 0), 37));
    QVERIFY(tip->isVisible());
}

void TestTimeline::guessedPlace()
{
    Bar b;
    auto *const elapsed = b.child("playerElapsed");
    b.bar.setPositionExact(false);
    QCOMPARE(elapsed->property("time").toString(), QStringLiteral("~24:31"));
    QVERIFY(!elapsed->toolTip().isEmpty());
    QVERIFY(!elapsed->testAttribute(Qt::WA_TransparentForMouseEvents));
    QVERIFY(b.bar.timeline().spokenValue().startsWith(QStringLiteral("about 24 minutes")));
    b.bar.setPositionExact(true);
    QCOMPARE(elapsed->property("time").toString(), QStringLiteral("24:31"));
    b.bar.setPositionExact(false);
    b.bar.setEpisode({{EpisodeId(9), QStringLiteral("Other"), QStringLiteral("Tidewater")}});
    QCOMPARE(elapsed->property("time").toString(), QStringLiteral("0:00"));
}

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
