// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandregistry.h"
#include "ui/commands/keyssheet.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace ui::commands;
using ui::theme::ThemeManager;

namespace {

const QString toggle = QStringLiteral("player.toggle");
const QString mark = QStringLiteral("mark.last30");
const QString copy = QStringLiteral("sel.copyWithTime");
const QString sidebar = QStringLiteral("app.sidebar");
const QString forward = QStringLiteral("player.forward30");

/// A window with one of everything that keys can be in.
struct Window : QWidget
{
    QListWidget *list;
    QLineEdit *field;
    QPlainTextEdit *text;
    QPushButton *button;
    QWidget *transcript;

    Window()
        : list(new QListWidget(this))
        , field(new QLineEdit(this))
        , text(new QPlainTextEdit(this))
        , button(new QPushButton(QStringLiteral("Button"), this))
        , transcript(new QWidget(this))
    {
        auto *layout = new QVBoxLayout(this);
        for (QWidget *widget :
             std::initializer_list<QWidget *>{list, field, text, button, transcript}) {
            layout->addWidget(widget);
        }
        transcript->setFocusPolicy(Qt::StrongFocus);
        list->addItems({QStringLiteral("Kites"), QStringLiteral("Maps")});
        show();
        activateWindow();
    }

    void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        widget->setFocus();
        QTest::keyClick(widget, key, modifiers);
    }
};

} // namespace

class TestCommandRegistry final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyActionCanBeRead();
    void tellsWhatDoesNothing();
    void keysWorkInTheWindow();
    void singleKeysAreTextInFields();
    void functionKeysWorkInFields();
    void boldKeysBelongToTheField();
    void keysOfAPlaceWorkOnlyThere();
    void spacePressesButtonsAndElsewherePlays();
    void spaceInAnotherWindowIsLeftAlone();
    void heldSpaceTogglesOnce();
    void singleKeysSwitchOffAsASet();
    void tellsOfConflicts();
    void workGoesWithItsContext();
    void sheetListsEverything();

private:
    [[nodiscard]] int count(const QString &id) const { return m_counts.value(id); }

    ThemeManager m_themes{ThemeManager::Mode::Light};
    std::unique_ptr<CommandRegistry> m_registry;
    std::unique_ptr<Window> m_window;
    QHash<QString, int> m_counts;
};

void TestCommandRegistry::init()
{
    m_counts.clear();
    m_window = std::make_unique<Window>();
    QVERIFY(tests::waitForActive(m_window.get()));
    m_registry = std::make_unique<CommandRegistry>(m_themes);
    for (const QString &id : {toggle, mark, copy, sidebar, forward}) {
        m_registry->bind(id, this, [this, id] { ++m_counts[id]; });
    }
    m_registry->install(*m_window, {});
    m_registry->install(*m_window->transcript, Context::Reader | Context::Transcript);
}

void TestCommandRegistry::everyActionCanBeRead()
{
    for (const CommandRow &command : m_registry->rows()) {
        const QAction *action = m_registry->action(command.id);
        QVERIFY(action);
        QVERIFY2(!action->text().isEmpty(), qPrintable(command.id));
        QVERIFY2(!m_registry->accessibleText(command.id).isEmpty(), qPrintable(command.id));
        QVERIFY2(action->toolTip().contains(m_registry->keysText(command.id)),
                 qPrintable(command.id));
    }
    QCOMPARE(m_registry->action(toggle)->toolTip(), QStringLiteral("Play or pause (Space)"));
    QCOMPARE(m_registry->accessibleText(QStringLiteral("player.goToTime")),
             QStringLiteral("Go to time, Ctrl+G"));
    QVERIFY(m_registry->conflicts().empty());
}

void TestCommandRegistry::tellsWhatDoesNothing()
{
    const QString undo = QStringLiteral("edit.undo");
    QVERIFY(m_registry->unbound().contains(undo));
    QVERIFY(!m_registry->unbound().contains(mark));
    QVERIFY(!m_registry->unbound().contains(QStringLiteral("sel.copy"))); // the panel does it
    m_registry->bind(undo, this, [] {});
    QVERIFY(!m_registry->unbound().contains(undo));
}

void TestCommandRegistry::keysWorkInTheWindow()
{
    m_window->press(m_window->list, Qt::Key_M);
    m_window->press(m_window->transcript, Qt::Key_M);
    m_window->press(m_window->button, Qt::Key_K);
    QCOMPARE(count(mark), 2);
    QCOMPARE(count(toggle), 1);
    QVERIFY(m_window->list->currentRow() != 1); // no type-ahead to Maps
}

void TestCommandRegistry::singleKeysAreTextInFields()
{
    m_window->press(m_window->field, Qt::Key_M);
    m_window->press(m_window->text, Qt::Key_M);
    m_window->press(m_window->field, Qt::Key_Space);
    m_window->press(m_window->field, Qt::Key_L, Qt::ShiftModifier);
    QCOMPARE(count(mark), 0);
    QCOMPARE(count(toggle), 0);
    QCOMPARE(m_window->field->text(), QStringLiteral("m l"));
    QCOMPARE(m_window->text->toPlainText(), QStringLiteral("m"));
    m_window->field->setReadOnly(true);
    m_window->press(m_window->field, Qt::Key_M);
    QCOMPARE(count(mark), 1);
}

void TestCommandRegistry::functionKeysWorkInFields()
{
    m_window->press(m_window->field, Qt::Key_F8);
    m_window->press(m_window->text, Qt::Key_F9);
    QCOMPARE(count(toggle), 1);
    QCOMPARE(count(forward), 1);
}

void TestCommandRegistry::boldKeysBelongToTheField()
{
    m_window->press(m_window->text, Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(count(sidebar), 0);
    m_window->press(m_window->list, Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(count(sidebar), 1);
}

void TestCommandRegistry::keysOfAPlaceWorkOnlyThere()
{
    m_window->press(m_window->list, Qt::Key_C);
    QCOMPARE(count(copy), 0);
    m_window->press(m_window->transcript, Qt::Key_C);
    QCOMPARE(count(copy), 1);
}

void TestCommandRegistry::spacePressesButtonsAndElsewherePlays()
{
    QSignalSpy clicked(m_window->button, &QPushButton::clicked);
    m_window->press(m_window->button, Qt::Key_Space);
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(count(toggle), 0);
    m_window->press(m_window->list, Qt::Key_Space);
    m_window->press(m_window->transcript, Qt::Key_Space);
    QCOMPARE(count(toggle), 2);
    m_registry->setEnabled(toggle, false);
    m_window->press(m_window->list, Qt::Key_Space);
    QCOMPARE(count(toggle), 2);
}

void TestCommandRegistry::spaceInAnotherWindowIsLeftAlone()
{
    QListWidget other;
    other.show();
    QTest::keyClick(&other, Qt::Key_Space);
    QCOMPARE(count(toggle), 0);
}

void TestCommandRegistry::heldSpaceTogglesOnce()
{
    m_window->list->setFocus();
    QKeyEvent first(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
    QKeyEvent again(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
    QApplication::sendEvent(m_window->list, &first);
    QApplication::sendEvent(m_window->list, &again);
    QCOMPARE(count(toggle), 1);
}

void TestCommandRegistry::singleKeysSwitchOffAsASet()
{
    QSignalSpy changed(m_registry.get(), &CommandRegistry::keysChanged);
    m_registry->setSingleKeysEnabled(false);
    QCOMPARE(changed.count(), 1);
    m_window->press(m_window->list, Qt::Key_M);
    m_window->press(m_window->list, Qt::Key_F8);
    m_window->press(m_window->list, Qt::Key_Space);
    QCOMPARE(count(mark), 0);
    QCOMPARE(count(toggle), 2);
    QCOMPARE(m_registry->keysText(mark), QString());
    QCOMPARE(m_registry->keysText(forward), QStringLiteral("F9"));
    m_registry->setSingleKeysEnabled(true);
    m_window->press(m_window->list, Qt::Key_M);
    QCOMPARE(count(mark), 1);
}

void TestCommandRegistry::tellsOfConflicts()
{
    QCOMPARE(m_registry->commandFor(Qt::Key_M, Context::Lists), mark);
    QVERIFY(!m_registry->commandFor(Qt::Key_C, Context::Lists));
    m_registry->setKeys(copy, {QKeySequence(Qt::Key_M)});
    const auto conflicts = m_registry->conflicts();
    QCOMPARE(conflicts.size(), std::size_t(1));
    QCOMPARE(conflicts[0].first, copy);
    QCOMPARE(conflicts[0].second, mark);
    QCOMPARE(conflicts[0].keys, QKeySequence(Qt::Key_M));
}

void TestCommandRegistry::workGoesWithItsContext()
{
    int calls = 0;
    {
        QObject context;
        m_registry->bind(mark, &context, [&calls] { ++calls; });
        m_registry->action(mark)->trigger();
    }
    m_registry->action(mark)->trigger();
    QCOMPARE(calls, 1);
}

void TestCommandRegistry::sheetListsEverything()
{
    KeysSheet sheet(*m_registry);
    auto *list = sheet.findChild<QTreeWidget *>();
    auto *single = sheet.findChild<QCheckBox *>();
    QVERIFY(list && single);
    std::size_t rows = 0;
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        rows += static_cast<std::size_t>(list->topLevelItem(i)->childCount());
    }
    QCOMPARE(rows, m_registry->rows().size());
    QCOMPARE(list->topLevelItem(0)->child(0)->text(1).left(8), QStringLiteral("Space, K"));
    single->setChecked(false);
    QVERIFY(!m_registry->singleKeysEnabled());
    QVERIFY(!list->topLevelItem(0)->child(0)->text(1).contains(QStringLiteral("K,")));
}

QTEST_MAIN(TestCommandRegistry)
#include "tst_commandregistry.moc"
