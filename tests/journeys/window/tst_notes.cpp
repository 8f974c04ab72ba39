// SPDX-License-Identifier: GPL-3.0-or-later
// All notes in the real window: written in, changed together, played in turn, lost and found.
#include "app/exports/citation.h"
#include "app/session/history.h"
#include "app/session/notebook.h"
#include "tests/journeys/window/windowrun.h"
#include "tests/support/resulttest.h"
#include "ui/notes/notepage.h"
#include "ui/notes/notesview.h"
#include "ui/text/timetext.h"
#include "ui/widgets/banner.h"
#include "ui/window/librarynotice.h"
#include "ui/window/notescontroller.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSplitter>

#include <memory>

using namespace std::chrono_literals;
using app::playback::PlayerState;
using app::timestamps::MediaTime;
using tests::WindowRun;
using ui::notes::NotesView;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

} // namespace

class NotesJourney : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        const QByteArray sound = tests::codedPiece(m_sounds, QStringLiteral("mp3"), 0, 30);
        QVERIFY2(!sound.isEmpty(), "ffmpeg is needed to make the sound");
        m_server.set(QStringLiteral("/1.mp3"), {.body = sound, .contentType = "audio/mpeg"});
        m_server.set(QStringLiteral("/tidewater"),
                     tests::feedRoute(QStringLiteral("Tidewater"), episode("a") + episode("b")));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QCOMPARE(m_run->follow(m_server.address(QStringLiteral("/tidewater"))), 2);
        QTRY_COMPARE(m_run->list().model()->rowCount(), 2);
        QVERIFY(keep("a", 2'000, 4'000, "The line hung there."));
        QVERIFY(keep("a", 10'000, 12'000, "Ask for the list."));
        QVERIFY(keep("b", 5'000, 7'000, "Who said so?"));
        m_run->give("nav.notes");
        QTRY_COMPARE(rows().model()->rowCount(), 5);
        QTRY_VERIFY(view().page().note());
    }

    void cleanup()
    {
        m_run.reset();
        m_folder.reset();
    }

    void textIsKeptAsItIsTyped()
    {
        const auto id = view().page().note()->id;
        view().page().focusText();
        QTest::keyClicks(view().page().findChild<QPlainTextEdit *>(QStringLiteral("noteText")),
                         QStringLiteral(" #tide"));
        QTRY_VERIFY(find(id).tags.contains(QStringLiteral("tide")));
        QTRY_COMPARE(
            view().page().findChild<QWidget *>(QStringLiteral("noteStatus"))->accessibleName(),
            QStringLiteral("Saved"));
    }

    void severalAreChangedAsOneStep()
    {
        rows().setFocus();
        QTest::keyClick(&rows(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&rows(), Qt::Key_3);
        QTRY_COMPARE(count([](const auto &note) { return note.color == app::notes::Color::Blue; }),
                     3);
        QTest::keyClick(&rows(), Qt::Key_Delete);
        QTRY_COMPARE(count([](const auto &) { return true; }), 0);
        QTRY_VERIFY(m_run->message().startsWith(QStringLiteral("3 ")));
        QTRY_COMPARE(rows().model()->rowCount(), 0);
        m_run->give("edit.undo");
        QTRY_COMPARE(count([](const auto &) { return true; }), 3);
        QTRY_COMPARE(rows().model()->rowCount(), 5);
        // Undo pressed right after takes back the deletion, on disk by then or not.
        const QSignalSpy done(&m_run->session->history(), &app::session::History::stepDone);
        const QSignalSpy undone(&m_run->session->history(), &app::session::History::stepUndone);
        QTest::keyClick(&rows(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&rows(), Qt::Key_Delete);
        m_run->give("edit.undo");
        QTRY_COMPARE(done.size(), 1);
        QTRY_COMPARE(undone.size(), 1);
        QTRY_COMPARE(count([](const auto &) { return true; }), 3);
        m_run->give("edit.undo");
        QTRY_COMPARE(count([](const auto &note) { return note.color == app::notes::Color::Blue; }),
                     0);
        QTRY_COMPARE(rows().model()->rowCount(), 5);
    }

    void notesArePlayedInTurn()
    {
        m_run->find<QAbstractButton>("notesPlayAll")->click();
        auto *const turn = m_run->find<QWidget>("turnBar");
        QTRY_VERIFY(turn->isVisible());
        const auto first = view().page().note()->start;
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        QTRY_VERIFY(m_run->player().position() >= first);
        m_run->hear(2'500ms);
        QTRY_COMPARE(m_run->find<QWidget>("turnWords")->accessibleName(),
                     QStringLiteral("Playing note 2 of 3"));
        m_run->find<QAbstractButton>("turnEnd")->click();
        QVERIFY(!turn->isVisible());
        QCOMPARE(m_run->player().state(), PlayerState::Playing);
    }

    void wordsAreCopied()
    {
        rows().setFocus();
        QTest::keyClick(&rows(), Qt::Key_C);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(QLatin1String("> ")));
        QTRY_VERIFY(!m_run->message().isEmpty());
    }

    void theBinIsEmptiedForGood()
    {
        rows().setFocus();
        QTest::keyClick(&rows(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&rows(), Qt::Key_Delete);
        QTRY_COMPARE(rows().model()->rowCount(), 0);
        m_run->find<QAbstractButton>("notesMore")->click();
        chooseIn("notesMenu", "showBin");
        QTRY_COMPARE(rows().model()->rowCount(), 5);
        m_run->find<QAbstractButton>("notesEmptyBin")->click();
        QTRY_VERIFY(m_run->find<QDialog>("dropDialog"));
        m_run->find<QDialog>("dropDialog")->accept();
        QTRY_COMPARE(rows().model()->rowCount(), 0);
        QTRY_COMPARE(m_run->message(), QStringLiteral("3 note(s) deleted for good."));
        QTRY_VERIFY(!m_run->find<QAbstractButton>("notesEmptyBin")->isEnabled());
    }

    void aRangeIsAdjustedAndPutBack()
    {
        const auto before = *view().page().note();
        m_run->find<QAbstractButton>("noteAdjust")->click();
        auto *const start = m_run->find<QLineEdit>("rangeStart");
        QTest::keyClick(start, Qt::Key_Down);
        QTest::keyClick(start, Qt::Key_Return);
        QTRY_COMPARE(find(before.id).start, before.start - 1s);
        QTRY_COMPARE(view().page().note()->start, before.start - 1s);
        m_run->give("edit.undo");
        QTRY_COMPARE(view().page().note()->start, before.start);
        m_run->give("edit.redo");
        QTRY_COMPARE(view().page().note()->start, before.start - 1s);
        m_run->find<QAbstractButton>("noteMore")->click();
        QTRY_VERIFY(m_run->find<QMenu>("noteMenu"));
        chooseIn("noteMenu", "notePutBack");
        QTRY_COMPARE(find(before.id).start, before.start);
        QTRY_COMPARE(view().page().note()->start, before.start);
        QTRY_VERIFY(m_run->message().contains(ui::text::clockText(before.start)));
        // There is nothing more to take back.
        m_run->find<QAbstractButton>("noteMore")->click();
        QTRY_VERIFY(m_run->find<QMenu>("noteMenu"));
        QVERIFY(
            !m_run->find<QMenu>("noteMenu")->findChild<QAction *>(QStringLiteral("notePutBack")));
        m_run->find<QMenu>("noteMenu")->close();
    }

    void aRangeIsHeardToItsEnd()
    {
        const auto note = *view().page().note();
        m_run->find<QAbstractButton>("noteAdjust")->click();
        m_run->find<QLineEdit>("rangeEnd")->setText(QStringLiteral("3.5"));
        m_run->find<QLineEdit>("rangeStart")->setText(QStringLiteral("2.5"));
        m_run->find<QAbstractButton>("rangePlay")->click();
        QTRY_COMPARE(m_run->player().state(), PlayerState::Playing);
        QTRY_VERIFY(m_run->player().position() >= at(2'400));
        m_run->hear(1'500ms);
        QTRY_COMPARE(m_run->player().state(), PlayerState::Paused);
        QVERIFY(!m_run->find<QWidget>("turnBar")->isVisible());
        QCOMPARE(find(note.id).start, note.start);
    }

    void groupsAndWidthsAreRemembered()
    {
        auto *splitter = view().splitter();
        splitter->setSizes({700, splitter->width() - 700});
        const int wide = splitter->sizes().front();
        view().setOrder(QStringLiteral("colour newest"));
        m_run.reset();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QCOMPARE(view().order(), QStringLiteral("colour newest"));
        QTRY_COMPARE(rows().model()->rowCount(), 4);
        QTRY_COMPARE(view().splitter()->sizes().front(), wide);
    }

    void carriedNotesAreTextAndMarkdown()
    {
        const auto note = *view().page().note();
        const auto data = ui::window::NotesController::mimeData({note, note});
        const auto words = app::exports::quoteWithCitation(note, app::exports::CitationStyle::Apa);
        QCOMPARE(data->text(), words + QStringLiteral("\n\n") + words);
        QVERIFY(data->data(QStringLiteral("text/markdown")).startsWith("> "));
    }

    void aDifferentCopyIsTold()
    {
        const auto episode = m_run->stored(QStringLiteral("a")).row.id;
        for (const auto length : {30s, 155s}) {
            VERIFY_RESULT(setDuration(episode, length));
            if (length == 30s) {
                QVERIFY(keep("a", 20'000, 21'000, "Taken on this copy."));
            }
        }
        m_run->give("nav.inbox");
        QTRY_VERIFY(m_run->choose(m_run->stored(QStringLiteral("a")).row.title));
        auto *const notice = m_run->find<ui::widgets::Banner>("copyNotice");
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(notice->accessibleName(),
                 QStringLiteral("This copy is 2 min 05 s longer than the one you noted. "
                                "1 note(s) need a new place."));
        auto *const review = shown(*notice, "review");
        auto *move = shown(*notice, "move");
        QVERIFY(review && move);
        QCOMPARE(review->text(), QStringLiteral("Review"));
        QCOMPARE(move->text(), QStringLiteral("Move all 2 min 05 s later"));
        QVERIFY(review->focusPolicy() & Qt::TabFocus && move->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(review, Qt::Key_Space);
        QTRY_COMPARE(m_run->find<ui::window::ReaderPane>()->page(), ui::window::ReaderPane::Notes);
        // What it says may have been said anew meanwhile.
        move = shown(*notice, "move");
        QVERIFY(move);
        QTest::keyClick(move, Qt::Key_Return);
        QTRY_VERIFY(!notice->isVisible());
        QCOMPARE(count([](const auto &note) { return note.start == at(145'000); }), 1);
        m_run->give("edit.undo");
        QTRY_COMPARE(count([](const auto &note) { return note.start == at(145'000); }), 0);
        QTRY_VERIFY(notice->isVisible());
    }

    void aLibraryPutRightIsTold()
    {
        auto *const told = m_run->find<ui::window::LibraryNotice>();
        auto *const banner =
            told->findChild<ui::widgets::Banner *>(QStringLiteral("libraryNotice"));
        QVERIFY(!told->isVisible());
        app::library::Recovery recovery;
        recovery.notesFromBackup = 2;
        recovery.notesFromJournal = 3;
        recovery.keptAside = QDir::tempPath() + QStringLiteral("/library.damaged");
        told->tellRecovery(recovery);
        QVERIFY(told->isVisible());
        QVERIFY(banner->accessibleName().startsWith(QStringLiteral("Your library was damaged.")));
        const QString words = ui::window::LibraryNotice::sentences(recovery);
        for (const char *const part :
             {"begins anew", "2 note(s)", "3 note(s)", "library.damaged"}) {
            QVERIFY2(words.contains(QLatin1String(part)), qPrintable(words));
        }
        recovery.backup = app::library::Backup{};
        recovery.backup->made = QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC);
        QVERIFY(ui::window::LibraryNotice::sentences(recovery).contains(
            QStringLiteral("put back from the backup of")));
        QVERIFY(shown(*banner, "show"));
        auto *const read = shown(*banner, "read");
        QVERIFY(read && read->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(read, Qt::Key_Space);
        QVERIFY(!told->isVisible());
        told->tellJournal({app::base::ErrorCode::DiskFull, QStringLiteral("no room")});
        QVERIFY(told->isVisible());
        QVERIFY(!shown(*banner, "show"));
        QVERIFY(shown(*banner, "read"));
    }

private:
    /// The button of a bar; those of what it said before may still be about to go.
    [[nodiscard]] static QAbstractButton *shown(const QWidget &bar, const char *name)
    {
        const auto all = bar.findChildren<QAbstractButton *>(QLatin1String(name));
        const auto found = std::find_if(
            all.begin(), all.end(), [](const QAbstractButton *one) { return one->isVisible(); });
        return found == all.end() ? nullptr : *found;
    }

    void chooseIn(const char *menu, const char *action)
    {
        auto *const open = m_run->find<QMenu>(menu);
        open->findChild<QAction *>(QLatin1String(action))->trigger();
        open->close();
        QTRY_VERIFY(!m_run->find<QMenu>(menu));
    }

    [[nodiscard]] app::base::Result<void> setDuration(app::base::EpisodeId episode,
                                                      app::timestamps::Duration duration)
    {
        using namespace app::library;
        return tests::await(m_run->session->library().write(
            Durability::Normal, [=](Connection &connection, Changes &changes) {
                return EpisodeStore(connection).setExactDuration(episode, duration, changes);
            }));
    }

    [[nodiscard]] QString episode(const char *guid) const
    {
        return tests::feedItem(m_server, QLatin1String(guid), QStringLiteral("/1.mp3"));
    }

    [[nodiscard]] bool keep(const char *guid, qint64 from, qint64 to, const char *quote)
    {
        app::session::NewNote note;
        note.episode = m_run->stored(QLatin1String(guid)).row.id;
        note.start = at(from);
        note.end = at(to);
        note.anchor.quote = QLatin1String(quote);
        return tests::await(m_run->session->notebook().add(note)).has_value();
    }

    [[nodiscard]] app::notes::Note find(const app::base::NoteId &id)
    {
        return tests::await(m_run->session->notebook().find(id.text())).value_or({});
    }

    template <typename Wanted>
    [[nodiscard]] int count(Wanted wanted)
    {
        const auto notes = tests::await(m_run->session->notebook().list({}));
        return notes ? static_cast<int>(std::count_if(notes->begin(), notes->end(), wanted)) : -1;
    }

    [[nodiscard]] NotesView &view() { return *m_run->find<NotesView>(); }

    [[nodiscard]] QListView &rows() { return *m_run->find<QListView>("allNotes"); }

    tests::HttpFixture m_server;
    QTemporaryDir m_sounds;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowRun> m_run;
};

QTEST_MAIN(NotesJourney)
#include "tst_notes.moc"
