// SPDX-License-Identifier: GPL-3.0-or-later
// The small dialogs: an episode is chosen, words are corrected, a transcript is pasted.
#include "ui/times/episodechooser.h"
#include "ui/times/transcriptdialogs.h"
#include "ui/widgets/searchfield.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ui::times;
using app::base::EpisodeId;

namespace {

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

QList<EpisodeChoice> choices()
{
    return {{EpisodeId(7), QStringLiteral("Tides"), QStringLiteral("20 November 2026")},
            {EpisodeId(9), QStringLiteral("Harbours"), {}}};
}

} // namespace

class TimesDialogsTest final : public QObject
{
    Q_OBJECT

private slots:
    void chooserAsksForWhatIsTyped();
    void chooserIsWorkedFromItsField();
    void chooserClosesByEscape();
    void doubleClickChooses();

    void enterKeepsWords();
    void escapeLeavesWords();
    void wordsAreOneLine();

    void pastedTextIsJudged();
    void pasteTakesTheClipboard();

private:
    ui::theme::ThemeManager m_themes;
};

void TimesDialogsTest::chooserAsksForWhatIsTyped()
{
    EpisodeChooser dialog(m_themes, nullptr);
    showActive(dialog);
    auto *const choose = buttonOf(dialog, QDialogButtonBox::Ok);
    QVERIFY(!dialog.chosen().isValid() && !choose->isEnabled());
    const QSignalSpy searched(&dialog, &EpisodeChooser::searched);
    auto *const search = dialog.findChild<ui::widgets::SearchField *>();
    QTest::keyClicks(search, QStringLiteral("ti"));
    QCOMPARE(searched.size(), 2);
    QCOMPARE(searched.last().front().toString(), QStringLiteral("ti"));
    dialog.setChoices(choices());
    auto *const list = dialog.findChild<QListWidget *>();
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(0)->text().contains(QLatin1String("20 November")));
    QCOMPARE(list->item(1)->text(), QStringLiteral("Harbours"));
    // The best one is chosen already.
    QCOMPARE(dialog.chosen(), EpisodeId(7));
    QVERIFY(choose->isEnabled());
    list->setCurrentRow(1);
    QCOMPARE(dialog.chosen(), EpisodeId(9));
    dialog.setChoices({});
    QVERIFY(!dialog.chosen().isValid() && !choose->isEnabled());
}

void TimesDialogsTest::chooserIsWorkedFromItsField()
{
    EpisodeChooser dialog(m_themes, nullptr);
    dialog.setChoices(choices());
    showActive(dialog);
    auto *const search = dialog.findChild<ui::widgets::SearchField *>();
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(dialog.chosen(), EpisodeId(9));
    QTest::keyClick(search, Qt::Key_Up);
    QCOMPARE(dialog.chosen(), EpisodeId(7));
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(search->hasFocus());
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(dialog.chosen(), EpisodeId(9));
}

void TimesDialogsTest::chooserClosesByEscape()
{
    EpisodeChooser dialog(m_themes, nullptr);
    showActive(dialog);
    const QSignalSpy rejected(&dialog, &QDialog::rejected);
    auto *const search = dialog.findChild<ui::widgets::SearchField *>();
    search->setFocus();
    search->setText(QStringLiteral("tide"));
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty() && rejected.isEmpty());
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(rejected.size(), 1);
}

void TimesDialogsTest::doubleClickChooses()
{
    EpisodeChooser dialog(m_themes, nullptr);
    dialog.setChoices(choices());
    showActive(dialog);
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    auto *const list = dialog.findChild<QListWidget *>();
    const QPoint second = list->visualItemRect(list->item(1)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, second);
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(dialog.chosen(), EpisodeId(9));
}

void TimesDialogsTest::enterKeepsWords()
{
    CorrectDialog dialog(QStringLiteral("Who maid it?"), nullptr);
    showActive(dialog);
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    auto *const text = dialog.findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->hasFocus());
    // All is selected: what is typed stands in place of it.
    QTest::keyClicks(text, QStringLiteral("Who made it?"));
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(dialog.words(), QStringLiteral("Who made it?"));
}

void TimesDialogsTest::escapeLeavesWords()
{
    CorrectDialog dialog(QStringLiteral("Who maid it?"), nullptr);
    showActive(dialog);
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    const QSignalSpy rejected(&dialog, &QDialog::rejected);
    auto *const text = dialog.findChild<QPlainTextEdit *>();
    text->setFocus();
    QTest::keyClicks(text, QStringLiteral("x"));
    QTest::keyClick(text, Qt::Key_Escape);
    QCOMPARE(rejected.size(), 1);
    QVERIFY(accepted.isEmpty());
}

void TimesDialogsTest::wordsAreOneLine()
{
    CorrectDialog dialog(QStringLiteral("Who maid it?"), nullptr);
    dialog.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral(" Who\n made\tit? \n"));
    QCOMPARE(dialog.words(), QStringLiteral("Who made it?"));
}

void TimesDialogsTest::pastedTextIsJudged()
{
    QGuiApplication::clipboard()->clear();
    PasteDialog dialog(nullptr);
    showActive(dialog);
    QCoreApplication::processEvents();
    auto *const use = buttonOf(dialog, QDialogButtonBox::Ok);
    auto *const text = dialog.findChild<QPlainTextEdit *>();
    auto *const verdict = dialog.findChild<QLabel *>(QStringLiteral("pasteVerdict"));
    QVERIFY(!use->isEnabled());
    const QSignalSpy changed(&dialog, &PasteDialog::changed);
    text->setPlainText(QStringLiteral("0:05 Hello"));
    QCOMPARE(changed.last().front().toString(), QStringLiteral("0:05 Hello"));
    QVERIFY(!use->isEnabled());
    dialog.setVerdict(QStringLiteral("1 timed part"), true);
    QCOMPARE(verdict->text(), QStringLiteral("1 timed part"));
    QVERIFY(use->isEnabled());
    // Another text is not what was judged.
    text->appendPlainText(QStringLiteral("0:09 Good bye"));
    QVERIFY(!use->isEnabled());
    dialog.setVerdict(QStringLiteral("This is no transcript."), false);
    QVERIFY(!use->isEnabled());
    dialog.setVerdict({}, true);
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    use->click();
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(dialog.text(), QStringLiteral("0:05 Hello\n0:09 Good bye"));
}

void TimesDialogsTest::pasteTakesTheClipboard()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("0:05 Hello"));
    PasteDialog dialog(nullptr);
    const QSignalSpy changed(&dialog, &PasteDialog::changed);
    showActive(dialog);
    QTRY_COMPARE(dialog.text(), QStringLiteral("0:05 Hello"));
    QCOMPARE(changed.last().front().toString(), QStringLiteral("0:05 Hello"));
}

QTEST_MAIN(TimesDialogsTest)
#include "tst_dialogs.moc"
