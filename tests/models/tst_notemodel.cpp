// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/notestore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"
#include "ui/models/notemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using app::library::Changes;
using app::library::Connection;
using app::library::NoteStore;
using app::notes::Note;
using app::notes::NoteChange;
using app::timestamps::MediaTime;
using ui::models::NoteModel;

class TestNoteModel final : public QObject
{
    Q_OBJECT

private slots:
    void listsInOrderOfPlace();
    void editChangesItsRow();
    void movedNoteFindsItsPlace();
    void deletedNoteGoes();
    void restoredNoteComesBack();
    void tagFilters();
    void nothingIsFollowedBeforeAFilter();

private:
    static Note makeNote(int number, qint64 startMs);
    static bool apply(tests::TestLibrary &test, const NoteChange &change);
    static bool keep(tests::TestLibrary &test, const Note &note);
};

Note TestNoteModel::makeNote(int number, qint64 startMs)
{
    Note note;
    note.id = app::base::NoteId(
        QStringLiteral("0190a000-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
    note.episodeRef.feedUrl = QStringLiteral("https://example.org/feed");
    note.episodeRef.episodeGuid = QStringLiteral("zero");
    note.start = MediaTime::fromMs(startMs);
    note.text = QStringLiteral("Note %1").arg(number);
    note.created = QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC);
    note.modified = note.created;
    return note;
}

bool TestNoteModel::apply(tests::TestLibrary &test, const NoteChange &change)
{
    return test
        .write([&change](Connection &connection, Changes &changes) {
            return NoteStore(connection).apply(change, changes);
        })
        .has_value();
}

bool TestNoteModel::keep(tests::TestLibrary &test, const Note &note)
{
    return apply(test, {note.id, std::nullopt, note});
}

void TestNoteModel::listsInOrderOfPlace()
{
    tests::TestLibrary test;
    NoteModel model(test.library());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(keep(test, makeNote(1, 9000)));
    QVERIFY(keep(test, makeNote(2, 3000)));
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.noteAt(0)->text, QStringLiteral("Note 2"));
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QVERIFY(keep(test, makeNote(3, 5000)));
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 1);
    QCOMPARE(model.noteAt(1)->text, QStringLiteral("Note 3"));
    QCOMPARE(model.rowOf(makeNote(3, 0).id), 1);
    QVERIFY(!model.rowOf(makeNote(9, 0).id));
    QVERIFY(!model.noteAt(3));
    QVERIFY(!model.noteAt(-1));
}

void TestNoteModel::editChangesItsRow()
{
    tests::TestLibrary test;
    NoteModel model(test.library());
    QVERIFY(keep(test, makeNote(1, 1000)) && keep(test, makeNote(2, 2000)));
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 2);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const Note before = *model.noteAt(1);
    Note after = before;
    after.text = QStringLiteral("Compare");
    QVERIFY(apply(test, {before.id, before, after}));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 1);
    QCOMPARE(model.index(1).data(NoteModel::NoteRole).value<Note>().text,
             QStringLiteral("Compare"));
    QCOMPARE(removed.size(), 0);
}

void TestNoteModel::movedNoteFindsItsPlace()
{
    tests::TestLibrary test;
    NoteModel model(test.library());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int number = 1; number <= 3; ++number) {
        QVERIFY(keep(test, makeNote(number, number * 1000)));
    }
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 3);
    const Note before = *model.noteAt(0);
    Note after = before;
    after.start = MediaTime::fromMs(9000);
    QVERIFY(apply(test, {before.id, before, after}));
    QTRY_COMPARE(model.rowOf(before.id), 2);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.noteAt(2)->start, after.start);
}

void TestNoteModel::deletedNoteGoes()
{
    tests::TestLibrary test;
    NoteModel model(test.library());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(keep(test, makeNote(1, 1000)) && keep(test, makeNote(2, 2000)));
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 2);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const Note before = *model.noteAt(0);
    Note after = before;
    after.deleted = before.created;
    QVERIFY(apply(test, {before.id, before, after}));
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(1).toInt(), 0);
}

void TestNoteModel::restoredNoteComesBack()
{
    tests::TestLibrary test;
    NoteModel model(test.library());
    Note deleted = makeNote(1, 1000);
    deleted.deleted = deleted.created;
    QVERIFY(keep(test, deleted));
    model.setFilter({});
    QTRY_VERIFY(model.isLoaded());
    QCOMPARE(model.rowCount(), 0);
    Note restored = deleted;
    restored.deleted.reset();
    QVERIFY(apply(test, {deleted.id, deleted, restored}));
    QTRY_COMPARE(model.rowCount(), 1);
}

void TestNoteModel::tagFilters()
{
    tests::TestLibrary test;
    NoteModel model(test.library());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Note tagged = makeNote(1, 1000);
    tagged.tags = {QStringLiteral("Datum")};
    QVERIFY(keep(test, tagged) && keep(test, makeNote(2, 2000)));
    app::library::NoteFilter filter;
    filter.tag = QStringLiteral("datum");
    model.setFilter(filter);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.noteAt(0)->id, tagged.id);
}

void TestNoteModel::nothingIsFollowedBeforeAFilter()
{
    tests::TestLibrary test;
    NoteModel model(test.library());
    QVERIFY(keep(test, makeNote(1, 1000)));
    QCoreApplication::processEvents();
    QVERIFY(!model.isLoaded());
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestNoteModel)
#include "tst_notemodel.moc"
