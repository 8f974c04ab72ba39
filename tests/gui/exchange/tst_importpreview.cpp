// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/importpreview.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace ui::exchange;

namespace {

IncomingNote incoming(Incoming becomes, const char *words)
{
    return {becomes,
            QStringLiteral("4:30"),
            QString::fromUtf8(words),
            QStringLiteral("Plain Methods: Where zero is")};
}

} // namespace

class ImportPreviewTest final : public QObject
{
    Q_OBJECT

private slots:

    void saysWhatWillCome();
    void nothingNewIsNotImported();
    void importIsAskedOnce();
    void whatCouldNotBeReadIsSaid();
    void anEpisodeIsOnlyAskedForWhereItIsMissing();
    void anEpisodeIsFoundByTyping();
    void modelKeepsItsPromises();

private:
    void open(std::vector<IncomingNote> notes, const QStringList &remarks = {})
    {
        m_dialog = std::make_unique<ImportPreview>(m_themes,
                                                   QStringLiteral("labels.txt"),
                                                   QStringLiteral("Audacity labels"),
                                                   std::move(notes),
                                                   remarks,
                                                   nullptr);
        m_dialog->show();
    }

    [[nodiscard]] QString words(const char *name)
    {
        return m_dialog->findChild<QLabel *>(QLatin1String(name))->text();
    }

    ui::theme::ThemeManager m_themes;
    std::unique_ptr<ImportPreview> m_dialog;
};

void ImportPreviewTest::saysWhatWillCome()
{
    open({incoming(Incoming::Added, "a"),
          incoming(Incoming::Added, "b"),
          incoming(Incoming::Known, "c")});
    QVERIFY(words("importHead").contains(QLatin1String("labels.txt")));
    QVERIFY(words("importHead").contains(QLatin1String("Audacity")));
    QVERIFY2(words("importSums").contains(QLatin1Char('2')), qPrintable(words("importSums")));
    QVERIFY(!m_dialog->findChild<QWidget *>(QStringLiteral("importRemarks")));
    // What does not happen is not said.
    QVERIFY2(!words("importSums").contains(QLatin1Char('0')), qPrintable(words("importSums")));
}

void ImportPreviewTest::nothingNewIsNotImported()
{
    open({incoming(Incoming::Known, "c")});
    QVERIFY(!m_dialog->findChild<QWidget *>(QStringLiteral("importStart"))->isEnabled());
    open({incoming(Incoming::Changed, "c")});
    QVERIFY(m_dialog->findChild<QWidget *>(QStringLiteral("importStart"))->isEnabled());
}

void ImportPreviewTest::importIsAskedOnce()
{
    open({incoming(Incoming::Added, "a")});
    const QSignalSpy asked(m_dialog.get(), &ImportPreview::importRequested);
    m_dialog->findChild<QAbstractButton *>(QStringLiteral("importStart"))->click();
    QCOMPARE(asked.size(), 1);
    QVERIFY(!m_dialog->isVisible());
}

void ImportPreviewTest::whatCouldNotBeReadIsSaid()
{
    open({incoming(Incoming::Added, "a")}, {QStringLiteral("Line 3 is no label.")});
    QCOMPARE(m_dialog->findChild<QPlainTextEdit *>(QStringLiteral("importRemarks"))->toPlainText(),
             QStringLiteral("Line 3 is no label."));
}

void ImportPreviewTest::anEpisodeIsOnlyAskedForWhereItIsMissing()
{
    open({incoming(Incoming::Added, "a")});
    auto *const field = m_dialog->findChild<QLineEdit *>(QStringLiteral("importEpisode"));
    QVERIFY(!field->isVisible());
    const QSignalSpy searched(m_dialog.get(), &ImportPreview::episodeSearchRequested);
    m_dialog->offerEpisodes();
    QVERIFY(field->isVisible());
    QCOMPARE(searched, (QList<QVariantList>{{QString()}}));
}

void ImportPreviewTest::anEpisodeIsFoundByTyping()
{
    open({incoming(Incoming::Added, "a")});
    m_dialog->offerEpisodes();
    const QSignalSpy searched(m_dialog.get(), &ImportPreview::episodeSearchRequested);
    const QSignalSpy chosen(m_dialog.get(), &ImportPreview::episodeChosen);
    const QWidget *const import = m_dialog->findChild<QWidget *>(QStringLiteral("importStart"));
    auto *const field = m_dialog->findChild<QLineEdit *>(QStringLiteral("importEpisode"));
    m_dialog->activateWindow();
    QVERIFY(tests::waitForActive(m_dialog.get()));
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("zero"));
    QCOMPARE(searched.back().front().toString(), QStringLiteral("zero"));
    m_dialog->setFoundEpisodes({{app::base::EpisodeId(7), QStringLiteral("A: zero")},
                                {app::base::EpisodeId(8), QStringLiteral("B: zero")}});
    QAbstractItemView *const list = field->completer()->popup();
    QTRY_VERIFY(list->isVisible());
    const auto asked = searched.size();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    // Going through the proposals does not look for them anew.
    QCOMPARE(searched.size(), asked);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<app::base::EpisodeId>(), app::base::EpisodeId(8));
    QCOMPARE(field->text(), QStringLiteral("B: zero"));
    // What would come is another thing now.
    QVERIFY(!import->isEnabled());
    m_dialog->showNotes({incoming(Incoming::Added, "a"), incoming(Incoming::Added, "b")});
    QVERIFY(import->isEnabled());
    QVERIFY(words("importSums").contains(QLatin1Char('2')));
    field->clear();
    QCOMPARE(chosen.size(), 2);
    QVERIFY(!chosen[1][0].value<app::base::EpisodeId>().isValid());
}

void ImportPreviewTest::modelKeepsItsPromises()
{
    IncomingModel model({incoming(Incoming::Added, "a"), incoming(Incoming::Changed, "b")});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, IncomingModel::WordsColumn).data().toString(), QStringLiteral("b"));
    QCOMPARE(model.index(0, IncomingModel::TimeColumn).data().toString(), QStringLiteral("4:30"));
}

QTEST_MAIN(ImportPreviewTest)
#include "tst_importpreview.moc"
