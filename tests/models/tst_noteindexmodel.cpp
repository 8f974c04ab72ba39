// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/notestore.h"
#include "tests/support/resulttest.h"
#include "tests/support/somenotes.h"
#include "tests/support/testlibrary.h"
#include "ui/models/noteindexmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using app::base::NoteId;
using app::library::NoteGroup;
using app::library::NoteQuery;
using app::library::NoteSort;
using app::notes::Color;
using app::notes::Note;
using app::timestamps::MediaTime;
using tests::keepNote;
using tests::someNote;
using ui::models::NoteHead;
using ui::models::NoteIndexModel;

namespace {

NoteQuery byEpisode()
{
    NoteQuery query;
    query.group = NoteGroup::Episode;
    return query;
}

/// "[head]" and texts, from the top.
QStringList said(const NoteIndexModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (const auto head = model.headAt(row)) {
            rows += QStringLiteral("[%1 %2]").arg(head->title).arg(head->count);
        } else if (const Note *const note = model.noteAt(row)) {
            rows += note->text;
        } else {
            rows += QStringLiteral("?");
        }
    }
    return rows;
}

} // namespace

/// A model that is asked for all its rows, as a view would.
struct Shown
{
    tests::TestLibrary test;
    NoteIndexModel model{test.library()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    Shown()
    {
        QObject::connect(&model, &NoteIndexModel::loaded, &model, [this] { model.want(0, 999); });
    }

    [[nodiscard]] bool keep(const Note &note) { return keepNote(test, note); }

    [[nodiscard]] bool change(const Note &before, const Note &after)
    {
        return tests::changeNote(test, before, after);
    }
};

class TestNoteIndexModel final : public QObject
{
    Q_OBJECT

private slots:
    void groupsHaveHeads();
    void wordsComeWhenRowsAreWanted();
    void editChangesItsRowOnly();
    void newNoteIsOneRow();
    void deletedNoteTakesItsHeadAlong();
    void groupsFold();
    void foldedStaysFolded();
    void withoutGroupsThereAreNoHeads();
    void binIsAnotherQuery();
    void everyNoteIsNamedOnce();
    void pinnedNoteIsReadAnywhere();
    void randomChangesEndAsIfReadAnew();
};

void TestNoteIndexModel::groupsHaveHeads()
{
    Shown shown;
    QVERIFY(shown.keep(someNote(1, 9000, QStringLiteral("a"))));
    QVERIFY(shown.keep(someNote(2, 3000, QStringLiteral("a"))));
    QVERIFY(shown.keep(someNote(3, 5000, QStringLiteral("b"))));
    shown.model.setQuery(byEpisode());
    QTRY_COMPARE(shown.model.rowCount(), 5);
    QTRY_VERIFY(!said(shown.model).contains(QStringLiteral("?")));
    QVERIFY(shown.model.isHead(0));
    QVERIFY(!shown.model.isHead(1));
    QCOMPARE(shown.model.noteCount(), 3);
    const QStringList rows = said(shown.model);
    const auto a = rows.indexOf(QStringLiteral("[Episode a 2]"));
    QVERIFY2(a >= 0, qPrintable(rows.join(u'|')));
    QCOMPARE(rows.value(a + 1), QStringLiteral("Note 2"));
    QCOMPARE(rows.value(a + 2), QStringLiteral("Note 1"));
    QCOMPARE(shown.model.headAt(static_cast<int>(a))->first->text, QStringLiteral("Note 2"));
    QVERIFY(!(shown.model.index(0).flags() & Qt::ItemIsSelectable));
    QVERIFY(shown.model.index(1).flags() & Qt::ItemIsSelectable);
}

void TestNoteIndexModel::wordsComeWhenRowsAreWanted()
{
    tests::TestLibrary test;
    for (int number = 1; number <= 5; ++number) {
        QVERIFY(keepNote(test, someNote(number, number * 1000)));
    }
    NoteIndexModel model(test.library());
    QSignalSpy loaded(&model, &NoteIndexModel::loaded);
    model.setQuery({});
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(model.rowCount(), 5);
    QVERIFY(!model.noteAt(3));
    QVERIFY(!model.index(3).data(NoteIndexModel::NoteRole).isValid());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.want(0, 4);
    QTRY_VERIFY(model.noteAt(3));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 0);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 4);
}

void TestNoteIndexModel::editChangesItsRowOnly()
{
    Shown shown;
    QVERIFY(shown.keep(someNote(1, 1000)) && shown.keep(someNote(2, 2000)));
    shown.model.setQuery(byEpisode());
    QTRY_VERIFY(shown.model.noteAt(2));
    QSignalSpy changed(&shown.model, &QAbstractItemModel::dataChanged);
    QSignalSpy removed(&shown.model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&shown.model, &QAbstractItemModel::modelReset);
    const Note before = *shown.model.noteAt(2);
    Note after = before;
    after.text = QStringLiteral("Compare");
    QVERIFY(shown.change(before, after));
    QTRY_COMPARE(shown.model.noteAt(2)->text, QStringLiteral("Compare"));
    for (const auto &signal : changed) {
        QCOMPARE(signal.at(0).toModelIndex().row(), 2);
        QCOMPARE(signal.at(1).toModelIndex().row(), 2);
    }
    QCOMPARE(removed.size() + reset.size(), 0);
}

void TestNoteIndexModel::newNoteIsOneRow()
{
    Shown shown;
    QVERIFY(shown.keep(someNote(1, 1000)) && shown.keep(someNote(2, 9000)));
    shown.model.setQuery(byEpisode());
    QTRY_COMPARE(shown.model.rowCount(), 3);
    QSignalSpy inserted(&shown.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&shown.model, &QAbstractItemModel::modelReset);
    QVERIFY(shown.keep(someNote(3, 5000)));
    QTRY_COMPARE(shown.model.rowCount(), 4);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 2);
    QCOMPARE(inserted.at(0).at(2).toInt(), 2);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(shown.model.headAt(0)->count, 3);
    QTRY_COMPARE(shown.model.facets().all, 3);
}

void TestNoteIndexModel::deletedNoteTakesItsHeadAlong()
{
    Shown shown;
    QVERIFY(shown.keep(someNote(1, 1000, QStringLiteral("a"))));
    QVERIFY(shown.keep(someNote(2, 2000, QStringLiteral("b"))));
    shown.model.setQuery(byEpisode());
    QTRY_COMPARE(shown.model.rowCount(), 4);
    QTRY_VERIFY(shown.model.noteAt(1));
    const Note before = *shown.model.noteAt(1);
    Note after = before;
    after.deleted = before.created;
    QVERIFY(shown.change(before, after));
    QTRY_COMPARE(shown.model.rowCount(), 2);
    QVERIFY(shown.model.isHead(0));
    QVERIFY(!shown.model.rowOf(before.id));
}

void TestNoteIndexModel::groupsFold()
{
    Shown shown;
    QVERIFY(shown.keep(someNote(1, 1000, QStringLiteral("a"))));
    QVERIFY(shown.keep(someNote(2, 2000, QStringLiteral("a"))));
    QVERIFY(shown.keep(someNote(3, 3000, QStringLiteral("b"))));
    shown.model.setQuery(byEpisode());
    QTRY_COMPARE(shown.model.rowCount(), 5);
    const int count = shown.model.headAt(0)->count;
    shown.model.setFolded(0, true);
    QCOMPARE(shown.model.rowCount(), 5 - count);
    QVERIFY(shown.model.headAt(0)->folded);
    QCOMPARE(shown.model.noteCount(), 3);
    shown.model.setFolded(0, true);
    QCOMPARE(shown.model.rowCount(), 5 - count);
    shown.model.setFolded(0, false);
    QCOMPARE(shown.model.rowCount(), 5);
    shown.model.setFolded(1, true);
    QCOMPARE(shown.model.rowCount(), 5);
    shown.model.setAllFolded(true);
    QCOMPARE(shown.model.rowCount(), 2);
    shown.model.setAllFolded(false);
    QCOMPARE(shown.model.rowCount(), 5);
}

void TestNoteIndexModel::foldedStaysFolded()
{
    Shown shown;
    QVERIFY(shown.keep(someNote(1, 1000)));
    shown.model.setQuery(byEpisode());
    QTRY_COMPARE(shown.model.rowCount(), 2);
    shown.model.setFolded(0, true);
    QVERIFY(shown.keep(someNote(2, 2000)));
    QTRY_COMPARE(shown.model.noteCount(), 2);
    QCOMPARE(shown.model.rowCount(), 1);
    QCOMPARE(shown.model.headAt(0)->count, 2);
    shown.model.setFolded(0, false);
    QCOMPARE(shown.model.rowCount(), 3);
}

void TestNoteIndexModel::withoutGroupsThereAreNoHeads()
{
    Shown shown;
    QVERIFY(shown.keep(someNote(1, 1000, QStringLiteral("a"))));
    QVERIFY(shown.keep(someNote(2, 2000, QStringLiteral("b"))));
    shown.model.setQuery(byEpisode());
    QTRY_COMPARE(shown.model.rowCount(), 4);
    NoteQuery query;
    query.sort = NoteSort::Newest;
    shown.model.setQuery(query);
    QTRY_COMPARE(shown.model.rowCount(), 2);
    QTRY_COMPARE(said(shown.model),
                 QStringList({QStringLiteral("Note 2"), QStringLiteral("Note 1")}));
    QVERIFY(shown.model.index(0).data(NoteIndexModel::WithEpisodeRole).toBool());
}

void TestNoteIndexModel::binIsAnotherQuery()
{
    Shown shown;
    Note deleted = someNote(1, 1000);
    deleted.deleted = deleted.created;
    QVERIFY(shown.keep(deleted) && shown.keep(someNote(2, 2000)));
    shown.model.setQuery({});
    QTRY_COMPARE(said(shown.model), QStringList(QStringLiteral("Note 2")));
    QCOMPARE(shown.model.facets().bin, 1);
    NoteQuery query;
    query.inBin = true;
    shown.model.setQuery(query);
    QTRY_COMPARE(said(shown.model), QStringList(QStringLiteral("Note 1")));
}

void TestNoteIndexModel::everyNoteIsNamedOnce()
{
    Shown shown;
    Note note = someNote(1, 1000);
    note.tags = {QStringLiteral("datum"), QStringLiteral("method")};
    QVERIFY(shown.keep(note));
    NoteQuery query;
    query.group = NoteGroup::Tag;
    shown.model.setQuery(query);
    QTRY_COMPARE(shown.model.rowCount(), 4);
    QCOMPARE(shown.model.ids().size(), std::size_t(1));
}

void TestNoteIndexModel::pinnedNoteIsReadAnywhere()
{
    tests::TestLibrary test;
    QVERIFY(keepNote(test, someNote(1, 1000)) && keepNote(test, someNote(2, 2000)));
    NoteIndexModel model(test.library());
    model.setQuery({});
    QTRY_VERIFY(model.isLoaded());
    model.pin(model.idAt(1));
    QTRY_VERIFY(model.noteAt(1));
    QVERIFY(!model.noteAt(0));
    const Note before = *model.noteAt(1);
    Note after = before;
    after.text = QStringLiteral("Compare");
    QVERIFY(tests::changeNote(test, before, after));
    QTRY_COMPARE(model.noteAt(1)->text, QStringLiteral("Compare"));
}

void TestNoteIndexModel::randomChangesEndAsIfReadAnew()
{
    Shown shown;
    QRandomGenerator random(11);
    QHash<int, Note> notes;
    NoteQuery query = byEpisode();
    query.sort = NoteSort::Changed;
    shown.model.setQuery(query);
    for (int round = 0; round < 60; ++round) {
        const int number = random.bounded(1, 15);
        Note after = notes.contains(number)
                         ? notes[number]
                         : someNote(number, number * 1000, QString(QChar(u'a' + number % 3)));
        after.text = QStringLiteral("Round %1").arg(round);
        after.modified = after.modified.addSecs(round + 1);
        if (random.bounded(3) == 0) {
            after.deleted = after.deleted ? std::nullopt : std::optional(after.modified);
        }
        QVERIFY(notes.contains(number) ? shown.change(notes[number], after) : shown.keep(after));
        notes[number] = after;
    }
    NoteIndexModel anew(shown.test.library());
    QObject::connect(&anew, &NoteIndexModel::loaded, &anew, [&anew] { anew.want(0, 999); });
    anew.setQuery(query);
    QTRY_VERIFY(anew.isLoaded() && !said(anew).contains(QStringLiteral("?")));
    QTRY_COMPARE(said(shown.model), said(anew));
}

QTEST_GUILESS_MAIN(TestNoteIndexModel)
#include "tst_noteindexmodel.moc"
