// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/anchoringstore.h"
#include "app/session/notebook.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using namespace std::chrono_literals;
using app::notes::Color;
using app::notes::Note;
using app::timestamps::MediaTime;
using tests::await;

class NotebookTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_fixture = std::make_unique<tests::SessionFixture>();
        m_podcast = m_fixture->addPodcast({QStringLiteral("https://pod.example/1.mp3")});
        m_history = std::make_unique<History>();
        m_notebook = std::make_unique<Notebook>(*m_fixture->library, *m_history, m_fixture->clock);
    }

    void cleanup()
    {
        m_notebook.reset();
        m_history.reset();
        m_fixture.reset();
    }

    void addsANoteWithItsEpisode()
    {
        const auto note = await(m_notebook->add(newNote()));
        VERIFY_RESULT(note);
        QCOMPARE(note->episodeRef.episodeTitle, QStringLiteral("Episode 1"));
        QCOMPARE(note->episodeRef.podcastTitle, QStringLiteral("Tidewater Radio"));
        QCOMPARE(note->tags, QStringList({QStringLiteral("method"), QStringLiteral("datum")}));
        QCOMPARE(note->created, m_fixture->clock.now());
        const auto listed = await(m_notebook->list({}));
        VERIFY_RESULT(listed);
        QCOMPARE(*listed, std::vector{*note});
    }

    void refusesARangeThatRunsBackwards()
    {
        NewNote note = newNote();
        note.end = MediaTime::fromMs(1);
        VERIFY_ERROR(await(m_notebook->add(note)), Conflict);
        note = newNote();
        note.episode = app::base::EpisodeId(999);
        VERIFY_ERROR(await(m_notebook->add(note)), NotFound);
        QCOMPARE(await(m_notebook->list({}))->size(), 0u);
        QVERIFY(!m_history->canUndo());
    }

    void editsKeepWhatIsNotNamed()
    {
        const Note before = *await(m_notebook->add(newNote()));
        m_fixture->clock.advance(5s);
        NoteEdit edit;
        edit.color = Color::Violet;
        const auto after = await(m_notebook->edit(before.id, edit));
        VERIFY_RESULT(after);
        QCOMPARE(after->color, Color::Violet);
        QCOMPARE(after->text, before.text);
        QCOMPARE(after->tags, before.tags);
        QCOMPARE(after->modified, before.modified.addSecs(5));
        QCOMPARE(after->created, before.created);
    }

    void deletedNoteWaitsInTheBin()
    {
        const Note note = *await(m_notebook->add(newNote()));
        VERIFY_RESULT(await(m_notebook->remove(note.id)));
        QCOMPARE(await(m_notebook->list({}))->size(), 0u);
        VERIFY_ERROR(await(m_notebook->edit(note.id, {.text = QStringLiteral("x")})), Conflict);
        VERIFY_RESULT(await(m_notebook->restore(note.id)));
        QCOMPARE(await(m_notebook->list({}))->size(), 1u);
    }

    void theBinIsEmptiedByHand()
    {
        const Note kept = *await(m_notebook->add(newNote()));
        const Note binned = *await(m_notebook->add(newNote()));
        const Note other = *await(m_notebook->add(newNote()));
        VERIFY_RESULT(await(m_notebook->removeMany({binned.id, other.id})));
        // Only what was named goes, and of that only what lies in the bin.
        const auto gone = await(m_notebook->emptyBin({kept.id, binned.id}));
        VERIFY_RESULT(gone);
        QCOMPARE(*gone, 1);
        VERIFY_ERROR(await(m_notebook->find(binned.id.text())), NotFound);
        VERIFY_RESULT(await(m_notebook->find(kept.id.text())));
        QCOMPARE(*await(m_notebook->emptyBin({binned.id})), 0);
        // Undo brings back what is still there.
        m_history->undo();
        QTRY_COMPARE(await(m_notebook->list({}))->size(), 2u);
        VERIFY_ERROR(await(m_notebook->find(binned.id.text())), NotFound);
    }

    void aRangeIsAdjustedAsOneStep()
    {
        const Note before = *await(m_notebook->add(newNote()));
        const auto there = await(m_notebook->adjust(before.id, before.start - 1s, before.start));
        VERIFY_RESULT(there);
        QCOMPARE(there->start, before.start - 1s);
        QCOMPARE(there->end, std::optional(before.start));
        QCOMPARE(there->anchor.quote, before.anchor.quote);
        const auto history =
            await(m_fixture->library->read([&before](app::library::Connection &connection) {
                return app::library::AnchoringStore(connection).history(before.id);
            }));
        VERIFY_RESULT(history);
        QCOMPARE(history->size(), 1u);
        QCOMPARE(history->front().method, app::notes::AnchorMethod::Manual);
        QCOMPARE(history->front().before.start, before.start);
        // The same again is no step.
        VERIFY_RESULT(await(m_notebook->adjust(before.id, there->start, there->end)));
        VERIFY_ERROR(await(m_notebook->adjust(before.id, before.start, before.start - 1s)),
                     Conflict);
        m_history->undo();
        QTRY_COMPARE(await(m_notebook->find(before.id.text()))->start, before.start);
        QCOMPARE(await(m_notebook->find(before.id.text()))->end, before.end);
        VERIFY_RESULT(await(m_notebook->remove(before.id)));
        VERIFY_ERROR(await(m_notebook->adjust(before.id, before.start, {})), Conflict);
    }

    void everyStepCanBeUndoneAndRedone()
    {
        const Note note = *await(m_notebook->add(newNote()));
        VERIFY_RESULT(await(m_notebook->edit(note.id, {.text = QStringLiteral("changed")})));
        VERIFY_RESULT(await(m_notebook->remove(note.id)));
        m_history->undo();
        QTRY_COMPARE(texts(), QStringList(QStringLiteral("changed")));
        m_history->undo();
        QTRY_COMPARE(texts(), QStringList(note.text));
        m_history->undo();
        QTRY_COMPARE(texts(), QStringList());
        m_history->redo();
        m_history->redo();
        QTRY_COMPARE(texts(), QStringList(QStringLiteral("changed")));
        m_history->redo();
        QTRY_COMPARE(texts(), QStringList());
    }

    void importAddsUpdatesAndSkips()
    {
        Note note = *await(m_notebook->add(newNote()));
        note.text = QStringLiteral("older elsewhere");
        note.modified = note.modified.addSecs(-60);
        Note other = note;
        other.id = app::base::NoteId(QStringLiteral("01932f5e-7b3c-7c3a-9a3b-1f2e3d4c5b6a"));
        other.episode = {};
        const auto first = await(m_notebook->import({note, other}));
        VERIFY_RESULT(first);
        QCOMPARE(first->added, 1);
        QCOMPARE(first->skipped, 1);
        note.text = QStringLiteral("newer elsewhere");
        note.modified = note.modified.addSecs(120);
        const auto second = await(m_notebook->import({note, other}));
        QCOMPARE(second->updated, 1);
        QCOMPARE(second->skipped, 1);
        const auto listed = await(m_notebook->list({}));
        QCOMPARE(listed->size(), 2u);
        for (const Note &kept : *listed) {
            QVERIFY(kept.episode.isValid()); // found again by feed and guid
        }
    }

    void notesStayWhenThePodcastGoes()
    {
        const Note note = *await(m_notebook->add(newNote()));
        const auto removed = await(m_fixture->library->write(
            app::library::Durability::Normal,
            [id = m_podcast](app::library::Connection &connection, app::library::Changes &changes) {
                return app::library::PodcastStore(connection).remove(id, changes);
            }));
        VERIFY_RESULT(removed);
        const auto listed = await(m_notebook->list({}));
        QCOMPARE(listed->size(), 1u);
        QVERIFY(!listed->front().episode.isValid());
        QCOMPARE(listed->front().episodeRef, note.episodeRef);
        // It can still be edited.
        VERIFY_RESULT(await(m_notebook->edit(note.id, {.text = QStringLiteral("kept")})));
    }

private:
    NewNote newNote()
    {
        NewNote note;
        note.episode = m_fixture->episode(QStringLiteral("e1")).row.id;
        note.start = MediaTime::fromMs(270'000);
        note.end = MediaTime::fromMs(285'000);
        note.anchor.quote = QStringLiteral("every reading hung from that line");
        note.text = QStringLiteral("Use as the definition #datum");
        note.tags = {QStringLiteral("method")};
        return note;
    }

    QStringList texts()
    {
        QStringList found;
        for (const Note &note : await(m_notebook->list({})).value_or({})) {
            found += note.text;
        }
        return found;
    }

    std::unique_ptr<tests::SessionFixture> m_fixture;
    app::base::PodcastId m_podcast;
    std::unique_ptr<History> m_history;
    std::unique_ptr<Notebook> m_notebook;
};

QTEST_GUILESS_MAIN(NotebookTest)
#include "tst_notebook.moc"
