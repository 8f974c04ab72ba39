// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/notestore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"
#include "ui/models/notemodel.h"
#include "ui/notes/codebook.h"
#include "ui/notes/notespanel.h"
#include "ui/notes/notewords.h"
#include "ui/theme/thememanager.h"
#include "ui/widgets/emptystate.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using app::library::Changes;
using app::library::Connection;
using app::notes::Color;
using app::notes::Note;
using app::timestamps::MediaTime;
using ui::models::NoteModel;
using ui::notes::NotesPanel;
using ui::theme::ThemeManager;

namespace {

Note makeNote(int number, qint64 startMs, const QString &quote, const QString &text = {})
{
    Note note;
    note.id = app::base::NoteId(
        QStringLiteral("0190a000-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
    note.episodeRef.podcastTitle = QStringLiteral("Tidewater Radio");
    note.episodeRef.feedUrl = QStringLiteral("https://example.org/feed");
    note.episodeRef.episodeTitle = QStringLiteral("Where zero is");
    note.episodeRef.episodeGuid = QStringLiteral("zero");
    note.episodeRef.link = QStringLiteral("https://example.org/zero_(1)");
    note.start = MediaTime::fromMs(startMs);
    note.anchor.quote = quote;
    note.text = text;
    note.created = QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC);
    note.modified = note.created;
    if (!quote.isEmpty()) {
        note.anchor.source = app::notes::QuoteSource::Transcript;
        note.anchor.speaker = QStringLiteral("Tobias Adeyemi");
    }
    return note;
}

} // namespace

/// A panel over a library with some notes.
struct Panel
{
    tests::TestLibrary test;
    ThemeManager themes{ThemeManager::Mode::Light};
    NoteModel model{test.library()};
    ui::notes::Codebook codebook;
    NotesPanel panel{themes, model, codebook};
    QListView *list = panel.findChild<QListView *>(QStringLiteral("notes"));

    [[nodiscard]] bool keep(const Note &note)
    {
        return test
            .write([&note](Connection &connection, Changes &changes) {
                return app::library::NoteStore(connection)
                    .apply({note.id, std::nullopt, note}, changes);
            })
            .has_value();
    }

    [[nodiscard]] bool open(const app::library::NoteFilter &filter = {})
    {
        panel.resize(600, 500);
        panel.show();
        panel.activateWindow();
        model.setFilter(filter);
        return tests::waitFor([this] { return model.isLoaded(); }) && tests::waitForActive(&panel);
    }

    [[nodiscard]] bool openWithThree()
    {
        Note other = makeNote(3, 727'000, QStringLiteral("The postmark is evidence."));
        other.episodeRef.episodeTitle = QStringLiteral("A letter");
        other.episodeRef.episodeGuid = QStringLiteral("letter");
        other.episodeRef.published = QDateTime(QDate(2026, 11, 20), QTime(6, 0), Qt::UTC);
        Note first = makeNote(1,
                              270'000,
                              QStringLiteral("every reading hung from that line"),
                              QStringLiteral("Compare with the levelling notes."));
        first.tags = {QStringLiteral("datum"), QStringLiteral("method")};
        first.episodeRef.published = QDateTime(QDate(2026, 11, 19), QTime(6, 0), Qt::UTC);
        Note second = makeNote(2, 300'000, {}, QStringLiteral("Ask for the list of names."));
        second.color = Color::Green;
        second.episodeRef.published = first.episodeRef.published;
        return keep(first) && keep(second) && keep(other) && open() && model.rowCount() == 3;
    }

    void select(int row) { list->setCurrentIndex(list->model()->index(row, 0)); }

    [[nodiscard]] QPoint timeOf(int row) const
    {
        const QRect rect = list->visualRect(list->model()->index(row, 0));
        return rect.topLeft() + QPoint(50, 18);
    }
};

class TestNotesPanel final : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatToDoWhenEmpty();
    void rowsSayTheirWords();
    void clickOnTimePlays();
    void doubleClickEdits();
    void keys_data();
    void keys();
    void numbersColour();
    void lettersAreTakenFromTheWindow();
    void menuOffersEverything();
    void copiesAMarkdownQuote();
    void escapesWhatComesFromOutside();
    void choosingIsTold();
    void goneNoteLeavesTheList();
    void hostileNoteIsShown();
};

void TestNotesPanel::saysWhatToDoWhenEmpty()
{
    Panel panel;
    QVERIFY(panel.open());
    auto *const empty = panel.panel.findChild<ui::widgets::EmptyState *>();
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->accessibleName(), QStringLiteral("No notes yet."));
    QCOMPARE(empty->accessibleDescription(),
             QStringLiteral("Press M while listening, or select words in a transcript."));
}

void TestNotesPanel::rowsSayTheirWords()
{
    Panel panel;
    QVERIFY(panel.openWithThree());
    QAccessibleInterface *const face = QAccessible::queryAccessibleInterface(panel.list);
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::List);
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Notes"));
    QAccessibleInterface *const row = face->child(0);
    QVERIFY(row);
    QCOMPARE(row->text(QAccessible::Name),
             QStringLiteral("At 4 minutes 30 seconds, Yellow, every reading hung from that line, "
                            "Tobias Adeyemi, note: Compare with the levelling notes., "
                            "tags: datum, method"));
}

void TestNotesPanel::clickOnTimePlays()
{
    Panel panel;
    QVERIFY(panel.openWithThree());
    QSignalSpy played(&panel.panel, &NotesPanel::playRequested);
    QTest::mouseClick(panel.list->viewport(), Qt::LeftButton, {}, panel.timeOf(0));
    QTest::mouseClick(panel.list->viewport(), Qt::LeftButton, {}, panel.timeOf(1));
    QCOMPARE(played.size(), 2);
    QCOMPARE(played.at(1).at(0).value<Note>().start, MediaTime::fromMs(300'000));
    QTest::mouseClick(panel.list->viewport(), Qt::LeftButton, {}, panel.timeOf(1) + QPoint(120, 0));
    QTest::mouseClick(panel.list->viewport(), Qt::RightButton, {}, panel.timeOf(1));
    QCOMPARE(played.size(), 2);
}

void TestNotesPanel::doubleClickEdits()
{
    Panel panel;
    QVERIFY(panel.openWithThree());
    QSignalSpy edited(&panel.panel, &NotesPanel::editRequested);
    QTest::mouseDClick(
        panel.list->viewport(), Qt::LeftButton, {}, panel.timeOf(1) + QPoint(120, 0));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.at(0).at(0).value<Note>().text, QStringLiteral("Ask for the list of names."));
    QTest::mouseDClick(panel.list->viewport(), Qt::LeftButton, {}, panel.timeOf(1));
    QCOMPARE(edited.size(), 1);
}

void TestNotesPanel::keys_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("played");
    QTest::addColumn<int>("edited");
    QTest::addColumn<int>("deleted");
    QTest::newRow("Enter plays") << Qt::Key_Return << 1 << 0 << 0;
    QTest::newRow("F2 edits") << Qt::Key_F2 << 0 << 1 << 0;
    QTest::newRow("E edits") << Qt::Key_E << 0 << 1 << 0;
    QTest::newRow("Delete deletes") << Qt::Key_Delete << 0 << 0 << 1;
    QTest::newRow("others do nothing") << Qt::Key_W << 0 << 0 << 0;
}

void TestNotesPanel::keys()
{
    QFETCH(Qt::Key, key);
    Panel panel;
    QVERIFY(panel.openWithThree());
    panel.select(1);
    QSignalSpy played(&panel.panel, &NotesPanel::playRequested);
    QSignalSpy edited(&panel.panel, &NotesPanel::editRequested);
    QSignalSpy deleted(&panel.panel, &NotesPanel::deleteRequested);
    QTest::keyClick(panel.list, key);
    QTEST(int(played.size()), "played");
    QTEST(int(edited.size()), "edited");
    QTEST(int(deleted.size()), "deleted");
    QCOMPARE(panel.list->currentIndex().row(), 1);
}

void TestNotesPanel::numbersColour()
{
    Panel panel;
    QVERIFY(panel.openWithThree());
    panel.select(0);
    QSignalSpy colored(&panel.panel, &NotesPanel::colorRequested);
    QTest::keyClick(panel.list, Qt::Key_1);
    QTest::keyClick(panel.list, Qt::Key_5);
    QTest::keyClick(panel.list, Qt::Key_6);
    QCOMPARE(colored.size(), 2);
    QCOMPARE(colored.at(0).at(1).value<Color>(), Color::Yellow);
    QCOMPARE(colored.at(1).at(1).value<Color>(), Color::Violet);
}

void TestNotesPanel::lettersAreTakenFromTheWindow()
{
    Panel panel;
    QVERIFY(panel.openWithThree());
    const auto taken = [&panel](int key, Qt::KeyboardModifiers modifiers) {
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
        event.ignore();
        QCoreApplication::sendEvent(panel.list, &event);
        return event.isAccepted();
    };
    panel.list->setCurrentIndex({});
    QVERIFY(!taken(Qt::Key_E, Qt::NoModifier));
    panel.select(0);
    QVERIFY(taken(Qt::Key_E, Qt::NoModifier));
    QVERIFY(taken(Qt::Key_Delete, Qt::NoModifier));
    QVERIFY(!taken(Qt::Key_E, Qt::ControlModifier));
    QVERIFY(!taken(Qt::Key_Space, Qt::NoModifier));
}

void TestNotesPanel::menuOffersEverything()
{
    Panel panel;
    QVERIFY(panel.openWithThree());
    panel.select(0);
    panel.codebook.setNames(
        {QString(), QStringLiteral("Evidence"), QString(), QString(), QString()});
    emit panel.list->customContextMenuRequested(panel.timeOf(1));
    QPointer<QMenu> menu = panel.panel.findChild<QMenu *>(QStringLiteral("noteMenu"));
    QVERIFY(menu);
    const auto action = [&menu](const char *name) {
        return menu->findChild<QAction *>(QLatin1String(name));
    };
    QCOMPARE(action("notePlay")->text(), QStringLiteral("Play from 5:00"));
    QVERIFY(action("color-green")->isChecked());
    QCOMPARE(action("color-green")->text(), QStringLiteral("Green, Evidence"));
    QSignalSpy played(&panel.panel, &NotesPanel::playRequested);
    QSignalSpy edited(&panel.panel, &NotesPanel::editRequested);
    QSignalSpy tags(&panel.panel, &NotesPanel::tagsRequested);
    QSignalSpy colored(&panel.panel, &NotesPanel::colorRequested);
    QSignalSpy deleted(&panel.panel, &NotesPanel::deleteRequested);
    for (const char *const name :
         {"notePlay", "noteEdit", "noteTags", "color-red", "noteCopy", "noteDelete"}) {
        action(name)->trigger();
    }
    QCOMPARE(played.size(), 1);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(tags.size(), 1);
    QCOMPARE(colored.value(0).value(1).value<Color>(), Color::Red);
    QCOMPARE(deleted.size(), 1);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("5:00")));
    menu->close();
    QTRY_VERIFY(!menu);
}

void TestNotesPanel::copiesAMarkdownQuote()
{
    const Note note = makeNote(
        1, 270'000, QStringLiteral("every reading\nhung"), QStringLiteral("Compare **this**."));
    NotesPanel::copy(note);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("> every reading\n> hung\n>\n> — Tobias Adeyemi, "
                            "[Where zero is](https://example.org/zero_%281%29), 4:30\n\n"
                            "Compare **this**.\n"));
}

void TestNotesPanel::escapesWhatComesFromOutside()
{
    Note note = makeNote(1, 1000, QStringLiteral("<b>a</b> [x](y) `c`"));
    note.episodeRef.link = QStringLiteral("javascript:alert(1)");
    note.anchor.speaker = QStringLiteral("*S*\nx");
    const QString copied = ui::notes::markdownQuote(note);
    QVERIFY2(copied.startsWith(QStringLiteral("> \\<b\\>a\\</b\\> \\[x\\](y) \\`c\\`\n")),
             qPrintable(copied));
    QVERIFY(copied.contains(QStringLiteral("— \\*S\\* x, Where zero is, 0:01")));
    QVERIFY(!copied.contains(QStringLiteral("javascript")));
}

void TestNotesPanel::choosingIsTold()
{
    Panel panel;
    QVERIFY(panel.openWithThree());
    QSignalSpy chosen(&panel.panel, &NotesPanel::noteChosen);
    const app::base::NoteId second = panel.model.noteAt(1)->id;
    panel.panel.setCurrent(second);
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(panel.panel.current()->id, second);
    QTest::keyClick(panel.list, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<Note>().id, panel.model.noteAt(2)->id);
}

void TestNotesPanel::goneNoteLeavesTheList()
{
    Panel panel;
    QVERIFY(panel.openWithThree());
    panel.select(0);
    const Note before = *panel.model.noteAt(0);
    Note after = before;
    after.deleted = before.created;
    const auto done = panel.test.write([&](Connection &connection, Changes &changes) {
        return app::library::NoteStore(connection).apply({before.id, before, after}, changes);
    });
    VERIFY_RESULT(done);
    QTRY_COMPARE(panel.list->model()->rowCount(), 2);
    QVERIFY(panel.panel.current());
}

void TestNotesPanel::hostileNoteIsShown()
{
    Panel panel;
    Note note = makeNote(1, 0, QString(200'000, QLatin1Char('w')), QString(200'000, u'\u0301'));
    note.tags = QStringList(500, QStringLiteral("tag"));
    for (int i = 0; i < note.tags.size(); ++i) {
        note.tags[i] += QString::number(i);
    }
    note.anchor.speaker = QString(5000, u'\u202E');
    QVERIFY(panel.keep(note));
    QVERIFY(panel.open());
    QVERIFY(!panel.panel.grab().isNull());
    QVERIFY(panel.list->visualRect(panel.list->model()->index(0, 0)).height() < 600);
    QVERIFY(ui::notes::spokenNote(note, true).size() < 12'000);
    panel.panel.resize(20, 20);
    QVERIFY(!panel.panel.grab().isNull());
}

QTEST_MAIN(TestNotesPanel)
#include "tst_notespanel.moc"
