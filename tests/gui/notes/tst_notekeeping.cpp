// SPDX-License-Identifier: GPL-3.0-or-later
// The view of all notes: the bin, ranges, what is remembered, and what is carried off.
#include "tests/support/somenotes.h"
#include "ui/notes/codebook.h"
#include "ui/notes/notepage.h"
#include "ui/notes/notesview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using app::library::NoteGroup;
using app::library::NoteSort;
using app::notes::Note;
using app::timestamps::MediaTime;
using tests::someNote;
using ui::models::NoteIndexModel;
using ui::notes::NotePage;
using ui::notes::NotesView;
using Ids = std::vector<app::base::NoteId>;
using Place = std::optional<MediaTime>;

namespace {

Note quoted(int number, qint64 startMs, bool binned = false)
{
    Note note = someNote(number, startMs);
    note.anchor.quote = QStringLiteral("Words %1").arg(number);
    note.end = note.start + 5s;
    note.episode = app::base::EpisodeId(1);
    if (binned) {
        note.deleted = note.created;
    }
    return note;
}

} // namespace

/// The view over a library with two notes, and three in its bin.
struct View
{
    tests::TestLibrary test;
    ui::theme::ThemeManager themes{ui::theme::ThemeManager::Mode::Light};
    NoteIndexModel model{test.library()};
    ui::notes::Codebook codebook;
    NotesView view{themes, model, codebook, test.clock()};
    QListView *list = view.findChild<QListView *>(QStringLiteral("allNotes"));

    [[nodiscard]] bool open()
    {
        for (int number = 1; number <= 5; ++number) {
            if (!tests::keepNote(test, quoted(number, number * 10'000, number > 2))) {
                return false;
            }
        }
        view.resize(1100, 700);
        view.show();
        view.activateWindow();
        view.activate();
        return tests::waitForActive(&view)
               && tests::waitFor([this] { return view.page().note().has_value(); });
    }

    [[nodiscard]] bool openBin()
    {
        find<QAbstractButton>("notesMore")->click();
        auto *const menu = find<QMenu>("notesMenu");
        menu->findChild<QAction *>(QStringLiteral("showBin"))->trigger();
        menu->close();
        return tests::waitFor([this] {
            return model.noteCount() == 3 && view.page().note() && view.page().note()->deleted;
        });
    }

    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return view.findChild<Widget *>(QLatin1String(name));
    }

    [[nodiscard]] QAbstractButton *button(const char *name) const
    {
        return find<QAbstractButton>(name);
    }
};

class TestNoteKeeping final : public QObject
{
    Q_OBJECT

private slots:
    void emptyingTheBinIsAskedFirst();
    void keepingIsWhatEnterDoes();
    void chosenOnesGoForGood();
    void rangeIsTyped();
    void rangeMovesBySteps();
    void rangeThatMakesNoSenseIsNotKept();
    void momentGetsAnEnd();
    void rangeIsHeardFirst();
    void escLeavesTheRange();
    void anotherNoteClosesTheRange();
    void orderIsRemembered();
    void chosenNotesAreCarriedOff();
    void everyControlHasANameAndTheKeyboard();
};

void TestNoteKeeping::emptyingTheBinIsAskedFirst()
{
    View view;
    QVERIFY(view.open());
    QVERIFY(!view.button("notesEmptyBin")->isVisible());
    QVERIFY(view.openBin());
    QSignalSpy wanted(&view.view, &NotesView::emptyBinRequested);
    QSignalSpy confirmed(&view.view, &NotesView::dropConfirmed);
    QVERIFY(view.button("notesEmptyBin")->isVisible());
    QCOMPARE(view.button("notesEmptyBin")->accessibleName(), QStringLiteral("Empty the bin…"));
    view.button("notesEmptyBin")->click();
    QCOMPARE(wanted.size(), 1);
    view.view.askToDrop(view.model.ids());
    auto *const dialog = view.find<QDialog>("dropDialog");
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("dropTitle"))->text(),
             QStringLiteral("Delete 3 note(s) for good?"));
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("dropWords"))
                ->text()
                .contains(QStringLiteral("cannot be undone")));
    QCOMPARE(confirmed.size(), 0);
    dialog->findChild<QAbstractButton *>(QStringLiteral("drop"))->click();
    QCOMPARE(confirmed.value(0).value(0).value<Ids>().size(), std::size_t(3));
    view.view.askToDrop({});
    QCOMPARE(confirmed.size(), 1);
}

void TestNoteKeeping::keepingIsWhatEnterDoes()
{
    View view;
    QVERIFY(view.open());
    QVERIFY(view.openBin());
    QSignalSpy confirmed(&view.view, &NotesView::dropConfirmed);
    view.list->setFocus();
    QTest::keyClick(view.list, Qt::Key_Delete);
    QPointer<QDialog> dialog = view.find<QDialog>("dropDialog");
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->findChild<QWidget *>(QStringLiteral("dropKeep"))->hasFocus());
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QCOMPARE(confirmed.size(), 0);
}

void TestNoteKeeping::chosenOnesGoForGood()
{
    View view;
    QVERIFY(view.open());
    QVERIFY(view.openBin());
    QSignalSpy confirmed(&view.view, &NotesView::dropConfirmed);
    QSignalSpy deleted(&view.view, &NotesView::deleteRequested);
    view.list->setFocus();
    view.list->selectAll();
    QVERIFY(view.button("selectionDrop")->isVisible());
    QVERIFY(!view.button("selectionDelete")->isVisible());
    view.button("selectionDrop")->click();
    view.find<QDialog>("dropDialog")->accept();
    QCOMPARE(confirmed.value(0).value(0).value<Ids>().size(), std::size_t(3));
    QCOMPARE(deleted.size(), 0);
}

void TestNoteKeeping::rangeIsTyped()
{
    View view;
    QVERIFY(view.open());
    QSignalSpy wanted(&view.view.page(), &NotePage::rangeRequested);
    auto *const start = view.find<QLineEdit>("rangeStart");
    QVERIFY(!start->isVisible());
    view.button("noteAdjust")->click();
    QVERIFY(start->isVisible());
    QTRY_VERIFY(start->hasFocus());
    QCOMPARE(start->accessibleName(), QStringLiteral("Start of the note"));
    QCOMPARE(start->text(), QStringLiteral("0:10.0"));
    QCOMPARE(view.find<QLineEdit>("rangeEnd")->text(), QStringLiteral("0:15.0"));
    QTest::keyClicks(start, QStringLiteral("0:09.25"));
    QTest::keyClick(start, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(1).value<MediaTime>(), MediaTime::fromMs(9'250));
    QCOMPARE(wanted.at(0).at(2).value<Place>(), Place(MediaTime::fromMs(15'000)));
    QVERIFY(!start->isVisible());
    QVERIFY(!view.button("noteAdjust")->isChecked());
}

void TestNoteKeeping::rangeMovesBySteps()
{
    View view;
    QVERIFY(view.open());
    QSignalSpy wanted(&view.view.page(), &NotePage::rangeRequested);
    view.button("noteAdjust")->click();
    auto *const start = view.find<QLineEdit>("rangeStart");
    auto *const end = view.find<QLineEdit>("rangeEnd");
    QTest::keyClick(start, Qt::Key_Up);
    QTest::keyClick(start, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(start->text(), QStringLiteral("0:10.9"));
    QTest::keyClick(end, Qt::Key_Down);
    view.button("rangeEndLess")->click();
    view.button("rangeEndMore")->click();
    QCOMPARE(end->text(), QStringLiteral("0:14.0"));
    QCOMPARE(view.button("rangeEndMore")->accessibleName(), QStringLiteral("End later"));
    // They never pass each other.
    for (int step = 0; step < 6; ++step) {
        QTest::keyClick(end, Qt::Key_Down);
    }
    QCOMPARE(end->text(), QStringLiteral("0:10.9"));
    view.button("rangeKeep")->click();
    QCOMPARE(wanted.value(0).value(2).value<Place>(), Place(MediaTime::fromMs(10'900)));
}

void TestNoteKeeping::rangeThatMakesNoSenseIsNotKept()
{
    View view;
    QVERIFY(view.open());
    QSignalSpy wanted(&view.view.page(), &NotePage::rangeRequested);
    view.button("noteAdjust")->click();
    auto *const start = view.find<QLineEdit>("rangeStart");
    auto *const hint = view.find<QWidget>("rangeHint");
    start->setText(QStringLiteral("soon"));
    QVERIFY(!view.button("rangeKeep")->isEnabled());
    QVERIFY(!view.button("rangePlay")->isEnabled());
    QCOMPARE(hint->accessibleName(), QStringLiteral("Write times such as 4:30 or 1:02:03.5."));
    start->setText(QStringLiteral("0:20"));
    QCOMPARE(hint->accessibleName(), QStringLiteral("The end lies before the start."));
    QTest::keyClick(start, Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
    QVERIFY(start->isVisible());
    // As it was is no wish at all.
    start->setText(QStringLiteral("10"));
    QTest::keyClick(start, Qt::Key_Return);
    QVERIFY(!start->isVisible());
    QCOMPARE(wanted.size(), 0);
}

void TestNoteKeeping::momentGetsAnEnd()
{
    View view;
    QVERIFY(view.open());
    QSignalSpy wanted(&view.view.page(), &NotePage::rangeRequested);
    view.button("noteAdjust")->click();
    auto *const end = view.find<QLineEdit>("rangeEnd");
    end->clear();
    QVERIFY(view.button("rangeKeep")->isEnabled());
    QTest::keyClick(end, Qt::Key_Up);
    QCOMPARE(end->text(), QStringLiteral("0:11.0"));
    end->clear();
    QTest::keyClick(end, Qt::Key_Enter);
    QCOMPARE(wanted.value(0).value(2).value<Place>(), Place());
}

void TestNoteKeeping::rangeIsHeardFirst()
{
    View view;
    QVERIFY(view.open());
    QSignalSpy heard(&view.view.page(), &NotePage::rangePlayRequested);
    Note there = *view.view.page().note();
    there.episode = app::base::EpisodeId(1);
    view.view.page().show(there);
    view.button("noteAdjust")->click();
    view.find<QLineEdit>("rangeStart")->setText(QStringLiteral("0:12"));
    QVERIFY(view.button("rangePlay")->isEnabled());
    view.button("rangePlay")->click();
    QCOMPARE(heard.value(0).value(0).value<Note>().start, MediaTime::fromMs(12'000));
    QVERIFY(view.find<QLineEdit>("rangeStart")->isVisible());
    QCOMPARE(view.view.page().note()->start, there.start);
}

void TestNoteKeeping::escLeavesTheRange()
{
    View view;
    QVERIFY(view.open());
    QSignalSpy wanted(&view.view.page(), &NotePage::rangeRequested);
    view.button("noteAdjust")->click();
    auto *const start = view.find<QLineEdit>("rangeStart");
    start->setText(QStringLiteral("0:12"));
    QTest::keyClick(start, Qt::Key_Escape);
    QVERIFY(!start->isVisible());
    QTRY_VERIFY(view.button("noteAdjust")->hasFocus());
    QCOMPARE(wanted.size(), 0);
    view.button("noteAdjust")->click();
    QCOMPARE(start->text(), QStringLiteral("0:10.0"));
}

void TestNoteKeeping::anotherNoteClosesTheRange()
{
    View view;
    QVERIFY(view.open());
    view.button("noteAdjust")->click();
    const Note first = *view.view.page().note();
    view.view.choose(someNote(2, 0).id);
    QTRY_VERIFY(view.view.page().note()->id != first.id);
    QVERIFY(!view.find<QLineEdit>("rangeStart")->isVisible());
    QVERIFY(view.openBin());
    QVERIFY(!view.button("noteAdjust")->isEnabled());
}

void TestNoteKeeping::orderIsRemembered()
{
    View view;
    QCOMPARE(view.view.order(), QStringLiteral("episode place"));
    view.view.setOrder(QStringLiteral("tag newest"));
    QVERIFY(view.open());
    QCOMPARE(view.model.query().group, NoteGroup::Tag);
    QCOMPARE(view.model.query().sort, NoteSort::Newest);
    QVERIFY(view.button("notesOrder")->accessibleName().contains(QStringLiteral("Tag")));
    view.view.setOrder(QStringLiteral("ungrouped"));
    QCOMPARE(view.model.query().group, NoteGroup::None);
    QCOMPARE(view.view.order(), QStringLiteral("ungrouped newest"));
    view.view.setOrder(QStringLiteral("rubbish \n of old"));
    QCOMPARE(view.view.order(), QStringLiteral("ungrouped newest"));
}

void TestNoteKeeping::chosenNotesAreCarriedOff()
{
    View view;
    QVERIFY(view.open());
    QSignalSpy carried(&view.view, &NotesView::dragRequested);
    view.list->setFocus();
    view.list->selectAll();
    QWidget *const paper = view.list->viewport();
    const QRect row = view.list->visualRect(view.list->model()->index(1, 0));
    const QPoint from(row.left() + 200, row.center().y());
    QTest::mousePress(paper, Qt::LeftButton, {}, from);
    const int far = 2 * QApplication::startDragDistance();
    for (int step = 1; step <= 3; ++step) {
        const QPoint to = from + QPoint(far * step, 0);
        QMouseEvent move(QEvent::MouseMove,
                         to,
                         paper->mapToGlobal(to),
                         Qt::NoButton,
                         Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(paper, &move);
    }
    QVERIFY(!carried.isEmpty());
    QCOMPARE(carried.at(0).at(0).value<Ids>().size(), std::size_t(2));
    QTest::mouseRelease(paper, Qt::LeftButton, {}, from);
    // A head is not a note.
    const auto heads = view.list->model()->index(0, 0).flags();
    QVERIFY(!(heads & Qt::ItemIsDragEnabled));
}

void TestNoteKeeping::everyControlHasANameAndTheKeyboard()
{
    View view;
    QVERIFY(view.open());
    const auto check = [&view] {
        for (const QWidget *const control : view.view.findChildren<QWidget *>()) {
            const bool pressed = qobject_cast<const QAbstractButton *>(control);
            const bool typed = qobject_cast<const QLineEdit *>(control);
            if (!control->isVisible() || (!pressed && !typed)
                || control->parentWidget()->inherits("QLineEdit")) {
                continue;
            }
            const QByteArray name = control->objectName().toUtf8();
            QVERIFY2(!control->accessibleName().isEmpty(), name.constData());
            QVERIFY2(control->focusPolicy() & Qt::TabFocus, name.constData());
        }
    };
    view.button("noteAdjust")->click();
    check();
    view.list->selectAll();
    QTRY_VERIFY(view.find<QWidget>("selectionBar")->isVisible());
    check();
    QVERIFY(view.openBin());
    check();
}

QTEST_MAIN(TestNoteKeeping)
#include "tst_notekeeping.moc"
