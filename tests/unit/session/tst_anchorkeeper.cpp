// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/transcriptstore.h"
#include "app/notes/quotecontext.h"
#include "app/session/anchorkeeper.h"
#include "app/session/anchorsource.h"
#include "app/session/history.h"
#include "app/session/shownotes.h"
#include "app/session/spokennote.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/madesound.h"
#include "tests/unit/session/sessionbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using namespace std::chrono_literals;
using app::notes::AnchorState;
using app::notes::Note;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using tests::await;
using tests::SessionBench;

namespace {

/// Words nobody says twice.
QString word(int number)
{
    static const QStringList parts{QStringLiteral("ba"),
                                   QStringLiteral("ket"),
                                   QStringLiteral("lor"),
                                   QStringLiteral("min"),
                                   QStringLiteral("sta"),
                                   QStringLiteral("ven"),
                                   QStringLiteral("qua")};
    QString made;
    for (int rest = number + 50; rest > 0; rest /= 7) {
        made += parts[rest % 7];
    }
    return made;
}

QString sentence(int number)
{
    return QStringLiteral("The %1 of %2 hangs from a %3 over %4.")
        .arg(word(4 * number), word(4 * number + 1), word(4 * number + 2), word(4 * number + 3));
}

QString time(qint64 ms)
{
    return QStringLiteral("%1:%2.%3")
        .arg(ms / 60'000, 2, 10, QLatin1Char('0'))
        .arg(ms / 1000 % 60, 2, 10, QLatin1Char('0'))
        .arg(ms % 1000, 3, 10, QLatin1Char('0'));
}

/// A hundred sentences of five seconds, behind so much of advertisement.
QString talk(Duration advertisement = 0ms, const QString &language = {})
{
    QString text = language.isEmpty() ? QStringLiteral("WEBVTT\n\n")
                                      : QStringLiteral("WEBVTT\nLanguage: %1\n\n").arg(language);
    if (advertisement > 0ms) {
        text += QStringLiteral("00:00.000 --> %1\nBuy more of everything now.\n\n")
                    .arg(time(advertisement.count()));
    }
    for (int i = 0; i < 100; ++i) {
        const qint64 start = advertisement.count() + 5'000 * i;
        text +=
            QStringLiteral("%1 --> %2\n%3\n\n").arg(time(start), time(start + 5'000), sentence(i));
    }
    return text;
}

/// Show notes of these sentences, a paragraph each.
QByteArray showNotes(int first, int last)
{
    QByteArray html;
    for (int i = first; i <= last; ++i) {
        html += "&lt;p&gt;" + sentence(i).toUtf8() + "&lt;/p&gt;";
    }
    return html;
}

} // namespace

class AnchorKeeperTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_bench = std::make_unique<SessionBench>();
        m_bench->serveFeed(SessionBench::item("e1") + SessionBench::item("e2"));
        VERIFY_RESULT(m_bench->subscribe());
        m_episode = m_bench->episode(QStringLiteral("e1"));
        VERIFY_RESULT(await(service().attachText(id(), talk())));
    }

    void cleanup() { m_bench.reset(); }

    void notesFollowTheirWordsIntoAnotherTranscript()
    {
        const Note before = noteAt(40);
        const QSignalSpy told(&keeper(), &AnchorKeeper::reanchored);
        VERIFY_RESULT(await(service().attachText(id(), talk(30s))));
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told[0][0].value<app::base::EpisodeId>(), id());
        QCOMPARE(told[0][1].value<AnchorCounts>().moved, 1);
        const Note after = note(before.id);
        QCOMPARE(after.anchor.state, AnchorState::Moved);
        QCOMPARE(after.anchor.quote, before.anchor.quote);
        QCOMPARE(after.start, before.start + 30s);
        QCOMPARE(*after.end, *before.end + 30s);
        QCOMPARE(after.text, before.text);
        QCOMPARE(after.modified, before.modified);
        const auto history = await(keeper().history(before.id));
        VERIFY_RESULT(history);
        QCOMPARE(history->size(), 1U);
        QCOMPARE(history->front().before, app::notes::placeOf(before));
        QCOMPARE(history->front().after, app::notes::placeOf(after));
    }

    void timesThatWereSetByHandStay()
    {
        const Note before = noteAt(40);
        VERIFY_RESULT(await(notebook().adjust(before.id, before.start - 10s, before.end)));
        const QSignalSpy told(&keeper(), &AnchorKeeper::reanchored);
        VERIFY_RESULT(await(service().attachText(id(), talk(30s))));
        QTRY_COMPARE(told.size(), 1);
        const Note after = note(before.id);
        QCOMPARE(after.anchor.quote, before.anchor.quote);
        QCOMPARE(after.anchor.state, AnchorState::Moved);
        QCOMPARE(after.start, before.start - 10s);
        QCOMPARE(after.end, before.end);
    }

    void whatIsUndoneStaysUndone()
    {
        const Note before = noteAt(40);
        const QSignalSpy told(&keeper(), &AnchorKeeper::reanchored);
        VERIFY_RESULT(await(service().attachText(id(), talk(30s))));
        QTRY_COMPARE(told.size(), 1);
        const auto undone = await(keeper().undo(before.id));
        VERIFY_RESULT(undone);
        QCOMPARE(*undone, before);
        QCOMPARE(note(before.id), before);
        VERIFY_RESULT(await(keeper().reanchor(m_episode)));
        QCOMPARE(note(before.id), before);
        VERIFY_ERROR(await(keeper().undo(before.id)), NotFound);
        VERIFY_ERROR(await(keeper().undo(app::base::NoteId(QStringLiteral("nothing")))), NotFound);
        // Another transcript is looked into anew, even if only its times are others.
        VERIFY_RESULT(await(service().attachText(id(), talk(60s))));
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(note(before.id).start.ms(), (before.start + 60s).ms());
    }

    void correctingAWordLeavesNotesWhereTheyAre()
    {
        const Note before = noteAt(40);
        const auto loaded = await(service().load(m_episode));
        VERIFY_RESULT(loaded);
        const QSignalSpy told(&keeper(), &AnchorKeeper::reanchored);
        VERIFY_RESULT(
            await(service().correct(loaded->id, {app::transcripts::ShiftTimes{Duration(10)}})));
        VERIFY_RESULT(await(keeper().reanchor(m_episode)));
        const Note after = note(before.id);
        QCOMPARE(after.anchor.state, AnchorState::Exact);
        QCOMPARE(after.start, before.start);
        QCOMPARE(after.anchor.quote, before.anchor.quote);
    }

    void anotherLanguageLeavesNotesAtTheirTimes()
    {
        const Note before = noteAt(40);
        QString other = talk();
        // None of the words are there any more.
        for (int i = 0; i < 450; ++i) {
            other.replace(QLatin1Char(' ') + word(i), QLatin1Char(' ') + word(i + 1000));
        }
        const QSignalSpy told(&keeper(), &AnchorKeeper::reanchored);
        VERIFY_RESULT(await(service().attachText(id(), other)));
        QTRY_COMPARE(told.size(), 1);
        const Note after = note(before.id);
        QCOMPARE(after.anchor.state, AnchorState::TimeOnly);
        QCOMPARE(after.start, before.start);
        QCOMPARE(after.anchor.quote, before.anchor.quote);
        // Back in the first transcript it is where it was.
        VERIFY_RESULT(await(service().attachText(id(), talk())));
        QTRY_COMPARE(note(before.id).anchor.state, AnchorState::Exact);
        QCOMPARE(note(before.id).anchor.offset, before.anchor.offset);
    }

    void theListenerAgrees()
    {
        const Note before = noteAt(40);
        const QSignalSpy told(&keeper(), &AnchorKeeper::reanchored);
        VERIFY_RESULT(await(service().attachText(id(), talk(30s))));
        QTRY_COMPARE(told.size(), 1);
        const auto agreed = await(notebook().confirmAnchor({before.id}));
        VERIFY_RESULT(agreed);
        QCOMPARE(agreed->size(), 1U);
        QCOMPARE(note(before.id).anchor.state, AnchorState::Exact);
        QCOMPARE(await(keeper().history(before.id))->size(), 2U);
        QVERIFY(await(notebook().confirmAnchor({before.id}))->empty());
        history().undo();
        QTRY_COMPARE(note(before.id).anchor.state, AnchorState::Moved);
    }

    void aLongerCopyIsNoticedAndNotesAreMovedAlike()
    {
        setDuration(600s);
        const Note before = noteAt(40);
        QCOMPARE(before.audio.duration, std::optional<Duration>(600s));
        setDuration(601s);
        QVERIFY(!await(keeper().copyDiffers(id()))->has_value());
        setDuration(630s);
        const auto differs = await(keeper().copyDiffers(id()));
        VERIFY_RESULT(differs);
        QVERIFY(differs->has_value());
        QCOMPARE((*differs)->difference, Duration(30s));
        QCOMPARE((*differs)->notes, std::vector{before.id});
        QVERIFY(!(*differs)->byWords);
        VERIFY_ERROR(await(keeper().moveToCopy(id())), NotFound);
        VERIFY_RESULT(await(keeper().moveToCopy(id(), Duration(30s))));
        const Note after = note(before.id);
        QCOMPARE(after.start, before.start + 30s);
        QCOMPARE(after.audio.duration, std::optional<Duration>(630s));
        QCOMPARE(after.anchor, before.anchor);
        QVERIFY(!await(keeper().copyDiffers(id()))->has_value());
        QCOMPARE(await(keeper().history(before.id))->front().before.start, before.start);
        history().undo();
        QTRY_COMPARE(note(before.id).start, before.start);
        QVERIFY(await(keeper().copyDiffers(id()))->has_value());
    }

    void wordsTellWhereNotesBelongInAnotherCopy()
    {
        setDuration(600s);
        const Note words = noteAt(40);
        NewNote mark;
        mark.episode = id();
        mark.start = MediaTime::fromMs(100'000);
        const Note sound = *await(notebook().add(mark));
        describe(showNotes(1, 9));
        const Note shown = shownNoteAt(5);
        setDuration(630s);
        const QSignalSpy told(&keeper(), &AnchorKeeper::reanchored);
        VERIFY_RESULT(await(service().attachText(id(), talk(30s))));
        QTRY_COMPARE(told.size(), 1);
        QVERIFY((*await(keeper().copyDiffers(id())))->byWords);
        const auto moved = await(keeper().moveToCopy(id()));
        VERIFY_RESULT(moved);
        QCOMPARE(moved->all(), 3);
        // Its words are not the transcript's: they stay where they are.
        QCOMPARE(note(shown.id).anchor, shown.anchor);
        QCOMPARE(note(shown.id).start, shown.start + 30s);
        QCOMPARE(note(words.id).start, words.start + 30s);
        QCOMPARE(note(sound.id).start, sound.start + 30s);
        QCOMPARE(note(words.id).audio.duration, std::optional<Duration>(630s));
        QVERIFY(!await(keeper().copyDiffers(id()))->has_value());
    }

    void notesKnowTheSoundTheyWereTakenOn()
    {
        const QString path = m_bench->write(QStringLiteral("e1.wav"), tests::beepingWav(4));
        setFile(path);
        const Note made = noteAt(40);
        QCOMPARE(made.audio.sizeBytes, QFileInfo(path).size());
        QTRY_COMPARE(note(made.id).audio.soundHash.size(), 64);
        QCOMPARE(note(made.id).modified, made.modified);
        // Of another file it does not become known.
        const QString hash = note(made.id).audio.soundHash;
        setFile(m_bench->write(QStringLiteral("other.wav"), tests::beepingWav(6)));
        const Note other = noteAt(50);
        QTRY_COMPARE(note(other.id).audio.soundHash.size(), 64);
        QVERIFY(note(other.id).audio.soundHash != hash);
        QCOMPARE(note(made.id).audio.soundHash, hash);
    }

    void notesFollowShowNotesThatAFeedChanges()
    {
        describe(showNotes(1, 9));
        const Note before = shownNoteAt(5);
        QCOMPARE(before.anchor.source, app::notes::QuoteSource::ShowNotes);
        const QSignalSpy told(&keeper(), &AnchorKeeper::reanchored);
        describe(showNotes(20, 24) + showNotes(1, 9));
        QTRY_COMPARE(note(before.id).anchor.textHash, app::notes::hashText(shownText()));
        const Note moved = note(before.id);
        QCOMPARE(moved.anchor.state, AnchorState::Moved);
        QCOMPARE(shownText().mid(moved.anchor.offset, moved.anchor.quote.size()),
                 before.anchor.quote);
        QCOMPARE(moved.anchor.quote, before.anchor.quote);
        QVERIFY(moved.anchor.transcriptHash.isEmpty());
        // Nobody says anything of when it is spoken.
        QCOMPARE(moved.start, before.start);
        QCOMPARE(moved.end, before.end);
        QCOMPARE(moved.modified, before.modified);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told[0][1].value<AnchorCounts>().moved, 1);
        // A word is another one.
        describe(showNotes(1, 9).replace(word(4 * 5 + 1).toUtf8(), "something"));
        QTRY_COMPARE(note(before.id).anchor.textHash, app::notes::hashText(shownText()));
        QVERIFY(note(before.id).anchor.quote.contains(QStringLiteral("something")));
        QVERIFY(note(before.id).anchor.state != AnchorState::Exact);
        QCOMPARE(await(keeper().history(before.id))->size(), 2U);
        const auto undone = await(keeper().undo(before.id));
        VERIFY_RESULT(undone);
        QCOMPARE(undone->anchor, moved.anchor);
    }

    void wordsThatLeaveTheShowNotesComeBack()
    {
        describe(showNotes(1, 9));
        const Note before = shownNoteAt(5);
        describe("Nobody knows what was told here before; it will be back soon.");
        QTRY_COMPARE(note(before.id).anchor.state, AnchorState::TimeOnly);
        QCOMPARE(note(before.id).anchor.quote, before.anchor.quote);
        QCOMPARE(note(before.id).start, before.start);
        describe(showNotes(1, 9));
        QTRY_COMPARE(note(before.id).anchor.state, AnchorState::Exact);
        QCOMPARE(note(before.id).anchor, before.anchor);
    }

    void everyWayOfNotingKeepsWhereItBelongs_data()
    {
        QTest::addColumn<QString>("way");
        for (const char *way : {"mark", "reader", "words"}) {
            QTest::newRow(way) << QString::fromLatin1(way);
        }
    }

    /// A stretch of sound that is marked, text that is selected, words that are typed.
    void everyWayOfNotingKeepsWhereItBelongs()
    {
        QFETCH(QString, way);
        setFile(m_bench->write(QStringLiteral("e1.wav"), tests::beepingWav(4)));
        setDuration(600s);
        const QString spoken =
            talk().replace(QStringLiteral("\nThe "), QStringLiteral("\n<v Ana>The "));
        VERIFY_RESULT(await(service().attachText(id(), spoken)));
        const auto loaded = await(service().load(m_episode));
        VERIFY_RESULT(loaded);
        const QString &text = loaded->reading.text;
        const QString quote = sentence(40);
        const qsizetype offset = text.indexOf(quote);
        NewNote wanted =
            spokenNote(id(), {MediaTime::fromMs(200'000), MediaTime::fromMs(205'000)}, &*loaded);
        if (way != QStringLiteral("mark")) {
            app::notes::Anchor bare;
            bare.quote = quote;
            const qsizetype found = app::notes::locateAnchor(text, bare);
            wanted.anchor = app::notes::makeAnchor(
                text, found, quote.size(), app::notes::QuoteSource::Transcript);
            wanted.anchor.speaker =
                way == QStringLiteral("reader") ? QStringLiteral("Ana") : QString();
        }
        const auto added = await(notebook().add(wanted));
        VERIFY_RESULT(added);
        const Note made = note(added->id);
        QCOMPARE(made.start, MediaTime::fromMs(200'000));
        QCOMPARE(made.end, std::optional(MediaTime::fromMs(205'000)));
        const app::notes::Anchor &anchor = made.anchor;
        QCOMPARE(anchor.quote, quote);
        QVERIFY(anchor.prefix.size() >= 64 && text.first(offset).endsWith(anchor.prefix));
        QVERIFY(anchor.suffix.size() >= 64);
        QVERIFY(text.sliced(offset + quote.size()).startsWith(anchor.suffix));
        QCOMPARE(anchor.offset, offset);
        QCOMPARE(anchor.textHash, app::notes::hashText(text));
        QCOMPARE(anchor.source, app::notes::QuoteSource::Transcript);
        QCOMPARE(anchor.transcriptHash, loaded->sha256);
        QCOMPARE(anchor.speaker, QStringLiteral("Ana"));
        QCOMPARE(anchor.state, AnchorState::Exact);
        QVERIFY(made.audio.sizeBytes > 0);
        QCOMPARE(made.audio.duration, std::optional<Duration>(600s));
        QTRY_COMPARE(note(made.id).audio.soundHash.size(), 64);
        // Read once more, it stands where it stood; its transcript stays with it.
        VERIFY_RESULT(await(keeper().reanchor(m_episode)));
        QVERIFY(await(keeper().history(made.id))->empty());
        QCOMPARE(note(made.id).anchor, anchor);
        VERIFY_RESULT(await(service().attachText(id(), talk(30s))));
        QTRY_COMPARE(await(keeper().history(made.id))->size(), 1U);
        const auto kept = await(m_bench->session->library().read(
            [hash = anchor.transcriptHash](app::library::Connection &connection) {
                return app::library::TranscriptStore(connection).byHash(hash);
            }));
        VERIFY_RESULT(kept);
        QCOMPARE(kept->bytes, spoken.toUtf8());
    }

private:
    AnchorKeeper &keeper() { return m_bench->session->anchorKeeper(); }

    TranscriptService &service() { return m_bench->session->transcripts(); }

    Notebook &notebook() { return m_bench->session->notebook(); }

    History &history() { return m_bench->session->history(); }

    [[nodiscard]] app::base::EpisodeId id() const { return m_episode.row.id; }

    /// Two sentences of the present transcript.
    Note noteAt(int number)
    {
        const auto loaded = await(service().load(m_episode));
        const auto &sentences = loaded->reading.sentences;
        const QString first = sentence(number);
        const qsizetype offset = loaded->reading.text.indexOf(first);
        const qsizetype length = first.size() + 1 + sentence(number + 1).size();
        NewNote wanted;
        wanted.episode = id();
        wanted.start = *loaded->reading.timeAt(offset);
        wanted.end = *loaded->reading.timeAt(offset + length - 1);
        wanted.anchor = anchorIn(*loaded, offset, length);
        wanted.text = QStringLiteral("A thought of %1").arg(sentences.size());
        return *await(notebook().add(wanted));
    }

    /// What the feed says of the first episode from now on.
    void describe(const QByteArray &html)
    {
        m_bench->serveFeed(SessionBench::item("e1", "<description>" + html + "</description>")
                           + SessionBench::item("e2"));
        VERIFY_RESULT(await(m_bench->session->subscriptions().refresh()));
        m_episode = m_bench->episode(QStringLiteral("e1"));
        QVERIFY(!shownText().isEmpty());
    }

    [[nodiscard]] QString shownText() const
    {
        return readShowNotes(m_episode.feed.description, std::nullopt).text.text;
    }

    /// Two minutes in, on a sentence of the show notes.
    Note shownNoteAt(int number)
    {
        const QString text = shownText();
        NewNote wanted;
        wanted.episode = id();
        wanted.start = MediaTime::fromMs(120'000);
        wanted.end = MediaTime::fromMs(125'000);
        wanted.anchor = app::notes::makeAnchor(text,
                                               text.indexOf(sentence(number)),
                                               sentence(number).size(),
                                               app::notes::QuoteSource::ShowNotes);
        return *await(notebook().add(wanted));
    }

    Note note(const app::base::NoteId &wanted)
    {
        return await(notebook().find(wanted.text())).value_or(Note());
    }

    void setDuration(Duration duration)
    {
        change([this, duration](app::library::EpisodeStore store, app::library::Changes &changes) {
            return store.setExactDuration(id(), duration, changes);
        });
    }

    void setFile(const QString &path)
    {
        change([this, path](app::library::EpisodeStore store, app::library::Changes &changes) {
            return store.setFile(id(), path, changes);
        });
    }

    template <typename Work>
    void change(Work work)
    {
        VERIFY_RESULT(await(m_bench->session->library().write(
            app::library::Durability::Normal,
            [work](app::library::Connection &connection, app::library::Changes &changes) {
                return work(app::library::EpisodeStore(connection), changes);
            })));
    }

    std::unique_ptr<SessionBench> m_bench;
    app::library::Episode m_episode;
};

QTEST_GUILESS_MAIN(AnchorKeeperTest)
#include "tst_anchorkeeper.moc"
