// SPDX-License-Identifier: GPL-3.0-or-later
// Which notes leave in which format.
#include "app/exports/exporter.h"
#include "ui/exchange/exportdialog.h"
#include "ui/exchange/formatwords.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>

using namespace ui::exchange;

class ExportDialogTest final : public QObject
{
    Q_OBJECT

private slots:

    void init();

    void cleanup() { m_dialog.reset(); }

    void everyFormatHasWords();
    void opensWithWhatWasChosenLast();
    void severalChangesAskForOnePreview();
    void previewIsShownAndItsFailureSaid();
    void onlyWhatTheFormatHoldsIsOffered();
    void notesThatAreNotThereAreNotExported();
    void whileItWritesNothingChanges();
    void escapeStopsThenCloses();
    void aFailureLeavesTheDialog();
    void ownTemplatesAreSaid();
    void everythingIsReachedByTabAndNamed();

private:
    template <typename Widget>
    [[nodiscard]] Widget *part(const char *name)
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }

    void choose(const QString &format);

    ui::theme::ThemeManager m_themes;
    std::unique_ptr<ExportDialog> m_dialog;
};

void ExportDialogTest::init()
{
    m_dialog = std::make_unique<ExportDialog>(
        m_themes,
        std::vector<ExportScope>{{QStringLiteral("The 2 chosen notes"), 2},
                                 {QStringLiteral("This episode"), 7},
                                 {QStringLiteral("An empty podcast"), 0}},
        ExportChoice{.scope = 1, .format = QStringLiteral("anki"), .tags = false},
        nullptr);
    m_dialog->show();
    m_dialog->activateWindow();
    QVERIFY(tests::waitForActive(m_dialog.get()));
}

void ExportDialogTest::choose(const QString &format)
{
    auto *const list = part<QListWidget>("exportFormats");
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->data(Qt::UserRole).toString() == format) {
            list->setCurrentRow(row);
        }
    }
    QCOMPARE(m_dialog->choice().format, format);
}

void ExportDialogTest::everyFormatHasWords()
{
    for (const auto &format : app::exports::exportFormats()) {
        QVERIFY2(formatTitle(format.id) != format.id, qPrintable(format.id));
        QVERIFY2(!formatExplanation(format.id).isEmpty(), qPrintable(format.id));
    }
    QCOMPARE(part<QListWidget>("exportFormats")->count(),
             static_cast<int>(app::exports::exportFormats().size()));
    QCOMPARE(formatTitle(QStringLiteral("none")), QStringLiteral("none"));
}

void ExportDialogTest::opensWithWhatWasChosenLast()
{
    const ExportChoice choice = m_dialog->choice();
    QCOMPARE(choice.scope, 1);
    QCOMPARE(choice.format, QStringLiteral("anki"));
    QVERIFY(!choice.tags && choice.colors);
}

void ExportDialogTest::severalChangesAskForOnePreview()
{
    QSignalSpy asked(m_dialog.get(), &ExportDialog::previewRequested);
    choose(QStringLiteral("markdown"));
    part<QCheckBox>("exportTags")->click();
    part<QComboBox>("exportScope")->setCurrentIndex(0);
    QTRY_COMPARE(asked.size(), 1);
    QCoreApplication::processEvents();
    QCOMPARE(asked.size(), 1);
    const auto choice = asked.last().first().value<ExportChoice>();
    QCOMPARE(choice, m_dialog->choice());
    QVERIFY(choice.tags);
    QCOMPARE(choice.scope, 0);
}

void ExportDialogTest::previewIsShownAndItsFailureSaid()
{
    m_dialog->showPreview(
        QStringLiteral("a.md"), QStringLiteral("# A"), QStringLiteral("and 3 more files"));
    QCOMPARE(part<QPlainTextEdit>("exportPreview")->toPlainText(), QStringLiteral("# A"));
    QVERIFY(part<QLabel>("exportPreviewName")->text().contains(QLatin1String("3 more")));
    m_dialog->showPreviewFailure(QStringLiteral("line 3: nonsense"));
    QVERIFY(part<QPlainTextEdit>("exportPreview")->toPlainText().isEmpty());
    QCOMPARE(part<QLabel>("exportPreviewName")->text(), QStringLiteral("line 3: nonsense"));
}

void ExportDialogTest::onlyWhatTheFormatHoldsIsOffered()
{
    choose(QStringLiteral("markdown"));
    QVERIFY(part<QCheckBox>("exportTags")->isEnabled());
    QVERIFY(part<QWidget>("exportClips")->isVisible());
    QVERIFY(part<QWidget>("exportTemplate")->isVisible());
    part<QCheckBox>("exportClips")->setChecked(true);
    QVERIFY(m_dialog->choice().clips);
    choose(QStringLiteral("jsonl"));
    QVERIFY(!part<QCheckBox>("exportTags")->isEnabled());
    QVERIFY(!part<QWidget>("exportClips")->isVisible());
    QVERIFY(!part<QWidget>("exportTemplate")->isVisible());
    QVERIFY(!m_dialog->choice().clips);
}

void ExportDialogTest::notesThatAreNotThereAreNotExported()
{
    QVERIFY(part<QWidget>("exportStart")->isEnabled());
    part<QComboBox>("exportScope")->setCurrentIndex(2);
    QVERIFY(!part<QWidget>("exportStart")->isEnabled());
}

void ExportDialogTest::whileItWritesNothingChanges()
{
    m_dialog->setProgress(3, 10);
    QVERIFY(m_dialog->isBusy());
    QVERIFY(!part<QWidget>("exportFormats")->isEnabled());
    QVERIFY(!part<QWidget>("exportStart")->isEnabled());
    QCOMPARE(part<QProgressBar>("exportProgress")->value(), 3);
    QVERIFY(part<QProgressBar>("exportProgress")->isVisible());
}

void ExportDialogTest::escapeStopsThenCloses()
{
    QSignalSpy stopped(m_dialog.get(), &ExportDialog::cancelRequested);
    m_dialog->setProgress(0, 0);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QCOMPARE(stopped.size(), 1);
    QVERIFY(m_dialog->isVisible());
    m_dialog->showFailure(QStringLiteral("Stopped."));
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(stopped.size(), 1);
}

void ExportDialogTest::aFailureLeavesTheDialog()
{
    m_dialog->setProgress(3, 10);
    m_dialog->showFailure(QStringLiteral("The disk is full."));
    QVERIFY(!m_dialog->isBusy());
    QCOMPARE(part<QLabel>("exportState")->text(), QStringLiteral("The disk is full."));
    QVERIFY(part<QWidget>("exportState")->isVisible());
    QVERIFY(part<QWidget>("exportStart")->isEnabled());
    choose(QStringLiteral("markdown"));
    QVERIFY(!part<QWidget>("exportState")->isVisible());
}

void ExportDialogTest::ownTemplatesAreSaid()
{
    choose(QStringLiteral("markdown"));
    const QString before = part<QAbstractButton>("exportTemplate")->text();
    m_dialog->setOwnTemplates({{QStringLiteral("markdown"), true}});
    QVERIFY(part<QAbstractButton>("exportTemplate")->text() != before);
    QSignalSpy wished(m_dialog.get(), &ExportDialog::templateRequested);
    part<QAbstractButton>("exportTemplate")->click();
    QCOMPARE(wished.last().first().toString(), QStringLiteral("markdown"));
}

void ExportDialogTest::everythingIsReachedByTabAndNamed()
{
    choose(QStringLiteral("markdown"));
    QSet<QString> reached;
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget()->objectName());
    }
    for (const char *const name : {"exportScope",
                                   "exportFormats",
                                   "exportTags",
                                   "exportColors",
                                   "exportClips",
                                   "exportTemplate",
                                   "exportPreview",
                                   "exportClose",
                                   "exportStart"}) {
        QVERIFY2(reached.contains(QLatin1String(name)), name);
    }
    for (const char *const name : {"exportScope", "exportFormats", "exportPreview"}) {
        QVERIFY2(!part<QWidget>(name)->accessibleName().isEmpty(), name);
    }
}

QTEST_MAIN(ExportDialogTest)
#include "tst_exportdialog.moc"
