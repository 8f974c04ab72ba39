// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/playerbar.h"
#include "ui/player/timeline.h"
#include "ui/theme/metrics.h"
#include "ui/theme/thememanager.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"

#include <QAccessible>
#include <QAction>
#include <QElapsedTimer>
#include <QMenu>
#include <QPaintEvent>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include <cstdlib>
#include <limits>

using app::base::EpisodeId;
using app::base::NoteId;
using app::notes::Color;
using app::playback::PlayerState;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using ui::player::PlayerBar;
using ui::player::Timeline;
using ui::player::TimelineFlag;
using ui::theme::ThemeManager;
using ui::widgets::ElidedLabel;
using ui::widgets::IconButton;

namespace {

constexpr Duration length{58 * 60'000};

MediaTime at(int minutes, int seconds)
{
    return MediaTime::fromMs((minutes * 60 + seconds) * 1000LL);
}

app::timestamps::Chapters chapters()
{
    app::timestamps::Chapters result(4);
    result[0].title = QStringLiteral("Opening");
    result[1].start = at(10, 0);
    result[1].title = QStringLiteral("Reading the ledgers");
    result[2].start = at(31, 0);
    result[2].title = QStringLiteral("The wall on Quay Street");
    result[3].start = at(45, 0);
    result[3].title = QStringLiteral("Hidden");
    result[3].listed = false;
    return result;
}

std::vector<TimelineFlag> flags()
{
    return {{NoteId(QStringLiteral("late")), at(40, 0), {}, Color::Blue, QStringLiteral("later")},
            {NoteId(QStringLiteral("early")), at(5, 0), at(6, 0), Color::Yellow, {}}};
}

/// Collects what a widget is asked to repaint.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget &widget)
        : m_widget(widget)
    {
        widget.installEventFilter(this);
    }

    QRegion painted;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == &m_widget && event->type() == QEvent::Paint) {
            painted += static_cast<QPaintEvent *>(event)->region();
        }
        return false;
    }

private:
    QWidget &m_widget;
};

/// A bar with an episode, 1200 wide.
struct Bar
{
    ThemeManager themes{ThemeManager::Mode::Light};
    QWidget window;
    PlayerBar bar{themes, &window};

    explicit Bar(int width = 1200)
    {
        window.resize(width, 300);
        bar.setEpisode(
            {{EpisodeId(7), QStringLiteral("Where zero is"), QStringLiteral("Tidewater")}});
        bar.setDuration(length);
        bar.setState(PlayerState::Paused);
        bar.setChapters(chapters());
        bar.setFlags(flags());
        bar.setPosition(at(24, 31));
        bar.setGeometry(0, 150, width, bar.height());
        window.show();
    }

    template <typename Widget = QWidget>
    [[nodiscard]] Widget *child(const char *name) const
    {
        return bar.findChild<Widget *>(QLatin1String(name));
    }

    void press(const char *name) const
    {
        auto *const button = child<QAbstractButton>(name);
        QVERIFY(button && button->isVisible() && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }

    [[nodiscard]] QPoint on(MediaTime place, int y) const
    {
        return {qRound(const_cast<PlayerBar &>(bar).timeline().xOf(place)), y};
    }
};

MediaTime lastPlace(const QSignalSpy &spy)
{
    return spy.isEmpty() ? MediaTime::fromMs(-1) : spy.last().at(0).value<MediaTime>();
}

qint64 off(MediaTime a, MediaTime b)
{
    return std::abs((a - b).count());
}

} // namespace

class TestPlayerBar final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsPlaying();
    void buttonsEmitWishes();
    void playFollowsTheState();
    void anotherEpisodeForgetsTheOld();
    void waitingIsSaidAfterAMoment();
    void failureCanBeRetried();
    void pauseRunsNoTimer();
    void leadsBack();
    void narrowPutsTheRestUnderMore();
    void longTitleNeverWidens();
    void speedAndVolumePopups();
    void timesSwitch();
    void keysShowInTips();
    void keyboardMovesThePlayhead();
    void clickSeeks();
    void dragAsksForTheLastPlace();
    void dragIgnoresThePlayer();
    void flagsOpenNotes();
    void hoverTellsTheChapter();
    void tickRepaintsAStrip();
    void screenReaderSeesASlider();
    void everyControlHasAName();
    void manyChaptersAndFlags();
    void unknownLength();
};

void TestPlayerBar::nothingIsPlaying()
{
    ThemeManager themes{ThemeManager::Mode::Light};
    PlayerBar bar(themes);
    bar.resize(1200, bar.height());
    bar.show();
    QCOMPARE(bar.height(), 64);
    QVERIFY(bar.findChild<ElidedLabel *>(QStringLiteral("playerNothing"))->isVisible());
    QVERIFY(!bar.timeline().isVisible());
    for (const char *const name : {"playerToggle", "playerBack", "playerForward"}) {
        auto *const button = bar.findChild<QAbstractButton *>(QLatin1String(name));
        QVERIFY(button->isVisible());
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), QStringLiteral("Nothing is playing"));
    }
    QVERIFY(!bar.findChild<QWidget *>(QStringLiteral("playerMark"))->isVisible());
}

void TestPlayerBar::buttonsEmitWishes()
{
    const Bar b;
    QSignalSpy toggled(&b.bar, &PlayerBar::toggleRequested);
    QSignalSpy skipped(&b.bar, &PlayerBar::skipRequested);
    QSignalSpy chapter(&b.bar, &PlayerBar::chapterRequested);
    QSignalSpy marked(&b.bar, &PlayerBar::markRequested);
    QSignalSpy title(&b.bar, &PlayerBar::titleActivated);
    b.press("playerToggle");
    b.press("playerBack");
    b.press("playerForward");
    b.press("playerChapterPrevious");
    b.press("playerChapterNext");
    b.press("playerMark");
    b.press("playerTitle");
    QCOMPARE(toggled.count(), 1);
    QCOMPARE(skipped.count(), 2);
    QCOMPARE(skipped.at(0).at(0).value<Duration>(), Duration(-15000));
    QCOMPARE(skipped.at(1).at(0).value<Duration>(), Duration(30000));
    QCOMPARE(chapter.count(), 2);
    QCOMPARE(chapter.at(0).at(0).toInt(), -1);
    QCOMPARE(chapter.at(1).at(0).toInt(), 1);
    QCOMPARE(marked.count(), 1);
    QCOMPARE(title.count(), 1);
}

void TestPlayerBar::playFollowsTheState()
{
    Bar b;
    auto *const toggle = b.child<IconButton>("playerToggle");
    QCOMPARE(toggle->iconName(), QStringLiteral("play"));
    QCOMPARE(toggle->accessibleName(), QStringLiteral("Play"));
    b.bar.setState(PlayerState::Playing);
    QCOMPARE(toggle->iconName(), QStringLiteral("pause"));
    QCOMPARE(toggle->accessibleName(), QStringLiteral("Pause"));
    b.bar.setState(PlayerState::Ended);
    QCOMPARE(toggle->iconName(), QStringLiteral("play"));
    b.bar.setChapters({});
    QVERIFY(!b.child("playerChapterNext")->isEnabled());
    QCOMPARE(b.child("playerChapterNext")->toolTip(),
             QStringLiteral("This episode has no chapters"));
}

void TestPlayerBar::anotherEpisodeForgetsTheOld()
{
    Bar b;
    b.bar.setFailure(QStringLiteral("Broken."));
    b.bar.setEpisode({{EpisodeId(7), QStringLiteral("Renamed"), QStringLiteral("Tidewater")}});
    QCOMPARE(b.bar.timeline().duration(), std::optional(length));
    b.bar.setEpisode({{EpisodeId(8), QStringLiteral("Other"), QStringLiteral("Tidewater")}});
    QVERIFY(!b.bar.timeline().duration());
    QCOMPARE(b.bar.timeline().position(), MediaTime());
    QVERIFY(!b.child("playerRetry")->isVisible());
    QVERIFY(b.bar.timeline().chapterTitle(at(24, 31)).isEmpty());
}

void TestPlayerBar::waitingIsSaidAfterAMoment()
{
    Bar b;
    auto *const status = b.child<ElidedLabel>("playerStatus");
    b.bar.setBuffered(0.42);
    b.bar.setState(PlayerState::Buffering);
    QVERIFY(!status->isVisible());
    QTRY_COMPARE(status->text(), QStringLiteral("Waiting for the server… 42 %"));
    QVERIFY(status->isVisible());
    b.bar.setBuffered(std::nullopt);
    QCOMPARE(status->text(), QStringLiteral("Waiting for the server…"));
    b.bar.setState(PlayerState::Playing);
    QVERIFY(!status->isVisible());
    QVERIFY(status->text().isEmpty());
}

void TestPlayerBar::failureCanBeRetried()
{
    Bar b;
    QSignalSpy retried(&b.bar, &PlayerBar::retryRequested);
    b.bar.setState(PlayerState::Failed);
    auto *const status = b.child<ElidedLabel>("playerStatus");
    QVERIFY(!status->text().isEmpty());
    b.bar.setFailure(QStringLiteral("This file cannot be played: unknown format."));
    QCOMPARE(status->text(), QStringLiteral("This file cannot be played: unknown format."));
    QAccessibleInterface *const face =
        QAccessible::queryAccessibleInterface(b.child("playerAlert"));
    QCOMPARE(face->role(), QAccessible::AlertMessage);
    QCOMPARE(face->text(QAccessible::Name), status->text());
    QVERIFY(!b.bar.timeline().isEnabled());
    b.press("playerRetry");
    QCOMPARE(retried.count(), 1);
    b.bar.setFailure({});
    b.bar.setState(PlayerState::Paused);
    QVERIFY(!status->isVisible());
    QVERIFY(b.bar.timeline().isEnabled());
}

void TestPlayerBar::pauseRunsNoTimer()
{
    Bar b;
    b.bar.setState(PlayerState::Buffering);
    b.bar.setState(PlayerState::Paused);
    for (const QTimer *const timer : b.bar.findChildren<QTimer *>()) {
        QVERIFY(!timer->isActive());
    }
    // Timers that are plain members are no children: none may ever change the status now.
    QTest::qWait(0);
    QVERIFY(b.child<ElidedLabel>("playerStatus")->text().isEmpty());
}

void TestPlayerBar::leadsBack()
{
    Bar b;
    QSignalSpy returned(&b.bar, &PlayerBar::backRequested);
    auto *const button = b.child<QAbstractButton>("playerReturn");
    QVERIFY(!button->isVisible());
    b.bar.setBackPlace(at(12, 8));
    QCOMPARE(button->text(), QStringLiteral("Back to 12:08"));
    QCOMPARE(button->accessibleName(), QStringLiteral("Back to 12 minutes 8 seconds"));
    b.press("playerReturn");
    QCOMPARE(returned.count(), 1);
    b.bar.setBackPlace(std::nullopt);
    QVERIFY(!button->isVisible());
}

void TestPlayerBar::narrowPutsTheRestUnderMore()
{
    Bar b(760);
    QVERIFY(b.bar.isNarrow());
    QCOMPARE(b.bar.height(), 108);
    QVERIFY(!b.child("playerSpeed")->isVisible());
    QVERIFY(!b.child("playerVolume")->isVisible());
    QVERIFY(!b.child("playerChapterNext")->isVisible());
    b.press("playerMore");
    auto *const menu = b.child<QMenu>("playerMoreMenu");
    QCOMPARE(menu->actions().size(), 5);
    QSignalSpy chapter(&b.bar, &PlayerBar::chapterRequested);
    menu->actions().at(1)->trigger();
    QCOMPARE(chapter.count(), 1);
    menu->close();
    b.bar.resize(1200, b.bar.height());
    QVERIFY(!b.bar.isNarrow());
    QCOMPARE(b.bar.height(), 124);
    QVERIFY(b.child("playerSpeed")->isVisible());
    QVERIFY(!b.child("playerMore")->isVisible());
}

void TestPlayerBar::longTitleNeverWidens()
{
    Bar b(640);
    const QString words(5000, QLatin1Char('w'));
    b.bar.setEpisode({{EpisodeId(7), words, words}});
    b.bar.setFailure(words);
    b.bar.setBackPlace(at(12, 8));
    QVERIFY(b.bar.minimumSizeHint().width() <= 640);
    b.bar.resize(960, b.bar.height());
    QVERIFY(b.bar.minimumSizeHint().width() <= 960);
    QVERIFY(!b.bar.grab().isNull());
}

void TestPlayerBar::speedAndVolumePopups()
{
    Bar b;
    QSignalSpy speed(&b.bar, &PlayerBar::speedRequested);
    QSignalSpy volume(&b.bar, &PlayerBar::volumeRequested);
    b.bar.setSpeed(1.4);
    QCOMPARE(b.child<QAbstractButton>("playerSpeed")->text(), QStringLiteral("1.4×"));
    b.press("playerSpeed");
    auto *const popup = b.child("speedPopup");
    QVERIFY(popup->isVisible());
    auto *const slider = popup->findChild<QSlider *>();
    QCOMPARE(slider->value(), 140);
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(speed.last().at(0).toDouble(), 1.45);
    popup->close();
    b.bar.setSpeed(std::numeric_limits<double>::quiet_NaN());
    QCOMPARE(b.child<QAbstractButton>("playerSpeed")->text(), QStringLiteral("0.5×"));

    b.bar.setVolume(0.8);
    b.press("playerVolume");
    auto *const loud = b.child("volumePopup");
    QTest::keyClick(loud->findChild<QSlider *>(), Qt::Key_Left);
    QCOMPARE(volume.last().at(0).toDouble(), 0.75);
    QTest::mouseClick(loud->findChild<QAbstractButton *>(), Qt::LeftButton);
    QCOMPARE(volume.last().at(0).toDouble(), 0.0);
    b.bar.setVolume(0);
    QCOMPARE(b.child<IconButton>("playerVolume")->iconName(), QStringLiteral("volume-off"));
    QTest::mouseClick(loud->findChild<QAbstractButton *>(), Qt::LeftButton);
    QCOMPARE(volume.last().at(0).toDouble(), 0.8);
    loud->close();
}

void TestPlayerBar::timesSwitch()
{
    Bar b;
    QCOMPARE(b.child("playerElapsed")->property("time").toString(), QStringLiteral("24:31"));
    auto *const left = b.child("playerRemaining");
    QCOMPARE(left->property("time").toString(), QStringLiteral("−33:29"));
    b.press("playerRemaining");
    QCOMPARE(left->property("time").toString(), QStringLiteral("58:00"));
    b.press("playerRemaining");
    QCOMPARE(left->property("time").toString(), QStringLiteral("−33:29"));
}

void TestPlayerBar::keysShowInTips()
{
    Bar b;
    QAction action;
    action.setShortcut(QKeySequence(Qt::Key_M));
    b.bar.bindAction(QStringLiteral("mark.last30"), &action);
    b.bar.bindAction(QStringLiteral("no.such"), &action);
    QCOMPARE(b.child("playerMark")->toolTip(), QStringLiteral("Mark last 30 s (M)"));
    action.setShortcut(QKeySequence(Qt::Key_X));
    QCOMPARE(b.child("playerMark")->toolTip(), QStringLiteral("Mark last 30 s (X)"));
}

void TestPlayerBar::keyboardMovesThePlayhead()
{
    Bar b;
    QSignalSpy sought(&b.bar, &PlayerBar::seekRequested);
    Timeline &line = b.bar.timeline();
    const auto key = [&](int k) {
        QTest::keyClick(&line, static_cast<Qt::Key>(k));
        return lastPlace(sought);
    };
    QCOMPARE(key(Qt::Key_Right), at(24, 36));
    QCOMPARE(key(Qt::Key_Right), at(24, 41));
    QCOMPARE(key(Qt::Key_Left), at(24, 36));
    QCOMPARE(key(Qt::Key_PageUp), at(25, 6));
    QCOMPARE(key(Qt::Key_PageDown), at(24, 36));
    QCOMPARE(key(Qt::Key_Home), at(0, 0));
    QCOMPARE(key(Qt::Key_Left), at(0, 0));
    QCOMPARE(key(Qt::Key_End), MediaTime(length));
    QCOMPARE(key(Qt::Key_PageUp), MediaTime(length));
    QCOMPARE(b.child("playerElapsed")->property("time").toString(), QStringLiteral("58:00"));
}

void TestPlayerBar::clickSeeks()
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

void TestPlayerBar::dragAsksForTheLastPlace()
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

void TestPlayerBar::dragIgnoresThePlayer()
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

void TestPlayerBar::flagsOpenNotes()
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

void TestPlayerBar::hoverTellsTheChapter()
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

void TestPlayerBar::tickRepaintsAStrip()
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

void TestPlayerBar::screenReaderSeesASlider()
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

void TestPlayerBar::everyControlHasAName()
{
    Bar b;
    b.bar.setFailure(QStringLiteral("Broken."));
    b.bar.setBackPlace(at(1, 0));
    int reachable = 0;
    for (const QWidget *const widget : b.bar.findChildren<QWidget *>()) {
        if (widget->focusPolicy() & Qt::TabFocus) {
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            ++reachable;
        }
    }
    QVERIFY(reachable >= 13);
}

void TestPlayerBar::manyChaptersAndFlags()
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
    QVERIFY(timer.elapsed() < 2000);
}

void TestPlayerBar::unknownLength()
{
    Bar b;
    b.bar.setDuration(std::nullopt);
    QSignalSpy sought(&b.bar, &PlayerBar::seekRequested);
    Timeline &line = b.bar.timeline();
    QTest::mouseClick(&line, Qt::LeftButton, {}, QPoint(300, 37));
    QCOMPARE(sought.count(), 0);
    QTest::keyClick(&line, Qt::Key_Right);
    QCOMPARE(lastPlace(sought), at(24, 36));
    QTest::keyClick(&line, Qt::Key_End);
    QCOMPARE(sought.count(), 1);
    QVERIFY(b.child("playerRemaining")->property("time").toString().isEmpty());
    QCOMPARE(line.spokenValue(), QStringLiteral("24 minutes 36 seconds, Reading the ledgers"));
}

QTEST_MAIN(TestPlayerBar)
#include "tst_playerbar.moc"
