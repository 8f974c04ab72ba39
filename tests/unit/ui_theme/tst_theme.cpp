// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/iconset.h"
#include "ui/theme/theme.h"
#include "ui/theme/thememanager.h"
#include "ui/theme/typestyle.h"

#include <QSignalSpy>
#include <QTest>

using namespace ui::theme;

class TestTheme final : public QObject
{
    Q_OBJECT

private slots:
    void readsBothLooks();
    void refusesAnIncompleteFile();
    void textCanBeReadEverywhere_data();
    void textCanBeReadEverywhere();
    void paletteFollowsTheDesign();
    void iconsTakeTheColourOfTheirState();
    void iconsFollowAChangeOfLook();
    void unknownIconIsEmpty();
    void managerTellsOfChanges();
    void highContrastIsSeen_data();
    void highContrastIsSeen();
    void managerTellsOfContrast();
};

void TestTheme::readsBothLooks()
{
    QCOMPARE(builtInTheme(false).reader, QColor(0xff, 0xff, 0xff));
    QCOMPARE(builtInTheme(true).reader, QColor(0x1b, 0x1f, 0x1e));
    QCOMPARE(builtInTheme(false).highlightFill[4], QColor(0xe6, 0xdd, 0xfa));
    QCOMPARE(builtInTheme(false).scrim.alpha(), 87);
}

void TestTheme::refusesAnIncompleteFile()
{
    QVERIFY(!readTheme("", false));
    QVERIFY(!readTheme("not json", false));
    QVERIFY(!readTheme(R"({"light": {"window": "#ffffff"}})", false));
}

void TestTheme::textCanBeReadEverywhere_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::textCanBeReadEverywhere()
{
    QFETCH(bool, dark);
    const Theme t = builtInTheme(dark);
    for (const QColor &ground :
         {t.window, t.list, t.reader, t.raised, t.field, t.player, t.hover, t.selected}) {
        QVERIFY(contrastRatio(t.text, ground) >= 7);
        QVERIFY(contrastRatio(t.text2, ground) >= 4.5);
        QVERIFY(contrastRatio(t.accent, ground) >= 4.5);
    }
    for (const QColor &tint : t.highlightFill) {
        QVERIFY(contrastRatio(t.text, tint) >= 7);
    }
    for (const QColor &line : t.highlightLine) {
        QVERIFY(contrastRatio(line, t.player) >= 3);
    }
    for (int i = 0; i < 8; ++i) {
        QVERIFY2(contrastRatio(t.speaker(i), t.reader) >= 4.5, qPrintable(t.speaker(i).name()));
    }
    QVERIFY(contrastRatio(t.word, t.sentence) >= 4.5);
    QVERIFY(contrastRatio(t.text, t.textsel) >= 4.5);
    QVERIFY(contrastRatio(t.ambertext, t.ambersoft) >= 4.5);
    QVERIFY(contrastRatio(t.invtext, t.inv) >= 7);
    QVERIFY(contrastRatio(t.onaccent, t.accent) >= 4.5);
    QVERIFY(contrastRatio(t.linestrong, t.reader) >= 3);
}

void TestTheme::paletteFollowsTheDesign()
{
    const Theme t = builtInTheme(false);
    const QPalette p = palette(t);
    QCOMPARE(p.color(QPalette::Window), t.window);
    QCOMPARE(p.color(QPalette::Base), t.reader);
    QCOMPARE(p.color(QPalette::ToolTipText), t.invtext);
    QCOMPARE(p.color(QPalette::Disabled, QPalette::Text), t.disabled);
}

static bool hasColor(const QPixmap &pixmap, const QColor &color)
{
    const QImage image = pixmap.toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color) {
                return true;
            }
        }
    }
    return false;
}

void TestTheme::iconsTakeTheColourOfTheirState()
{
    const Theme t = builtInTheme(false);
    const IconSet icons(t);
    const QIcon icon = icons.icon(QStringLiteral("menu"), IconRole::Plain);
    const QSize size(40, 40);
    QVERIFY(hasColor(icon.pixmap(size), t.text2));
    QVERIFY(hasColor(icon.pixmap(size, QIcon::Normal, QIcon::On), t.accent));
    QVERIFY(hasColor(icon.pixmap(size, QIcon::Disabled), t.disabled));
    QCOMPARE(icons.pixmap(QStringLiteral("menu"), 20, t.text, 2.0).size(), QSize(40, 40));
}

void TestTheme::iconsFollowAChangeOfLook()
{
    IconSet icons(builtInTheme(false));
    const QIcon icon = icons.icon(QStringLiteral("menu"), IconRole::Strong);
    icons.setTheme(builtInTheme(true));
    QVERIFY(hasColor(icon.pixmap(QSize(40, 40)), builtInTheme(true).text));
}

void TestTheme::unknownIconIsEmpty()
{
    const IconSet icons(builtInTheme(false));
    QVERIFY(icons.icon(QStringLiteral("no-such-thing")).isNull());
    QVERIFY(!applicationIcon().isNull());
}

void TestTheme::managerTellsOfChanges()
{
    ThemeManager manager(ThemeManager::Mode::Light);
    QSignalSpy changed(&manager, &ThemeManager::changed);
    manager.setMode(ThemeManager::Mode::Light);
    QCOMPARE(changed.count(), 0);
    manager.setMode(ThemeManager::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(manager.current().dark);
}

void TestTheme::highContrastIsSeen_data()
{
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<QColor>("words");
    QTest::addColumn<bool>("high");
    QTest::newRow("black on white") << QColor(Qt::white) << QColor(Qt::black) << true;
    QTest::newRow("white on black") << QColor(Qt::black) << QColor(Qt::white) << true;
    QTest::newRow("yellow on black") << QColor(Qt::black) << QColor(Qt::yellow) << true;
    QTest::newRow("Fusion") << QColor(0xef, 0xef, 0xef) << QColor(Qt::black) << false;
    QTest::newRow("Breeze") << QColor(0xef, 0xf0, 0xf1) << QColor(0x23, 0x26, 0x29) << false;
    QTest::newRow("Breeze dark") << QColor(0x2a, 0x2e, 0x32) << QColor(0xfc, 0xfc, 0xfc) << false;
    QTest::newRow("Adwaita") << QColor(0xf6, 0xf5, 0xf4) << QColor(0x2e, 0x34, 0x36) << false;
}

void TestTheme::highContrastIsSeen()
{
    QFETCH(QColor, ground);
    QFETCH(QColor, words);
    QFETCH(bool, high);
    QPalette platform;
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button}) {
        platform.setColor(role, ground);
    }
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        platform.setColor(role, words);
    }
    QCOMPARE(isHighContrast(platform), high);
    platform.setColor(QPalette::Button, Qt::gray);
    QVERIFY(!isHighContrast(platform));
}

void TestTheme::managerTellsOfContrast()
{
    ThemeManager manager(ThemeManager::Mode::System);
    QVERIFY(!manager.highContrast());
    QSignalSpy changed(&manager, &ThemeManager::changed);
    QPalette platform(Qt::black, Qt::white, Qt::white, Qt::black, Qt::gray, Qt::black, Qt::white);
    platform.setColor(QPalette::Window, Qt::white);
    manager.takeSystem(platform);
    QVERIFY(manager.highContrast());
    QVERIFY(!manager.current().dark);
    QCOMPARE(changed.count(), 1);
    manager.takeSystem(platform);
    QCOMPARE(changed.count(), 1);
    // Another ground and another contrast are one change.
    platform.setColor(QPalette::Window, QColor(0x30, 0x30, 0x30));
    platform.setColor(QPalette::WindowText, Qt::white);
    manager.takeSystem(platform);
    QVERIFY(!manager.highContrast());
    QVERIFY(manager.current().dark);
    QCOMPARE(changed.count(), 2);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
