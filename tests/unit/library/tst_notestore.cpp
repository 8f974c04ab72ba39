// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/episodestore.h"
#include "app/library/notestore.h"
#include "app/library/podcaststore.h"
#include "app/library/transcriptstore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"

using namespace app::library;
using app::base::EpisodeId;
using app::base::NoteId;
using app::base::PodcastId;
using app::base::Result;
using app::notes::Note;
using app::timestamps::MediaTime;

namespace {

const QString address = QStringLiteral("https://example.com/show");

PodcastId subscribe(tests::TestLibrary &test, int episodes = 2)
{
    const auto added =
        test.write([&, now = test.clock().now()](Connection &connection, Changes &changes) {
            return PodcastStore(connection)
                .add(address, tests::feedOf(QStringLiteral("Show"), episodes), now, changes);
        });
    return added ? added->podcast : PodcastId();
}

EpisodeId newestEpisode(tests::TestLibrary &test)
{
    const auto rows =
        test.read([](Connection &connection) { return EpisodeStore(connection).page({}, 0, 1); });
    return rows && !rows->empty() ? rows->front().id : EpisodeId();
}

NoteId noteId(int number)
{
    return NoteId(QStringLiteral("01936f3a-0000-7000-8000-%1").arg(number, 12, 10, QChar(u'0')));
}

Note wholeNote(tests::TestLibrary &test, int number = 1)
{
    Note note;
    note.id = noteId(number);
    note.episode = newestEpisode(test);
    note.episodeRef = {QStringLiteral("Show"),
                       address,
                       QStringLiteral("guid of show"),
                       QStringLiteral("Episode 2"),
                       QStringLiteral("guid-2"),
                       QStringLiteral("https://example.com/2"),
                       QStringLiteral("https://media.example.com/2.mp3"),
                       QDateTime(QDate(2024, 1, 3), QTime(6, 0), Qt::UTC),
                       std::chrono::minutes(22)};
    note.start = MediaTime::fromMs(270'250 + number);
    note.end = MediaTime::fromMs(285'000);
    note.anchor = {QStringLiteral("a \"quote\"\nof two lines \U0001F600"),
                   QStringLiteral("before "),
                   QStringLiteral(" after"),
                   1234,
                   app::notes::QuoteSource::Transcript,
                   QStringLiteral("abcdef"),
                   QStringLiteral("Ann"),
                   {}};
    note.text = QStringLiteral("**Bold** & 'so' on");
    note.tags = {QStringLiteral("Physics"), QStringLiteral("to-read"), QStringLiteral("caf\u00E9")};
    note.color = app::notes::Color::Violet;
    note.created = test.clock().now();
    note.modified = test.clock().now().addMSecs(7);
    return note;
}

Result<void> apply(tests::TestLibrary &test, const app::notes::NoteChange &change)
{
    return tests::await(
        test.library().write(Durability::Full, [&](Connection &connection, Changes &changes) {
            return NoteStore(connection).apply(change, changes);
        }));
}

Result<void> put(tests::TestLibrary &test, const Note &note)
{
    return apply(test, {note.id, std::nullopt, note});
}

Result<Note> get(tests::TestLibrary &test, const NoteId &id)
{
    return test.read([&](Connection &connection) { return NoteStore(connection).get(id); });
}

std::vector<Note> list(tests::TestLibrary &test, const NoteFilter &filter = {})
{
    const auto notes =
        test.read([&](Connection &connection) { return NoteStore(connection).list(filter); });
    return notes ? *notes : std::vector<Note>();
}

std::vector<TranscriptRecord> transcripts(tests::TestLibrary &test, EpisodeId episode)
{
    const auto records = test.read(
        [&](Connection &connection) { return TranscriptStore(connection).list(episode); });
    return records ? *records : std::vector<TranscriptRecord>();
}

Result<TranscriptRecord> bestTranscript(tests::TestLibrary &test, EpisodeId episode)
{
    return test.read(
        [&](Connection &connection) { return TranscriptStore(connection).best(episode); });
}

} // namespace

class tst_notestore : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldComesBack();
    void aBareMomentComesBack();
    void editsNeedTheNoteTheyWereMadeFrom();
    void goneForGoodCannotBeEdited();
    void brokenUnicodeDoesNotBlockEdits();
    void listsInOrder();
    void filters();
    void findsByBeginning();
    void tagsMostUsedFirst();
    void notesOutliveTheirPodcast();
    void editsWorkWithoutThePodcast();
    void binIsEmptied();
    void aFailedWriteChangesNothing();
    void notesKeepTheirTranscript();
};

void tst_notestore::everyFieldComesBack()
{
    tests::TestLibrary test;
    subscribe(test);
    const Note note = wholeNote(test);
    VERIFY_RESULT(put(test, note));
    test.reopen();
    const auto read = get(test, note.id);
    VERIFY_RESULT(read);
    QVERIFY(*read == note);
    for (const auto color : {app::notes::Color::Yellow,
                             app::notes::Color::Green,
                             app::notes::Color::Blue,
                             app::notes::Color::Red}) {
        const Note before = *get(test, note.id);
        Note after = before;
        after.color = color;
        after.deleted = test.clock().now();
        after.anchor.source = app::notes::QuoteSource::ShowNotes;
        after.tags.removeFirst();
        after.tags.append(QStringLiteral("new"));
        VERIFY_RESULT(apply(test, {note.id, before, after}));
        QVERIFY(*get(test, note.id) == after);
    }
}

void tst_notestore::aBareMomentComesBack()
{
    tests::TestLibrary test;
    Note note;
    note.id = noteId(3);
    note.start = MediaTime::fromMs(5);
    note.created = note.modified = test.clock().now();
    VERIFY_RESULT(put(test, note));
    QVERIFY(*get(test, note.id) == note);
}

void tst_notestore::editsNeedTheNoteTheyWereMadeFrom()
{
    tests::TestLibrary test;
    subscribe(test);
    const Note note = wholeNote(test);
    VERIFY_RESULT(put(test, note));
    VERIFY_ERROR(put(test, note), Conflict);
    Note mine = note;
    mine.text = QStringLiteral("mine");
    Note theirs = note;
    theirs.text = QStringLiteral("theirs");
    VERIFY_RESULT(apply(test, {note.id, note, theirs}));
    VERIFY_ERROR(apply(test, {note.id, note, mine}), Conflict);
    QCOMPARE(get(test, note.id)->text, QStringLiteral("theirs"));
    VERIFY_RESULT(apply(test, {note.id, theirs, note}));
    QVERIFY(*get(test, note.id) == note);
}

void tst_notestore::goneForGoodCannotBeEdited()
{
    tests::TestLibrary test;
    subscribe(test);
    const Note note = wholeNote(test);
    VERIFY_RESULT(put(test, note));
    VERIFY_RESULT(apply(test, {note.id, note, std::nullopt}));
    VERIFY_ERROR(get(test, note.id), NotFound);
    VERIFY_ERROR(apply(test, {note.id, note, note}), NotFound);
    QVERIFY(list(test, {{}, {}, {}, true}).empty());
    const auto tags =
        test.read([](Connection &connection) { return NoteStore(connection).tags(); });
    QVERIFY(tags->isEmpty());
}

void tst_notestore::brokenUnicodeDoesNotBlockEdits()
{
    tests::TestLibrary test;
    subscribe(test);
    Note note = wholeNote(test);
    note.anchor.prefix = QString(QChar(0xDC00)) + QStringLiteral("cut in half");
    note.text = QString(QChar(u'\0')) + QStringLiteral("nul");
    VERIFY_RESULT(put(test, note));
    Note after = note;
    after.tags.clear();
    VERIFY_RESULT(apply(test, {note.id, note, after}));
    QCOMPARE(get(test, note.id)->text, note.text);
}

void tst_notestore::listsInOrder()
{
    tests::TestLibrary test;
    subscribe(test);
    std::vector<Note> notes;
    for (int number = 1; number <= 6; ++number) {
        notes.push_back(wholeNote(test, number));
    }
    notes[0].start = MediaTime::fromMs(900'000);
    notes[1].episodeRef.published = notes[1].episodeRef.published.addDays(-1);
    notes[2].episodeRef.published = QDateTime();
    notes[4].start = notes[3].start;
    notes[5].episodeRef.episodeGuid = QStringLiteral("another");
    QString expected;
    for (const int index : {1, 5, 3, 4, 0, 2}) {
        expected += notes[static_cast<std::size_t>(index)].id.text() + QLatin1Char(' ');
    }
    for (const Note &note : notes) {
        VERIFY_RESULT(put(test, note));
    }
    QString order;
    for (const Note &note : list(test)) {
        order += note.id.text() + QLatin1Char(' ');
    }
    QCOMPARE(order, expected);
}

void tst_notestore::filters()
{
    tests::TestLibrary test;
    subscribe(test);
    Note first = wholeNote(test, 1);
    Note second = wholeNote(test, 2);
    second.tags = {QStringLiteral("other")};
    second.modified = first.modified.addSecs(60);
    second.episode = EpisodeId();
    Note binned = wholeNote(test, 3);
    binned.deleted = test.clock().now();
    for (const Note &note : {first, second, binned}) {
        VERIFY_RESULT(put(test, note));
    }
    const auto count = [&](const NoteFilter &filter) {
        return static_cast<int>(list(test, filter).size());
    };
    QCOMPARE(count({}), 2);
    QCOMPARE(count({{}, {}, {}, true}), 3);
    QCOMPARE(count({first.episode, {}, {}, false}), 1);
    QCOMPARE(count({first.episode, {}, {}, true}), 2);
    QCOMPARE(count({{}, QStringLiteral("PHYSICS"), {}, false}), 1);
    QCOMPARE(count({{}, QStringLiteral("CAF\u00C9"), {}, false}), 1);
    QCOMPARE(count({{}, QStringLiteral("phys"), {}, false}), 0);
    QCOMPARE(count({{}, {}, second.modified, false}), 1);
    QCOMPARE(count({first.episode, QStringLiteral("to-read"), first.modified, true}), 2);
}

void tst_notestore::findsByBeginning()
{
    tests::TestLibrary test;
    VERIFY_RESULT(put(test, wholeNote(test, 1)));
    VERIFY_RESULT(put(test, wholeNote(test, 12)));
    const auto find = [&](const QString &wanted) {
        return test.read(
            [&](Connection &connection) { return NoteStore(connection).find(wanted); });
    };
    VERIFY_RESULT(find(noteId(1).text()));
    VERIFY_RESULT(find(noteId(12).text().toUpper()));
    VERIFY_RESULT(find(noteId(12).text().left(35)));
    VERIFY_ERROR(find(QStringLiteral("0193")), Conflict);
    VERIFY_ERROR(find(QStringLiteral("x")), NotFound);
    VERIFY_ERROR(find(QString()), NotFound);
    VERIFY_ERROR(find(QStringLiteral("%")), NotFound);
}

void tst_notestore::tagsMostUsedFirst()
{
    tests::TestLibrary test;
    int number = 0;
    for (const QStringList &tags : {QStringList{QStringLiteral("b"), QStringLiteral("a")},
                                    QStringList{QStringLiteral("B")},
                                    QStringList{QStringLiteral("c")}}) {
        Note note = wholeNote(test, ++number);
        note.tags = tags;
        if (number == 3) {
            note.deleted = test.clock().now();
        }
        VERIFY_RESULT(put(test, note));
    }
    const auto tags =
        test.read([](Connection &connection) { return NoteStore(connection).tags(); });
    VERIFY_RESULT(tags);
    QCOMPARE(tags->size(), 2);
    QCOMPARE(tags->first().toLower(), QStringLiteral("b"));
}

void tst_notestore::notesOutliveTheirPodcast()
{
    tests::TestLibrary test;
    const PodcastId podcast = subscribe(test);
    const Note note = wholeNote(test);
    VERIFY_RESULT(put(test, note));
    VERIFY_RESULT(test.write([&](Connection &connection, Changes &changes) -> Result<void> {
        const auto removed = PodcastStore(connection).remove(podcast, changes);
        Q_ASSERT(changes.notes.contains(note.id));
        return removed ? Result<void>() : app::base::unexpected(removed.error());
    }));
    Note alone = note;
    alone.episode = EpisodeId();
    QVERIFY(*get(test, note.id) == alone);
    subscribe(test, 5);
    const auto back = get(test, note.id);
    QVERIFY(back->episode.isValid());
    const auto episode = test.read(
        [&](Connection &connection) { return EpisodeStore(connection).get(back->episode); });
    QCOMPARE(episode->row.guid, QStringLiteral("guid-2"));
    QCOMPARE(episode->row.noteCount, 1);
    const auto more = test.write([](Connection &connection, Changes &changes) {
        return NoteStore(connection).reattach(changes);
    });
    QCOMPARE(*more, 0);
}

void tst_notestore::editsWorkWithoutThePodcast()
{
    tests::TestLibrary test;
    const PodcastId podcast = subscribe(test);
    const Note note = wholeNote(test);
    VERIFY_RESULT(put(test, note));
    VERIFY_RESULT(test.write([&](Connection &connection, Changes &changes) {
        return PodcastStore(connection).remove(podcast, changes);
    }));
    Note edited = note;
    edited.text = QStringLiteral("still mine");
    VERIFY_RESULT(apply(test, {note.id, note, edited}));
    QVERIFY(!get(test, note.id)->episode.isValid());
    subscribe(test);
    VERIFY_RESULT(apply(test, {note.id, edited, note}));
    QVERIFY2(get(test, note.id)->episode.isValid(), "an old edit does not detach a note");
}

void tst_notestore::binIsEmptied()
{
    tests::TestLibrary test;
    for (int number = 1; number <= 4; ++number) {
        Note note = wholeNote(test, number);
        if (number > 1) {
            note.deleted = test.clock().now().addDays(-10 * number);
        }
        VERIFY_RESULT(put(test, note));
    }
    const auto removed = test.write([&](Connection &connection, Changes &changes) {
        return NoteStore(connection).emptyBin(test.clock().now().addDays(-25), changes);
    });
    VERIFY_RESULT(removed);
    QCOMPARE(*removed, 2);
    QCOMPARE(list(test, {{}, {}, {}, true}).size(), std::size_t(2));
}

void tst_notestore::aFailedWriteChangesNothing()
{
    tests::TestLibrary test;
    const auto failed = test.write([&](Connection &connection, Changes &changes) -> Result<void> {
        const Note note = wholeNote(test, 1);
        const auto done = NoteStore(connection).apply({note.id, std::nullopt, note}, changes);
        Q_ASSERT(done);
        return app::base::unexpected(app::base::ErrorCode::Conflict,
                                     QStringLiteral("changed my mind"));
    });
    VERIFY_ERROR(failed, Conflict);
    QVERIFY(list(test).empty());
}

void tst_notestore::notesKeepTheirTranscript()
{
    tests::TestLibrary test;
    subscribe(test);
    TranscriptRecord record;
    record.episode = newestEpisode(test);
    record.url = QStringLiteral("https://example.com/1.vtt");
    record.type = QStringLiteral("text/vtt");
    record.language = QStringLiteral("en");
    const auto add = [&](const QByteArray &bytes, TranscriptSource source) {
        record.bytes = bytes;
        record.source = source;
        record.fetched = test.clock().now();
        test.clock().advance(std::chrono::seconds(1));
        return test.write([&](Connection &connection, Changes &changes) {
            return TranscriptStore(connection).add(record, changes);
        });
    };
    const auto kept = [&] {
        return transcripts(test, record.episode).size();
    };
    const auto best = [&] {
        return bestTranscript(test, record.episode);
    };
    VERIFY_ERROR(best(), NotFound);
    const QByteArray bytes("WEBVTT\n\0\xff", 9);
    const auto one = add(bytes, TranscriptSource::Feed);
    VERIFY_RESULT(one);
    QCOMPARE(add(bytes, TranscriptSource::Feed)->number(), one->number());
    QCOMPARE(best()->bytes, bytes);
    QCOMPARE(best()->sha256.size(), 64);
    QCOMPARE(best()->type, record.type);
    VERIFY_RESULT(add("second", TranscriptSource::Feed));
    QCOMPARE(kept(), std::size_t(1));
    VERIFY_RESULT(put(test, wholeNote(test)));
    VERIFY_RESULT(add("third", TranscriptSource::Feed));
    QCOMPARE(kept(), std::size_t(2));
    QCOMPARE(best()->bytes, QByteArray("third"));
    VERIFY_RESULT(add("by hand", TranscriptSource::Attached));
    VERIFY_RESULT(add("beside", TranscriptSource::Sidecar));
    QCOMPARE(best()->bytes, QByteArray("by hand"));
    record.episode = EpisodeId(99);
    VERIFY_ERROR(add("x", TranscriptSource::Feed), NotFound);
}

QTEST_GUILESS_MAIN(tst_notestore)
#include "tst_notestore.moc"
