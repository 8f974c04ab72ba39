// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/player/playerfixture.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QTimer>

#include <algorithm>

using namespace tests;
using ui::widgets::ElidedLabel;
using ui::widgets::IconButton;

class TestPlayerBar final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsPlaying();
    void buttonsEmitWishes();
    void playFollowsTheState();
    void anotherEpisodeForgetsTheOld();
    void waitingIsSaidAfterAMoment();
    void longWaitIsNamed();
    void failureCanBeRetried();
    void pauseRunsNoTimer();
    void leadsBack();
    void narrowPutsTheRestUnderMore();
    void longTitleNeverWidens();
    void timesSwitch();
    void keysShowInTips();
    void aMarkIsBegun();
    void everyControlHasAName();
    void tabWalksAndShowsARing();
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
    QSignalSpy stopped(&b.bar, &PlayerBar::stopWaitingRequested);
    auto *const status = b.child<ElidedLabel>("playerStatus");
    b.bar.setWaiting(ui::player::WaitingShown{42'000'000, 100'000'000});
    QVERIFY(!b.child("playerStop")->isVisible());
    b.bar.setState(PlayerState::Buffering);
    QVERIFY(!status->isVisible());
    QTRY_COMPARE(status->text(), QStringLiteral("Buffering… 42 %"));
    QVERIFY(status->isVisible());
    QVERIFY(!b.child("playerPodcast")->isVisible());
    b.bar.setWaiting(ui::player::WaitingShown{12'300'000, std::nullopt});
    QCOMPARE(status->text(), QStringLiteral("Loading 12 MB…"));
    b.bar.setWaiting(std::nullopt);
    QCOMPARE(status->text(), QStringLiteral("Buffering…"));
    b.press("playerStop");
    QCOMPARE(stopped.count(), 1);
    b.bar.setState(PlayerState::Opening);
    b.bar.setWaiting(ui::player::WaitingShown{12'300'000, 59'100'000});
    QCOMPARE(status->text(), QStringLiteral("Loading 12 of 60 MB"));
    b.bar.setState(PlayerState::Playing);
    QVERIFY(!status->isVisible());
    QVERIFY(status->text().isEmpty());
    QVERIFY(!b.child("playerStop")->isVisible());
    QVERIFY(b.child("playerPodcast")->isVisible());
}

void TestPlayerBar::longWaitIsNamed()
{
    Bar b;
    b.bar.setState(PlayerState::Opening);
    auto *const status = b.child<ElidedLabel>("playerStatus");
    QTRY_COMPARE(status->text(), QStringLiteral("Opening audio…"));
    for (QTimer *const timer : b.bar.findChildren<QTimer *>()) {
        if (timer->isActive()) {
            // Instead of eight seconds.
            timer->start(0);
        }
    }
    QTRY_COMPARE(status->text(), QStringLiteral("Still waiting for the server."));
    QVERIFY(b.child("playerStop")->isVisible());
    b.bar.setEpisode(std::nullopt);
    QVERIFY(!b.child("playerStop")->isVisible());
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
    const auto running = [&b] {
        const auto timers = b.bar.findChildren<QTimer *>();
        return std::count_if(
            timers.begin(), timers.end(), [](const QTimer *timer) { return timer->isActive(); });
    };
    b.bar.setState(PlayerState::Buffering);
    QCOMPARE(running(), 1);
    b.bar.setState(PlayerState::Paused);
    QCOMPARE(running(), 0);
    b.bar.setState(PlayerState::Playing);
    b.bar.setPosition(at(24, 32));
    QCOMPARE(running(), 0);
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
    for (const char *const name : {"playerSpeed",
                                   "playerVolume",
                                   "playerChapterNext",
                                   "playerSleep",
                                   "playerLoop",
                                   "playerQueue",
                                   "playerChapter"}) {
        QVERIFY2(!b.child(name)->isVisible(), name);
    }
    b.press("playerMore");
    auto *const menu = b.child<QMenu>("playerMoreMenu");
    const auto entry = [menu](const QString &words) {
        const auto actions = menu->actions();
        const auto found = std::find_if(actions.begin(), actions.end(), [&](const QAction *one) {
            return one->text() == words;
        });
        return found == actions.end() ? nullptr : *found;
    };
    QSignalSpy chapter(&b.bar, &PlayerBar::chapterRequested);
    QSignalSpy queue(&b.bar, &PlayerBar::queueRequested);
    entry(QStringLiteral("Next chapter"))->trigger();
    QCOMPARE(chapter.count(), 1);
    entry(QStringLiteral("Queue"))->trigger();
    QCOMPARE(queue.count(), 1);
    QVERIFY(entry(QStringLiteral("Loop"))->menu());
    QSignalSpy start(&b.bar, &PlayerBar::loopStartRequested);
    b.child<QAction>("loopStart")->trigger();
    QCOMPARE(start.count(), 1);
    const auto opens = [&](const QString &words, const char *card) {
        entry(words)->trigger();
        auto *const popup = b.window.findChild<QWidget *>(QLatin1String(card));
        QVERIFY2(popup && popup->isVisible(), card);
        QVERIFY(b.window.rect().contains(popup->geometry()));
    };
    opens(QStringLiteral("Chapters…"), "chaptersPopup");
    opens(QStringLiteral("Speed: 1×…"), "speedPopup");
    opens(QStringLiteral("Sleep timer…"), "sleepPopup");
    opens(QStringLiteral("Volume: 100 %…"), "volumePopup");
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

void TestPlayerBar::aMarkIsBegun()
{
    Bar b;
    QAction last;
    last.setShortcut(QKeySequence(Qt::Key_M));
    QAction range;
    range.setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_B));
    b.bar.bindAction(QStringLiteral("mark.last30"), &last);
    b.bar.bindAction(QStringLiteral("mark.range"), &range);
    const QSignalSpy asked(&b.bar, &PlayerBar::markRequested);
    const QSignalSpy ended(&b.bar, &PlayerBar::markEndRequested);
    const QImage plain = b.bar.timeline().grab().toImage();
    b.bar.setMarkStart(at(12, 8));
    QVERIFY(b.bar.timeline().grab().toImage() != plain);
    auto *const button = b.child<QAbstractButton>("playerMark");
    QCOMPARE(button->accessibleName(), QStringLiteral("Mark from 12:08"));
    QCOMPARE(button->toolTip(), QStringLiteral("Mark from 12:08 (Shift+B)"));
    b.press("playerMark");
    QCOMPARE(ended.count(), 1);
    QCOMPARE(asked.count(), 0);
    b.bar.setMarkStart({});
    b.bar.setMarkBack(Duration(60'000));
    QCOMPARE(b.bar.timeline().grab().toImage(), plain);
    QCOMPARE(button->toolTip(), QStringLiteral("Mark last 60 s (M)"));
    b.press("playerMark");
    QCOMPARE(asked.count(), 1);
    QCOMPARE(ended.count(), 1);
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
    QVERIFY(reachable >= 17);
}

void TestPlayerBar::tabWalksAndShowsARing()
{
    const Bar b;
    QApplication::setActiveWindow(const_cast<QWidget *>(&b.window));
    QVERIFY(tests::waitForActive(const_cast<QWidget *>(&b.window)));
    auto *const line = b.child<Timeline>("timeline");
    b.child("playerMark")->setFocus(Qt::TabFocusReason);
    const QImage before = line->grab().toImage();
    line->setFocus(Qt::TabFocusReason);
    QVERIFY(line->hasFocus());
    QVERIFY(line->grab().toImage() != before);
    QStringList walked;
    for (int i = 0; i < 14; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        walked += QApplication::focusWidget()->objectName();
    }
    const QStringList wanted{QStringLiteral("playerRemaining"),
                             QStringLiteral("playerTitle"),
                             QStringLiteral("playerChapter"),
                             QStringLiteral("playerChapterPrevious"),
                             QStringLiteral("playerBack"),
                             QStringLiteral("playerToggle"),
                             QStringLiteral("playerForward"),
                             QStringLiteral("playerChapterNext"),
                             QStringLiteral("playerLoop"),
                             QStringLiteral("playerMark"),
                             QStringLiteral("playerSpeed"),
                             QStringLiteral("playerSleep"),
                             QStringLiteral("playerVolume"),
                             QStringLiteral("playerQueue")};
    QCOMPARE(walked, wanted);
}

QTEST_MAIN(TestPlayerBar)
#include "tst_playerbar.moc"
