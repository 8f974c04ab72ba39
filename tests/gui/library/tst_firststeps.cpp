// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/addpodcastdialog.h"
#include "ui/library/firstrunpage.h"
#include "ui/library/importdialog.h"
#include "ui/theme/thememanager.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using ui::library::AddPodcastDialog;
using ui::library::FirstRunPage;
using ui::library::ImportDialog;
using ui::theme::ThemeManager;
using ui::widgets::ElidedLabel;
using ui::widgets::SearchField;

class TestFirstSteps final : public QObject
{
    Q_OBJECT

private slots:

    void init() { QGuiApplication::clipboard()->clear(); }

    void pageAsksForTheThreeWays();
    void pageWalksByKeyboard();
    void pageFitsSmallWindows_data();
    void pageFitsSmallWindows();
    void pageTakesDrops();
    void dropsOfOtherThingsAreLeft();
    void dialogTakesTheCopiedAddress();
    void clipboardIsNotTrusted_data();
    void clipboardIsNotTrusted();
    void dialogFollowsByEnter();
    void dialogStops();
    void dialogKeepsTheAddressWhenItFails();
    void closingStopsAndGoes();
    void everythingHasAName();
    void importCounts();
    void importListsFailures();
    void importIsCancelled();
    void importSaysWhatIsWrong();

private:
    ThemeManager m_themes{ThemeManager::Mode::Light};
};

void TestFirstSteps::pageAsksForTheThreeWays()
{
    FirstRunPage page(m_themes);
    page.setDataPath(QStringLiteral("~/.local/share/earmark"));
    QSignalSpy add(&page, &FirstRunPage::addPodcastRequested);
    QSignalSpy import(&page, &FirstRunPage::importRequested);
    QSignalSpy sample(&page, &FirstRunPage::sampleRequested);
    page.findChild<QAbstractButton *>(QStringLiteral("addPodcast"))->click();
    page.findChild<QAbstractButton *>(QStringLiteral("importOpml"))->click();
    page.findChild<QAbstractButton *>(QStringLiteral("openSample"))->click();
    QCOMPARE(add.size(), 1);
    QCOMPARE(import.size(), 1);
    QCOMPARE(sample.size(), 1);
    QCOMPARE(page.findChild<ElidedLabel *>(QStringLiteral("dataPath"))->text(),
             QStringLiteral("Earmark needs no account. Your notes stay in "
                            "~/.local/share/earmark and can be exported at any time."));
}

void TestFirstSteps::pageWalksByKeyboard()
{
    FirstRunPage page(m_themes);
    page.resize(900, 700);
    page.show();
    page.activateWindow();
    QVERIFY(tests::waitForActive(&page));
    page.focusFirst();
    auto *const first = page.findChild<QAbstractButton *>(QStringLiteral("addPodcast"));
    QVERIFY(first->hasFocus());
    QSignalSpy add(&page, &FirstRunPage::addPodcastRequested);
    QTest::keyClick(first, Qt::Key_Return);
    QCOMPARE(add.size(), 1);
    QTest::keyClick(first, Qt::Key_Tab);
    auto *const second = page.findChild<QAbstractButton *>(QStringLiteral("importOpml"));
    QVERIFY(second->hasFocus());
    QTest::keyClick(second, Qt::Key_Tab);
    QVERIFY(page.findChild<QWidget *>(QStringLiteral("openSample"))->hasFocus());
}

void TestFirstSteps::pageFitsSmallWindows_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("beside the sidebar") << QSize(1216, 776);
    QTest::newRow("smallest window") << QSize(640, 320);
    QTest::newRow("narrow") << QSize(416, 480);
}

void TestFirstSteps::pageFitsSmallWindows()
{
    QFETCH(QSize, size);
    FirstRunPage page(m_themes);
    page.setKeysHints(QKeySequence(Qt::CTRL | Qt::Key_N), QKeySequence(Qt::CTRL | Qt::Key_O));
    page.resize(size);
    page.show();
    QVERIFY(!page.grab().isNull());
    QTRY_VERIFY(page.widget()->width() <= page.viewport()->width());
    QCOMPARE(page.horizontalScrollBar()->maximum(), 0);
    auto *const last = page.findChild<ElidedLabel *>(QStringLiteral("dataPath"));
    const int bottom = last->mapTo(page.widget(), QPoint(0, last->height())).y();
    QVERIFY2(bottom <= page.verticalScrollBar()->maximum() + page.viewport()->height(),
             "the last line can be scrolled to");
    for (const char *const name : {"addPodcast", "importOpml", "openSample"}) {
        auto *const button = page.findChild<QWidget *>(QLatin1String(name));
        QVERIFY2(button->width() >= button->sizeHint().width(), name);
    }
}

void TestFirstSteps::pageTakesDrops()
{
    FirstRunPage page(m_themes);
    page.resize(900, 700);
    page.show();
    QSignalSpy dropped(&page, &FirstRunPage::filesDropped);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.opml")),
                   QUrl(QStringLiteral("https://example.org/feed")),
                   QUrl(QStringLiteral("javascript:alert(1)"))});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(page.viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(page.viewport(), &drop);
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.at(0).at(0).value<QList<QUrl>>().size(), 2);

    QMimeData text;
    text.setText(QStringLiteral(" https://example.org/feed.xml\n"));
    QCOMPARE(ui::library::droppedAddresses(text),
             QList<QUrl>{QUrl(QStringLiteral("https://example.org/feed.xml"))});
}

void TestFirstSteps::dropsOfOtherThingsAreLeft()
{
    FirstRunPage page(m_themes);
    QMimeData text;
    text.setText(QStringLiteral("just some words"));
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(page.viewport(), &enter);
    QVERIFY(!enter.isAccepted());
    QMimeData many;
    many.setUrls(QList<QUrl>(5000, QUrl::fromLocalFile(QStringLiteral("/tmp/a.mp3"))));
    QCOMPARE(ui::library::droppedAddresses(many).size(), 100);
    QMimeData endless;
    endless.setText(QStringLiteral("https://example.org/") + QString(100'000, u'a'));
    QVERIFY(ui::library::droppedAddresses(endless).isEmpty());
}

void TestFirstSteps::dialogTakesTheCopiedAddress()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("  https://example.org/feed.xml\n"));
    AddPodcastDialog dialog(m_themes);
    dialog.open();
    QCOMPARE(dialog.address(), QStringLiteral("https://example.org/feed.xml"));
    auto *const field = dialog.findChild<SearchField *>();
    QCOMPARE(field->selectedText(), dialog.address());

    AddPodcastDialog given(m_themes);
    given.setAddress(QStringLiteral("https://example.org/other"));
    given.open();
    QCOMPARE(given.address(), QStringLiteral("https://example.org/other"));
    QCOMPARE(given.windowModality(), Qt::WindowModal);
}

void TestFirstSteps::clipboardIsNotTrusted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("taken");
    QTest::newRow("feed") << QStringLiteral("feed://example.org/rss") << true;
    QTest::newRow("http") << QStringLiteral("http://localhost:8080/rss") << true;
    QTest::newRow("words") << QStringLiteral("see https://example.org") << false;
    QTest::newRow("two") << QStringLiteral("https://a.example https://b.example") << false;
    QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false;
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
    QTest::newRow("no host") << QStringLiteral("https://") << false;
    QTest::newRow("secret") << QStringLiteral("hunter2") << false;
    QTest::newRow("endless") << QStringLiteral("https://e.org/") + QString(100'000, u'a') << false;
}

void TestFirstSteps::clipboardIsNotTrusted()
{
    QFETCH(QString, text);
    QFETCH(bool, taken);
    QCOMPARE(!ui::library::feedAddressIn(text).isEmpty(), taken);
}

void TestFirstSteps::dialogFollowsByEnter()
{
    AddPodcastDialog dialog(m_themes);
    dialog.open();
    auto *const field = dialog.findChild<SearchField *>();
    auto *const follow = dialog.findChild<QAbstractButton *>(QStringLiteral("follow"));
    QSignalSpy followed(&dialog, &AddPodcastDialog::followRequested);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!follow->isEnabled());
    QCOMPARE(followed.size(), 0);
    QTest::keyClicks(field, QStringLiteral(" example.org/feed "));
    QVERIFY(follow->isEnabled());
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(followed.size(), 1);
    QCOMPARE(followed.at(0).at(0).toString(), QStringLiteral("example.org/feed"));
    QVERIFY(dialog.isBusy());
    QVERIFY(dialog.isVisible());
    QCOMPARE(dialog.findChild<ElidedLabel *>(QStringLiteral("addPodcastMessage"))->text(),
             QStringLiteral("Looking for the feed..."));
}

void TestFirstSteps::dialogStops()
{
    AddPodcastDialog dialog(m_themes);
    dialog.setAddress(QStringLiteral("https://example.org/feed"));
    dialog.open();
    QSignalSpy cancelled(&dialog, &AddPodcastDialog::cancelRequested);
    auto *const cancel = dialog.findChild<ui::widgets::Button *>(QStringLiteral("cancelFollow"));
    QCOMPARE(cancel->text(), QStringLiteral("Cancel"));
    dialog.findChild<QAbstractButton *>(QStringLiteral("follow"))->click();
    QCOMPARE(cancel->text(), QStringLiteral("Stop"));
    cancel->click();
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(dialog.isVisible());
    QVERIFY(!dialog.isBusy());
    QCOMPARE(dialog.address(), QStringLiteral("https://example.org/feed"));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(cancelled.size(), 1);
}

void TestFirstSteps::dialogKeepsTheAddressWhenItFails()
{
    AddPodcastDialog dialog(m_themes);
    dialog.setAddress(QStringLiteral("https://example.org/feed"));
    dialog.open();
    QSignalSpy followed(&dialog, &AddPodcastDialog::followRequested);
    dialog.findChild<QAbstractButton *>(QStringLiteral("follow"))->click();
    dialog.setError(QStringLiteral("The server answered 503."));
    QVERIFY(!dialog.isBusy());
    QCOMPARE(dialog.address(), QStringLiteral("https://example.org/feed"));
    QCOMPARE(dialog.findChild<ElidedLabel *>(QStringLiteral("addPodcastMessage"))->text(),
             QStringLiteral("The server answered 503."));
    QTest::keyClick(dialog.findChild<SearchField *>(), Qt::Key_Return);
    QCOMPARE(followed.size(), 2);
    dialog.accept();
    QVERIFY(!dialog.isVisible());
}

void TestFirstSteps::closingStopsAndGoes()
{
    AddPodcastDialog dialog(m_themes);
    dialog.setAddress(QStringLiteral("https://example.org/feed"));
    dialog.open();
    QSignalSpy cancelled(&dialog, &AddPodcastDialog::cancelRequested);
    dialog.findChild<QAbstractButton *>(QStringLiteral("follow"))->click();
    dialog.close();
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(!dialog.isVisible());
}

void TestFirstSteps::everythingHasAName()
{
    FirstRunPage page(m_themes);
    AddPodcastDialog add(m_themes);
    ImportDialog import(m_themes);
    for (QWidget *const window : std::initializer_list<QWidget *>{&page, &add, &import}) {
        const auto buttons = window->findChildren<ui::widgets::Button *>();
        QVERIFY(!buttons.isEmpty());
        for (const auto *const button : buttons) {
            QVERIFY(!button->accessibleName().isEmpty());
            QVERIFY(!button->objectName().isEmpty());
        }
    }
    QVERIFY(!add.findChild<SearchField *>()->accessibleName().isEmpty());
    QVERIFY(!import.findChild<QProgressBar *>()->accessibleName().isEmpty());
    QVERIFY(!import.findChild<QPlainTextEdit *>()->accessibleName().isEmpty());
}

void TestFirstSteps::importCounts()
{
    ImportDialog dialog(m_themes);
    dialog.open();
    auto *const count = dialog.findChild<ElidedLabel *>(QStringLiteral("importCount"));
    auto *const bar = dialog.findChild<QProgressBar *>();
    QCOMPARE(count->text(), QStringLiteral("Reading the file..."));
    dialog.setProgress(11, 48);
    QCOMPARE(count->text(), QStringLiteral("Following 12 of 48..."));
    QCOMPARE(bar->value(), 11);
    QCOMPARE(bar->maximum(), 48);
    dialog.setProgress(48, 48);
    QCOMPARE(count->text(), QStringLiteral("Following 48 of 48..."));
    QVERIFY(!dialog.grab().isNull());
    dialog.showResult(48, {});
    QVERIFY(!dialog.isBusy());
    QCOMPARE(dialog.findChild<ElidedLabel *>(QStringLiteral("importTitle"))->text(),
             QStringLiteral("48 podcasts followed"));
    QVERIFY(!bar->isVisible());
    dialog.setProgress(1, 48);
    QCOMPARE(count->text(), QStringLiteral("All feeds could be read."));
}

void TestFirstSteps::importListsFailures()
{
    ImportDialog dialog(m_themes);
    dialog.open();
    QSignalSpy cancelled(&dialog, &ImportDialog::cancelRequested);
    dialog.showResult(
        1,
        {{QStringLiteral("https://a.example/feed"), QStringLiteral("The server answered 503.")},
         {QStringLiteral("https://b.example/\nfeed"), QStringLiteral("This is no feed.")}});
    QCOMPARE(dialog.findChild<ElidedLabel *>(QStringLiteral("importTitle"))->text(),
             QStringLiteral("1 podcast followed"));
    QCOMPARE(dialog.findChild<ElidedLabel *>(QStringLiteral("importCount"))->text(),
             QStringLiteral("2 feeds could not be read"));
    const QString lines = QStringLiteral("https://a.example/feed: The server answered 503.\n"
                                         "https://b.example/ feed: This is no feed.");
    QCOMPARE(dialog.failureText(), lines);
    auto *const list = dialog.findChild<QPlainTextEdit *>();
    QVERIFY(list->isVisible());
    list->selectAll();
    list->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), lines);
    QGuiApplication::clipboard()->clear();
    dialog.findChild<QAbstractButton *>(QStringLiteral("importCopy"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), lines);
    dialog.findChild<QAbstractButton *>(QStringLiteral("importClose"))->click();
    QVERIFY(!dialog.isVisible());
    QCOMPARE(cancelled.size(), 0);
}

void TestFirstSteps::importIsCancelled()
{
    ImportDialog dialog(m_themes);
    dialog.open();
    dialog.setProgress(3, 48);
    QSignalSpy cancelled(&dialog, &ImportDialog::cancelRequested);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(!dialog.isVisible());
}

void TestFirstSteps::importSaysWhatIsWrong()
{
    ImportDialog dialog(m_themes);
    dialog.open();
    dialog.showError(QStringLiteral("This file holds no list of feeds."));
    QVERIFY(!dialog.isBusy());
    QCOMPARE(dialog.findChild<ElidedLabel *>(QStringLiteral("importCount"))->text(),
             QStringLiteral("This file holds no list of feeds."));
    QSignalSpy cancelled(&dialog, &ImportDialog::cancelRequested);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 0);
}

QTEST_MAIN(TestFirstSteps)
#include "tst_firststeps.moc"
