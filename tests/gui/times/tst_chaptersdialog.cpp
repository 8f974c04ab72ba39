// SPDX-License-Identifier: GPL-3.0-or-later
// A list of times that is looked over before it becomes chapters.
#include "ui/times/chaptersdialog.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace ui::times;
using app::timestamps::Chapter;
using app::timestamps::Chapters;
using app::timestamps::MediaTime;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

Chapter chapter(qint64 ms, const char *title)
{
    Chapter made;
    made.start = at(ms);
    made.title = QString::fromUtf8(title);
    return made;
}

Chapters three()
{
    return {chapter(0, "Hello"), chapter(60'400, "The wall"), chapter(120'000, "Away")};
}

/// "0 Hello|60400 The wall".
QString written(const Chapters &chapters)
{
    QStringList all;
    for (const Chapter &one : chapters) {
        all += QStringLiteral("%1 %2").arg(one.start.ms()).arg(one.title);
    }
    return all.join(u'|');
}

} // namespace

class ChaptersDialogTest final : public QObject
{
    Q_OBJECT

private slots:

    void init() { open(three()); }

    void cleanup() { m_dialog.reset(); }

    void isAsItWasGiven();
    void titlesAreEditedInPlace();
    void timesAreEditedInPlace();
    void whatIsNoTimeBecomesWhatItWas();
    void enterInACellDoesNotUse();
    void addedWhereItIsHeard();
    void removedByButtonAndKey();
    void playsFromTheChosen();
    void wishesAreTold_data();
    void wishesAreTold();
    void emptyListIsNotUsed();
    void onlyWhatIsPossibleIsOffered();

private:
    void open(const Chapters &chapters, bool own = true, bool downloaded = true)
    {
        m_dialog = std::make_unique<ChaptersDialog>(
            m_themes, QStringLiteral("Tides"), chapters, own, downloaded, nullptr);
        m_dialog->show();
        m_dialog->activateWindow();
        QVERIFY(tests::waitForActive(m_dialog.get()));
    }

    [[nodiscard]] QTableWidget &table() { return *m_dialog->findChild<QTableWidget *>(); }

    [[nodiscard]] QAbstractButton *button(const char *name)
    {
        return m_dialog->findChild<QAbstractButton *>(QLatin1String(name));
    }

    /// As by F2, typing and Enter.
    void edit(int row, int column, const QString &text)
    {
        table().setCurrentCell(row, column);
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_F2);
        auto *const editor = table().findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!table().findChild<QLineEdit *>());
    }

    ui::theme::ThemeManager m_themes;
    std::unique_ptr<ChaptersDialog> m_dialog;
};

void ChaptersDialogTest::isAsItWasGiven()
{
    QVERIFY(m_dialog->windowTitle().contains(QLatin1String("Tides")));
    QCOMPARE(table().rowCount(), 3);
    QCOMPARE(table().item(1, 0)->text(), QStringLiteral("1:00"));
    QCOMPARE(table().item(1, 1)->text(), QStringLiteral("The wall"));
    QCOMPARE(m_dialog->chapters(), three());
}

void ChaptersDialogTest::titlesAreEditedInPlace()
{
    edit(1, 1, QStringLiteral("  The  long wall "));
    // What the table does not show of its time stays.
    QCOMPARE(written(m_dialog->chapters()),
             QStringLiteral("0 Hello|60400 The long wall|120000 Away"));
}

void ChaptersDialogTest::timesAreEditedInPlace()
{
    Chapters chapters = three();
    chapters[0].end = at(50'000);
    open(chapters);
    edit(0, 0, QStringLiteral("2:30"));
    QCOMPARE(table().item(0, 0)->text(), QStringLiteral("2:30"));
    QCOMPARE(written(m_dialog->chapters()),
             QStringLiteral("60400 The wall|120000 Away|150000 Hello"));
    QVERIFY(!m_dialog->chapters()[2].end);
}

void ChaptersDialogTest::whatIsNoTimeBecomesWhatItWas()
{
    edit(1, 0, QStringLiteral("soon"));
    QCOMPARE(table().item(1, 0)->text(), QStringLiteral("1:00"));
    QCOMPARE(m_dialog->chapters(), three());
}

void ChaptersDialogTest::enterInACellDoesNotUse()
{
    const QSignalSpy used(m_dialog.get(), &ChaptersDialog::useRequested);
    const QSignalSpy done(m_dialog.get(), &QDialog::finished);
    edit(0, 1, QStringLiteral("Welcome"));
    QVERIFY(used.isEmpty() && done.isEmpty());
    QCOMPARE(m_dialog->chapters()[0].title, QStringLiteral("Welcome"));
}

void ChaptersDialogTest::addedWhereItIsHeard()
{
    m_dialog->setHeard([] { return at(90'700); });
    button("chapterAdd")->click();
    QCOMPARE(table().rowCount(), 4);
    QCOMPARE(table().currentRow(), 2);
    QCOMPARE(table().item(2, 0)->text(), QStringLiteral("1:30"));
    // Its title is asked for at once.
    auto *const editor = table().findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("The tide"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(written(m_dialog->chapters()),
                 QStringLiteral("0 Hello|60400 The wall|90700 The tide|120000 Away"));
}

void ChaptersDialogTest::removedByButtonAndKey()
{
    table().selectRow(1);
    button("chapterRemove")->click();
    QCOMPARE(written(m_dialog->chapters()), QStringLiteral("0 Hello|120000 Away"));
    table().setFocus();
    table().selectRow(0);
    QTest::keyClick(&table(), Qt::Key_Delete);
    QCOMPARE(written(m_dialog->chapters()), QStringLiteral("120000 Away"));
    // Rows and chapters still belong together.
    edit(0, 1, QStringLiteral("Gone"));
    QCOMPARE(written(m_dialog->chapters()), QStringLiteral("120000 Gone"));
}

void ChaptersDialogTest::playsFromTheChosen()
{
    const QSignalSpy played(m_dialog.get(), &ChaptersDialog::playRequested);
    table().selectRow(1);
    button("chapterPlay")->click();
    QCOMPARE(played.size(), 1);
    QCOMPARE(played.front().front().value<MediaTime>(), at(60'400));
}

void ChaptersDialogTest::wishesAreTold_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<QByteArray>("signal");
    QTest::newRow("use") << QByteArray("chaptersUse") << QByteArray(SIGNAL(useRequested()));
    QTest::newRow("export") << QByteArray("chaptersExport")
                            << QByteArray(SIGNAL(exportRequested()));
    QTest::newRow("write") << QByteArray("chaptersWrite") << QByteArray(SIGNAL(writeRequested()));
    QTest::newRow("publisher's") << QByteArray("chaptersPublishers")
                                 << QByteArray(SIGNAL(publishersRequested()));
    QTest::newRow("cancel") << QByteArray("chaptersCancel") << QByteArray(SIGNAL(rejected()));
}

void ChaptersDialogTest::wishesAreTold()
{
    QFETCH(QByteArray, button);
    QFETCH(QByteArray, signal);
    const QSignalSpy told(m_dialog.get(), signal.constData());
    this->button(button.constData())->click();
    QCOMPARE(told.size(), 1);
}

void ChaptersDialogTest::emptyListIsNotUsed()
{
    table().selectAll();
    button("chapterRemove")->click();
    QVERIFY(m_dialog->chapters().empty());
    for (const char *const name :
         {"chaptersUse", "chaptersExport", "chaptersWrite", "chapterPlay", "chapterRemove"}) {
        QVERIFY2(!button(name)->isEnabled(), name);
    }
    QVERIFY(button("chaptersPublishers")->isEnabled());
    button("chapterAdd")->click();
    QVERIFY(button("chaptersUse")->isEnabled() && button("chapterPlay")->isEnabled());
    QCOMPARE(m_dialog->chapters().size(), 1U);
}

void ChaptersDialogTest::onlyWhatIsPossibleIsOffered()
{
    QVERIFY(button("chaptersWrite") && button("chaptersPublishers"));
    open(three(), false, false);
    QVERIFY(!button("chaptersWrite") && !button("chaptersPublishers"));
}

QTEST_MAIN(ChaptersDialogTest)
#include "tst_chaptersdialog.moc"
