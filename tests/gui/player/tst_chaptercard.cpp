// SPDX-License-Identifier: GPL-3.0-or-later
// The card of the chapters, the loop's menu, and the keys that are shown.
#include "tests/gui/player/playerfixture.h"
#include "ui/commands/commandregistry.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QListView>
#include <QMenu>
#include <QUrl>

using namespace tests;
using ui::widgets::Popover;

class TestChapterCard final : public QObject
{
    Q_OBJECT

private slots:
    void chapterList();
    void chapterLinks();
    void chapterSources();
    void chapterPictures();
    void hostileChapters();
    void loopButton();
    void loopMenu();
    void longPressOpensTheMenu();
    void playTellsSpace();
};

void TestChapterCard::chapterList()
{
    Cards b;
    QSignalSpy sought(&b.bar, &PlayerBar::seekRequested);
    auto *const button = b.child<QAbstractButton>("playerChapter");
    QCOMPARE(button->accessibleName(), QStringLiteral("Chapter: Reading the ledgers"));
    Popover *const card = b.open("playerChapter", "chaptersPopup");
    QVERIFY(card->isVisible());
    auto *const list = b.part<QListView>("chapterList");
    QCOMPARE(QApplication::focusWidget(), list);
    const QAbstractItemModel &model = *list->model();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(list->currentIndex().row(), 1);
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Reading the ledgers, 10 minutes, playing"));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(lastPlace(sought), at(31, 0));
    QCOMPARE(model.index(2, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("The wall on Quay Street, 31 minutes, playing"));
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {}, list->visualRect(model.index(0, 0)).center());
    QCOMPARE(lastPlace(sought), at(0, 0));
    QVERIFY(card->isVisible());
    b.bar.setChapters({});
    QVERIFY(!card->isVisible());
    QVERIFY(!button->isVisible());
    b.bar.openChapters();
    QVERIFY(!card->isVisible());
}

void TestChapterCard::chapterLinks()
{
    Cards b;
    QSignalSpy opened(&b.bar, &PlayerBar::chapterLinkActivated);
    QSignalSpy sought(&b.bar, &PlayerBar::seekRequested);
    auto linked = chapters();
    linked[0].url = QStringLiteral("file:///etc/passwd");
    linked[1].url = QStringLiteral("https://harbour.example/ledgers");
    b.bar.setChapters(linked);
    QVERIFY(b.open("playerChapter", "chaptersPopup"));
    auto *const list = b.part<QListView>("chapterList");
    const auto endOf = [list](int row) {
        const QRect rect = list->visualRect(list->model()->index(row, 0));
        return QPoint(rect.right() - 16, rect.center().y());
    };
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, endOf(1));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.last().at(0).toUrl(), QUrl(linked[1].url));
    QCOMPARE(sought.count(), 0);
    // A file is no page; the same place of its row is the row.
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, endOf(0));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(sought.count(), 1);
    QVERIFY(!b.part("chapterPage")->isEnabled());
    QTest::keyClick(list, Qt::Key_Down);
    b.click("chapterPage");
    QTest::keyClick(list, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(opened.count(), 3);
    QCOMPARE(sought.count(), 1);
}

void TestChapterCard::chapterSources()
{
    Cards b;
    QSignalSpy wished(&b.bar, &PlayerBar::chapterSourceRequested);
    b.bar.setChapterSources({{QStringLiteral("file"), QStringLiteral("the file"), 3}},
                            QStringLiteral("file"));
    Popover *const card = b.open("playerChapter", "chaptersPopup");
    QVERIFY(!b.part("chapterSource")->isVisible());
    b.bar.setChapterSources({{QStringLiteral("file"), QStringLiteral("the file"), 3},
                             {QStringLiteral("notes"), QStringLiteral("the show notes"), 1}},
                            QStringLiteral("file"));
    QCOMPARE(b.part<QAbstractButton>("chapterSource")->text(), QStringLiteral("From: the file"));
    b.click("chapterSource");
    auto *const menu = b.part<QMenu>("chapterSources");
    QCOMPARE(menu->actions().size(), 2);
    QVERIFY(menu->actions().at(0)->isChecked());
    menu->actions().at(1)->trigger();
    menu->close();
    QCOMPARE(wished.count(), 1);
    QCOMPARE(wished.last().at(0).toString(), QStringLiteral("notes"));
    QVERIFY(card->isVisible());
}

void TestChapterCard::chapterPictures()
{
    Cards b;
    QSignalSpy allowed(&b.bar, &PlayerBar::remotePicturesRequested);
    auto pictured = chapters();
    std::swap(pictured[0], pictured[2]);
    b.bar.setChapters(pictured);
    const Popover *const card = b.open("playerChapter", "chaptersPopup");
    QVERIFY(!b.part("chapterPictures")->isVisible());
    pictured[2].image = QStringLiteral("https://pictures.example/1.png");
    pictured[2].hasImage = true;
    b.bar.setChapters(pictured);
    QVERIFY(card->isVisible());
    QVERIFY(b.part("chapterPictures")->isVisible());
    b.click("chapterPictures");
    QCOMPARE(allowed.count(), 1);
    QCOMPARE(allowed.last().at(0).toBool(), true);
    b.bar.setRemotePicturesAllowed(true);
    QVERIFY(b.part<QAbstractButton>("chapterPictures")->isChecked());
    QCOMPARE(allowed.count(), 1);
    // Pictures are told by the chapters' order as given, which need not be that of the list.
    QPixmap red(64, 64);
    red.fill(Qt::red);
    b.bar.setChapterPicture(2, red);
    b.bar.setChapterPicture(77, red);
    b.bar.setChapterPicture(-1, red);
    const auto *const list = b.part<QListView>("chapterList");
    const QImage seen = list->viewport()->grab().toImage();
    const QRect first = list->visualRect(list->model()->index(0, 0));
    bool found = false;
    for (int x = first.left(); x < first.right(); ++x) {
        found = found || seen.pixelColor(x, first.center().y()) == QColor(Qt::red);
    }
    QVERIFY(found);
}

void TestChapterCard::hostileChapters()
{
    Cards b;
    app::timestamps::Chapters many(20'000);
    for (std::size_t i = 0; i < many.size(); ++i) {
        many[i].start = MediaTime::fromMs(qint64(i) * 100);
        many[i].title = QString(2000, QLatin1Char('x')) + QStringLiteral("\n<b>&amp;");
        many[i].url = QStringLiteral("https://") + QString(3000, QLatin1Char('y'));
    }
    b.bar.setChapters(many);
    const Popover *const card = b.open("playerChapter", "chaptersPopup");
    QVERIFY(card->isVisible());
    QVERIFY(b.window.rect().contains(card->geometry()));
    QVERIFY(!b.window.grab().isNull());
    QVERIFY(b.bar.minimumSizeHint().width() <= 960);
}

void TestChapterCard::loopButton()
{
    Cards b;
    QSignalSpy toggled(&b.bar, &PlayerBar::loopToggled);
    auto *const button = b.child<QAbstractButton>("playerLoop");
    b.press("playerLoop");
    QCOMPARE(toggled.count(), 1);
    // Only the player says whether it repeats.
    QVERIFY(!button->isChecked());
    b.bar.setLoop(app::timestamps::TimeRange{at(1, 0), at(2, 0)});
    QVERIFY(button->isChecked());
    QCOMPARE(button->accessibleName(), QStringLiteral("Loop: on"));
    b.press("playerLoop");
    QVERIFY(button->isChecked());
    b.bar.setLoop(std::nullopt);
    b.bar.setLoopStart(at(1, 0));
    QVERIFY(!button->isChecked());
    QCOMPARE(button->accessibleName(), QStringLiteral("Loop: A is set, B is missing"));
}

void TestChapterCard::loopMenu()
{
    Cards b;
    QSignalSpy start(&b.bar, &PlayerBar::loopStartRequested);
    QSignalSpy end(&b.bar, &PlayerBar::loopEndRequested);
    QSignalSpy cleared(&b.bar, &PlayerBar::loopCleared);
    QSignalSpy toggled(&b.bar, &PlayerBar::loopToggled);
    QAction rangeStart;
    rangeStart.setShortcut(QKeySequence(Qt::Key_I));
    b.bar.bindAction(QStringLiteral("range.start"), &rangeStart);
    QAction sentence(QStringLiteral("Repeat the sentence"));
    b.bar.bindAction(QStringLiteral("player.repeatSentence"), &sentence);
    auto *const button = b.child<QAbstractButton>("playerLoop");
    QContextMenuEvent wish(
        QContextMenuEvent::Keyboard, QPoint(1, 1), button->mapToGlobal(QPoint(1, 1)));
    QCoreApplication::sendEvent(button, &wish);
    auto *const menu = b.child<QMenu>("playerLoopMenu");
    QVERIFY(menu && menu->isVisible());
    const auto entry = [menu](const char *name) {
        return menu->findChild<QAction *>(QLatin1String(name));
    };
    QCOMPARE(entry("loopStart")->text(), QStringLiteral("Start of the loop here (A)\tI"));
    QVERIFY(!entry("loopClear")->isEnabled());
    QVERIFY(menu->actions().contains(&sentence));
    entry("loopStart")->trigger();
    entry("loopEnd")->trigger();
    entry("loopToggle")->trigger();
    QCOMPARE(start.count(), 1);
    QCOMPARE(end.count(), 1);
    QCOMPARE(toggled.count(), 1);
    menu->close();
    b.bar.setLoop(app::timestamps::TimeRange{at(11, 45), at(13, 20)});
    QCoreApplication::sendEvent(button, &wish);
    QVERIFY(entry("loopToggle")->text().startsWith(QStringLiteral("Loop 11:45–13:20")));
    QVERIFY(entry("loopToggle")->isChecked());
    entry("loopClear")->trigger();
    QCOMPARE(cleared.count(), 1);
    menu->close();
}

void TestChapterCard::longPressOpensTheMenu()
{
    const Cards b;
    QSignalSpy toggled(&b.bar, &PlayerBar::loopToggled);
    auto *const button = b.child<QAbstractButton>("playerLoop");
    QTest::mousePress(button, Qt::LeftButton);
    QTRY_VERIFY(b.child<QMenu>("playerLoopMenu"));
    auto *const menu = b.child<QMenu>("playerLoopMenu");
    QTRY_VERIFY(menu->isVisible());
    menu->close();
    QTest::mouseRelease(button, Qt::LeftButton);
    QCOMPARE(toggled.count(), 0);
}

void TestChapterCard::playTellsSpace()
{
    Cards b;
    ui::commands::CommandRegistry commands(b.themes);
    b.bar.bindAction(QStringLiteral("player.toggle"),
                     commands.action(QStringLiteral("player.toggle")));
    b.bar.bindAction(QStringLiteral("player.sleep"),
                     commands.action(QStringLiteral("player.sleep")));
    QCOMPARE(b.child("playerToggle")->toolTip(), QStringLiteral("Play (Space)"));
    QCOMPARE(b.child("playerSleep")->toolTip(), QStringLiteral("Sleep timer (Z)"));
    commands.setKeys(QStringLiteral("player.toggle"), {QKeySequence(Qt::Key_K)});
    QCOMPARE(b.child("playerToggle")->toolTip(), QStringLiteral("Play (K)"));
}

QTEST_MAIN(TestChapterCard)
#include "tst_chaptercard.moc"
