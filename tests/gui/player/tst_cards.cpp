// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of sound, sleep and output over the bar's buttons.
#include "tests/gui/player/playerfixture.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAccessible>
#include <QSlider>
#include <QSpinBox>

#include <limits>

using namespace tests;
using app::settings::SilenceSkipping;
using app::settings::SoundOptions;
using app::settings::StretchQuality;
using ui::player::DeviceChoice;
using ui::player::SleepShown;
using ui::widgets::ElidedLabel;
using ui::widgets::Popover;

namespace {

SoundOptions lastSound(const QSignalSpy &spy)
{
    return spy.isEmpty() ? SoundOptions() : spy.last().at(0).value<SoundOptions>();
}

} // namespace

class TestCards final : public QObject
{
    Q_OBJECT

private slots:
    void cardOpensAndCloses();
    void tabStaysInside();
    void everyControlHasAName_data();
    void everyControlHasAName();
    void speed();
    void sound();
    void ownSettings();
    void sleepChoices();
    void sleepShows();
    void volume();
    void devices();
    void rightToLeft();
    void lowWindow();
    void barGoesBeforeItsCards();
};

void TestCards::cardOpensAndCloses()
{
    Cards b;
    auto *const button = b.child<QAbstractButton>("playerSpeed");
    Popover *const card = b.open("playerSpeed", "speedPopup");
    QVERIFY(card && card->isVisible());
    QCOMPARE(card->window(), &b.window);
    QVERIFY(b.window.rect().contains(card->geometry()));
    QVERIFY(card->geometry().bottom() < button->mapTo(&b.window, QPoint()).y());
    QCOMPARE(QApplication::focusWidget(), b.part("speedSlider"));
    QCOMPARE(QAccessible::queryAccessibleInterface(card)->role(), QAccessible::Dialog);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!card->isVisible());
    QCOMPARE(QApplication::focusWidget(), button);
    // Its own button closes it, too, and so does a press anywhere else.
    QTest::keyClick(button, Qt::Key_Return);
    QVERIFY(card->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!card->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseClick(&b.window, Qt::LeftButton, {}, QPoint(5, 5));
    QVERIFY(!card->isVisible());
    // Nothing loaded: nothing to set.
    QTest::mouseClick(button, Qt::LeftButton);
    b.bar.setEpisode(std::nullopt);
    QVERIFY(!card->isVisible());
    b.bar.openSpeed();
    QVERIFY(!card->isVisible());
}

void TestCards::tabStaysInside()
{
    const Cards b;
    Popover *const card = b.open("playerSpeed", "speedPopup");
    QStringList walked;
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(card->isAncestorOf(QApplication::focusWidget()));
        walked += QApplication::focusWidget()->objectName();
    }
    for (const char *const name : {"speedSlower",
                                   "speedFaster",
                                   "speedPreset150",
                                   "soundSilence",
                                   "soundLevel",
                                   "soundMono",
                                   "soundQuality",
                                   "soundOwn",
                                   "soundSettings"}) {
        QVERIFY2(walked.contains(QLatin1String(name)), name);
    }
    QWidget *const here = QApplication::focusWidget();
    QTest::keyClick(here, Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), here);
}

void TestCards::everyControlHasAName_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<QByteArray>("card");
    QTest::newRow("speed") << QByteArray("playerSpeed") << QByteArray("speedPopup");
    QTest::newRow("sleep") << QByteArray("playerSleep") << QByteArray("sleepPopup");
    QTest::newRow("volume") << QByteArray("playerVolume") << QByteArray("volumePopup");
    QTest::newRow("chapters") << QByteArray("playerChapter") << QByteArray("chaptersPopup");
}

void TestCards::everyControlHasAName()
{
    QFETCH(QByteArray, button);
    QFETCH(QByteArray, card);
    Cards b;
    b.bar.setSleep({SleepShown::Mode::Minutes, std::chrono::minutes(3)});
    b.bar.setDevices({{"a", QStringLiteral("Speakers"), true}}, {}, true);
    const Popover *const popup = b.open(button.constData(), card.constData());
    QVERIFY(popup->isVisible());
    QVERIFY(!popup->accessibleName().isEmpty());
    int reachable = 0;
    for (const QWidget *const widget : popup->findChildren<QWidget *>()) {
        const bool own = !widget->objectName().startsWith(QLatin1String("qt_"));
        if (own && (widget->focusPolicy() & Qt::TabFocus) && widget->isVisibleTo(popup)) {
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(widget->height() >= 24, qPrintable(widget->objectName()));
            ++reachable;
        }
    }
    QVERIFY(reachable >= 1);
}

void TestCards::speed()
{
    Cards b;
    QSignalSpy wished(&b.bar, &PlayerBar::speedRequested);
    const auto last = [&] {
        return wished.isEmpty() ? 0 : wished.last().at(0).toDouble();
    };
    b.bar.setSpeed(1.4);
    auto *const button = b.child<QAbstractButton>("playerSpeed");
    QCOMPARE(button->text(), QStringLiteral("1.4×"));
    QCOMPARE(button->accessibleName(), QStringLiteral("Speed 1.4×"));
    QVERIFY(b.open("playerSpeed", "speedPopup"));
    auto *const slider = b.part<QSlider>("speedSlider");
    QCOMPARE(slider->value(), 140);
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(last(), 1.45);
    slider->setValue(151);
    QCOMPARE(last(), 1.5);
    b.bar.setSpeed(1.42);
    b.click("speedFaster");
    QCOMPARE(last(), 1.45);
    b.click("speedSlower");
    QCOMPARE(last(), 1.4);
    b.bar.setSpeed(0.5);
    QVERIFY(!b.part("speedSlower")->isEnabled());
    b.click("speedPreset125");
    QCOMPARE(last(), 1.25);
    b.bar.setSpeed(1.25);
    QVERIFY(b.part<QAbstractButton>("speedPreset125")->isChecked());
    QVERIFY(!b.part<QAbstractButton>("speedPreset100")->isChecked());
    b.bar.setSpeed(std::numeric_limits<double>::quiet_NaN());
    QCOMPARE(button->text(), QStringLiteral("0.5×"));
    const auto before = wished.count();
    b.bar.setSpeed(3);
    QCOMPARE(wished.count(), before);
    QVERIFY(!b.part("speedFaster")->isEnabled());
}

void TestCards::sound()
{
    Cards b;
    QSignalSpy wished(&b.bar, &PlayerBar::soundRequested);
    SoundOptions options;
    options.silence = SilenceSkipping::Gentle;
    options.loudness = -19;
    b.bar.setSound(options);
    QVERIFY(b.open("playerSpeed", "speedPopup"));
    auto *const silence = b.part<ui::widgets::SegmentedControl>("soundSilence");
    QCOMPARE(silence->currentIndex(), 1);
    QTest::keyClick(silence, Qt::Key_Right);
    QCOMPARE(lastSound(wished).silence, SilenceSkipping::Medium);
    QCOMPARE(lastSound(wished).loudness, -19.0);
    b.click("soundLevel");
    QVERIFY(lastSound(wished).level);
    QCOMPARE(lastSound(wished).silence, SilenceSkipping::Medium);
    b.click("soundMono");
    QVERIFY(lastSound(wished).mono);
    QTest::keyClick(b.part("soundQuality"), Qt::Key_Right);
    QCOMPARE(lastSound(wished).quality, StretchQuality::Fine);
    QCOMPARE(wished.count(), 4);
    // What the player says counts, and is no wish.
    b.bar.setSound(options);
    QCOMPARE(silence->currentIndex(), 2);
    b.bar.setSound({});
    QCOMPARE(silence->currentIndex(), 0);
    QVERIFY(!b.part<QAbstractButton>("soundLevel")->isChecked());
    QCOMPARE(wished.count(), 4);
    auto *const saved = b.part<ElidedLabel>("soundSaved");
    QVERIFY(!saved->isVisible());
    b.bar.setTimeSaved(std::chrono::milliseconds(252'400));
    QVERIFY(saved->isVisible());
    QCOMPARE(saved->text(), QStringLiteral("Saved 4 min 12 s in this episode"));
}

void TestCards::ownSettings()
{
    Cards b;
    QSignalSpy own(&b.bar, &PlayerBar::ownSettingsRequested);
    QSignalSpy settings(&b.bar, &PlayerBar::podcastSettingsRequested);
    const Popover *const card = b.open("playerSpeed", "speedPopup");
    QCOMPARE(b.part<ElidedLabel>("soundOwnLabel")->text(), QStringLiteral("Only for Tidewater"));
    b.click("soundOwn");
    QCOMPARE(own.count(), 1);
    QCOMPARE(own.last().at(0).toBool(), true);
    b.bar.setOwnSettings(true);
    QVERIFY(b.part<QAbstractButton>("soundOwn")->isChecked());
    b.click("soundOwn");
    QCOMPARE(own.last().at(0).toBool(), false);
    QCOMPARE(own.count(), 2);
    b.click("soundSettings");
    QCOMPARE(settings.count(), 1);
    QVERIFY(!card->isVisible());
}

void TestCards::sleepChoices()
{
    Cards b;
    QSignalSpy minutes(&b.bar, &PlayerBar::sleepMinutesRequested);
    QSignalSpy chapter(&b.bar, &PlayerBar::sleepAtEndOfChapterRequested);
    QSignalSpy episode(&b.bar, &PlayerBar::sleepAtEndOfEpisodeRequested);
    Popover *const card = b.open("playerSleep", "sleepPopup");
    for (const int length : {5, 10, 15, 30, 45, 60}) {
        b.bar.openSleep();
        if (!card->isVisible()) {
            b.bar.openSleep();
        }
        b.click(qPrintable(QStringLiteral("sleep%1").arg(length)));
        QCOMPARE(minutes.last().at(0).toInt(), length);
        QVERIFY(!card->isVisible());
    }
    b.bar.openSleep();
    QVERIFY(card->isVisible());
    QVERIFY(!b.part("sleepOff")->isVisible());
    b.part<QSpinBox>("sleepMinutes")->setValue(37);
    b.click("sleepStart");
    QCOMPARE(minutes.last().at(0).toInt(), 37);
    b.bar.openSleep();
    b.click("sleepChapter");
    QCOMPARE(chapter.count(), 1);
    b.bar.openSleep();
    b.click("sleepEpisode");
    QCOMPARE(episode.count(), 1);
    b.bar.setChapters({});
    b.bar.openSleep();
    auto *const ofChapter = b.part<QAbstractButton>("sleepChapter");
    QVERIFY(!ofChapter->isEnabled());
    QCOMPARE(ofChapter->toolTip(), QStringLiteral("This episode has no chapters"));
}

void TestCards::sleepShows()
{
    Cards b;
    QSignalSpy off(&b.bar, &PlayerBar::sleepOffRequested);
    QSignalSpy longer(&b.bar, &PlayerBar::sleepExtendRequested);
    auto *const button = b.child<QAbstractButton>("playerSleep");
    QVERIFY(button->text().isEmpty());
    QCOMPARE(button->accessibleName(), QStringLiteral("Sleep timer"));
    b.bar.setSleep({SleepShown::Mode::Minutes, std::chrono::milliseconds(11 * 60'000 + 1)});
    QCOMPARE(button->text(), QStringLiteral("12 min"));
    QCOMPARE(button->accessibleName(), QStringLiteral("Sleep timer: 12 min"));
    QVERIFY(button->isChecked());
    QVERIFY(b.open("playerSleep", "sleepPopup"));
    QVERIFY(button->isChecked());
    QCOMPARE(b.part<ElidedLabel>("sleepStatus")->text(), QStringLiteral("Sleeps in 12 min"));
    b.click("sleepLonger");
    QCOMPARE(longer.count(), 1);
    b.bar.openSleep();
    b.click("sleepOff");
    QCOMPARE(off.count(), 1);
    b.bar.setSleep({SleepShown::Mode::Minutes, Duration(-5)});
    QCOMPARE(button->text(), QStringLiteral("1 min"));
    b.bar.setSleep({SleepShown::Mode::EndOfEpisode, std::nullopt});
    QVERIFY(button->text().isEmpty());
    QVERIFY(button->isChecked());
    QCOMPARE(button->accessibleName(), QStringLiteral("Sleep timer: at the end of the episode"));
    b.bar.openSleep();
    QVERIFY(!b.part("sleepLonger")->isVisible());
    QVERIFY(b.part<QAbstractButton>("sleepEpisode")->isChecked());
    b.bar.setSleep({});
    QVERIFY(!button->isChecked());
    QVERIFY(!b.part("sleepOff")->isVisible());
}

void TestCards::volume()
{
    Cards b;
    QSignalSpy wished(&b.bar, &PlayerBar::volumeRequested);
    const auto last = [&] {
        return wished.isEmpty() ? -1 : wished.last().at(0).toDouble();
    };
    b.bar.setVolume(0.8);
    QVERIFY(b.open("playerVolume", "volumePopup"));
    QTest::keyClick(b.part("volumeSlider"), Qt::Key_Left);
    QCOMPARE(last(), 0.75);
    b.click("volumeMute");
    QCOMPARE(last(), 0.0);
    b.bar.setVolume(0);
    QCOMPARE(b.child<ui::widgets::IconButton>("playerVolume")->iconName(),
             QStringLiteral("volume-off"));
    b.click("volumeMute");
    QCOMPARE(last(), 0.8);
}

void TestCards::devices()
{
    Cards b;
    QSignalSpy wished(&b.bar, &PlayerBar::deviceRequested);
    QSignalSpy follow(&b.bar, &PlayerBar::followDefaultRequested);
    const std::vector<DeviceChoice> choices{{"one", QStringLiteral("Speakers"), true},
                                            {"two", QStringLiteral("Headset"), false}};
    b.bar.setDevices(choices, "two", true);
    QVERIFY(b.open("playerVolume", "volumePopup"));
    const auto row = [&b](int index) {
        return b.part<QAbstractButton>(qPrintable(QStringLiteral("device%1").arg(index)));
    };
    QCOMPARE(row(0)->text(), QStringLiteral("The computer's default (Speakers)"));
    QVERIFY(row(2)->isChecked());
    QCOMPARE(QAccessible::queryAccessibleInterface(row(2))->role(), QAccessible::RadioButton);
    QVERIFY(!b.part("followDefault")->isEnabled());
    QTest::mouseClick(row(1), Qt::LeftButton);
    QCOMPARE(wished.last().at(0).toByteArray(), QByteArray("one"));
    QTest::mouseClick(row(0), Qt::LeftButton);
    QCOMPARE(wished.last().at(0).toByteArray(), QByteArray());
    b.bar.setDevices(choices, {}, true);
    QVERIFY(row(0)->isChecked());
    b.click("followDefault");
    QCOMPARE(follow.count(), 1);
    QCOMPARE(follow.last().at(0).toBool(), false);
    // The one in use is pulled out while the card is open.
    b.bar.setDevices({choices[0]}, "two", true);
    QVERIFY(row(0)->isChecked());
    // Many, with long names: the list scrolls, the card stays in the window.
    std::vector<DeviceChoice> many(200);
    for (std::size_t i = 0; i < many.size(); ++i) {
        many[i] = {QByteArray::number(qulonglong(i)), QString(1000, QLatin1Char('w')), false};
    }
    b.bar.setDevices(many, {}, true);
    QCoreApplication::processEvents();
    QVERIFY(b.window.rect().contains(b.part("volumePopup")->geometry()));
    QCOMPARE(wished.count(), 2);
}

void TestCards::rightToLeft()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    {
        Cards b;
        // The tape runs from left to right everywhere.
        QVERIFY(b.bar.timeline().xOf(at(50, 0)) > b.bar.timeline().xOf(at(5, 0)));
        QVERIFY(b.child("playerBack")->x() < b.child("playerForward")->x());
        const auto left = [&b](const char *name) {
            return b.child(name)->mapTo(&b.bar, QPoint()).x();
        };
        QVERIFY(left("playerSpeed") < left("playerToggle"));
        QVERIFY(left("playerTitle") > left("playerToggle"));
        for (const char *const card :
             {"speedPopup", "sleepPopup", "volumePopup", "chaptersPopup"}) {
            const QByteArray name(card);
            name.startsWith("speed")   ? b.bar.openSpeed()
            : name.startsWith("sleep") ? b.bar.openSleep()
            : name.startsWith("volum") ? b.bar.openVolume()
                                       : b.bar.openChapters();
            auto *const popup = b.part<Popover>(card);
            QVERIFY2(popup && popup->isVisible(), card);
            QCOMPARE(popup->layoutDirection(), Qt::RightToLeft);
            QVERIFY(b.window.rect().contains(popup->geometry()));
            QVERIFY(!popup->grab().isNull());
        }
    }
    QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
}

void TestCards::lowWindow()
{
    Cards b(640);
    b.window.resize(640, 480);
    b.bar.setCompact(true);
    QCOMPARE(b.bar.height(), 80);
    b.bar.setGeometry(0, 400, 640, 80);
    b.bar.openSpeed();
    auto *const card = b.part<Popover>("speedPopup");
    QVERIFY(b.window.rect().contains(card->geometry()));
    QVERIFY(card->height() >= card->minimumSizeHint().height());
    // It follows the window's size.
    b.window.resize(640, 700);
    b.bar.setGeometry(0, 620, 640, 80);
    QCoreApplication::processEvents();
    QVERIFY(b.window.rect().contains(card->geometry()));
    QVERIFY(card->geometry().bottom() > 500);
}

void TestCards::barGoesBeforeItsCards()
{
    ThemeManager themes{ThemeManager::Mode::Dark};
    QWidget window;
    window.resize(1000, 600);
    auto *const bar = new PlayerBar(themes, &window);
    bar->setEpisode({{EpisodeId(1), QStringLiteral("a"), QStringLiteral("b")}});
    bar->setGeometry(0, 476, 1000, 124);
    window.show();
    bar->openSpeed();
    QVERIFY(window.findChild<Popover *>());
    delete bar;
    QVERIFY(!window.findChild<Popover *>());
    QTest::mouseClick(&window, Qt::LeftButton);
}

QTEST_MAIN(TestCards)
#include "tst_cards.moc"
