// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/noteeditor.h"
#include "ui/theme/thememanager.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"

#include <QAccessible>
#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using app::notes::Color;
using app::timestamps::MediaTime;
using ui::notes::NoteEditor;
using ui::theme::ThemeManager;

/// A shown card, with its parts at hand.
struct Card
{
    ThemeManager themes{ThemeManager::Mode::Light};
    QWidget window;
    NoteEditor editor{themes, &window};
    QPlainTextEdit *text = editor.findChild<QPlainTextEdit *>(QStringLiteral("noteText"));
    ui::widgets::SearchField *tags =
        editor.findChild<ui::widgets::SearchField *>(QStringLiteral("noteTags"));
    bool active = false;
    QSignalSpy saved{&editor, &NoteEditor::saveRequested};
    QSignalSpy dismissed{&editor, &NoteEditor::dismissed};

    explicit Card(const NoteEditor::Draft &draft = {})
    {
        window.resize(480, 420);
        editor.resize(420, 360);
        editor.begin(draft);
        window.show();
        window.activateWindow();
        active = tests::waitForActive(&window);
        editor.focusText();
    }

    template <typename Widget = QWidget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return editor.findChild<Widget *>(QLatin1String(name));
    }

    [[nodiscard]] QString error() const
    {
        const auto *const label = find<ui::widgets::ElidedLabel>("noteError");
        return label->isHidden() ? QString() : label->text();
    }
};

class TestNoteEditor final : public QObject
{
    Q_OBJECT

private slots:
    void showsPlaceAndQuote();
    void controlEnterSaves();
    void escapeSavesToo();
    void emptyCardVanishes();
    void tagsAloneAreSaved();
    void quoteAloneIsSavedByTheButtonOnly();
    void unchangedNoteIsLeftAlone();
    void emptiedNoteIsSaved();
    void cancelSavesNothing();
    void textSurvivesAFailure();
    void nothingHappensTwiceWhileBusy();
    void tagsComeFromFieldAndText();
    void tagsOfTheTextAreNotRepeated();
    void tagsAreCompleted();
    void altArrowsMoveTheTime();
    void keysMarkTheSelection_data();
    void keysMarkTheSelection();
    void linkTakesTheCopiedAddress();
    void keysAreTakenFromTheWindow();
    void firstChangeIsTold();
    void colorsAreRadioButtons();
    void everythingHasAName();
};

void TestNoteEditor::showsPlaceAndQuote()
{
    NoteEditor::Draft draft;
    draft.start = MediaTime::fromMs(270'000);
    draft.quote = QStringLiteral("every  reading\nfor the next eighty years");
    Card card(draft);
    QVERIFY(card.active);
    auto *const time = card.find<ui::widgets::ElidedLabel>("noteTime");
    auto *const quote = card.find<ui::widgets::ElidedLabel>("noteQuote");
    QCOMPARE(time->text(), QStringLiteral("At 4:30"));
    QCOMPARE(time->accessibleName(), QStringLiteral("At 4 minutes 30 seconds"));
    QCOMPARE(quote->text(), QStringLiteral("every reading for the next eighty years"));
    QVERIFY(quote->isVisible());
    card.editor.setTime(MediaTime::fromMs(265'000), MediaTime::fromMs(271'000));
    QCOMPARE(time->text(), QStringLiteral("At 4:25–4:31"));
    card.editor.begin({});
    QVERIFY(!quote->isVisible());
}

void TestNoteEditor::controlEnterSaves()
{
    Card card;
    QVERIFY(card.active);
    QTest::keyClicks(card.text, QStringLiteral("Ask for the list"));
    QTest::keyClick(card.text, Qt::Key_Return);
    QTest::keyClicks(card.text, QStringLiteral("of names."));
    card.find<QRadioButton>("color-green")->click();
    QTest::keyClick(card.text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(card.saved.size(), 1);
    QCOMPARE(card.saved.at(0).at(0).toString(), QStringLiteral("Ask for the list\nof names."));
    QCOMPARE(card.saved.at(0).at(2).value<Color>(), Color::Green);
    QCOMPARE(card.dismissed.size(), 0);
}

void TestNoteEditor::escapeSavesToo()
{
    Card card;
    QVERIFY(card.active);
    QTest::keyClicks(card.text, QStringLiteral("kept"));
    card.editor.focusTags();
    QTest::keyClicks(card.tags, QStringLiteral("datum"));
    QTest::keyClick(card.tags, Qt::Key_Escape);
    QCOMPARE(card.saved.size(), 1);
    QCOMPARE(card.saved.at(0).at(0).toString(), QStringLiteral("kept"));
    QCOMPARE(card.saved.at(0).at(1).toStringList(), QStringList(QStringLiteral("datum")));
    QCOMPARE(card.tags->text(), QStringLiteral("datum"));
}

void TestNoteEditor::emptyCardVanishes()
{
    Card card;
    QVERIFY(card.active);
    QTest::keyClicks(card.text, QStringLiteral("  "));
    QTest::keyClick(card.text, Qt::Key_Escape);
    QCOMPARE(card.dismissed.size(), 1);
    QTest::keyClick(card.text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(card.dismissed.size(), 2);
    QCOMPARE(card.saved.size(), 0);
}

void TestNoteEditor::tagsAloneAreSaved()
{
    Card card;
    QVERIFY(card.active);
    QTest::keyClicks(card.tags, QStringLiteral("datum"));
    QTest::keyClick(card.tags, Qt::Key_Escape);
    QCOMPARE(card.saved.size(), 1);
}

void TestNoteEditor::quoteAloneIsSavedByTheButtonOnly()
{
    NoteEditor::Draft draft;
    draft.quote = QStringLiteral("It was a list.");
    Card card(draft);
    QVERIFY(card.active);
    QTest::keyClick(card.text, Qt::Key_Escape);
    QCOMPARE(card.dismissed.size(), 1);
    QCOMPARE(card.saved.size(), 0);
    card.find<QAbstractButton>("noteSave")->click();
    QCOMPARE(card.saved.size(), 1);
}

void TestNoteEditor::unchangedNoteIsLeftAlone()
{
    app::notes::Note note;
    note.text = QStringLiteral("Compare. #method");
    note.tags = {QStringLiteral("datum"), QStringLiteral("method")};
    note.color = Color::Red;
    Card card(NoteEditor::draftOf(note));
    QVERIFY(card.active);
    QVERIFY(!card.editor.isChanged());
    QTest::keyClick(card.text, Qt::Key_Escape);
    QCOMPARE(card.dismissed.size(), 1);
    QCOMPARE(card.saved.size(), 0);
    card.find<QRadioButton>("color-blue")->click();
    QVERIFY(card.editor.isChanged());
    QTest::keyClick(card.text, Qt::Key_Escape);
    QCOMPARE(card.saved.size(), 1);
    QCOMPARE(card.saved.at(0).at(1).toStringList(), note.tags);
}

void TestNoteEditor::emptiedNoteIsSaved()
{
    app::notes::Note note;
    note.text = QStringLiteral("x");
    Card card(NoteEditor::draftOf(note));
    QVERIFY(card.active);
    QTest::keyClick(card.text, Qt::Key_Backspace);
    QTest::keyClick(card.text, Qt::Key_Escape);
    QCOMPARE(card.saved.size(), 1);
    QCOMPARE(card.saved.at(0).at(0).toString(), QString());
}

void TestNoteEditor::cancelSavesNothing()
{
    Card card;
    QVERIFY(card.active);
    QTest::keyClicks(card.text, QStringLiteral("never mind"));
    card.find<QAbstractButton>("noteCancel")->click();
    QCOMPARE(card.dismissed.size(), 1);
    QCOMPARE(card.saved.size(), 0);
}

void TestNoteEditor::textSurvivesAFailure()
{
    Card card;
    QVERIFY(card.active);
    QTest::keyClicks(card.text, QStringLiteral("Do not lose me"));
    QTest::keyClicks(card.tags, QStringLiteral("care"));
    QTest::keyClick(card.text, Qt::Key_Return, Qt::ControlModifier);
    card.editor.setBusy(true);
    card.editor.setError(QStringLiteral("The disk is full."));
    QCOMPARE(card.editor.text(), QStringLiteral("Do not lose me"));
    QCOMPARE(card.editor.tags(), QStringList(QStringLiteral("care")));
    QCOMPARE(card.error(), QStringLiteral("The disk is full."));
    QTest::keyClicks(card.text, QStringLiteral("!"));
    QCOMPARE(card.editor.text(), QStringLiteral("Do not lose me!"));
    QTest::keyClick(card.text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(card.saved.size(), 2);
    QCOMPARE(card.error(), QString());
}

void TestNoteEditor::nothingHappensTwiceWhileBusy()
{
    Card card;
    QVERIFY(card.active);
    QTest::keyClicks(card.text, QStringLiteral("once"));
    QTest::keyClick(card.text, Qt::Key_Return, Qt::ControlModifier);
    card.editor.setBusy(true);
    QTest::keyClicks(card.text, QStringLiteral(" more"));
    QTest::keyClick(card.text, Qt::Key_B, Qt::ControlModifier);
    QTest::keyClick(card.text, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(card.text, Qt::Key_Escape);
    card.find<QAbstractButton>("noteSave")->click();
    card.find<QAbstractButton>("noteCancel")->click();
    QCOMPARE(card.editor.text(), QStringLiteral("once"));
    QCOMPARE(card.saved.size(), 1);
    QCOMPARE(card.dismissed.size(), 0);
    QVERIFY(card.text->hasFocus());
}

void TestNoteEditor::tagsComeFromFieldAndText()
{
    Card card;
    QVERIFY(card.active);
    QTest::keyClicks(card.tags, QStringLiteral("#datum, tide gauges,,Datum"));
    QTest::keyClicks(card.text, QStringLiteral("See #method and `#code`."));
    QCOMPARE(card.editor.tags(),
             QStringList({QStringLiteral("datum"),
                          QStringLiteral("tide"),
                          QStringLiteral("gauges"),
                          QStringLiteral("method")}));
}

void TestNoteEditor::tagsOfTheTextAreNotRepeated()
{
    NoteEditor::Draft draft;
    draft.text = QStringLiteral("Compare. #method");
    draft.tags = {QStringLiteral("datum"), QStringLiteral("method")};
    Card card(draft);
    QVERIFY(card.active);
    QCOMPARE(card.tags->text(), QStringLiteral("datum"));
    card.text->clear();
    QCOMPARE(card.editor.tags(), QStringList(QStringLiteral("datum")));
}

void TestNoteEditor::tagsAreCompleted()
{
    Card card;
    QVERIFY(card.active);
    card.editor.setKnownTags({{QStringLiteral("datum"), 3}, {QStringLiteral("method"), 1}});
    card.editor.focusTags();
    auto *const completer = card.tags->findChild<QCompleter *>();
    QVERIFY(completer);
    QTest::keyClicks(card.tags, QStringLiteral("tide me"));
    QCOMPARE(completer->completionCount(), 1);
    emit completer->activated(completer->currentCompletion());
    QCOMPARE(card.tags->text(), QStringLiteral("tide method "));
    QCOMPARE(card.editor.tags(), QStringList({QStringLiteral("tide"), QStringLiteral("method")}));
}

void TestNoteEditor::altArrowsMoveTheTime()
{
    Card card;
    QVERIFY(card.active);
    QSignalSpy moved(&card.editor, &NoteEditor::timeMoveRequested);
    QTest::keyClick(card.text, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(card.tags, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(moved.size(), 2);
    QCOMPARE(moved.at(0).at(0).toInt(), -1);
    QCOMPARE(moved.at(1).at(0).toInt(), 1);
}

void TestNoteEditor::keysMarkTheSelection_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("bold") << Qt::Key_B << QStringLiteral("word") << QStringLiteral("**word**");
    QTest::newRow("italic") << Qt::Key_I << QStringLiteral("word") << QStringLiteral("*word*");
    QTest::newRow("link") << Qt::Key_L << QStringLiteral("word") << QStringLiteral("[word]()");
    QTest::newRow("not bold") << Qt::Key_B << QStringLiteral("**word**") << QStringLiteral("word");
}

void TestNoteEditor::keysMarkTheSelection()
{
    QFETCH(Qt::Key, key);
    QFETCH(QString, before);
    QFETCH(QString, after);
    QGuiApplication::clipboard()->clear();
    NoteEditor::Draft draft;
    draft.text = before;
    Card card(draft);
    QVERIFY(card.active);
    card.text->selectAll();
    QTest::keyClick(card.text, key, Qt::ControlModifier);
    QCOMPARE(card.editor.text(), after);
    card.text->undo();
    QCOMPARE(card.editor.text(), before);
}

void TestNoteEditor::linkTakesTheCopiedAddress()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("https://example.org/a"));
    Card card;
    QVERIFY(card.active);
    QTest::keyClick(card.text, Qt::Key_L, Qt::ControlModifier);
    QTest::keyClicks(card.text, QStringLiteral("here"));
    QCOMPARE(card.editor.text(), QStringLiteral("[here](https://example.org/a)"));
    QGuiApplication::clipboard()->setText(QStringLiteral("javascript:alert(1)"));
    card.text->clear();
    QTest::keyClick(card.text, Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(card.editor.text(), QStringLiteral("[]()"));
}

void TestNoteEditor::keysAreTakenFromTheWindow()
{
    Card card;
    QVERIFY(card.active);
    for (const auto &[key, modifiers] : {std::pair(Qt::Key_B, Qt::ControlModifier),
                                         std::pair(Qt::Key_Up, Qt::AltModifier),
                                         std::pair(Qt::Key_Return, Qt::ControlModifier),
                                         std::pair(Qt::Key_Escape, Qt::NoModifier),
                                         std::pair(Qt::Key_E, Qt::NoModifier)}) {
        QKeyEvent event(QEvent::ShortcutOverride,
                        key,
                        modifiers,
                        key == Qt::Key_E ? QStringLiteral("e") : QString());
        event.ignore();
        QCoreApplication::sendEvent(card.text, &event);
        QVERIFY2(event.isAccepted(), QByteArray::number(key).constData());
    }
    QKeyEvent player(QEvent::ShortcutOverride, Qt::Key_F8, Qt::NoModifier);
    player.ignore();
    QCoreApplication::sendEvent(card.text, &player);
    QVERIFY(!player.isAccepted());
}

void TestNoteEditor::firstChangeIsTold()
{
    Card card;
    QVERIFY(card.active);
    QSignalSpy started(&card.editor, &NoteEditor::writingStarted);
    QSignalSpy edited(&card.editor, &NoteEditor::edited);
    QTest::keyClicks(card.text, QStringLiteral("ab"));
    QCOMPARE(started.size(), 1);
    QCOMPARE(edited.size(), 2);
    NoteEditor::Draft draft;
    draft.text = QStringLiteral("another");
    card.editor.begin(draft);
    QCOMPARE(edited.size(), 2);
    QTest::keyClicks(card.text, QStringLiteral("c"));
    QCOMPARE(started.size(), 2);
}

void TestNoteEditor::colorsAreRadioButtons()
{
    Card card;
    QVERIFY(card.active);
    auto *const green = card.find<QRadioButton>("color-green");
    QAccessibleInterface *const face = QAccessible::queryAccessibleInterface(green);
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::RadioButton);
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Green"));
    QVERIFY(!face->state().checked);
    auto *const yellow = card.find<QRadioButton>("color-yellow");
    yellow->setFocus(Qt::TabFocusReason);
    QTest::keyClick(yellow, Qt::Key_Right);
    QVERIFY(face->state().checked);
    QCOMPARE(card.editor.color(), Color::Green);
    QVERIFY(green->width() >= 24 && green->height() >= 24);
}

void TestNoteEditor::everythingHasAName()
{
    Card card;
    QVERIFY(card.active);
    for (const char *const name : {"noteText",
                                   "noteTags",
                                   "noteSave",
                                   "noteCancel",
                                   "color-yellow",
                                   "color-violet",
                                   "noteTime"}) {
        auto *const widget = card.find(name);
        QVERIFY2(widget, name);
        QVERIFY2(!widget->accessibleName().isEmpty(), name);
    }
    QCOMPARE(card.editor.maximumWidth(), 420);
}

QTEST_MAIN(TestNoteEditor)
#include "tst_noteeditor.moc"
