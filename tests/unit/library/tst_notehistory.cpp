// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/anchoringstore.h"
#include "app/library/episodestore.h"
#include "app/library/notestepstore.h"
#include "app/library/podcaststore.h"
#include "app/library/transcriptstore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"
#include "tests/support/testnotes.h"

using namespace app::library;
using app::base::ErrorCode;
using app::base::Result;
using app::notes::AnchoringRecord;
using app::notes::Note;
using app::notes::NoteChange;
using tests::noteId;
using tests::noteOf;

namespace {

std::vector<NoteChange> changesOf(int number)
{
    Note after = noteOf(number);
    after.tags = {QStringLiteral("new\nline"), QString::fromUtf8("caf\u00E9 \U0001F600")};
    after.anchor.quote = QStringLiteral("a \"quote\"\nof two lines");
    return {{noteId(number), noteOf(number), after}, {noteId(99), std::nullopt, noteOf(99)}};
}

} // namespace

class NoteHistoryTest : public QObject
{
    Q_OBJECT

private slots:

    void init() { m_test = std::make_unique<tests::TestLibrary>(); }

    void stepsComeBackAfterARestart()
    {
        const auto first = push(QStringLiteral("one"), changesOf(1));
        const auto second = push(QStringLiteral("two"), changesOf(2));
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        VERIFY_RESULT(setUndone(*second, true));
        m_test->reopen();
        const std::vector<NoteStep> expected{{*first, QStringLiteral("one"), changesOf(1), false},
                                             {*second, QStringLiteral("two"), changesOf(2), true}};
        QCOMPARE(steps(), expected);
        VERIFY_RESULT(m_test->write([](Connection &connection, Changes &) {
            return NoteStepStore(connection).forgetUndone();
        }));
        QCOMPARE(steps(), std::vector<NoteStep>{expected.front()});
        VERIFY_ERROR(setUndone(*second, false), NotFound);
    }

    void theNewestStepsAreKept()
    {
        const auto pushed = m_test->write([](Connection &connection, Changes &) -> Result<void> {
            for (int number = 1; number <= NoteStepStore::kept + 5; ++number) {
                const auto done =
                    NoteStepStore(connection).push(QString::number(number), changesOf(number));
                if (!done) {
                    return app::base::unexpected(done.error());
                }
            }
            return {};
        });
        VERIFY_RESULT(pushed);
        const auto kept = steps();
        QCOMPARE(kept.size(), std::size_t(NoteStepStore::kept));
        QCOMPARE(kept.front().kind, QStringLiteral("6"));
    }

    void aStepThatCannotBeReadEndsWhatCanBeUndone()
    {
        VERIFY_RESULT(push(QStringLiteral("one"), changesOf(1)));
        VERIFY_RESULT(push(QStringLiteral("two"), changesOf(2)));
        VERIFY_RESULT(push(QStringLiteral("three"), changesOf(3)));
        VERIFY_RESULT(m_test->write([](Connection &connection, Changes &) {
            return connection.run("UPDATE note_steps SET after = 'x' || after WHERE kind = 'two'");
        }));
        QCOMPARE(steps().size(), std::size_t(1));
        QCOMPARE(steps().front().kind, QStringLiteral("three"));
    }

    void anchoringsAreKeptWithTheirNote()
    {
        VERIFY_RESULT(tests::put(m_test->library(), noteOf(1)));
        const AnchoringRecord one = record(1);
        AnchoringRecord two = record(1);
        two.after.start = app::timestamps::MediaTime::fromMs(7);
        VERIFY_RESULT(add(one));
        VERIFY_RESULT(add(two));
        VERIFY_ERROR(add(record(2)), Conflict);
        QCOMPARE(history(1), (std::vector<AnchoringRecord>{one, two}));
        VERIFY_RESULT(m_test->write([&two](Connection &connection, Changes &) {
            return AnchoringStore(connection).setUndone(two, true);
        }));
        two.undone = true;
        QCOMPARE(history(1), (std::vector<AnchoringRecord>{one, two}));
        VERIFY_RESULT(tests::apply(m_test->library(), {noteId(1), noteOf(1), std::nullopt}));
        QCOMPARE(history(1), std::vector<AnchoringRecord>());
    }

    void aTranscriptIsKeptWhileANoteNeedsIt()
    {
        const QByteArray bytes = "WEBVTT\n\n00:00.000 --> 00:01.000\nHello";
        const QString hash = subscribeWith(bytes);
        Note note = noteOf(1);
        note.anchor.transcriptHash = hash;
        VERIFY_RESULT(tests::put(m_test->library(), note));
        const auto there = byHash(hash);
        VERIFY_RESULT(there);
        QVERIFY(there->id.isValid());
        VERIFY_RESULT(unsubscribe());
        const auto kept = byHash(hash);
        VERIFY_RESULT(kept);
        QVERIFY(!kept->id.isValid());
        QCOMPARE(kept->bytes, bytes);
        QCOMPARE(kept->type, QStringLiteral("text/vtt"));
        QCOMPARE(kept->sha256, hash);
        Note binned = note;
        binned.deleted = m_test->clock().now().addDays(-40);
        VERIFY_RESULT(tests::apply(m_test->library(), {note.id, note, binned}));
        VERIFY_RESULT(byHash(hash));
        VERIFY_RESULT(
            m_test->write([now = m_test->clock().now()](Connection &connection, Changes &changes) {
                return NoteStore(connection).emptyBin(now.addDays(-30), changes);
            }));
        VERIFY_ERROR(byHash(hash), NotFound);
    }

    void aTranscriptIsKeptForWhereANoteStood()
    {
        const QString hash = subscribeWith("one");
        VERIFY_RESULT(tests::put(m_test->library(), noteOf(1)));
        AnchoringRecord moved = record(1);
        moved.before.anchor.transcriptHash = hash;
        VERIFY_RESULT(add(moved));
        VERIFY_RESULT(unsubscribe());
        VERIFY_RESULT(byHash(hash));
    }

    void aTranscriptNobodyNeedsGoes()
    {
        const QString hash = subscribeWith("one");
        VERIFY_RESULT(unsubscribe());
        VERIFY_ERROR(byHash(hash), NotFound);
    }

private:
    static AnchoringRecord record(int number)
    {
        AnchoringRecord record;
        record.note = noteId(number);
        record.when = QDateTime(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC);
        record.method = app::notes::AnchorMethod::Fuzzy;
        record.score = 0.75;
        record.before = app::notes::placeOf(noteOf(number));
        record.after = record.before;
        record.after.anchor.quote = QStringLiteral("two\nlines");
        record.after.anchor.state = app::notes::AnchorState::Approximate;
        record.after.audio = {17, std::chrono::minutes(3), QStringLiteral("ab")};
        return record;
    }

    /// A podcast with an episode that has a transcript. \returns its hash
    QString subscribeWith(const QByteArray &bytes)
    {
        const auto hash =
            m_test->write([&, now = m_test->clock().now()](Connection &connection,
                                                           Changes &changes) -> Result<QString> {
                const auto added = PodcastStore(connection)
                                       .add(QStringLiteral("https://example.com/show"),
                                            tests::feedOf(QStringLiteral("Show"), 1),
                                            now,
                                            changes);
                const auto rows = EpisodeStore(connection).page({}, 0, 1);
                if (!added || !rows) {
                    return app::base::unexpected(ErrorCode::NotFound, QStringLiteral("no podcast"));
                }
                m_podcast = added->podcast;
                TranscriptRecord transcript;
                transcript.episode = rows->front().id;
                transcript.type = QStringLiteral("text/vtt");
                transcript.bytes = bytes;
                const auto id = TranscriptStore(connection).add(transcript, changes);
                return id ? Result<QString>(TranscriptStore(connection).get(*id)->sha256)
                          : app::base::unexpected(id.error());
            });
        return hash.value_or({});
    }

    Result<QStringList> unsubscribe()
    {
        return m_test->write([this](Connection &connection, Changes &changes) {
            return PodcastStore(connection).remove(m_podcast, changes);
        });
    }

    Result<TranscriptRecord> byHash(const QString &hash)
    {
        return m_test->read(
            [&hash](Connection &connection) { return TranscriptStore(connection).byHash(hash); });
    }

    Result<qint64> push(const QString &kind, const std::vector<NoteChange> &changes)
    {
        return m_test->write([&](Connection &connection, Changes &) {
            return NoteStepStore(connection).push(kind, changes);
        });
    }

    Result<void> setUndone(qint64 id, bool undone)
    {
        return m_test->write([=](Connection &connection, Changes &) {
            return NoteStepStore(connection).setUndone(id, undone);
        });
    }

    std::vector<NoteStep> steps()
    {
        return m_test->read([](Connection &connection) { return NoteStepStore(connection).list(); })
            .value_or({});
    }

    Result<qint64> add(const AnchoringRecord &record)
    {
        return m_test->write([&record](Connection &connection, Changes &) {
            return AnchoringStore(connection).add(record);
        });
    }

    std::vector<AnchoringRecord> history(int number)
    {
        return m_test
            ->read([number](Connection &connection) {
                return AnchoringStore(connection).history(noteId(number));
            })
            .value_or({});
    }

    std::unique_ptr<tests::TestLibrary> m_test;
    app::base::PodcastId m_podcast;
};

QTEST_GUILESS_MAIN(NoteHistoryTest)
#include "tst_notehistory.moc"
