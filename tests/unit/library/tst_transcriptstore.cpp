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
using app::base::PodcastId;
using app::base::Result;
using app::base::TranscriptId;
using app::transcripts::Corrections;
using app::transcripts::SpeakerNames;

class TranscriptStoreTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_test = std::make_unique<tests::TestLibrary>();
        const auto added =
            m_test->write([now = m_test->clock().now()](Connection &connection, Changes &changes) {
                return PodcastStore(connection)
                    .add(QStringLiteral("https://example.com/show"),
                         tests::feedOf(QStringLiteral("Show"), 2),
                         now,
                         changes);
            });
        VERIFY_RESULT(added);
        m_podcast = added->podcast;
        const auto rows = m_test->read(
            [](Connection &connection) { return EpisodeStore(connection).page({}, 0, 2); });
        m_episode = rows->front().id;
        m_other = rows->back().id;
    }

    void handBeforeSideBeforeInsideBeforeFeed()
    {
        const auto pasted = add(TranscriptSource::Pasted, "pasted");
        const auto embedded = add(TranscriptSource::Embedded, "embedded");
        const auto feed = add(TranscriptSource::Feed, "feed");
        const auto sidecar = add(TranscriptSource::Sidecar, "sidecar");
        QCOMPARE(ids(), (std::vector{pasted, sidecar, embedded, feed}));
        const auto attached = add(TranscriptSource::Attached, "attached");
        QCOMPARE(ids(), (std::vector{attached, pasted, sidecar, embedded, feed}));
        QCOMPARE(read([&](auto &store) { return store.best(m_episode); })->id, attached);
        QCOMPARE(read([&](auto &store) { return store.get(feed); })->bytes, QByteArray("feed"));
        VERIFY_ERROR(read([](auto &store) { return store.get(TranscriptId(99)); }), NotFound);
    }

    void theChosenOneIsFirst()
    {
        const auto attached = add(TranscriptSource::Attached, "attached");
        const auto feed = add(TranscriptSource::Feed, "feed");
        VERIFY_RESULT(choose(m_episode, feed));
        QCOMPARE(ids(), (std::vector{feed, attached}));
        QCOMPARE(read([&](auto &store) { return store.choice(m_episode); })->value(), feed);
        VERIFY_ERROR(choose(m_other, feed), NotFound);
        VERIFY_ERROR(choose(m_episode, TranscriptId(99)), NotFound);
        VERIFY_RESULT(choose(m_episode, std::nullopt));
        QVERIFY(!read([&](auto &store) { return store.choice(m_episode); })->has_value());
        QCOMPARE(ids().front(), attached);
    }

    void whatWasWorkedOnIsNotReplaced()
    {
        const auto first = add(TranscriptSource::Feed, "first");
        VERIFY_RESULT(correct(first, sample()));
        const auto second = add(TranscriptSource::Feed, "second");
        QCOMPARE(ids(), (std::vector{second, first}));
        VERIFY_RESULT(choose(m_episode, second));
        const auto third = add(TranscriptSource::Feed, "third");
        QCOMPARE(ids(), (std::vector{second, third, first}));
        VERIFY_RESULT(choose(m_episode, std::nullopt));
        VERIFY_RESULT(correct(first, {}));
        const auto fourth = add(TranscriptSource::Feed, "fourth");
        QCOMPARE(ids(), (std::vector{fourth}));
    }

    void correctionsAreKept()
    {
        const auto id = add(TranscriptSource::Feed, "words");
        QCOMPARE(*corrections(id), Corrections());
        VERIFY_RESULT(correct(id, sample()));
        QCOMPARE(*corrections(id), sample());
        m_test->reopen();
        QCOMPARE(*corrections(id), sample());
        VERIFY_RESULT(correct(id, {}));
        QCOMPARE(*corrections(id), Corrections());
        VERIFY_ERROR(correct(TranscriptId(99), sample()), NotFound);
        // Of another program, or of a newer one: nothing of it is lost by reading.
        VERIFY_RESULT(write([&](auto &store, Changes &changes) {
            return store.setCorrections(id, sample(), m_test->clock().now(), changes);
        }));
        VERIFY_RESULT(m_test->write([](Connection &connection, Changes &) {
            return connection.run("UPDATE transcript_corrections SET edits = '{\"x'");
        }));
        VERIFY_ERROR(corrections(id), Corrupt);
    }

    void changesNameTheEpisode()
    {
        const auto id = add(TranscriptSource::Feed, "words");
        QList<Changes> seen;
        connect(&m_test->library(), &Library::changed, this, [&](const Changes &changes) {
            seen.append(changes);
        });
        VERIFY_RESULT(correct(id, sample()));
        VERIFY_RESULT(choose(m_episode, id));
        VERIFY_RESULT(name(QStringLiteral("A"), QStringLiteral("Ada")));
        QTRY_COMPARE(seen.size(), 3);
        QVERIFY(seen[0].episodes.contains(m_episode));
        QVERIFY(seen[1].episodes.contains(m_episode));
        QVERIFY(seen[2].podcasts.contains(m_podcast));
    }

    void removedUnlessNotesNeedIt()
    {
        const auto id = add(TranscriptSource::Attached, "by mistake");
        VERIFY_RESULT(correct(id, sample()));
        VERIFY_RESULT(choose(m_episode, id));
        VERIFY_RESULT(remove(id));
        QVERIFY(ids().empty());
        QVERIFY(!read([&](auto &store) { return store.choice(m_episode); })->has_value());
        VERIFY_ERROR(remove(id), NotFound);

        const auto noted = add(TranscriptSource::Feed, "noted");
        m_test->clock().advance(std::chrono::seconds(1));
        takeNote();
        m_test->clock().advance(std::chrono::seconds(1));
        const auto later = add(TranscriptSource::Attached, "later");
        VERIFY_ERROR(remove(noted), Conflict);
        VERIFY_RESULT(remove(later));
        QCOMPARE(ids(), (std::vector{noted}));
    }

    void speakersHaveNamesInAPodcast()
    {
        VERIFY_RESULT(name(QStringLiteral("Speaker 1"), QStringLiteral("Ada")));
        VERIFY_RESULT(name(QStringLiteral("Speaker 2"), QStringLiteral("Bob")));
        VERIFY_RESULT(name(QStringLiteral("Speaker 1"), QStringLiteral("Ada L.")));
        QCOMPARE(*names(),
                 (SpeakerNames{{QStringLiteral("Speaker 1"), QStringLiteral("Ada L.")},
                               {QStringLiteral("Speaker 2"), QStringLiteral("Bob")}}));
        VERIFY_RESULT(name(QStringLiteral("Speaker 1"), {}));
        VERIFY_RESULT(name(QStringLiteral("Speaker 2"), QStringLiteral("Speaker 2")));
        QVERIFY(names()->empty());
        VERIFY_ERROR(write([](auto &store, Changes &changes) {
                         return store.setSpeakerName(
                             PodcastId(99), QStringLiteral("A"), QStringLiteral("B"), changes);
                     }),
                     NotFound);
    }

private:
    template <typename Work>
    std::invoke_result_t<Work, TranscriptStore &> read(Work work)
    {
        return m_test->read([work](Connection &connection) {
            TranscriptStore store(connection);
            return work(store);
        });
    }

    template <typename Work>
    std::invoke_result_t<Work, TranscriptStore &, Changes &> write(Work work)
    {
        return m_test->write([work](Connection &connection, Changes &changes) {
            TranscriptStore store(connection);
            return work(store, changes);
        });
    }

    TranscriptId add(TranscriptSource source, const QByteArray &bytes)
    {
        TranscriptRecord record;
        record.episode = m_episode;
        record.source = source;
        record.url = QStringLiteral("somewhere");
        record.bytes = bytes;
        record.fetched = m_test->clock().now();
        return write([record](auto &store, Changes &changes) { return store.add(record, changes); })
            .value_or(TranscriptId());
    }

    std::vector<TranscriptId> ids()
    {
        std::vector<TranscriptId> found;
        const auto all = read([this](auto &store) { return store.list(m_episode); });
        for (const TranscriptRecord &record : *all) {
            found.push_back(record.id);
        }
        return found;
    }

    Result<void> choose(EpisodeId episode, std::optional<TranscriptId> id)
    {
        return write([episode, id](auto &store, Changes &changes) {
            return store.choose(episode, id, changes);
        });
    }

    Result<void> remove(TranscriptId id)
    {
        return write([id](auto &store, Changes &changes) { return store.remove(id, changes); });
    }

    Result<void> correct(TranscriptId id, const Corrections &corrections)
    {
        return write([id, corrections, now = m_test->clock().now()](auto &store, Changes &changes) {
            return store.setCorrections(id, corrections, now, changes);
        });
    }

    Result<Corrections> corrections(TranscriptId id)
    {
        return read([id](auto &store) { return store.corrections(id); });
    }

    Result<void> name(const QString &label, const QString &name)
    {
        return write([this, label, name](auto &store, Changes &changes) {
            return store.setSpeakerName(m_podcast, label, name, changes);
        });
    }

    Result<SpeakerNames> names()
    {
        return read([this](auto &store) { return store.speakerNames(m_podcast); });
    }

    void takeNote()
    {
        app::notes::Note note;
        note.id = app::base::NoteId(QStringLiteral("01936f3a-0000-7000-8000-000000000001"));
        note.episode = m_episode;
        note.anchor.source = app::notes::QuoteSource::Transcript;
        note.created = m_test->clock().now();
        note.modified = note.created;
        VERIFY_RESULT(m_test->write([note](Connection &connection, Changes &changes) {
            return NoteStore(connection).apply({note.id, std::nullopt, note}, changes);
        }));
    }

    static Corrections sample()
    {
        return {{app::transcripts::RenameSpeaker{QStringLiteral("A"), QStringLiteral("Ada")},
                 app::transcripts::FixText{
                     {3, QStringLiteral("teh end")}, 0, 3, QStringLiteral("the")}}};
    }

    std::unique_ptr<tests::TestLibrary> m_test;
    PodcastId m_podcast;
    EpisodeId m_episode;
    EpisodeId m_other;
};

QTEST_GUILESS_MAIN(TranscriptStoreTest)
#include "tst_transcriptstore.moc"
