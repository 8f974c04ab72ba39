// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/notetemplate.h"
#include "ui/exchange/templatedialog.h"

#include <QAbstractButton>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace ui::exchange;

class TemplateDialogTest final : public QObject
{
    Q_OBJECT

private slots:

    void cleanup() { m_dialog.reset(); }

    void beginsWithTheFormatsOwn();
    void whatIsWrongIsSaidWithItsLine();
    void aFieldIsPutIn();
    void theOriginalIsKeptAsNone();
    void itCanGoBack();

private:
    void open(const QString &own = {})
    {
        m_dialog =
            std::make_unique<TemplateDialog>(m_themes, QStringLiteral("markdown"), own, nullptr);
        m_dialog->show();
    }

    [[nodiscard]] QPlainTextEdit &text() { return *m_dialog->findChild<QPlainTextEdit *>(); }

    [[nodiscard]] QString state()
    {
        return m_dialog->findChild<QLabel *>(QStringLiteral("templateState"))->text();
    }

    [[nodiscard]] QAbstractButton &button(const char *name)
    {
        return *m_dialog->findChild<QAbstractButton *>(QLatin1String(name));
    }

    ui::theme::ThemeManager m_themes;
    std::unique_ptr<TemplateDialog> m_dialog;
};

void TemplateDialogTest::beginsWithTheFormatsOwn()
{
    open();
    QCOMPARE(text().toPlainText(), app::exports::builtInTemplate(QStringLiteral("markdown")));
    QVERIFY(!text().toPlainText().isEmpty());
    QVERIFY(button("templateUse").isEnabled() && !button("templateReset").isEnabled());
    open(QStringLiteral("mine"));
    QCOMPARE(text().toPlainText(), QStringLiteral("mine"));
    QVERIFY(button("templateReset").isEnabled());
}

void TemplateDialogTest::whatIsWrongIsSaidWithItsLine()
{
    open();
    text().setPlainText(QStringLiteral("one\ntwo {{#notes}}"));
    QTRY_VERIFY(!button("templateUse").isEnabled());
    QVERIFY2(state().contains(QLatin1String("line 2")), qPrintable(state()));
    text().setPlainText(QStringLiteral("one"));
    QTRY_VERIFY(button("templateUse").isEnabled());
}

void TemplateDialogTest::aFieldIsPutIn()
{
    open(QStringLiteral("mine"));
    auto *const fields = m_dialog->findChild<QListWidget *>(QStringLiteral("templateFields"));
    QCOMPARE(fields->count(), static_cast<int>(app::exports::templateFields().size()));
    fields->setCurrentRow(0);
    emit fields->itemActivated(fields->item(0));
    QVERIFY(text().toPlainText().startsWith(QLatin1String("{{")));
    QVERIFY(text().toPlainText().endsWith(QLatin1String("mine")));
}

void TemplateDialogTest::theOriginalIsKeptAsNone()
{
    open(QStringLiteral("mine"));
    const QSignalSpy chosen(m_dialog.get(), &TemplateDialog::templateChosen);
    text().setPlainText(QStringLiteral("other"));
    button("templateUse").click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.last().first().toString(), QStringLiteral("other"));
    open(QStringLiteral("mine"));
    const QSignalSpy back(m_dialog.get(), &TemplateDialog::templateChosen);
    button("templateReset").click();
    button("templateUse").click();
    QCOMPARE(back.size(), 1);
    QVERIFY(back.last().first().toString().isEmpty());
}

void TemplateDialogTest::itCanGoBack()
{
    open(QStringLiteral("mine"));
    button("templateReset").click();
    text().undo();
    QCOMPARE(text().toPlainText(), QStringLiteral("mine"));
}

QTEST_MAIN(TemplateDialogTest)
#include "tst_templatedialog.moc"
