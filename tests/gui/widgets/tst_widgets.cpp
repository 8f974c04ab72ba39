// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/thememanager.h"
#include "ui/widgets/artwork.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/timecodepainter.h"

#include <QAccessible>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace ui::widgets;
using ui::theme::TextStyle;
using ui::theme::ThemeManager;

class TestWidgets final : public QObject
{
    Q_OBJECT

private slots:
    void longTitleNeverWidensTheWindow();
    void labelWrapsToItsLines();
    void buttonsSayTheirNameAndKeys();
    void enterPressesAButton();
    void segmentsAreTabs();
    void messageGoesAwayByItself();
    void messageStaysWhileItHasFocus();
    void messageIsAnAlert();
    void bannerGivesBackTheAction();
    void searchFieldEscapes();
    void digitsDoNotTremble();
    void tilesAreSteady();

private:
    ThemeManager m_themes{ThemeManager::Mode::Light};
};

void TestWidgets::longTitleNeverWidensTheWindow()
{
    ElidedLabel label(m_themes, TextStyle::EpisodeTitle, QString(5000, QLatin1Char('w')));
    QCOMPARE(label.minimumSizeHint().width(), 0);
    QCOMPARE(label.sizePolicy().horizontalPolicy(), QSizePolicy::Ignored);
    label.resize(200, 28);
    QVERIFY(!label.grab().isNull());
}

void TestWidgets::labelWrapsToItsLines()
{
    ElidedLabel label(m_themes, TextStyle::Ui, QStringLiteral("word ").repeated(100));
    label.setMaximumLines(2);
    QCOMPARE(label.heightForWidth(200), 40);
    label.setMaximumLines(0);
    QVERIFY(label.heightForWidth(200) > 100);
    label.setMaximumLines(1);
    QCOMPARE(label.heightForWidth(200), 20);
}

void TestWidgets::buttonsSayTheirNameAndKeys()
{
    IconButton button(m_themes, QStringLiteral("play"), QStringLiteral("Play"));
    button.setKeysHint(QKeySequence(Qt::Key_Space));
    QCOMPARE(button.accessibleName(), QStringLiteral("Play"));
    QCOMPARE(button.toolTip(), QStringLiteral("Play (Space)"));
    QCOMPARE(button.sizeHint(), QSize(32, 32));
    button.setShape(IconButton::Shape::PrimaryRound);
    QCOMPARE(button.sizeHint(), QSize(44, 44));
}

void TestWidgets::enterPressesAButton()
{
    Button button(m_themes, Button::Kind::Primary, QStringLiteral("Play"));
    button.show();
    QSignalSpy clicked(&button, &Button::clicked);
    QTest::keyClick(&button, Qt::Key_Return);
    QTest::keyClick(&button, Qt::Key_Space);
    QCOMPARE(clicked.count(), 2);
}

void TestWidgets::segmentsAreTabs()
{
    SegmentedControl segments(m_themes);
    segments.addTab(QStringLiteral("Show notes"));
    segments.addTab(QStringLiteral("Notes"));
    const int before = segments.sizeHint().width();
    segments.setCount(1, 7);
    QVERIFY(segments.sizeHint().width() > before);
    segments.show();
    QTest::keyClick(&segments, Qt::Key_Right);
    QCOMPARE(segments.currentIndex(), 1);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&segments);
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::PageTabList);
}

void TestWidgets::messageGoesAwayByItself()
{
    QWidget window;
    window.resize(600, 400);
    window.show();
    MessageBar bar(m_themes, &window);
    // Away from the corner, where the pointer of a machine without a screen rests.
    bar.setGeometry(200, 300, 300, 40);
    bar.setStay(std::chrono::milliseconds(1));
    QSignalSpy gone(&bar, &MessageBar::dismissed);
    bar.showMessage(QStringLiteral("Highlight deleted."));
    QTRY_COMPARE(gone.count(), 1);
    QVERIFY(bar.isHidden());
}

void TestWidgets::messageStaysWhileItHasFocus()
{
    QWidget window;
    MessageBar bar(m_themes, &window);
    bar.setStay(std::chrono::milliseconds(1));
    QSignalSpy triggered(&bar, &MessageBar::actionTriggered);
    window.show();
    window.activateWindow();
    QVERIFY(tests::waitForActive(&window));
    bar.showMessage(QStringLiteral("Deleted."), {{QStringLiteral("undo"), QStringLiteral("Undo")}});
    auto *undo = bar.findChild<Button *>(QStringLiteral("undo"));
    QVERIFY(undo);
    undo->setFocus(Qt::TabFocusReason);
    QSignalSpy gone(&bar, &MessageBar::dismissed);
    QVERIFY(!gone.wait(30));
    QTest::keyClick(undo, Qt::Key_Return);
    QCOMPARE(triggered.count(), 1);
    QCOMPARE(triggered.at(0).at(0).toString(), QStringLiteral("undo"));
    QVERIFY(bar.isHidden());
}

void TestWidgets::messageIsAnAlert()
{
    MessageBar bar(m_themes);
    bar.showMessage(QStringLiteral("Marked."));
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&bar);
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::AlertMessage);
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Marked."));
}

void TestWidgets::bannerGivesBackTheAction()
{
    Banner banner(m_themes, Banner::Kind::Notice);
    banner.setText(QStringLiteral("Title"), QStringLiteral("Text"));
    banner.setActions(
        {{QStringLiteral("a"), QStringLiteral("A")}, {QStringLiteral("b"), QStringLiteral("B")}});
    QSignalSpy triggered(&banner, &Banner::actionTriggered);
    banner.findChild<Button *>(QStringLiteral("b"))->click();
    QCOMPARE(triggered.value(0).value(0).toString(), QStringLiteral("b"));
}

void TestWidgets::searchFieldEscapes()
{
    SearchField field(m_themes, QStringLiteral("Search everything"));
    QSignalSpy escaped(&field, &SearchField::escaped);
    QTest::keyClicks(&field, QStringLiteral("datum"));
    QCOMPARE(field.text(), QStringLiteral("datum"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QCOMPARE(escaped.count(), 1);
}

void TestWidgets::digitsDoNotTremble()
{
    const QFont font = ui::theme::font(TextStyle::Ui);
    QCOMPARE(timecodeWidth(font, QStringLiteral("11:11")),
             timecodeWidth(font, QStringLiteral("44:08")));
}

void TestWidgets::tilesAreSteady()
{
    const auto draw = [](const QString &title) {
        QImage image(56, 56, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintArtwork(painter, QRectF(0, 0, 56, 56), QPixmap(), title);
        return image;
    };
    QCOMPARE(draw(QStringLiteral("Tidewater Radio")), draw(QStringLiteral("Tidewater Radio")));
    QVERIFY(draw(QStringLiteral("Tidewater Radio")) != draw(QStringLiteral("Field Signal")));
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
