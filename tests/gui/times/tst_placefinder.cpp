// SPDX-License-Identifier: GPL-3.0-or-later
// A place found by ear: typed, nudged, taken from what is heard.
#include "ui/times/offsetdialog.h"
#include "ui/times/timeoffdialog.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace ui::times;
using app::timestamps::OffsetMap;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

QLineEdit &field(QWidget &widget)
{
    return *widget.findChild<QLineEdit *>(QStringLiteral("placeField"));
}

void click(QWidget &widget, const char *name)
{
    auto *const button = widget.findChild<QAbstractButton *>(QLatin1String(name));
    QVERIFY2(button, name);
    button->click();
}

QPushButton *buttonOf(QDialog &dialog, QDialogButtonBox::StandardButton which)
{
    return dialog.findChild<QDialogButtonBox *>()->button(which);
}

void showActive(QDialog &dialog)
{
    dialog.show();
    dialog.activateWindow();
    QVERIFY(tests::waitForActive(&dialog));
}

void type(QLineEdit &edit, const QString &text)
{
    edit.setFocus();
    edit.selectAll();
    QTest::keyClicks(&edit, text);
}

qint64 lastPlace(const QSignalSpy &spy)
{
    return spy.isEmpty() ? -1 : spy.last().front().value<MediaTime>().ms();
}

} // namespace

class PlaceFinderTest final : public QObject
{
    Q_OBJECT

private slots:
    void typedPlaceIsTried();
    void whatIsNoTimeBecomesWhatItWas_data();
    void whatIsNoTimeBecomesWhatItWas();
    void leavingTheFieldUntouchedDoesNothing();
    void nudgesLetBeHeard_data();
    void nudgesLetBeHeard();
    void neverBeforeTheStart();
    void nowTakesWhatIsHeard();
    void listenRepeats();
    void everyControlHasAName();

    void enterTriesWhatIsTypedBeforeItSaves();
    void laterOnesOnlyWhereOffered();
    void timeOffIsGivenUp();

    void onePlaceShiftsAll();
    void twoPlacesMakeAMap();
    void offsetIsRemoved();
    void shiftsAreWritten_data();
    void shiftsAreWritten();

private:
    ui::theme::ThemeManager m_themes;
};

void PlaceFinderTest::typedPlaceIsTried()
{
    PlaceFinder finder(m_themes);
    finder.setPlace(at(65'200));
    QCOMPARE(field(finder).text(), QStringLiteral("1:05.2"));
    const QSignalSpy changed(&finder, &PlaceFinder::placeChanged);
    const QSignalSpy tried(&finder, &PlaceFinder::tried);
    type(field(finder), QStringLiteral("1:02:03.5"));
    QVERIFY(changed.isEmpty());
    QTest::keyClick(&field(finder), Qt::Key_Return);
    QCOMPARE(finder.place(), at(3'723'500));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(lastPlace(tried), 3'723'500);
    QCOMPARE(field(finder).text(), QStringLiteral("1:02:03.5"));
}

void PlaceFinderTest::whatIsNoTimeBecomesWhatItWas_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *const text : {"", "soon", "-0:05", "1:75", "4:30 or so"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void PlaceFinderTest::whatIsNoTimeBecomesWhatItWas()
{
    QFETCH(QString, typed);
    PlaceFinder finder(m_themes);
    finder.setPlace(at(65'000));
    const QSignalSpy changed(&finder, &PlaceFinder::placeChanged);
    const QSignalSpy tried(&finder, &PlaceFinder::tried);
    field(finder).setText(typed);
    QTest::keyClick(&field(finder), Qt::Key_Return);
    QCOMPARE(field(finder).text(), QStringLiteral("1:05"));
    QCOMPARE(finder.place(), at(65'000));
    QVERIFY(changed.isEmpty() && tried.isEmpty());
}

void PlaceFinderTest::leavingTheFieldUntouchedDoesNothing()
{
    PlaceFinder finder(m_themes);
    // Finer than the field shows.
    finder.setPlace(at(65'250));
    const QSignalSpy changed(&finder, &PlaceFinder::placeChanged);
    QTest::keyClick(&field(finder), Qt::Key_Return);
    QVERIFY(changed.isEmpty());
    QCOMPARE(finder.place(), at(65'250));
}

void PlaceFinderTest::nudgesLetBeHeard_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<qint64>("place");
    QTest::newRow("5 s back") << "placeStep-5000" << qint64(55'000);
    QTest::newRow("1 s back") << "placeStep-1000" << qint64(59'000);
    QTest::newRow("a little back") << "placeStep-200" << qint64(59'800);
    QTest::newRow("a little on") << "placeStep200" << qint64(60'200);
    QTest::newRow("1 s on") << "placeStep1000" << qint64(61'000);
    QTest::newRow("5 s on") << "placeStep5000" << qint64(65'000);
}

void PlaceFinderTest::nudgesLetBeHeard()
{
    QFETCH(QString, button);
    QFETCH(qint64, place);
    PlaceFinder finder(m_themes);
    finder.setPlace(at(60'000));
    const QSignalSpy changed(&finder, &PlaceFinder::placeChanged);
    const QSignalSpy tried(&finder, &PlaceFinder::tried);
    click(finder, qPrintable(button));
    QCOMPARE(finder.place(), at(place));
    QCOMPARE(lastPlace(changed), place);
    QCOMPARE(lastPlace(tried), place);
}

void PlaceFinderTest::neverBeforeTheStart()
{
    PlaceFinder finder(m_themes);
    finder.setPlace(at(3'000));
    const QSignalSpy tried(&finder, &PlaceFinder::tried);
    click(finder, "placeStep-5000");
    QCOMPARE(finder.place(), at(0));
    QCOMPARE(lastPlace(tried), 0);
    QCOMPARE(field(finder).text(), QStringLiteral("0:00"));
    finder.setPlace(at(-7));
    QCOMPARE(finder.place(), at(0));
}

void PlaceFinderTest::nowTakesWhatIsHeard()
{
    PlaceFinder finder(m_themes);
    finder.setPlace(at(60'000));
    const QSignalSpy changed(&finder, &PlaceFinder::placeChanged);
    const QSignalSpy tried(&finder, &PlaceFinder::tried);
    // Nobody to ask.
    click(finder, "placeNow");
    QVERIFY(changed.isEmpty());
    finder.setHeard([] { return at(92'345); });
    click(finder, "placeNow");
    QCOMPARE(finder.place(), at(92'345));
    QCOMPARE(lastPlace(changed), 92'345);
    // It is heard already.
    QVERIFY(tried.isEmpty());
    QCOMPARE(field(finder).text(), QStringLiteral("1:32.3"));
}

void PlaceFinderTest::listenRepeats()
{
    PlaceFinder finder(m_themes);
    finder.setPlace(at(60'250));
    const QSignalSpy changed(&finder, &PlaceFinder::placeChanged);
    const QSignalSpy tried(&finder, &PlaceFinder::tried);
    click(finder, "placeListen");
    QCOMPARE(lastPlace(tried), 60'250);
    QVERIFY(changed.isEmpty());
}

void PlaceFinderTest::everyControlHasAName()
{
    PlaceFinder finder(m_themes);
    QVERIFY(!field(finder).accessibleName().isEmpty());
    QStringList names;
    for (const auto *const button : finder.findChildren<QAbstractButton *>()) {
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                 qPrintable(button->objectName()));
        names += button->accessibleName();
    }
    QVERIFY(names.contains(QStringLiteral("0.2 seconds earlier")));
    names.removeDuplicates();
    QCOMPARE(names.size(), finder.findChildren<QAbstractButton *>().size());
}

void PlaceFinderTest::enterTriesWhatIsTypedBeforeItSaves()
{
    TimeOffDialog dialog(m_themes, QStringLiteral("1:30"), at(90'000), nullptr);
    showActive(dialog);
    QVERIFY(dialog.windowTitle().contains(QLatin1String("1:30")));
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    const QSignalSpy tried(&dialog.finder(), &PlaceFinder::tried);
    type(field(dialog), QStringLiteral("1:35"));
    QTest::keyClick(&field(dialog), Qt::Key_Return);
    QCOMPARE(lastPlace(tried), 95'000);
    QVERIFY(accepted.isEmpty());
    // What is no time must not save the old place as if it were found.
    type(field(dialog), QStringLiteral("1:3x"));
    QTest::keyClick(&field(dialog), Qt::Key_Return);
    QCOMPARE(field(dialog).text(), QStringLiteral("1:35"));
    QVERIFY(accepted.isEmpty());
    QTest::keyClick(&field(dialog), Qt::Key_Return);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(dialog.finder().place(), at(95'000));
    QVERIFY(!dialog.laterToo());
}

void PlaceFinderTest::laterOnesOnlyWhereOffered()
{
    TimeOffDialog dialog(m_themes, QStringLiteral("1:30"), at(90'000), nullptr);
    showActive(dialog);
    auto *const later = dialog.findChild<QCheckBox *>(QStringLiteral("shiftLater"));
    QVERIFY(later && !later->isVisible());
    QVERIFY(!dialog.laterToo());
    dialog.offerLater(QStringLiteral("Shift the 3 later times too"), false);
    QVERIFY(later->isVisible() && !dialog.laterToo());
    later->click();
    QVERIFY(dialog.laterToo());
    dialog.offerLater(QStringLiteral("Shift the 3 later times too"), true);
    QVERIFY(dialog.laterToo());
}

void PlaceFinderTest::timeOffIsGivenUp()
{
    TimeOffDialog dialog(m_themes, QStringLiteral("1:30"), at(90'000), nullptr);
    showActive(dialog);
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    const QSignalSpy rejected(&dialog, &QDialog::rejected);
    QTest::keyClick(&field(dialog), Qt::Key_Escape);
    QCOMPARE(rejected.size(), 1);
    QVERIFY(accepted.isEmpty());
}

namespace {

std::vector<WrittenTime> list()
{
    return {{at(10'000), QStringLiteral("0:10 Hello")},
            {at(60'000), QStringLiteral("1:00 The wall")},
            {at(600'000), QStringLiteral("10:00 ") + QString(200, u'x')}};
}

QString state(OffsetDialog &dialog)
{
    return dialog.findChild<QLabel *>(QStringLiteral("offsetState"))->text();
}

} // namespace

void PlaceFinderTest::onePlaceShiftsAll()
{
    OffsetDialog dialog(m_themes, list(), {}, nullptr);
    auto *const which = dialog.findChild<QComboBox *>(QStringLiteral("offsetTime"));
    QCOMPARE(which->count(), 3);
    QVERIFY(which->itemText(1).contains(QLatin1String("The wall")));
    QVERIFY(which->itemText(2).size() < 100);
    QVERIFY(!buttonOf(dialog, QDialogButtonBox::Save)->isEnabled());
    QCOMPARE(dialog.finder().place(), at(10'000));
    // To look at another one finds nothing.
    which->setCurrentIndex(1);
    QCOMPARE(dialog.finder().place(), at(60'000));
    QVERIFY(dialog.offsets().isEmpty());
    click(dialog, "placeStep5000");
    QCOMPARE(dialog.offsets(), OffsetMap({{at(60'000), at(65'000)}}));
    QVERIFY(buttonOf(dialog, QDialogButtonBox::Save)->isEnabled());
    QVERIFY2(state(dialog).contains(QLatin1String("+0:05")), qPrintable(state(dialog)));
    // The others are looked for where they must be.
    which->setCurrentIndex(2);
    QCOMPARE(dialog.finder().place(), at(605'000));
}

void PlaceFinderTest::twoPlacesMakeAMap()
{
    OffsetDialog dialog(m_themes, list(), OffsetMap({{at(10'000), at(15'000)}}), nullptr);
    QCOMPARE(dialog.finder().place(), at(15'000));
    auto *const which = dialog.findChild<QComboBox *>(QStringLiteral("offsetTime"));
    which->setCurrentIndex(2);
    dialog.finder().setHeard([] { return at(665'000); });
    click(dialog, "placeNow");
    QCOMPARE(dialog.offsets(), OffsetMap({{at(10'000), at(15'000)}, {at(600'000), at(665'000)}}));
    QVERIFY2(state(dialog).contains(QStringLiteral("+0:05 to +1:05")), qPrintable(state(dialog)));
    // A second thought about the same time replaces the first.
    click(dialog, "placeStep-1000");
    QCOMPARE(dialog.offsets().points().size(), 2U);
    QCOMPARE(dialog.offsets().here(at(600'000)), at(664'000));
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    buttonOf(dialog, QDialogButtonBox::Save)->click();
    QCOMPARE(accepted.size(), 1);
}

void PlaceFinderTest::offsetIsRemoved()
{
    OffsetDialog dialog(m_themes, list(), OffsetMap({{at(10'000), at(15'000)}}), nullptr);
    click(dialog, "removeOffset");
    QVERIFY(dialog.offsets().isEmpty());
    QCOMPARE(dialog.finder().place(), at(10'000));
    // That is to be saved, too.
    QVERIFY(buttonOf(dialog, QDialogButtonBox::Save)->isEnabled());
    QVERIFY(!dialog.findChild<QAbstractButton *>(QStringLiteral("removeOffset"))->isEnabled());
}

void PlaceFinderTest::shiftsAreWritten_data()
{
    QTest::addColumn<OffsetMap>("offsets");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << OffsetMap() << QString();
    QTest::newRow("later") << OffsetMap({{at(0), at(92'000)}}) << QStringLiteral("+1:32");
    QTest::newRow("earlier") << OffsetMap({{at(60'000), at(55'000)}})
                             << QStringLiteral("\u22120:05");
    QTest::newRow("none at all") << OffsetMap({{at(60'000), at(60'000)}})
                                 << QStringLiteral("+0:00");
    QTest::newRow("both") << OffsetMap({{at(60'000), at(55'000)}, {at(600'000), at(692'000)}})
                          << QStringLiteral("\u22120:05 to +1:32");
    QTest::newRow("the same") << OffsetMap({{at(0), at(5'000)}, {at(600'000), at(605'200)}})
                              << QStringLiteral("+0:05");
}

void PlaceFinderTest::shiftsAreWritten()
{
    QFETCH(OffsetMap, offsets);
    QFETCH(QString, text);
    QCOMPARE(shiftText(offsets), text);
}

QTEST_MAIN(PlaceFinderTest)
#include "tst_placefinder.moc"
