// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/somenotes.h"
#include "ui/notes/codebook.h"
#include "ui/notes/notepage.h"
#include "ui/notes/notesview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using app::notes::AnchorState;
using app::notes::Color;
using app::notes::Note;
using app::timestamps::MediaTime;
using tests::someNote;
using ui::models::NoteIndexModel;
using ui::notes::Codebook;
using ui::notes::NotePage;
using ui::notes::NotesView;
using ui::theme::ThemeManager;
using Ids = std::vector<app::base::NoteId>;

namespace {

Note quoted(int number, qint64 startMs, const QString &quote, const QString &text = {})
{
    Note note = someNote(number, startMs);
    note.anchor.quote = quote;
    note.anchor.speaker = QStringLiteral("Tobias Adeyemi");
    note.end = note.start + std::chrono::seconds(5);
    note.text = text;
    return note;
}

} // namespace

/// The view over a library with some notes.
struct View
{
    tests::TestLibrary test;
    ThemeManager themes{ThemeManager::Mode::Light};
    NoteIndexModel model{test.library()};
    Codebook codebook;
    NotesView view{themes, model, codebook, test.clock()};
    QListView *list = view.findChild<QListView *>(QStringLiteral("allNotes"));

    [[nodiscard]] bool open(const std::vector<Note> &notes, QSize size = {1100, 600})
    {
        for (const Note &note : notes) {
            if (!tests::keepNote(test, note)) {
                return false;
            }
        }
        view.resize(size);
        view.show();
        view.activateWindow();
        view.activate();
        return tests::waitForActive(&view) && tests::waitFor([this] { return model.isLoaded(); })
               && tests::waitFor([this] {
                      return model.rowCount() == 0 || model.noteAt(model.rowCount() - 1) != nullptr;
                  });
    }

    [[nodiscard]] bool openThree(QSize size = {1100, 600})
    {
        Note first =
            quoted(1, 342'000, QStringLiteral("hung from that line"), QStringLiteral("Compare."));
        first.tags = {QStringLiteral("datum"), QStringLiteral("method")};
        Note second = quoted(2, 1'444'000, QStringLiteral("who had held the pencil"));
        second.color = Color::Green;
        Note third = quoted(3, 727'000, QStringLiteral("evidence"));
        third.episodeRef.episodeGuid = QStringLiteral("letter");
        third.episodeRef.episodeTitle = QStringLiteral("A letter");
        return open({first, second, third}, size);
    }

    [[nodiscard]] int rowOf(int number) const { return *model.rowOf(someNote(number, 0).id); }

    [[nodiscard]] QModelIndex index(int row) const { return list->model()->index(row, 0); }

    void select(int number)
    {
        list->setFocus();
        list->selectionModel()->setCurrentIndex(index(rowOf(number)),
                                                QItemSelectionModel::ClearAndSelect);
    }

    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return view.findChild<Widget *>(QLatin1String(name));
    }

    [[nodiscard]] QString shownTitle() const
    {
        return find<QWidget>("notesTitle")->accessibleName() + u' '
               + find<QWidget>("notesCount")->accessibleName();
    }
};

class TestNotesView final : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatToDoWhenEmpty();
    void rowsAndHeadsSayTheirWords();
    void firstNoteIsReadAtOnce();
    void typingNarrows();
    void chipsNarrow();
    void clickOnTimePlays();
    void keysMeanTheNotes();
    void headsFoldByKeyAndMouse();
    void severalAreChosenAndChanged();
    void tagsAreGivenToSeveral();
    void textIsSavedWhileTyping();
    void whatIsTypedSurvivesNews();
    void failureKeepsWhatIsTyped();
    void unsureNotesAreConfirmed();
    void binRestores();
    void narrowWindowShowsOneAtATime();
    void coloursHaveTheListenersNames();
    void manyNotesScrollSmoothly();
    void turnsAreSaid();
};

void TestNotesView::saysWhatToDoWhenEmpty()
{
    View view;
    QVERIFY(view.open({}));
    auto *const empty = view.list->parentWidget()->findChild<ui::widgets::EmptyState *>();
    QTRY_VERIFY(empty->isVisible());
    QCOMPARE(empty->accessibleName(), QStringLiteral("No notes yet."));
    QVERIFY(!view.find<QAbstractButton>("notesExport")->isEnabled());
}

void TestNotesView::rowsAndHeadsSayTheirWords()
{
    View view;
    QVERIFY(view.openThree());
    QAccessibleInterface *const face = QAccessible::queryAccessibleInterface(view.list);
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::List);
    QCOMPARE(face->childCount(), 5);
    const int row = view.rowOf(1);
    QCOMPARE(face->child(row)->text(QAccessible::Name),
             QStringLiteral("At 5 minutes 42 seconds, Yellow, hung from that line, "
                            "Tobias Adeyemi, note: Compare., tags: datum, method"));
    QCOMPARE(face->child(row - 1)->text(QAccessible::Name),
             QStringLiteral("Episode zero, 2 note(s)"));
    QVERIFY(face->child(row)->rect().height() > 40);
}

void TestNotesView::firstNoteIsReadAtOnce()
{
    View view;
    QVERIFY(view.openThree());
    QTRY_VERIFY(view.view.page().note());
    QCOMPARE(view.view.page().note()->id, view.model.idAt(1));
    QCOMPARE(view.view.chosen().size(), std::size_t(1));
}

void TestNotesView::typingNarrows()
{
    View view;
    QVERIFY(view.openThree());
    view.view.beginFilter();
    auto *const field = view.find<ui::widgets::SearchField>("notesFilter");
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("pencil"));
    QTRY_COMPARE(view.model.noteCount(), 1);
    QTRY_COMPARE(view.shownTitle(), QStringLiteral("Notes 1 of 3"));
    QTest::keyClicks(field, QStringLiteral(" nowhere"));
    auto *const empty = view.list->parentWidget()->findChild<ui::widgets::EmptyState *>();
    QTRY_COMPARE(empty->accessibleName(), QStringLiteral("Nothing for “pencil nowhere”."));
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(view.model.noteCount(), 3);
    QTRY_VERIFY(view.list->isVisible());
}

void TestNotesView::chipsNarrow()
{
    View view;
    QVERIFY(view.openThree());
    auto *const chip = view.find<QAbstractButton>("filterColor");
    chip->click();
    auto *const choices =
        view.view.window()->findChildren<QListView *>(QStringLiteral("choices")).value(0);
    QListView *open = nullptr;
    for (auto *const list :
         view.view.window()->findChildren<QListView *>(QStringLiteral("choices"))) {
        open = list->isVisible() ? list : open;
    }
    QVERIFY(choices && open);
    QCOMPARE(open->model()->rowCount(), 5);
    open->setCurrentIndex(open->model()->index(1, 0));
    QTest::keyClick(open, Qt::Key_Space);
    QTRY_COMPARE(view.model.noteCount(), 1);
    QCOMPARE(chip->accessibleName(), QStringLiteral("Colour: Green"));
    QVERIFY(open->isVisible());
    QTest::keyClick(open, Qt::Key_Escape);
    QVERIFY(!open->isVisible());
    view.find<QAbstractButton>("filterClear")->click();
    QTRY_COMPARE(view.model.noteCount(), 3);
    view.find<QAbstractButton>("filterStar")->click();
    QTRY_COMPARE(view.model.noteCount(), 0);
}

void TestNotesView::clickOnTimePlays()
{
    View view;
    QVERIFY(view.openThree());
    QSignalSpy played(&view.view, &NotesView::playRequested);
    const QRect row = view.list->visualRect(view.index(view.rowOf(2)));
    QTest::mouseClick(view.list->viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(50, 18));
    QCOMPARE(played.size(), 1);
    QCOMPARE(played.at(0).at(0).value<Note>().start, MediaTime::fromMs(1'444'000));
    QTest::mouseClick(view.list->viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(200, 18));
    QCOMPARE(played.size(), 1);
}

void TestNotesView::keysMeanTheNotes()
{
    View view;
    QVERIFY(view.openThree());
    view.select(2);
    QSignalSpy colored(&view.view, &NotesView::colorRequested);
    QSignalSpy starred(&view.view, &NotesView::starRequested);
    QSignalSpy deleted(&view.view, &NotesView::deleteRequested);
    QSignalSpy played(&view.view, &NotesView::playRequested);
    QTest::keyClick(view.list, Qt::Key_5);
    QTest::keyClick(view.list, Qt::Key_T);
    QTest::keyClick(view.list, Qt::Key_Delete);
    QTest::keyClick(view.list, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(colored.value(0).value(1).value<Color>(), Color::Violet);
    QCOMPARE(starred.value(0).value(1).toBool(), true);
    QCOMPARE(deleted.value(0).value(0).value<Ids>(), Ids{someNote(2, 0).id});
    QCOMPARE(played.size(), 1);
    QTest::keyClick(view.list, Qt::Key_E);
    QTRY_VERIFY(view.find<QPlainTextEdit>("noteText")->hasFocus());
    QTest::keyClick(view.find<QPlainTextEdit>("noteText"), Qt::Key_Escape);
    QVERIFY(view.list->hasFocus());
}

void TestNotesView::headsFoldByKeyAndMouse()
{
    View view;
    QVERIFY(view.openThree());
    view.list->setFocus();
    const int head = view.rowOf(1) - 1;
    view.list->setCurrentIndex(view.index(head));
    QTest::keyClick(view.list, Qt::Key_Left);
    QCOMPARE(view.model.rowCount(), 3);
    QVERIFY(!view.model.rowOf(someNote(1, 0).id));
    QTest::keyClick(view.list, Qt::Key_Space);
    QCOMPARE(view.model.rowCount(), 5);
    const QRect rect = view.list->visualRect(view.index(head));
    QTest::mouseClick(view.list->viewport(), Qt::LeftButton, {}, rect.center());
    QCOMPARE(view.model.rowCount(), 3);
}

void TestNotesView::severalAreChosenAndChanged()
{
    View view;
    QVERIFY(view.openThree());
    view.select(1);
    QVERIFY(!view.find<QWidget>("selectionBar")->isVisible());
    QTest::keyClick(view.list, Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(view.find<QWidget>("selectionBar")->isVisible());
    QCOMPARE(view.view.chosen().size(), std::size_t(3));
    QVERIFY(!view.view.page().note());
    QSignalSpy deleted(&view.view, &NotesView::deleteRequested);
    QSignalSpy exported(&view.view, &NotesView::exportRequested);
    view.find<QAbstractButton>("selectionDelete")->click();
    view.find<QAbstractButton>("selectionExport")->click();
    QCOMPARE(deleted.value(0).value(0).value<Ids>().size(), std::size_t(3));
    QCOMPARE(exported.value(0).value(0).value<Ids>().size(), std::size_t(3));
    view.select(1);
    QTRY_VERIFY(!view.find<QWidget>("selectionBar")->isVisible());
    QTRY_VERIFY(view.view.page().note());
}

void TestNotesView::tagsAreGivenToSeveral()
{
    View view;
    QVERIFY(view.openThree());
    view.list->setFocus();
    view.list->selectAll();
    QSignalSpy tagged(&view.view, &NotesView::tagsRequested);
    view.find<QAbstractButton>("selectionTag")->click();
    auto *const field = view.view.window()->findChild<QLineEdit *>(QStringLiteral("tagCardField"));
    QTRY_VERIFY(field->isVisible());
    QTest::keyClicks(field, QStringLiteral("#tide, gauge"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(tagged.size(), 1);
    QCOMPARE(tagged.at(0).at(1).toStringList(),
             QStringList({QStringLiteral("tide"), QStringLiteral("gauge")}));
    QVERIFY(!field->isVisible());
}

void TestNotesView::textIsSavedWhileTyping()
{
    View view;
    QVERIFY(view.openThree());
    view.select(1);
    QTRY_COMPARE(view.view.page().note()->id, someNote(1, 0).id);
    auto *const text = view.find<QPlainTextEdit>("noteText");
    QCOMPARE(text->toPlainText(), QStringLiteral("Compare."));
    QCOMPARE(view.find<QLineEdit>("noteTags")->text(), QStringLiteral("datum, method"));
    QSignalSpy saved(&view.view.page(), &NotePage::saveRequested);
    view.view.page().focusText();
    QTest::keyClicks(text, QStringLiteral(" #tide"));
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.at(0).at(1).toString(), QStringLiteral("Compare. #tide"));
    QCOMPARE(
        saved.at(0).at(2).toStringList(),
        QStringList({QStringLiteral("datum"), QStringLiteral("method"), QStringLiteral("tide")}));
    Note answer = *view.model.noteAt(view.rowOf(1));
    answer.text = QStringLiteral("Compare. #tide");
    view.view.page().saved(answer);
    QCOMPARE(view.find<QWidget>("noteStatus")->accessibleName(), QStringLiteral("Saved"));
    // Another note: what is typed goes first.
    QTest::keyClicks(text, QStringLiteral("!"));
    view.select(2);
    QTRY_COMPARE(saved.size(), 2);
    QCOMPARE(saved.at(1).at(0).value<app::base::NoteId>(), someNote(1, 0).id);
}

void TestNotesView::whatIsTypedSurvivesNews()
{
    View view;
    QVERIFY(view.openThree());
    view.select(1);
    QTRY_COMPARE(view.view.page().note()->id, someNote(1, 0).id);
    auto *const text = view.find<QPlainTextEdit>("noteText");
    view.view.page().focusText();
    QTest::keyClicks(text, QStringLiteral(" More"));
    const Note before = *view.model.noteAt(view.rowOf(1));
    Note after = before;
    after.color = Color::Red;
    after.text = QStringLiteral("Said elsewhere.");
    after.modified = after.modified.addSecs(60);
    QVERIFY(tests::changeNote(view.test, before, after));
    QTRY_COMPARE(view.model.noteAt(view.rowOf(1))->color, Color::Red);
    QTRY_COMPARE(view.view.page().note()->color, Color::Red);
    QCOMPARE(text->toPlainText(), QStringLiteral("Compare. More"));
}

void TestNotesView::failureKeepsWhatIsTyped()
{
    View view;
    QVERIFY(view.openThree());
    view.select(2);
    QTRY_COMPARE(view.view.page().note()->id, someNote(2, 0).id);
    QSignalSpy saved(&view.view.page(), &NotePage::saveRequested);
    auto *const text = view.find<QPlainTextEdit>("noteText");
    view.view.page().focusText();
    QTest::keyClicks(text, QStringLiteral("Ask"));
    QTRY_COMPARE(saved.size(), 1);
    view.view.page().saveFailed(someNote(2, 0).id, QStringLiteral("The disk is full."));
    QCOMPARE(view.find<QWidget>("noteStatus")->accessibleName(),
             QStringLiteral("The disk is full."));
    QCOMPARE(text->toPlainText(), QStringLiteral("Ask"));
    view.view.page().flush();
    QCOMPARE(saved.size(), 2);
}

void TestNotesView::unsureNotesAreConfirmed()
{
    View view;
    Note note = quoted(1, 1000, QStringLiteral("hung"));
    note.anchor.state = AnchorState::Approximate;
    QVERIFY(view.open({note, quoted(2, 2000, QStringLiteral("sure"))}));
    auto *const bar = view.find<ui::widgets::Banner>("notesUnsure");
    QTRY_VERIFY(bar->isVisible());
    emit bar->actionTriggered(QStringLiteral("showUnsure"));
    QTRY_COMPARE(view.model.noteCount(), 1);
    QVERIFY(!bar->isVisible());
    view.select(1);
    QSignalSpy confirmed(&view.view, &NotesView::confirmRequested);
    auto *const notice = view.find<ui::widgets::Banner>("noteNotice");
    QTRY_VERIFY(notice->isVisible());
    notice->findChild<QAbstractButton *>(QStringLiteral("confirm"))->click();
    QCOMPARE(confirmed.value(0).value(0).value<Ids>(), Ids{note.id});
}

void TestNotesView::binRestores()
{
    View view;
    Note deleted = quoted(1, 1000, QStringLiteral("hung"));
    deleted.deleted = deleted.created;
    QVERIFY(view.open({deleted, quoted(2, 2000, QStringLiteral("kept"))}));
    view.find<QAbstractButton>("notesMore")->click();
    auto *const menu = view.find<QMenu>("notesMenu");
    QVERIFY(menu);
    menu->findChild<QAction *>(QStringLiteral("showBin"))->trigger();
    menu->close();
    QTRY_COMPARE(view.shownTitle(), QStringLiteral("Bin 1"));
    QTRY_VERIFY(view.model.rowOf(deleted.id));
    view.select(1);
    QTRY_VERIFY(view.view.page().note());
    QTRY_VERIFY(view.find<QPlainTextEdit>("noteText")->isReadOnly());
    QSignalSpy restored(&view.view, &NotesView::restoreRequested);
    view.find<ui::widgets::Banner>("noteNotice")
        ->findChild<QAbstractButton *>(QStringLiteral("restore"))
        ->click();
    QCOMPARE(restored.value(0).value(0).value<Ids>(), Ids{deleted.id});
    QTest::keyClick(view.list, Qt::Key_Delete);
    view.find<QAbstractButton>("notesLeaveBin")->click();
    QTRY_COMPARE(view.shownTitle(), QStringLiteral("Notes 1"));
}

void TestNotesView::narrowWindowShowsOneAtATime()
{
    View view;
    QVERIFY(view.openThree({640, 480}));
    QVERIFY(!view.view.page().isVisible());
    view.select(2);
    QTest::keyClick(view.list, Qt::Key_Return);
    QTRY_VERIFY(view.view.page().isVisible());
    QVERIFY(!view.list->isVisible());
    QVERIFY(view.view.isPageOnly());
    QTRY_COMPARE(view.view.page().width(), view.view.width());
    view.find<QAbstractButton>("noteBack")->click();
    QTRY_VERIFY(view.list->isVisible());
    QVERIFY(view.list->hasFocus());
    QCOMPARE(view.view.chosen(), Ids{someNote(2, 0).id});
}

void TestNotesView::coloursHaveTheListenersNames()
{
    View view;
    QVERIFY(view.openThree());
    view.codebook.setNames({QStringLiteral("Definition"), {}, {}, {}, {}});
    view.select(1);
    QTRY_COMPARE(view.find<QWidget>("noteColorName")->accessibleName(),
                 QStringLiteral("Definition"));
    auto *const dots = view.view.page().findChild<QWidget *>(QStringLiteral("color-yellow"));
    QCOMPARE(dots->accessibleName(), QStringLiteral("Yellow, Definition"));
}

void TestNotesView::manyNotesScrollSmoothly()
{
    View view;
    std::vector<Note> notes;
    const auto done =
        view.test.write([](app::library::Connection &connection,
                           app::library::Changes &changes) -> app::base::Result<void> {
            for (int number = 1; number <= 3000; ++number) {
                const Note note = quoted(number, number * 1000, QStringLiteral("Quote"));
                if (auto kept = app::library::NoteStore(connection)
                                    .apply({note.id, std::nullopt, note}, changes);
                    !kept) {
                    return kept;
                }
            }
            return {};
        });
    QVERIFY(done.has_value());
    view.view.resize(1100, 600);
    view.view.show();
    view.view.activate();
    QTRY_COMPARE(view.model.rowCount(), 3001);
    QVERIFY(!view.model.noteAt(2000));
    // Words come where one looks, and what one looks at stays.
    view.list->scrollTo(view.index(1500), QAbstractItemView::PositionAtTop);
    QTRY_VERIFY(view.model.noteAt(1500));
    QTRY_VERIFY(std::abs(view.list->visualRect(view.index(1500)).top()) <= 1);
    view.list->scrollToBottom();
    QTRY_VERIFY(view.model.noteAt(3000));
    const QRect last = view.list->visualRect(view.index(3000));
    QTRY_VERIFY(view.list->viewport()->rect().intersects(view.list->visualRect(view.index(3000))));
    QVERIFY(last.isValid());
    view.list->setFocus();
    view.list->setCurrentIndex(view.index(3000));
    QTest::keyClick(view.list, Qt::Key_Home);
    QTRY_COMPARE(view.list->verticalScrollBar()->value(), 0);
    QCOMPARE(view.list->currentIndex().row(), 0);
    QTest::keyClick(view.list, Qt::Key_PageDown);
    QVERIFY(view.list->currentIndex().row() > 2);
    QTRY_VERIFY(view.list->viewport()->rect().contains(
        view.list->visualRect(view.list->currentIndex()).center()));
}

void TestNotesView::turnsAreSaid()
{
    View view;
    QVERIFY(view.openThree());
    QSignalSpy wanted(&view.view, &NotesView::playInTurnRequested);
    view.find<QAbstractButton>("notesPlayAll")->click();
    QCOMPARE(wanted.value(0).value(0).value<Ids>().size(), std::size_t(3));
    view.view.setTurn(2, 3);
    QVERIFY(view.find<QWidget>("turnBar")->isVisible());
    QCOMPARE(view.find<QWidget>("turnWords")->accessibleName(),
             QStringLiteral("Playing note 2 of 3"));
    QSignalSpy step(&view.view, &NotesView::turnStepRequested);
    view.find<QAbstractButton>("turnNext")->click();
    QCOMPARE(step.value(0).value(0).toInt(), 1);
    view.view.setTurn(0, 0);
    QVERIFY(!view.find<QWidget>("turnBar")->isVisible());
}

QTEST_MAIN(TestNotesView)
#include "tst_notesview.moc"
